import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySchema, type Schema } from '../model';
import { offsetUnits } from '../offsets';
import { schemas } from '../testing/arbitraries';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { NotReadable } from './imported';
import { importedSchema } from './imported-schema';
import { writeJson, writeJsonLines } from './json';
import { readJson, readJsonLines } from './json-read';

const kinds = [
  { id: 'json', write: writeJson, reader: readJson },
  { id: 'jsonl', write: writeJsonLines, reader: readJsonLines },
] as const;

const golden = {
  json: written('json', writeJson, sampleProject, [sample]).text(),
  jsonl: written('jsonl', writeJsonLines, sampleProject, [sample]).text(),
};

test.each(kinds)('[XP1] everything comes back from $id, in every unit', ({ id, write, reader }) => {
  fc.assert(
    fc.property(exportProjects, fc.constantFrom(...offsetUnits), ({ project, documents }, unit) => {
      const files = [sourceFile('x', written(id, write, project, documents, { unit }).text())];
      expect(reader.recognises(files)).toBe(1);
      const made = reader.read(files);
      expect(made.documents).toEqual(expectedOf(project, documents, unit));
      expect(made).toMatchObject({ format: id, unit, problems: [] });
      expect(made.schema).toEqual(importedSchema(project.schema));
    }),
  );
});

test.each(kinds)('[XP1] any schema comes back from $id', ({ id, write, reader }) => {
  fc.assert(
    fc.property(schemas, (schema) => {
      const text = written(id, write, { id: 'p', name: '', schema }, []).text();
      const made = reader.read([sourceFile('x', text)]);
      expect(made.schema).toEqual(importedSchema(schema));
      expect(made.problems).toEqual([]);
    }),
  );
});

test('[XP1] a schema is told by names', () => {
  const { labels, relationTypes, attributes, relationAttributes } = importedSchema(sampleProject.schema);
  expect(labels.map((it) => [it.name, it.parent])).toEqual([
    ['Person', null],
    ['Place name', 'Person'],
    ['日期', null],
  ]);
  expect(relationTypes.map((it) => it.from)).toEqual([[], ['Person']]);
  expect(attributes.find((it) => it.name === 'Sure?')?.of).toEqual(['Person']);
  expect(relationAttributes.map((it) => it.name)).toEqual(['Strength']);
  expect(
    importedSchema({ ...emptySchema, labels: [...sampleProject.schema.labels].slice(1) }).labels[0],
  ).toMatchObject({ name: 'Place name', parent: null });
});

test('[XP2] one document a line, and each line is JSON', () => {
  const two = written('jsonl', writeJsonLines, sampleProject, [sample, { ...sample, path: 'b.txt' }], {
    refused: [{ path: 'c.bin', reason: 'It is not text.' }],
  }).text();
  const lines = two.split('\n');
  expect(lines.pop()).toBe('');
  const rows = lines.map((line) => JSON.parse(line));
  expect(rows.length).toBe(4);
  expect(rows[0]).toMatchObject({ format: 'postil-export-lines', version: 1, offsetUnit: 'code-point' });
  expect(rows[0].schema).toEqual(sampleProject.schema);
  expect(rows.slice(1, 3).map((it) => it.path)).toEqual(['lyme.txt', 'b.txt']);
  expect(rows[3]).toEqual({ refused: [{ path: 'c.bin', reason: 'It is not text.' }] });
  const whole = JSON.parse(golden.json);
  expect(rows[1]).toEqual(whole.documents[0]);
  expect(readJsonLines.read([sourceFile('x', two)]).problems).toEqual([
    { where: 'c.bin', reason: 'It was left out when this file was written: It is not text.' },
  ]);
});

test('[XP2] the sample in code points', () => {
  const made = JSON.parse(golden.json).documents[0];
  const characters = Array.from(made.text as string);
  expect(made.annotations.map((it: { spans: object }) => it.spans)).toEqual([
    [{ start: 2, end: 34, exact: 'Mary 🐚 Anning showed De la Beche' }],
    [{ start: 2, end: 15, exact: 'Mary 🐚 Anning' }],
    [
      { start: 23, end: 34, exact: 'De la Beche' },
      { start: 57, end: 59, exact: 'He' },
    ],
    [{ start: 51, end: 55, exact: 'Lyme' }],
    [{ start: 35, end: 47, exact: 'the cliffs 🦕' }],
  ]);
  for (const { start, end, exact } of made.annotations.flatMap(
    (it: { spans: { start: number; end: number; exact: string }[] }) => it.spans,
  ))
    expect(characters.slice(start, end).join('')).toBe(exact);
});

test.each([
  ['not JSON', golden.json.slice(0, -9), /x, line \d+: it is not JSON/],
  [
    'another format',
    golden.json.replace('postil-export', 'other'),
    /does not say that it is a postil-export file/,
  ],
  ['a newer version', golden.json.replace('"version": 1', '"version": 2'), /newer Postil \(version 2/],
  ['no unit', golden.json.replace('"code-point"', '"glyph"'), /offsetUnit/],
  ['no documents', golden.json.replace('"documents"', '"papers"'), /documents/],
  ['a list', '[]', /does not say/],
])('[XP3] %s is refused', (_, text, message) => {
  expect(() => readJson.read([sourceFile('x', text)])).toThrow(NotReadable);
  expect(() => readJson.read([sourceFile('x', text)])).toThrow(message);
});

test.each([
  ['an annotation', '"id":"a1"', '"id":7', 'document 1, annotation 2', 4],
  ['a span', '{"start":51,"end":55,', '{"start":-4,"end":55,', 'document 1, annotation 4', 4],
  ['a relation’s end', '"to":"a2"', '"to":"a9"', 'document 1, relation “r1”', 5],
  ['a label', '"color":"#0072b2"', '"color":"blue"', 'schema, labels 1', 5],
])('[XP3] %s that is damaged is named, the rest is kept', (_, from, to, where, kept) => {
  expect(golden.json).toContain(from);
  const made = readJson.read([sourceFile('x', golden.json.replace(from, to))]);
  expect(made.problems.map((it) => it.where)).toContain(where);
  expect(made.documents[0]?.layers.flatMap((it) => it.annotations).length).toBe(kept);
});

test('[XP3] a line that is damaged is named, and so is a missing end', () => {
  const lines = golden.jsonl.split('\n');
  const damaged = [lines[0], '{"path":', lines[1]].join('\n');
  const made = readJsonLines.read([sourceFile('x', damaged)]);
  expect(made.documents.length).toBe(1);
  expect(made.problems.map((it) => it.where)).toEqual(['line 2', 'x']);
  expect(() => readJsonLines.read([sourceFile('x', `x${golden.jsonl}`)])).toThrow(
    /x, line 1: it is not JSON/,
  );
});

test('[XP3] the same id in two layers becomes two', () => {
  const [anna, wang] = sample.layers as [(typeof sample.layers)[0], (typeof sample.layers)[0]];
  const twice = { ...sample, layers: [anna, { ...anna, annotator: wang.annotator }] };
  const text = written('json', writeJson, sampleProject, [twice]).text();
  const layers = readJson.read([sourceFile('x', text)]).documents[0]?.layers ?? [];
  expect(layers[0]?.annotations.map((it) => it.id)).toEqual(['b1', 'a1', 'a2', 'a3']);
  expect(layers[1]?.annotations.map((it) => it.id)).toEqual(['b1~2', 'a1~2', 'a2~2', 'a3~2']);
  expect(layers[1]?.relations[0]).toMatchObject({ from: 'a1~2', to: 'a2~2' });
});

test.each(kinds)('[XP4] damaged $id is read or refused', ({ id, reader }) => {
  fuzzReader(reader, `x.${id}`, golden[id]);
});

test('[XP4] neither reader takes the other’s file', () => {
  expect(readJson.recognises([sourceFile('x', golden.jsonl)])).toBe(0);
  expect(readJsonLines.recognises([sourceFile('x', golden.json)])).toBe(0);
  expect(readJson.recognises([])).toBe(0);
  const schema: Schema = emptySchema;
  expect(readJson.recognises([sourceFile('x', JSON.stringify(schema))])).toBe(0);
});
