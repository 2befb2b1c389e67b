import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../testing/comeback';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { writeCasJson } from './cas-json';
import { catalog } from './catalog';
import { NotReadable } from './imported';
import { readCasJson } from './read-cas-json';
import { ranksOf, reduce } from './reduce';

const golden = written('cas-json', writeCasJson, sampleProject, [sample], { unit: 'utf-16' }).text(
  sample.path,
);

type Types = Record<
  string,
  { '%NAME': string; '%SUPER_TYPE': string } & Record<string, { '%RANGE': string }>
>;

const builtIn: Record<string, string[]> = {
  'uima.cas.TOP': [],
  'uima.tcas.Annotation': ['@sofa', 'begin', 'end'],
  'uima.tcas.DocumentAnnotation': ['@sofa', 'begin', 'end', 'language'],
  'uima.cas.Sofa': ['sofaNum', 'sofaID', 'mimeType', 'sofaString'],
  'uima.cas.StringArray': ['%ELEMENTS'],
};

/** A reader of its own, from the specification: every type, feature and reference must be there. */
function parse(json: string): (readonly [string, string])[] {
  const cas = JSON.parse(json);
  const types = cas['%TYPES'] as Types;
  const structures = new Map<number, Record<string, unknown>>();
  for (const it of cas['%FEATURE_STRUCTURES']) {
    if (structures.has(it['%ID'])) throw new Error(`twice: ${it['%ID']}`);
    structures.set(it['%ID'], it);
  }
  const featuresOf = (type: string): string[] => {
    const own = builtIn[type];
    if (own) return own;
    const declared = types[type];
    if (declared?.['%NAME'] !== type) throw new Error(`no type ${type}`);
    const features = Object.entries(declared).filter(([key]) => !key.startsWith('%'));
    const names = features.map(([name, feature]) => {
      const range = (feature as { '%RANGE': string })['%RANGE'];
      if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`no name for a feature: ${name}`);
      return range === 'uima.cas.String' ? name : `@${name}`;
    });
    return [...featuresOf(declared['%SUPER_TYPE']), ...names];
  };
  const found: (readonly [string, string])[] = [];
  for (const it of structures.values()) {
    const known = featuresOf(it['%TYPE'] as string);
    for (const [key, value] of Object.entries(it)) {
      if (key === '%ID' || key === '%TYPE') continue;
      if (!known.includes(key)) throw new Error(`no feature ${key} of ${it['%TYPE']}`);
      if (key.startsWith('@') && !structures.has(value as number))
        throw new Error(`a reference to nothing: ${key}`);
    }
    if (typeof it.begin !== 'number') continue;
    const text = structures.get(it['@sofa'] as number)?.sofaString as string;
    if (it.begin < 0 || it.begin > (it.end as number) || (it.end as number) > text.length)
      throw new Error('bad place');
    found.push([String(it.label), text.slice(it.begin, it.end as number)]);
  }
  for (const { '%SOFA': sofa, '%MEMBERS': members } of Object.values(cas['%VIEWS']) as {
    '%SOFA': number;
    '%MEMBERS': number[];
  }[])
    for (const id of [sofa, ...members]) if (!structures.has(id)) throw new Error('a view of nothing');
  return found;
}

const other = `{"%TYPES": {
   "custom.Span": {"%NAME": "custom.Span", "%SUPER_TYPE": "uima.tcas.Annotation", "label": {"%NAME": "label", "%RANGE": "uima.cas.String"}},
   "custom.Relation": {"%NAME": "custom.Relation", "%SUPER_TYPE": "uima.tcas.Annotation",
     "Governor": {"%NAME": "Governor", "%RANGE": "custom.Span"}, "Dependent": {"%NAME": "Dependent", "%RANGE": "custom.Span"}, "label": {"%NAME": "label", "%RANGE": "uima.cas.String"}}},
 "%FEATURE_STRUCTURES": [
   {"%ID": 2, "%TYPE": "custom.Span", "@sofa": 1, "begin": 3, "end": 15, "label": "PER"},
   {"%ID": 4, "%TYPE": "custom.Relation", "@sofa": 1, "begin": 20, "end": 35, "@Governor": 2, "@Dependent": 3, "label": "knows"},
   {"%ID": 3, "%TYPE": "custom.Span", "@sofa": 1, "begin": 20, "end": 35, "label": "PER"},
   {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": "😊 Ada Lovelace met Charles Babbage in London."}],
 "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3, 4]}}}`;

test('[XS14] the sample as CAS JSON', () => {
  expect(golden).toMatchSnapshot();
  const places = parse(golden);
  expect(places[0]).toEqual(['undefined', sample.text]);
  expect(places.filter(([label]) => label === 'Person').map(([, words]) => words)).toEqual([
    'Mary 🐚 Anning',
    'De la Beche',
    'He',
  ]);
});

test('[XS14] the parser of this test is right about CAS JSON', () => {
  expect(parse(other)).toEqual([
    ['PER', 'Ada Lovelace'],
    ['knows', 'Charles Babbage'],
    ['PER', 'Charles Babbage'],
  ]);
  for (const [from, to] of [
    ['"@Dependent": 3', '"@Dependent": 9'],
    ['"end": 15', '"end": 99'],
    ['"label": "PER"', '"labl": "PER"'],
  ] as const)
    expect(() => parse(other.replace(from, to))).toThrow();
});

test('[XS14] labels, answers, notes, relations, people and document fields come back from CAS JSON', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { files, text, losses } = written('cas-json', writeCasJson, project, documents, {
        unit: 'utf-16',
      });
      for (const { path } of documents) parse(text(path));
      const made = readCasJson.read(Array.from(files, ([path, bytes]) => sourceFile(`${path}.json`, bytes)));
      expect(made.problems).toEqual([]);
      expect(losses.filter((it) => it.reason.includes('question'))).toEqual([]);
      const how = { discontinuous: 'parts', overlap: 'longest' };
      const left = documents.map((it) =>
        reduce(it, catalog['cas-json'].carries, how, ranksOf(project.schema), () => {}),
      );
      const wanted = expectedOf(project, left, 'utf-16').map((it) => ({
        ...it,
        layers: it.layers.map((layer) => ({ ...layer, status: null })),
      }));
      const keeps = { ids: true, times: true, annotators: true, facts: true };
      expect(comparable(made.documents, keeps)).toEqual(comparable(wanted, keeps));
      expect(made.documents.map((it) => [it.text, it.sha256])).toEqual(
        documents.map((it) => [it.text, it.sha256]),
      );
    }),
    { numRuns: 80 },
  );
});

const read = (value: unknown) => readCasJson.read([sourceFile('a.json', JSON.stringify(value))]);
const sofa = { '%ID': 9, '%TYPE': 'uima.cas.Sofa', sofaString: 'Mary 🐚 saw Lyme.' };

test('[XS15] what INCEpTION writes: tokens left out, several layers, links with roles', () => {
  const made = readCasJson.read([sourceFile('a.json', other)]);
  expect(made.documents[0]?.layers[0]?.annotations.map((it) => [it.label, it.spans[0]?.start])).toEqual([
    ['PER', 3],
    ['PER', 20],
  ]);
  expect(made.documents[0]?.layers[0]?.relations).toMatchObject([{ type: 'knows', from: '2', to: '3' }]);
  const rich = read({
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'x.Token', '@sofa': 9, begin: 0, end: 4 },
      {
        '%ID': 2,
        '%TYPE': 'x.Entity',
        '@sofa': 9,
        begin: 0,
        end: 4,
        value: 'PER',
        identifier: 'Q1',
        sure: true,
      },
      { '%ID': 3, '%TYPE': 'x.Predicate', '@sofa': 9, begin: 8, end: 11, '@Args': 5, '@next': 2 },
      { '%ID': 4, '%TYPE': 'x.Link', role: 'who', '@target': 2 },
      { '%ID': 5, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [4] },
      sofa,
    ],
  });
  expect(rich.problems).toEqual([]);
  expect(rich.documents[0]?.layers[0]).toMatchObject({
    annotations: [
      { label: 'PER', attributes: { identifier: 'Q1', sure: true } },
      { label: 'Predicate', attributes: {} },
    ],
    relations: [
      { type: 'who', from: '3', to: '2' },
      { type: 'next', from: '3', to: '2' },
    ],
  });
});

test('[XS6] JSON that is no CAS, and structures that can’t be read', () => {
  expect(() => read({ a: 1 })).toThrow(NotReadable);
  expect(() => read({ '%FEATURE_STRUCTURES': [] })).toThrow(/no Sofa/);
  const made = read({
    '%FEATURE_STRUCTURES': {
      '9': sofa,
      '1': { '%TYPE': 'x.Span', '@sofa': 9, begin: 'a', end: 2 },
      '2': 7,
      '3': { '%TYPE': 'x.Relation', '@Governor': 1, '@Dependent': 2 },
      '4': { '%TYPE': 'x.Span', '@sofa': 9, begin: 0, end: 4 },
    },
  });
  expect(made.problems.length).toBe(3);
  expect(made.documents[0]?.layers[0]?.annotations.map((it) => it.label)).toEqual(['Span']);
});

test('[XS7] damaged CAS files', () => {
  fuzzReader(readCasJson, 'a.json', golden);
});
