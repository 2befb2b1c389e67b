import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../testing/comeback';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { catalog } from './catalog';
import { NotReadable } from './imported';
import { writePubannotation } from './pubannotation';
import { readPubannotation } from './read-pubannotation';
import { ranksOf, reduce } from './reduce';

const golden = written('pubannotation', writePubannotation, sampleProject, [sample]).text(sample.path);

type Span = { begin: number; end: number };

/** A reader of its own, from PubAnnotation's page on its format. */
function parse(json: string): string[] {
  const { text, denotations, relations = [], attributes = [] } = JSON.parse(json);
  const characters = Array.from(text as string);
  const ids = new Set<string>();
  const own = (id: string) => {
    if (ids.has(id)) throw new Error(`twice: ${id}`);
    ids.add(id);
  };
  const quotes = denotations.map(({ id, span, obj }: { id: string; span: Span | Span[]; obj: string }) => {
    own(id);
    if (obj === '') throw new Error('no obj');
    return [span]
      .flat()
      .map(({ begin, end }) => {
        if (!(begin >= 0 && begin < end && end <= characters.length)) throw new Error(`bad span of ${id}`);
        return characters.slice(begin, end).join('');
      })
      .join(' ');
  });
  for (const { id, subj, pred, obj } of relations) {
    if (!ids.has(subj) || !ids.has(obj) || typeof pred !== 'string') throw new Error(`bad relation ${id}`);
    own(id);
  }
  for (const { id, subj, pred, obj } of attributes) {
    if (!ids.has(subj) || typeof pred !== 'string' || obj === undefined)
      throw new Error(`bad attribute ${id}`);
    own(id);
  }
  return quotes;
}

const other = `{"text": "😊 Ada Lovelace met Charles Babbage in London.",
 "denotations": [{"id": "T1", "span": {"begin": 2, "end": 14}, "obj": "PER"}, {"id": "T2", "span": {"begin": 19, "end": 34}, "obj": "PER"}],
 "relations": [{"id": "R1", "subj": "T1", "pred": "knows", "obj": "T2"}],
 "attributes": [{"id": "A1", "subj": "T1", "pred": "certainty", "obj": "likely"}]}`;

test('[XS13] the sample for PubAnnotation', () => {
  expect(golden).toMatchSnapshot();
  expect(parse(golden)).toEqual(
    sample.layers.flatMap((it) => it.annotations).map((it) => it.spans.map((span) => span.exact).join(' ')),
  );
});

test('[XS13] the parser of this test is right about PubAnnotation', () => {
  expect(parse(other)).toEqual(['Ada Lovelace', 'Charles Babbage']);
  for (const [from, to] of [
    ['"end": 14', '"end": 1'],
    ['"obj": "T2"', '"obj": "T9"'],
    ['"id": "T2"', '"id": "T1"'],
  ] as const)
    expect(() => parse(other.replace(from, to))).toThrow();
});

test('[XS13] parts, answers, notes and relations come back from PubAnnotation', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { files, text } = written('pubannotation', writePubannotation, project, documents);
      for (const { path } of documents) parse(text(path));
      const made = readPubannotation.read(
        Array.from(files, ([path, bytes]) => sourceFile(`${path}.json`, bytes)),
      );
      expect(made.problems).toEqual([]);
      const how = { discontinuous: 'parts', overlap: 'longest' };
      const left = documents.map((it) =>
        reduce(it, catalog.pubannotation.carries, how, ranksOf(project.schema), () => {}),
      );
      const keeps = { ids: true, times: false, annotators: false, facts: false };
      expect(comparable(made.documents, keeps)).toEqual(
        comparable(expectedOf(project, left, 'code-point'), keeps),
      );
      expect(made.documents.map((it) => it.text)).toEqual(documents.map((it) => it.text));
    }),
    { numRuns: 100 },
  );
});

const read = (value: unknown) => readPubannotation.read([sourceFile('a.json', JSON.stringify(value))]);

test('[XS13] chained fragments, tracks and flags of other tools', () => {
  const made = read({
    text: 'alpha 🦠 and beta actin',
    sourcedb: 'PubMed',
    sourceid: 12,
    denotations: [
      { id: 'T1', span: { begin: 16, end: 21 }, obj: 'Protein' },
      { id: 'T2', span: { begin: 0, end: 5 }, obj: '_FRAGMENT' },
    ],
    relations: [{ id: 'R1', subj: 'T1', pred: '_lexicallyChainedTo', obj: 'T2' }],
    attributes: [
      { subj: 'T1', pred: 'negated', obj: true },
      { subj: 'T1', pred: 'level', obj: 2 },
    ],
    tracks: [{ project: 'second', denotations: [{ span: { begin: 0, end: 5 }, obj: 'Greek' }] }],
  });
  expect(made.problems).toEqual([]);
  expect(made.documents).toMatchObject([
    {
      name: 'PubMed-12',
      layers: [
        {
          annotator: null,
          annotations: [
            {
              label: 'Protein',
              spans: [
                { start: 0, end: 5 },
                { start: 16, end: 21 },
              ],
              attributes: { negated: true, level: 2 },
            },
          ],
          relations: [],
        },
        { annotator: { name: 'second' }, annotations: [{ label: 'Greek' }] },
      ],
    },
  ]);
});

test('[XS6] JSON without denotations, and rows that can’t be read', () => {
  expect(() => read({ text: 'a' })).toThrow(NotReadable);
  expect(() => readPubannotation.read([sourceFile('a.json', '{')])).toThrow(/line 1/);
  const made = read({
    text: 'a',
    denotations: [1, { id: 'T1', span: { begin: 0, end: 1 }, obj: 'x' }],
    relations: [{ subj: 'T1', pred: 'p', obj: 'T7' }],
    attributes: [{ subj: 'T8', pred: 'p', obj: 1 }],
  });
  expect(made.problems.map((it) => it.where)).toEqual([
    'a.json, denotation 1',
    'a.json, relation 1',
    'a.json, attribute 1',
  ]);
  expect(made.documents[0]?.layers[0]?.annotations.length).toBe(1);
});

test('[XS7] damaged PubAnnotation files', () => {
  fuzzReader(readPubannotation, 'a.json', golden);
});
