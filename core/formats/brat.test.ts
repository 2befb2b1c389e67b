import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../testing/comeback';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { writeBrat } from './brat';
import { catalog } from './catalog';
import type { ExportDocument } from './format';
import { NotReadable } from './imported';
import { readBrat } from './read-brat';
import { ranksOf, reduce } from './reduce';

const golden = written('brat', writeBrat, sampleProject, [sample]);

const filesOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Array.from(files, ([path, bytes]) => sourceFile(path, bytes));

/** Python's str.splitlines, by which brat reads. */
const endsLine = (char: string) => '\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029'.includes(char);

/** A reader of its own, from brat's page: every line by its first letter, quotes checked against the text. */
function parse(ann: string, text: string) {
  const characters = Array.from(text);
  const seen = new Set<string>();
  const kinds: Record<string, RegExp> = {
    T: /^T\d+\t[A-Za-z0-9_-]+ \d+ \d+(;\d+ \d+)*\t.+$/,
    R: /^R\d+\t[A-Za-z0-9_-]+ Arg1:T\d+ Arg2:T\d+$/,
    A: /^A\d+\t[A-Za-z0-9_-]+ [TR]\d+( [^\t]+)?$/,
    '#': /^#\d+\t[A-Za-z0-9_-]+ [TR]\d+\t.*$/,
  };
  const lines = [''];
  for (const char of ann.replaceAll('\r\n', '\n'))
    if (endsLine(char)) lines.push('');
    else lines.push(`${lines.pop()}${char}`);
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    if (!kinds[line[0] ?? '']?.test(line)) throw new Error(`bad line: ${line}`);
    const [id = '', middle = '', ...rest] = line.split('\t');
    if (seen.has(id)) throw new Error(`twice: ${id}`);
    seen.add(id);
    if (!line.startsWith('T')) return line;
    const offsets = middle
      .slice(middle.indexOf(' ') + 1)
      .split(';')
      .map((it) => it.split(' ').map(Number));
    let before = -1;
    for (const [start = 0, end = 0] of offsets) {
      if (start < before || start >= end || end > characters.length) throw new Error(`bad offsets: ${line}`);
      before = end;
    }
    const quote = offsets.map(([start, end]) => characters.slice(start, end).join('')).join(' ');
    if (quote !== rest.join('\t')) throw new Error(`bad quote: ${line}`);
    return line;
  });
}

test('[XS9] the sample in brat standoff, and its configuration', () => {
  expect([...golden.files.keys()]).toEqual([
    'annotation.conf',
    'visual.conf',
    'kb_shortcuts.conf',
    'labels.json',
    'lyme.txt',
    'lyme.ann',
  ]);
  expect(golden.text('lyme.txt')).toBe(sample.text);
  expect(golden.text('lyme.ann')).toMatchSnapshot();
  expect(golden.text('annotation.conf')).toMatchSnapshot();
  expect(golden.text('visual.conf')).toMatchSnapshot();
  parse(golden.text('lyme.ann'), sample.text);
});

const facts = '😊 Ada Lovelace met Charles Babbage in London.';
const standoff = `T1\tPER 2 14\tAda Lovelace\nT2\tPER 19 34\tCharles Babbage\nT3\tLOC 38 44\tLondon\nR1\tknows Arg1:T1 Arg2:T2\nA1\tCertainty T1 likely\n#1\tAnnotatorNotes T3\tWhich London?\n`;

test('[XS9] the parser of this test is right about brat', () => {
  expect(parse(standoff, facts).length).toBe(6);
  for (const [from, to] of [
    ['2 14', '3 14'],
    ['\tknows', ' knows'],
    ['R1', 'T1'],
  ] as const)
    expect(() => parse(standoff.replace(from, to), facts)).toThrow();
});

/** DOCUMENT as brat can hold it: no line end at either side of a part; what only line ends separate is one part. */
function split({ text, layers, ...document }: ExportDocument): ExportDocument {
  const spansOf = (spans: ExportDocument['layers'][0]['annotations'][0]['spans']) => {
    const inside = new Set(
      spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)),
    );
    const kept = [...inside].filter((at) => !endsLine(text[at] as string));
    const made: { start: number; end: number }[] = [];
    // Neighbours in two spans are two parts.
    const starts = new Set(spans.map((it) => it.start));
    for (const at of kept) {
      const last = made.at(-1);
      const between = last && text.slice(last.end, at);
      if (last && between === '' && !starts.has(at)) last.end = at + 1;
      else if (last && between && [...between].every((it) => endsLine(it))) last.end = at + 1;
      else made.push({ start: at, end: at + 1 });
    }
    return made.map((it) => ({ ...it, exact: '', prefix: '', suffix: '' }));
  };
  return {
    ...document,
    text,
    layers: layers.map((layer) => ({
      ...layer,
      annotations: layer.annotations.map((it) => ({ ...it, spans: spansOf(it.spans) })),
    })),
  };
}

test('[XS9] labels, parts, answers, notes and relations come back from brat; every line is one that brat takes', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { files, losses, text } = written('brat', writeBrat, project, documents);
      const made = readBrat.read(filesOf(files));
      expect(made.problems).toEqual([]);
      for (const { path } of documents) {
        const stem = path.replace('.txt', '');
        parse(text(`${stem}.ann`), text(`${stem}.txt`));
      }
      const how = { discontinuous: 'parts', overlap: 'longest' };
      const left = documents.map((it) =>
        split(reduce(it, catalog.brat.carries, how, ranksOf(project.schema), () => {})),
      );
      const lost = new Set(
        left
          .flatMap(({ layers }) => layers.flatMap((it) => it.annotations))
          .flatMap((it) => (it.spans.length === 0 ? it.id : [])),
      );
      const told = losses.filter((it) => it.what === 'annotation');
      expect(new Set(told.filter((it) => it.fate === 'dropped').map((it) => it.id))).toEqual(lost);
      const changed = documents.flatMap(({ layers }, n) =>
        layers.flatMap((layer, k) =>
          layer.annotations.flatMap((it, i) => {
            const spans = left[n]?.layers[k]?.annotations[i]?.spans ?? [];
            const same =
              spans.length === it.spans.length &&
              spans.every((span, m) => span.start === it.spans[m]?.start && span.end === it.spans[m]?.end);
            return same || lost.has(it.id) ? [] : it.id;
          }),
        ),
      );
      expect(
        told
          .filter((it) => it.fate === 'flattened')
          .map((it) => it.id)
          .sort(),
      ).toEqual(changed.sort());
      const keeps = { ids: false, times: false, annotators: false, facts: false, lost };
      expect(comparable(made.documents, keeps)).toEqual(
        comparable(expectedOf(project, left, 'code-point'), keeps),
      );
      expect(made.schema.labels.map((it) => [it.name, it.parent, it.color])).toEqual([
        ['Person', null, '#0072b2'],
        ['Place name', 'Person', '#d55e00'],
        ['日期', null, '#009e73'],
      ]);
      for (const { layers, text } of made.documents)
        for (const { exact, start, end } of layers.flatMap((it) => it.annotations).flatMap((it) => it.spans))
          expect(
            Array.from(text ?? '')
              .slice(start, end)
              .join(''),
          ).toBe(exact);
    }),
    { numRuns: 60 },
  );
});

test('[XS9] documents whose names differ by their ending or case alone have files of their own', () => {
  const made = written('brat', writeBrat, sampleProject, [
    sample,
    { ...sample, path: 'lyme' },
    { ...sample, path: 'Lyme.txt' },
  ]);
  expect([...made.files.keys()].filter((it) => it.endsWith('.ann'))).toEqual([
    'lyme.ann',
    'lyme~2.ann',
    'Lyme~3.ann',
  ]);
});

const read = (files: Readonly<Record<string, string>>) =>
  readBrat.read(Object.entries(files).map(([path, text]) => sourceFile(path, text)));

test('[XS10] events, normalisations, equivalences and flags of other brat folders', () => {
  const made = read({
    'd/a.txt': 'alpha 🦠 and beta actin\nbinds it',
    'd/a.a1': 'T1\tProtein 0 5;17 22\talpha actin\n',
    'd/a.a2': [
      'T2\tBinding 23 28\tbinds\r',
      'T3\tProtein 29 31\tit',
      'E1\tBinding:T2 Theme:T1 Theme2:T3',
      'A1\tNegation E1',
      'M1\tLevel E1 L1',
      'N1\tReference T1 UniProt:P60709\tActin',
      '*\tEquiv T1 T3',
      '#1\tAnnotatorNotes E1\tback\\slash',
      'R1\tCoref Anaphora:T3 Antecedent:T1',
      'A2\tSpeculation R1',
      '',
    ].join('\n'),
    'annotation.conf':
      '# ours\n[entities]\nThing\n\t!Protein\n-----\n[events]\nBinding\tTheme:Protein\n[relations]\nCoref\tAnaphora:Protein, Antecedent:<ANY>\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>\n[attributes]\nNegation\tArg:<EVENT>\nLevel\tArg:Binding, Value:L1|L2\n',
    'visual.conf': '[drawing]\nProtein\tbgColor:#7FA2FF, fgColor:black\n',
  });
  expect(made.problems).toEqual([]);
  const [document] = made.documents;
  expect(document?.name).toBe('d/a.txt');
  expect(
    document?.layers[0]?.annotations.map((it) => [
      it.id,
      it.label,
      it.spans.map((span) => span.exact),
      it.attributes,
      it.note,
    ]),
  ).toEqual([
    ['T1', 'Protein', ['alpha', 'actin'], {}, 'Reference UniProt:P60709 Actin'],
    ['T2', 'Binding', ['binds'], { Negation: true, Level: 'L1' }, 'back\\slash'],
    ['T3', 'Protein', ['it'], {}, ''],
  ]);
  expect(document?.layers[0]?.relations.map((it) => [it.type, it.from, it.to, it.attributes])).toEqual([
    ['Theme', 'T2', 'T1', {}],
    ['Theme2', 'T2', 'T3', {}],
    ['Equiv', 'T1', 'T3', {}],
    ['Coref', 'T3', 'T1', { Speculation: true }],
  ]);
  expect(made.schema.labels.map((it) => [it.name, it.parent, it.color])).toEqual([
    ['Thing', null, null],
    ['Protein', 'Thing', '#7fa2ff'],
    ['Binding', null, null],
  ]);
  expect(made.schema.relationTypes.map((it) => it.name)).toEqual(['Coref']);
  expect(made.schema.attributes.map((it) => [it.name, it.kind, it.choices, it.of])).toEqual([
    ['Negation', 'boolean', [], []],
    ['Level', 'choice', ['L1', 'L2'], ['Binding']],
  ]);
});

test('[XS6] an .ann without its text, and lines that can’t be read', () => {
  const made = read({
    'a.ann': `${standoff}T4 PER 0 1\nT5\tPER x y\ta\nT1\tPER 0 1\t😊\nR2\tknows Arg1:T1 Arg2:T9\nA2\tSure T9\nX1\twhat T1\n`,
  });
  expect(made.documents[0]?.text).toBe(null);
  expect(made.documents[0]?.layers[0]?.annotations.length).toBe(3);
  expect(made.problems.map((it) => it.where)).toEqual(
    [7, 8, 9, 10, 11, 12].map((line) => `a.ann, line ${line}`),
  );
  expect(() => read({ 'a.txt': 'a' })).toThrow(NotReadable);
});

test('[XS7] damaged brat folders', () => {
  const others = filesOf(golden.files).filter((it) => it.path !== 'lyme.ann');
  fuzzReader(readBrat, 'lyme.ann', golden.text('lyme.ann'), others);
  const files = filesOf(golden.files).filter((it) => !it.path.endsWith('.conf') && it.path !== 'labels.json');
  fuzzReader(readBrat, 'annotation.conf', golden.text('annotation.conf'), files);
  fuzzReader(readBrat, 'labels.json', golden.text('labels.json'), files);
});
