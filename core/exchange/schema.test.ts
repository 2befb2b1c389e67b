import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrongAnswer } from '../edit-attributes';
import { type Imported, type ImportedQuestion, noSchema } from '../formats/imported';
import type { AttributeType, AttributeValue } from '../model';
import { emptySchema, type Schema } from '../model';
import { palette } from '../palette';
import { problemsOf } from '../schema-problems';
import { starterSchema } from '../starter';
import { attributes } from '../testing/arbitraries';
import { fitted } from './answers';
import { usualOptions } from './report';
import { fitSchema, usesOf } from './schema';

const file = (parts: Partial<Imported>): Imported => ({
  format: 'json',
  documents: [],
  schema: noSchema,
  unit: null,
  usualUnit: 'code-point',
  problems: [],
  ...parts,
});

const annotation = (label: string, answers: Record<string, AttributeValue> = {}) => ({
  id: label,
  label,
  spans: [],
  attributes: answers,
  note: '',
  createdAt: null,
  updatedAt: null,
  isSuggestion: false,
});

const using = (...annotations: ReturnType<typeof annotation>[]) =>
  file({
    documents: [
      {
        name: '',
        text: '',
        sha256: null,
        layers: [{ annotator: null, annotations, relations: [], fields: {}, memo: '', status: null }],
      },
    ],
  });

const fitTo = (it: Imported, schema: Schema, labels: Record<string, string | null> = {}) =>
  fitSchema(it.schema, usesOf(it), schema, { mapping: { ...usualOptions.mapping, labels } });

const label = (name: string, parts: object = {}) => ({
  name,
  color: null,
  key: null,
  parent: null,
  description: '',
  ...parts,
});

test('[XI8] labels go by name, then by name in any case, then where they are told to go; others are made', () => {
  const it = using(
    annotation('Person'),
    annotation('PLACE'),
    annotation('Ort'),
    annotation('Rest'),
    annotation('New'),
  );
  const found = fitTo(it, starterSchema(), { Ort: 'place', Rest: null });
  const ids = [...found.labels].map(([name, row]) => [name, row?.id ?? null]);
  expect(ids).toEqual([
    ['Person', 'person'],
    ['PLACE', 'place'],
    ['Ort', 'place'],
    ['Rest', null],
    ['New', 'new'],
  ]);
  expect(found.newLabels).toEqual(['New']);
  expect(found.schema.labels.slice(0, -1)).toEqual(starterSchema().labels);
});

test('[XI8] new labels have colours of their own, keys that are free, and stand below their parents, never below themselves', () => {
  const it = file({
    schema: {
      ...noSchema,
      labels: [
        label('A', { key: '1', color: '#ABCDEF' }),
        label('B', { key: 'x', parent: 'C' }),
        label('C', { key: 'a', parent: 'B' }),
        label('D', { parent: 'Person', key: 'x' }),
        label('E'),
      ],
    },
  });
  const { schema } = fitTo(it, starterSchema());
  const by = new Map(schema.labels.map((row) => [row.name, row]));
  expect(by.get('A')).toMatchObject({ color: '#abcdef', key: null });
  expect(by.get('B')).toMatchObject({ key: 'x', parent: by.get('C')?.id });
  expect(by.get('C')).toMatchObject({ key: null, parent: null });
  expect(by.get('D')).toMatchObject({ key: null, parent: 'person' });
  const used = starterSchema().labels.map((row) => row.color);
  const fresh = ['B', 'C', 'D', 'E'].map((name) => by.get(name)?.color as string);
  expect(new Set(fresh).size).toBe(4);
  for (const color of fresh) expect(palette).toContain(color);
  const free = palette.filter((color) => !used.includes(color));
  for (const color of fresh.slice(0, free.length)) expect(free).toContain(color);
  expect(problemsOf(schema)).toEqual([]);
});

test('[XI8] whatever a file declares and uses, the schema is in order, and the same file again adds nothing', () => {
  const name = fc.oneof(
    fc.constantFrom('A', 'a', 'B', ' B ', '', 'Person', '__proto__', 'constructor'),
    fc.string({ maxLength: 5 }),
  );
  const question: fc.Arbitrary<ImportedQuestion> = fc.record({
    name,
    kind: fc.constantFrom('choice', 'multi-choice', 'text', 'number', 'boolean'),
    choices: fc.uniqueArray(fc.constantFrom('x', 'y', '', 'z'), { maxLength: 3 }),
    description: fc.constant(''),
    required: fc.boolean(),
    default: fc.constantFrom(null, 'x', 3, true),
    of: fc.array(name, { maxLength: 2 }),
  });
  const parent = fc.option(name);
  const labels = fc.array(
    fc.record({
      name,
      color: fc.constantFrom(null, '#123456', 'red'),
      key: fc.constantFrom(null, 'a', 'x', '7', '77'),
      parent,
      description: fc.constant(''),
    }),
    { maxLength: 5 },
  );
  const types = fc.array(
    fc.record({
      name,
      color: fc.constant(null),
      description: fc.constant(''),
      from: fc.array(name, { maxLength: 2 }),
      to: fc.array(name, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  );
  const questions = fc.array(question, { maxLength: 3 });
  const declared = fc.record({
    labels,
    attributes: questions,
    relationAttributes: questions,
    relationTypes: types,
    documentFields: questions,
  });
  const uses = fc.array(fc.tuple(name, attributes), { maxLength: 4 });
  fc.assert(
    fc.property(declared, uses, fc.constantFrom(emptySchema, starterSchema()), (schema, used, before) => {
      const it = { ...using(...used.map(([of, answers]) => annotation(of, answers))), schema };
      const once = fitTo(it, before);
      expect(problemsOf(once.schema)).toEqual([]);
      expect(fitTo(it, once.schema).schema).toEqual(once.schema);
      expect(once.schema.labels.slice(0, before.labels.length)).toEqual(before.labels);
    }),
    { numRuns: 300 },
  );
});

const type = (kind: AttributeType['kind'], choices: string[] = []): AttributeType => ({
  id: 'q',
  name: 'Q',
  kind,
  choices,
  description: '',
  required: false,
  default: null,
  target: 'annotation',
  of: [],
});

test('[XI9] answers are fitted to their question; what does not fit is told, and never kept', () => {
  expect(fitted(type('boolean'), 'Yes')).toEqual({ value: true, lost: null });
  expect(fitted(type('boolean'), 'maybe')).toEqual({ value: null, lost: 'maybe' });
  expect(fitted(type('number'), ' 12.5 ')).toEqual({ value: 12.5, lost: null });
  expect(fitted(type('number'), '')).toEqual({ value: null, lost: '' });
  expect(fitted(type('text'), ['a', 'b'])).toEqual({ value: 'a, b', lost: null });
  expect(fitted(type('choice', ['Likely', '3']), 'likely').value).toBe('Likely');
  expect(fitted(type('choice', ['Likely', '3']), 3).value).toBe('3');
  expect(fitted(type('multi-choice', ['a', 'b']), ['A', 'c', 'a'])).toEqual({ value: ['a'], lost: 'c' });
  const any = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.double({ noNaN: true }),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('choice', 'multi-choice', 'text', 'number', 'boolean'),
      any,
      (kind, value) => {
        const row = type(kind, kind.includes('choice') ? ['a', 'b'] : []);
        const fit = fitted(row, value);
        if (fit.value !== null) expect(wrongAnswer(row, fit.value)).toBeNull();
        else expect(fit.lost !== null || (typeof value === 'object' && value.length === 0)).toBe(true);
      },
    ),
  );
});
