import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newLabel, newQuestion, newRelationType, withNew, withoutRow, withRow } from './edit-schema';
import { type Annotation, emptySchema, type Layer, type Schema } from './model';
import { applyToLayer, reverse } from './patch';
import {
  converted,
  type Fate,
  lossesOf,
  mayLose,
  type Refactoring,
  refactorLayer,
  splitCount,
} from './refactor';
import { textAndLayer } from './testing/arbitraries';

const now = '2026-02-03T04:05:06.789Z';

/** Knows the labels, attributes and relation types that the random layers use. */
const schema: Schema = {
  labels: ['person', 'place', 'date'].map((id) => ({ ...newLabel(emptySchema, id), id })),
  attributes: [
    { ...newQuestion(emptySchema, 'attributes', 'sure'), kind: 'boolean' },
    { ...newQuestion(emptySchema, 'attributes', 'a'), kind: 'text' },
    { ...newQuestion(emptySchema, 'attributes', 'zz'), kind: 'number', of: ['person', 'place'] },
  ],
  relationTypes: ['says', 'is'].map((id) => ({ ...newRelationType(emptySchema, id), loops: true })),
  documentFields: [{ ...newQuestion(emptySchema, 'documentFields', 'b'), kind: 'text' }],
};

const afters: readonly Schema[] = [
  withoutRow(schema, 'labels', 'person'),
  withoutRow(schema, 'labels', 'person', 'place'),
  withoutRow(schema, 'attributes', 'sure'),
  withoutRow(schema, 'relationTypes', 'says'),
  withoutRow(schema, 'documentFields', 'b'),
  withRow(schema, 'attributes', 'zz', { of: ['place'] }),
  withRow(schema, 'attributes', 'a', { kind: 'number' }),
  withRow(schema, 'relationTypes', 'is', { from: ['date'], loops: false }),
  withRow(schema, 'relationTypes', 'is', { cycles: false }),
  withRow(schema, 'relationTypes', 'says', { cycles: false, loops: false }),
  emptySchema,
];

const fatesFor = (layer: Layer, after: Schema, fate: Fate['do']): Refactoring['fates'] => {
  const into = { label: 'place', relation: 'is', circle: 'is', answer: 'a', field: 'none' } as const;
  return Object.fromEntries(
    lossesOf(layer, schema, after).map(({ key, kind }): [string, Fate] => [
      key,
      fate === 'merge' ? { do: 'merge', into: into[kind] } : { do: fate },
    ]),
  );
};

const run = (layer: Layer, refactoring: Partial<Refactoring> & { readonly after: Schema }) => {
  const patch = refactorLayer(layer, { before: schema, fates: {}, split: null, ...refactoring }, now);
  const applied = applyToLayer(layer, patch ?? {});
  if (!applied.ok) throw new Error(applied.failure.message);
  return { patch, layer: applied.value };
};

test('[Z9] a refactoring and its undo leave the layer as it was; what is kept is not touched', () => {
  fc.assert(
    fc.property(
      textAndLayer,
      fc.constantFrom(...afters),
      fc.constantFrom('merge', 'keep', 'remove'),
      ({ layer }, after, fate) => {
        const { patch, layer: next } = run(layer, { after, fates: fatesFor(layer, after, fate) });
        if (fate === 'keep') expect(patch).toBeNull();
        if (!patch) return;
        const back = applyToLayer(next, reverse(patch));
        expect(back).toEqual({
          ok: true,
          value: { ...layer, relations: [...layer.relations].sort((a, b) => (a.id < b.id ? -1 : 1)) },
        });
      },
    ),
  );
});

test('[Z10] removing leaves nothing that lost its ground, and only takes what was counted', () => {
  fc.assert(
    fc.property(textAndLayer, fc.constantFrom(...afters), ({ layer }, after) => {
      const losses = lossesOf(layer, schema, after);
      if (losses.length > 0) expect(mayLose(schema, after)).toBe(true);
      const next = run(layer, { after, fates: fatesFor(layer, after, 'remove') }).layer;
      expect(lossesOf(next, schema, after)).toEqual([]);
      const count = losses.filter((it) => it.kind === 'label').reduce((sum, it) => sum + it.count, 0);
      expect(layer.annotations.length - next.annotations.length).toBe(count);
    }),
  );
});

const quoted = (id: string, label: string, exact: string, parts: Partial<Annotation> = {}): Annotation => ({
  id,
  label,
  spans: [{ start: 0, end: exact.length, exact, prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: now,
  updatedAt: '2020-01-01T00:00:00.000Z',
  ...parts,
});
const layer = (annotations: readonly Annotation[], parts: Partial<Layer> = {}): Layer => ({
  document: { path: 'a.txt', sha256: '0'.repeat(64), length: 9, projection: 'txt/1' },
  annotator: { id: 'x', name: 'X' },
  status: 'todo',
  memo: '',
  fields: {},
  annotations,
  relations: [],
  ...parts,
});

describe('[Z11] merging loses no annotation but a twin that says nothing more', () => {
  const after = withoutRow(schema, 'labels', 'person', 'place');
  const fates = { 'label/person': { do: 'merge', into: 'place' } } as const;
  const merged = (...annotations: Annotation[]) =>
    run(layer(annotations), { after, fates }).layer.annotations.map((it) => [it.id, it.label, it.note]);

  test('[Z11] an annotation gets the other label and the time of the change', () => {
    const { patch } = run(layer([quoted('1', 'person', 'Ada')]), { after, fates });
    expect(patch?.annotations?.updated[0]?.[1]).toMatchObject({ label: 'place', updatedAt: now });
  });
  test('[Z11] a twin goes; one with a note, another answer or a relation stays', () => {
    expect(merged(quoted('1', 'person', 'Ada'), quoted('2', 'place', 'Ada'))).toEqual([['2', 'place', '']]);
    expect(merged(quoted('1', 'person', 'Ada', { note: 'n' }), quoted('2', 'place', 'Ada'))).toHaveLength(2);
    expect(
      merged(quoted('1', 'person', 'Ada', { attributes: { sure: true } }), quoted('2', 'place', 'Ada')),
    ).toHaveLength(2);
    const related = layer([quoted('1', 'person', 'Ada'), quoted('2', 'place', 'Ada')], {
      relations: [{ id: 'r', type: 'is', from: '1', to: '2', attributes: {}, note: '' }],
    });
    expect(run(related, { after, fates }).layer.annotations).toHaveLength(2);
  });
});

test('[Z12] a choice that is renamed or merged is rewritten in every answer; among several, once', () => {
  const severity = {
    ...newQuestion(schema, 'attributes', 'sev'),
    kind: 'multi-choice' as const,
    choices: ['a', 'b', 'c'],
  };
  const before = withNew(schema, 'attributes', severity);
  const after = withRow(before, 'attributes', 'sev', { choices: ['b', 'c'] });
  const one = layer([quoted('1', 'person', 'Ada', { attributes: { sev: ['a', 'b'] } })]);
  expect(lossesOf(one, before, after)).toEqual([
    { key: 'answer/sev=a', kind: 'answer', id: 'sev', choice: 'a', count: 1 },
  ]);
  const answers = (fate: Fate) =>
    run(one, { before, after, fates: { 'answer/sev=a': fate } }).layer.annotations[0]?.attributes;
  expect(answers({ do: 'merge', into: 'c' })).toEqual({ sev: ['c', 'b'] });
  expect(answers({ do: 'merge', into: 'b' })).toEqual({ sev: ['b'] });
  expect(answers({ do: 'remove' })).toEqual({ sev: ['b'] });
  expect(answers({ do: 'keep' })).toEqual({ sev: ['a', 'b'] });
});

test('[Z13] another kind of answer converts what says the same, and leaves the rest', () => {
  const type = (kind: 'text' | 'number' | 'choice' | 'multi-choice' | 'boolean') => ({
    ...newQuestion(schema, 'attributes', 'q'),
    kind,
    choices: kind.includes('choice') ? ['x', '7'] : [],
  });
  expect(converted(type('number'), '7')).toBe(7);
  expect(converted(type('number'), 'seven')).toBeNull();
  expect(converted(type('text'), ['x', 'y'])).toBe('x, y');
  expect(converted(type('text'), 7)).toBe('7');
  expect(converted(type('multi-choice'), 'x')).toEqual(['x']);
  expect(converted(type('choice'), ['x'])).toBe('x');
  expect(converted(type('choice'), ['x', '7'])).toBeNull();
  expect(converted(type('boolean'), 'x')).toBeNull();
  const after = withRow(schema, 'attributes', 'a', { kind: 'number' });
  const two = layer([
    quoted('1', 'person', 'Ada', { attributes: { a: '5' } }),
    quoted('2', 'date', 'Bob', { attributes: { a: 'five' } }),
  ]);
  const next = run(two, { after, fates: { 'answer/a': { do: 'merge', into: 'a' } } }).layer;
  expect(next.annotations.map((it) => it.attributes)).toEqual([{ a: 5 }, { a: 'five' }]);
});

test('[Z14] a split moves the annotations with these words, this answer or these ids, and no others', () => {
  const after = withNew(schema, 'labels', { ...newLabel(schema, 'Poet', 'person'), id: 'poet' });
  const three = layer([
    quoted('1', 'person', 'Ada', { attributes: { sure: true } }),
    quoted('2', 'person', 'Bob'),
    quoted('3', 'place', 'Ada'),
  ]);
  const labels = (by: NonNullable<Refactoring['split']>['by']) => {
    const split = { from: 'person', to: 'poet', by };
    expect(splitCount(three, split)).toBe(1);
    const next = run(three, { after, split }).layer;
    return next.annotations.map((it) => [it.id, it.label]).sort();
  };
  const several = layer([
    quoted('1', 'person', 'Ada', { attributes: { a: ['x', 'y'] } }),
    quoted('2', 'person', 'Bob', { attributes: { a: ['y'] } }),
  ]);
  const byChoice = { kind: 'answer', attribute: 'a', value: 'x' } as const;
  expect(splitCount(several, { from: 'person', to: 'poet', by: byChoice })).toBe(1);
  const moved = [
    ['1', 'poet'],
    ['2', 'person'],
    ['3', 'place'],
  ];
  expect(labels({ kind: 'quote', quote: 'Ada' })).toEqual(moved);
  expect(labels({ kind: 'answer', attribute: 'sure', value: true })).toEqual(moved);
  // The third has another label, the fourth is not there.
  expect(labels({ kind: 'ids', ids: ['3', '1', '4'] })).toEqual(moved);
});

test('[Z11] of two relations that become the same, the one that says nothing more goes', () => {
  const after = withoutRow(schema, 'relationTypes', 'says');
  const relation = (id: string, type: string, note = '') => ({
    id,
    type,
    from: '1',
    to: '2',
    attributes: {},
    note,
  });
  const related = (note: string) =>
    layer([quoted('1', 'person', 'Ada'), quoted('2', 'place', 'Bob')], {
      relations: [relation('r', 'is'), relation('s', 'says', note)],
    });
  const types = (note: string) =>
    run(related(note), {
      after,
      fates: { 'relation/says': { do: 'merge', into: 'is' } },
    }).layer.relations.map((it) => [it.id, it.type]);
  expect(types('')).toEqual([['r', 'is']]);
  expect(types('so he says')).toEqual([
    ['r', 'is'],
    ['s', 'is'],
  ]);
});

test('[Z18] where circles end, those that close one are counted, and no others go', () => {
  const relation = (id: string, from: string, to: string) => ({
    id,
    type: 'is',
    from,
    to,
    attributes: {},
    note: '',
  });
  const three = layer(
    [quoted('1', 'person', 'Ada'), quoted('2', 'person', 'Bob'), quoted('3', 'date', 'May')],
    {
      relations: [
        relation('a', '3', '1'),
        relation('b', '1', '2'),
        relation('c', '2', '3'),
        relation('d', '2', '2'),
      ],
    },
  );
  const after = withRow(schema, 'relationTypes', 'is', { cycles: false });
  expect(lossesOf(three, schema, after)).toEqual([
    { key: 'circle/is', kind: 'circle', id: 'is', choice: null, count: 1 },
  ]);
  const left = (fate: Fate) =>
    run(three, { after, fates: { 'circle/is': fate } }).layer.relations.map((it) => it.id + it.type);
  expect(left({ do: 'remove' })).toEqual(['bis', 'cis', 'dis']);
  expect(left({ do: 'keep' })).toEqual(['ais', 'bis', 'cis', 'dis']);
  expect(left({ do: 'merge', into: 'says' })).toEqual(['asays', 'bis', 'cis', 'dis']);
  // What had no circles before is nobody's loss.
  expect(lossesOf(three, after, after)).toEqual([]);
});
