import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetUnits } from '../offsets';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, type Written, written } from '../testing/written';
import { columnFor } from './columns';
import type { ImportedDocument } from './imported';
import { NotReadable } from './imported';
import { importedSchema } from './imported-schema';
import { readCsv, readTsv } from './table-read';
import { writeCsv, writeTsv } from './table-write';

const kinds = [
  { id: 'csv', write: writeCsv, reader: readCsv },
  { id: 'tsv', write: writeTsv, reader: readTsv },
] as const;

const filesOf = ({ files }: Written) => [...files].map(([to, bytes]) => sourceFile(`out${to}`, bytes));

/** As UTF-8 can say it: lone halves of characters become U+FFFD. */
const wellFormed = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, it) => (typeof it === 'string' ? Buffer.from(it).toString() : it)));

/** What a table has rows for: not texts, status, memo, ids of annotators, nor what holds nothing. */
const tabular = (documents: readonly ImportedDocument[]) =>
  documents.flatMap((document) => {
    const layers = document.layers
      .filter((it) => it.annotations.length > 0 || Object.keys(it.fields).length > 0)
      .map((it) => ({
        ...it,
        annotator: it.annotator && { ...it.annotator, id: null },
        memo: '',
        status: null,
        annotations: it.annotations.map((row) => ({ ...row, updatedAt: null })),
      }));
    return layers.length === 0 ? [] : [{ ...document, text: null, sha256: null, layers }];
  });

test.each(kinds)('[XP5] everything that $id carries comes back, in every unit', ({ id, write, reader }) => {
  const how = fc.record({
    unit: fc.constantFrom(...offsetUnits),
    choices: fc.constantFrom({ bom: 'no' }, { bom: 'yes' }),
  });
  fc.assert(
    fc.property(exportProjects, how, ({ project, documents }, { unit, choices }) => {
      const files = filesOf(written(id, write, project, documents, { unit, choices }));
      expect(reader.recognises(files)).toBe(0.95);
      const made = reader.read(files);
      expect(wellFormed(made.documents)).toEqual(wellFormed(tabular(expectedOf(project, documents, unit))));
      expect(made).toMatchObject({ format: id, unit, problems: [], schema: importedSchema(project.schema) });
    }),
  );
});

const golden = written('csv', writeCsv, sampleProject, [sample]);
const goldenTsv = written('tsv', writeTsv, sampleProject, [sample], { unit: 'utf-16' });

test('[XP6] the sample as CSV', () => {
  expect(golden.text().split('\r\n')).toEqual([
    'doc,annotation_id,label,start_cp,end_cp,text,Certainty,Tags,Gloss,Count,Sure?,note,annotator,created',
    'lyme.txt,b1,日期,2,34,Mary 🐚 Anning showed De la Beche,,,,,,"\'=who, ""whom""?",Anna,2026-01-01T00:00:00.000Z',
    'lyme.txt,a1,Person,2,15,Mary 🐚 Anning,likely,,,2,true,,Anna,2026-01-01T00:00:00.000Z',
    'lyme.txt,a2,Person,23,34,De la Beche,,a;b\\;c,1796,,,,Anna,2026-01-01T00:00:00.000Z',
    'lyme.txt,a2,Person,57,59,He,,a;b\\;c,1796,,,,Anna,2026-01-01T00:00:00.000Z',
    'lyme.txt,a3,Place name,51,55,Lyme,,,,,,Which Lyme?,Anna,2026-01-01T00:00:00.000Z',
    'lyme.txt,,Genre,,,biography,,,,,,,Anna,',
    'lyme.txt,,Year,,,1836,,,,,,,Anna,',
    'lyme.txt,c1,Place name,35,47,the cliffs 🦕,,,,,,,王芳,2026-01-01T00:00:00.000Z',
    '',
  ]);
  expect(golden.text('.relations.csv').split('\r\n')).toEqual([
    'doc,relation_id,type,from_id,from_text,to_id,to_text,Strength,note,annotator',
    'lyme.txt,r1,says,a1,Mary 🐚 Anning,a2,De la Beche … He,-2,shown,Anna',
    'lyme.txt,r2,is the same,a1,Mary 🐚 Anning,a1,Mary 🐚 Anning,,,Anna',
    '',
  ]);
  expect([...golden.files.keys()]).toEqual(['', '.labels.json', '.relations.csv']);
  expect(golden.losses.map((it) => [it.id, it.what])).toEqual([['anna-1', 'facts']]);
});

test('[XP6] the sample as TSV', () => {
  expect(goldenTsv.text().split('\r\n').slice(0, 3)).toEqual([
    'doc\tannotation_id\tlabel\tstart_utf16\tend_utf16\ttext\tCertainty\tTags\tGloss\tCount\tSure?\tnote\tannotator\tcreated',
    'lyme.txt\tb1\t日期\t3\t36\tMary 🐚 Anning showed De la Beche\t\t\t\t\t\t"\'=who, ""whom""?"\tAnna\t2026-01-01T00:00:00.000Z',
    'lyme.txt\ta1\tPerson\t3\t17\tMary 🐚 Anning\tlikely\t\t\t2\ttrue\t\tAnna\t2026-01-01T00:00:00.000Z',
  ]);
  expect(goldenTsv.text('.relations.csv')).toBe(golden.text('.relations.csv'));
});

test('[XP6] an attribute called like a column is told apart', () => {
  expect(['Certainty', 'note', 'Start', 'attribute:x', 'Created at', ' '].map(columnFor)).toEqual([
    'Certainty',
    'attribute:note',
    'attribute:Start',
    'attribute:attribute:x',
    'attribute:Created at',
    'attribute: ',
  ]);
  const attributes = sampleProject.schema.attributes.map((it) =>
    it.id === 'gloss' ? { ...it, name: 'note' } : it,
  );
  const project = { ...sampleProject, schema: { ...sampleProject.schema, attributes } };
  const made = readCsv.read(filesOf(written('csv', writeCsv, project, [sample])));
  const row = made.documents[0]?.layers[0]?.annotations.find((it) => it.id === 'a2');
  expect(row).toMatchObject({ note: '', attributes: { note: '1796' } });
});

test('[XP6] what has no column is told', () => {
  const [anna] = sample.layers as [(typeof sample.layers)[0]];
  const gone = anna.annotations.map((it) => (it.id === 'a3' ? { ...it, attributes: { gone: 'x' } } : it));
  const layers = [
    { ...anna, annotations: gone },
    { ...anna, annotator: { id: 'other', name: 'Anna' } },
  ];
  const { losses } = written('csv', writeCsv, sampleProject, [{ ...sample, layers }]);
  expect(losses.filter((it) => it.what !== 'facts').map((it) => [it.id, it.fate, it.what])).toEqual([
    ['other', 'flattened', 'annotator'],
    ['a3', 'dropped', 'attributes'],
  ]);
});

test('[XP7] tables of other tools: their names, order and delimiter, without a schema', () => {
  const text = [
    'Comment;Quotation;End;Begin;Code;File;Coder;weight;checked;name\r',
    '"first; ""best""";Ada;3;0;Person;a.txt;AB;2;TRUE;x',
    ';"B\nC";12.0;9;Person;a.txt;AB;3.5;false;007',
    ';;;;;;;;;',
    ';;;;biography;a.txt;AB;;;',
  ].join('\n');
  const [file] = [sourceFile('t.csv', text)];
  expect(readCsv.recognises([file])).toBe(0.7);
  expect(readTsv.recognises([file])).toBe(0);
  const { documents, unit, problems } = readCsv.read([file]);
  expect({ unit, problems }).toEqual({ unit: null, problems: [] });
  expect(documents).toMatchObject([{ name: 'a.txt', text: null, layers: [{ annotator: { name: 'AB' } }] }]);
  expect(documents[0]?.layers[0]?.fields).toEqual({ biography: true });
  expect(documents[0]?.layers[0]?.annotations).toMatchObject([
    {
      id: 'row-2',
      note: 'first; "best"',
      spans: [{ start: 0, end: 3, exact: 'Ada' }],
      attributes: { weight: 2, checked: true, name: 'x' },
    },
    {
      spans: [{ start: 9, end: 12, exact: 'B\nC' }],
      attributes: { weight: 3.5, checked: false, name: '007' },
    },
  ]);
});

test('[XP7] a table of words without offsets, and rows of other tools that share an id', () => {
  const words = readCsv.read([sourceFile('t.csv', 'quote,label\nAda,Person\n,Person\n')]);
  expect(words.documents[0]?.layers[0]?.annotations[0]?.spans).toEqual([
    { start: 0, end: 3, exact: 'Ada', prefix: '', suffix: '' },
  ]);
  expect(words.problems).toEqual([{ where: 't.csv, row 3', reason: 'Left out: it has no words.' }]);
  const shared = readTsv.read([sourceFile('t.tsv', 'id\tlabel\tstart\tend\n1\tA\t0\t2\n1\tA\t4\t6\n')]);
  expect(shared.documents[0]?.layers[0]?.annotations.map((it) => [it.id, it.spans.length])).toEqual([
    ['1', 1],
    ['1~2', 1],
  ]);
});

const csv = golden.text();

test('[XP7] twenty thousand rows that share an id are as many annotations', () => {
  const text = `id,label,start,end\n${'interview-7,Place,0,1\n'.repeat(20_000)}`;
  const [layer] = readCsv.read([sourceFile('rows.csv', text)]).documents[0]?.layers ?? [];
  expect(new Set(layer?.annotations.map((it) => it.id)).size).toBe(20_000);
  expect(layer?.annotations.at(-1)?.id).toBe('interview-7~20000');
});

test.each([
  ['without a label column', csv.replace(',label,', ',ladle,')],
  ['without offsets and words', csv.replace('start_cp', 's').replace(',text,', ',words,')],
  ['that is none', '{"format": "other"}'],
])('[XP8] a table %s is refused with its place', (_, text) => {
  expect(() => readCsv.read([sourceFile('t.csv', text)])).toThrow(NotReadable);
  expect(() => readCsv.read([sourceFile('t.csv', text)])).toThrow(/^t\.csv, row 1: /);
  expect(readCsv.recognises([sourceFile('t.csv', text)])).toBe(0);
});

test.each([
  ['an offset that is none', 'Person,2,15', 'Person,2,x', '“x” is no offset.'],
  ['an end before its start', 'Person,2,15', 'Person,20,15', 'it ends (15) before it starts (20).'],
  [
    'a row that is too long',
    'likely,,,2,true,,Anna,',
    'likely,,,2,true,,Anna,,,,x',
    'it has 17 cells, the header 14.',
  ],
  ['a missing label', 'a1,Person', 'a1,', 'it has no label.'],
])('[XP8] %s is named, the rest is kept', (_, from, to, reason) => {
  expect(csv).toContain(from);
  const made = readCsv.read([sourceFile('t.csv', csv.replace(from, to))]);
  expect(made.problems).toEqual([{ where: 't.csv, row 3', reason: `Left out: ${reason}` }]);
  expect(made.documents[0]?.layers.flatMap((it) => it.annotations).length).toBe(4);
});

test('[XP8] damage beside the table is named', () => {
  const files = [
    sourceFile('t.csv', csv),
    sourceFile('t.csv.labels.json', '{'),
    sourceFile('t.csv.relations.csv', golden.text('.relations.csv').replace('a2', 'a9')),
  ];
  const made = readCsv.read(files);
  expect(made.problems.map((it) => it.where)).toEqual(['t.csv.labels.json', 't.csv.relations.csv, row 2']);
  expect(made.documents[0]?.layers[0]?.relations.length).toBe(1);
});

test.each([
  ['table', '', readCsv],
  ['relations', '.relations.csv', readCsv],
  ['schema', '.labels.json', readCsv],
] as const)('[XP8] a damaged %s is read or refused', (_, to, reader) => {
  const others = filesOf(golden).filter((it) => it.path !== `out${to}`);
  fuzzReader(reader, `out${to}`, golden.files.get(to) as Uint8Array, others);
});

test('[XP8] a damaged TSV is read or refused', () => {
  fuzzReader(readTsv, 'out.tsv', goldenTsv.text());
});
