import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../testing/comeback';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { catalog } from './catalog';
import type { ExportDocument } from './format';
import { NotReadable } from './imported';
import { readWebannoTsv } from './read-webanno-tsv';
import { ranksOf, reduce } from './reduce';
import { escapeLine, escapeValue, itemIn, splitAt, unescapeLine, unescapeValue } from './webanno-text';
import { writeWebannoTsv } from './webanno-tsv';

const golden = written('webanno-tsv', writeWebannoTsv, sampleProject, [sample], { unit: 'utf-16' });

/** A reader of its own, from the page on the format: the words of each annotation by its first column and number. */
function parse(tsv: string): (readonly [string, string])[] {
  const [head = '', body] = tsv.split(/\n\n(?:\n|$)/);
  const columns = head
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      if (!/^#T_(SP|RL|CH)=[\w.]+(\|[\w.:]+)*$/.test(line)) throw new Error(`bad header: ${line}`);
      return line.split('|').slice(1);
    });
  if (!head.startsWith('#FORMAT=WebAnno TSV 3.')) throw new Error('no format');
  const found = new Map<string, { label: string; words: string[] }>();
  for (const [n, block] of (body ?? '').split('\n\n').entries()) {
    if (block.trim() === '') continue;
    const lines = block.replace(/\n$/, '').split('\n');
    if (!lines[0]?.startsWith('#Text=')) throw new Error('no text');
    let before = -1;
    for (const line of lines.slice(1)) {
      const cells = line.split('\t');
      const [unit = '', place = '', token = ''] = cells;
      if (cells.length !== columns.length + 4 || cells.at(-1) !== '') throw new Error(`bad row: ${line}`);
      if (!unit.startsWith(`${n + 1}-`)) throw new Error(`bad unit: ${line}`);
      const [start = 0, end = 0] = place.split('-').map(Number);
      if (end - start !== token.length || (!unit.includes('.') && start < before))
        throw new Error(`bad place: ${line}`);
      if (!unit.includes('.')) before = end;
      // A mark of the format that no backslash stands before is the format's.
      for (const item of (cells[3] ?? '').split(/(?<!\\)\|/)) {
        if (item === '_') continue;
        const [, label = '', number] = /^(.*?)(?:(?<!\\)\[(\d+)\])?$/.exec(item) ?? [];
        const key = number ?? unit;
        const known = found.get(key) ?? { label, words: [] };
        if (known.label !== label) throw new Error(`two labels of ${number}`);
        known.words.push(token);
        found.set(key, known);
      }
    }
  }
  return Array.from(found.values(), ({ label, words }) => [label, words.join(' ')] as const);
}

const other = [
  '#FORMAT=WebAnno TSV 3.3',
  '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value',
  '#T_RL=webanno.custom.Relation|value|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
  '',
  '',
  '#Text=😊 Ada Lovelace met Charles Babbage in London.',
  '1-1\t0-2\t😊\t_\t_\t_\t',
  '1-2\t3-6\tAda\tPER[1]|MEETING[2]\t_\t_\t',
  '1-3\t7-15\tLovelace\tPER[1]|MEETING[2]\t_\t_\t',
  '1-4\t16-19\tmet\tMEETING[2]\t_\t_\t',
  '1-5\t20-27\tCharles\tMEETING[2]|PER[3]\tknows\t1-2[1_3]\t',
  '1-6\t28-35\tBabbage\tMEETING[2]|PER[3]\t_\t_\t',
  '1-7\t36-38\tin\t_\t_\t_\t',
  '1-8\t39-45\tLondon\tLOC\t_\t_\t',
  '1-9\t45-46\t.\t_\t_\t_\t',
  '',
].join('\n');

test('[XS16] the sample in WebAnno TSV', () => {
  expect(golden.text(sample.path)).toMatchSnapshot();
  expect(parse(golden.text(sample.path))).toEqual([
    ['日期', 'Mary 🐚 Anning showed De la Beche'],
    ['Person', 'Mary 🐚 Anning'],
    ['Person', 'De la Beche'],
    ['Place name', 'the cliffs 🦕'],
    ['Place name', 'Lyme'],
    ['Person', 'He'],
  ]);
});

test('[XS16] the parser of this test is right about WebAnno TSV', () => {
  expect(parse(other).map(([label]) => label)).toEqual(['PER', 'MEETING', 'PER', 'LOC']);
  for (const [from, to] of [
    ['7-15', '7-14'],
    ['PER[3]\t_', 'ORG[3]\t_'],
    ['\t_\t_\t\n1-2', '\t_\t\n1-2'],
    ['#T_RL=', '#T_XX='],
  ] as const)
    expect(() => parse(other.replace(from, to))).toThrow();
});

test('[XS16] any value and line survives WebAnno TSV’s marks', () => {
  const marks = fc.array(
    fc.constantFrom(
      '\\',
      '[',
      ']',
      '|',
      '_',
      '->',
      '-',
      '>',
      ';',
      '\t',
      '\n',
      '\r',
      '*',
      'a',
      '[1]',
      't',
      'n',
      '\f',
      '\b',
      '\0',
      '\x1f',
    ),
  );
  fc.assert(
    fc.property(
      marks.map((it) => it.join('')),
      (value) => {
        expect(unescapeValue(escapeValue(value))).toBe(value);
        expect(itemIn(`${escapeValue(value)}[7]`)).toEqual({ value, id: '7' });
        expect(splitAt(`${escapeValue(value)}|x`, '|').length).toBe(2);
        expect(escapeValue(value)).not.toMatch(/[\t\n\r]/);
        const line = value.replace(/[\n\r]/g, '');
        expect(unescapeLine(escapeLine(line))).toBe(line);
      },
    ),
  );
});

/** White space, of which no token is made. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python’s white space too
const blank = /[\s\x1c-\x1f\x85]/;

/** DOCUMENT without the white space at the ends of its annotations; those that are white space alone have no span. */
function trimmed({ text, layers, ...document }: ExportDocument): ExportDocument {
  return {
    ...document,
    text,
    layers: layers.map((layer) => ({
      ...layer,
      annotations: layer.annotations.map((it) => ({
        ...it,
        spans: it.spans.flatMap((span) => {
          let { start, end } = span;
          while (start < end && blank.test(text[start] as string)) start++;
          while (start < end && blank.test(text[end - 1] as string)) end--;
          return start < end ? [{ ...span, start, end }] : [];
        }),
      })),
    })),
  };
}

test('[XS16] labels, answers, notes and relations come back from WebAnno TSV; what rows of tokens change is told', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { files, text, losses } = written('webanno-tsv', writeWebannoTsv, project, documents, {
        unit: 'utf-16',
      });
      for (const { path } of documents) parse(text(path));
      const made = readWebannoTsv.read(
        Array.from(files, ([path, bytes]) =>
          sourceFile(path.endsWith('.json') ? path : `${path}.tsv`, bytes),
        ),
      );
      expect(made.problems).toEqual([]);
      const how = { discontinuous: 'parts', overlap: 'longest' };
      const before = documents.map((it) =>
        reduce(it, catalog['webanno-tsv'].carries, how, ranksOf(project.schema), () => {}),
      );
      const left = before.map(trimmed);
      const each = (list: readonly ExportDocument[]) =>
        list.flatMap((it) => it.layers).flatMap((it) => it.annotations);
      const lost = new Set(each(left).flatMap((it) => (it.spans.length === 0 ? it.id : [])));
      const cut = each(left).filter((it, n) => {
        const [own, was] = [it.spans[0], each(before)[n]?.spans[0]];
        return own && (own.start !== was?.start || own.end !== was?.end);
      });
      const told = (fate: string, reason: RegExp) =>
        losses
          .filter((it) => it.fate === fate && reason.test(it.reason))
          .map((it) => it.id)
          .sort();
      expect(told('dropped', /white space/)).toEqual([...lost].sort());
      expect(told('flattened', /white space/)).toEqual(cut.map((it) => it.id).sort());
      const keeps = { ids: false, times: false, annotators: false, facts: false, lost };
      expect(comparable(made.documents, keeps)).toEqual(
        comparable(expectedOf(project, left, 'utf-16'), keeps),
      );
      for (const [n, document] of documents.entries()) {
        const back = made.documents[n]?.text ?? '';
        const solid = (it: string) => it.replace(new RegExp(blank, 'g'), ' ').replace(/ +$/, '');
        // White space between sentences is not told by the format; its length is.
        expect(solid(back)).toBe(solid(Buffer.from(document.text).toString()));
      }
      expect(made.schema.labels.map((it) => it.name)).toEqual(project.schema.labels.map((it) => it.name));
    }),
    { numRuns: 80 },
  );
});

const read = (tsv: string, path = 'a.tsv') => readWebannoTsv.read([sourceFile(path, tsv)]);

test('[XS17] what INCEpTION writes: named entities, and relations between them', () => {
  const made = read(other.replaceAll('\n', '\r\n'));
  expect(made.problems).toEqual([]);
  const [layer] = made.documents[0]?.layers ?? [];
  expect(made.documents[0]).toMatchObject({
    name: 'a',
    text: '😊 Ada Lovelace met Charles Babbage in London.',
  });
  expect(layer?.annotations.map((it) => [it.label, it.spans[0]?.exact])).toEqual([
    ['PER', 'Ada Lovelace'],
    ['MEETING', 'Ada Lovelace met Charles Babbage'],
    ['PER', 'Charles Babbage'],
    ['LOC', 'London'],
  ]);
  expect(layer?.relations).toMatchObject([
    { type: 'knows', from: layer?.annotations[0]?.id, to: layer?.annotations[2]?.id },
  ]);
});

test('[XS17] several layers, parts of tokens, slots and chains', () => {
  const made = read(
    [
      '#FORMAT=WebAnno TSV 3.2',
      '#T_SP=x.Mark|',
      '#T_SP=x.Frame|kind|ROLE_x.Frame:args_x.Link|x.Mark',
      '#T_CH=x.CoreferenceLink|referenceRelation|referenceType',
      '',
      '',
      '#Text=Mary\\\\ saw 🐚',
      '#Text=her',
      '1-1\t4-9\tMary\\\t*[1]\t_\t_\t_\t*->1-1\tname[1]\t',
      '1-1.1\t4-6\tMa\t*\t_\t_\t_\t_\t_\t',
      '1-2\t10-13\tsaw\t*[1]\tsee\\_it\twho\t1-1[1]\t_\t_\t',
      '1-3\t14-16\t🐚\t_\t_\t_\t_\t_\t_\t',
      '1-4\t17-20\ther\t_\t_\t_\t_\tanaphoric->1-2\t*[1]\t',
      '',
    ].join('\n'),
  );
  expect(made.problems).toEqual([]);
  const [layer] = made.documents[0]?.layers ?? [];
  expect(made.documents[0]?.text).toBe('    Mary\\ saw 🐚\nher');
  expect(layer?.annotations.map((it) => [it.label, it.spans[0]?.exact])).toEqual([
    ['Mark', 'Mary\\ saw'],
    ['name', 'Mary\\'],
    ['Mark', 'Ma'],
    ['see_it', 'saw'],
    ['CoreferenceLink', 'her'],
  ]);
  const [mark, name, , frame, her] = layer?.annotations ?? [];
  expect(layer?.relations).toMatchObject([
    { type: 'who', from: frame?.id, to: mark?.id },
    { type: 'CoreferenceLink', from: name?.id, to: her?.id },
  ]);
});

test('[XS6] a table that is no WebAnno TSV, rows that can’t be read, and files of a folder', () => {
  expect(() => read('a\tb\n')).toThrow(/^a\.tsv, line 1: /);
  expect(() => read('#FORMAT=WebAnno TSV 2.0\n')).toThrow(NotReadable);
  expect(() => read(other.replace('0-2', '9000000000-9000000002'))).toThrow(/line 7: .*too far/);
  const made = read(
    other.replace('1-7\t36-38', '1-7\t36').replace('[1_3]', '[1_9]').replace('LOC\t_\t_\t', 'LOC'),
  );
  expect(made.problems.map((it) => it.where)).toEqual(['a.tsv, line 13', 'a.tsv, line 14', 'a.tsv, line 11']);
  expect(made.documents[0]?.layers[0]?.annotations.length).toBe(4);
  const two = readWebannoTsv.read([sourceFile('a.tsv', 'x'), sourceFile('b.tsv', other)]);
  expect(two.documents.map((it) => it.name)).toEqual(['b']);
  expect(two.problems.map((it) => it.where)).toEqual(['a.tsv']);
});

test('[XS7] damaged WebAnno TSV', () => {
  fuzzReader(readWebannoTsv, 'lyme.tsv', golden.text(sample.path), [
    sourceFile('x.labels.json', golden.text('.labels.json')),
  ]);
  fuzzReader(readWebannoTsv, 'x.labels.json', golden.text('.labels.json'), [
    sourceFile('a.tsv', golden.text(sample.path)),
  ]);
});
