import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import { removeAnnotation, type Situation } from './edit';
import {
  addRelation,
  addRelationType,
  answerRelation,
  noteRelation,
  relationRefusal,
  removeRelation,
  retypeRelation,
  turnRelation,
} from './edit-relations';
import type { Result } from './failure';
import { jsonDocument } from './formats/json';
import { NAME_LIMIT } from './limits';
import {
  type Annotation,
  emptySchema,
  type Layer,
  type Relation,
  type RelationType,
  type Schema,
} from './model';
import { palette } from './palette';
import { applyToLayer, applyToSchema, type Patch, reverse } from './patch';
import { patchSchema } from './patch-schema';
import { anyText, layerOf, schemas } from './testing/arbitraries';

const now = '2026-02-03T04:05:06.789Z';
const text = 'Anna Berg met Bert.';

const on = (id: string, label: string, start: number, end: number): Annotation => ({
  id,
  label,
  spans: [{ start, end, exact: text.slice(start, end), prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: now,
  updatedAt: now,
});

const type = (id: string, parts: Partial<RelationType> = {}): RelationType => ({
  id,
  name: id.toUpperCase(),
  color: '#0072b2',
  description: '',
  from: [],
  to: [],
  loops: false,
  cycles: true,
  ...parts,
});

const link = (id: string, from: string, to: string, of = 'knows'): Relation => ({
  id,
  type: of,
  from,
  to,
  attributes: {},
  note: '',
});

const rows = [on('a', 'person', 0, 4), on('b', 'place', 5, 9), on('c', 'person', 14, 18)];

function situation(
  relations: readonly Relation[] = [],
  annotations: readonly Annotation[] = rows,
): Situation {
  let next = 0;
  return { text, annotations: new AnnotationSet(annotations), relations, now, newId: () => `n${next++}` };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const knows = type('knows');

test('[R1] adding', () => {
  const schema: Schema = {
    ...emptySchema,
    relationTypes: [knows],
    attributes: [
      {
        id: 'since',
        name: 'Since',
        kind: 'number',
        choices: [],
        description: '',
        required: false,
        default: 1990,
        target: 'relation',
        of: ['knows'],
      },
    ],
  };
  const patch = value(addRelation(situation(), schema, knows, 'a', 'c'));
  expect(patch.relations?.added).toEqual([{ ...link('n0', 'a', 'c'), attributes: { since: 1990 } }]);
  expect(Object.keys(patch)).toEqual(['relations']);
});

describe('[R2] what a type does not allow', () => {
  const chain = [link('1', 'a', 'b'), link('2', 'b', 'c'), link('3', 'c', 'a', 'other')];
  test.each([
    ['[R2] a loop', knows, 'a', 'a', 'itself'],
    ['[R2] a loop where loops are allowed', type('knows', { loops: true }), 'a', 'a', null],
    ['[R2] a start', type('in', { from: ['place'] }), 'a', 'b', 'may not start'],
    ['[R2] an end', type('in', { to: ['place'] }), 'a', 'c', 'may not lead to this label'],
    ['[R2] both ends', type('in', { from: ['person'], to: ['place'] }), 'a', 'b', null],
    ['[R2] the same again', knows, 'a', 'b', 'already there'],
    ['[R2] the other way round', knows, 'b', 'a', null],
    ['[R2] a circle of three', type('knows', { cycles: false }), 'c', 'a', 'circle'],
    ['[R2] a circle of two', type('knows', { cycles: false }), 'b', 'a', 'circle'],
    ['[R2] a short cut is no circle', type('knows', { cycles: false }), 'a', 'c', null],
    ['[R2] a circle through another type is none', type('other', { cycles: false }), 'b', 'c', null],
    ['[R2] something that is gone', knows, 'a', 'z', 'no longer there'],
  ] as const)('%s', (_, of, from, to, wanted) => {
    const refusal = relationRefusal(situation(chain), of, from, to);
    if (wanted === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(wanted);
    expect(code(addRelation(situation(chain), emptySchema, of, from, to))).toBe(
      wanted === null ? 'ok' : 'relation',
    );
  });
});

test('[R3] another type, turned round, a note, an answer, removed', () => {
  const at = situation([link('1', 'a', 'b')]);
  const after = (result: Result<Patch>) => value(result).relations?.updated[0]?.[1];
  expect(after(retypeRelation(at, '1', type('likes')))).toEqual(link('1', 'a', 'b', 'likes'));
  expect(after(turnRelation(at, '1', knows))).toEqual(link('1', 'b', 'a'));
  expect(after(turnRelation(at, '1', null))).toEqual(link('1', 'b', 'a'));
  expect(after(noteRelation(at, '1', 'since school'))).toEqual({
    ...link('1', 'a', 'b'),
    note: 'since school',
  });
  const sure = { ...type('x'), kind: 'boolean', choices: [], required: false, default: null } as const;
  const question = { ...sure, id: 'sure', target: 'relation', of: [] } as const;
  expect(after(answerRelation(at, '1', question, true))?.attributes).toEqual({ sure: true });
  expect(code(answerRelation(at, '1', question, 'yes'))).toBe('wrong-answer');
  expect(value(removeRelation(at, '1'))).toEqual({
    relations: { added: [], updated: [], removed: [link('1', 'a', 'b')] },
  });
});

test('[R4] a change is refused like the making, itself left out', () => {
  const at = situation([link('1', 'a', 'b'), link('2', 'b', 'a'), link('3', 'a', 'b', 'likes')]);
  expect(code(retypeRelation(at, '1', type('likes')))).toBe('relation');
  expect(code(retypeRelation(at, '1', type('in', { from: ['place'] })))).toBe('relation');
  expect(code(retypeRelation(at, '1', knows))).toBe('unchanged');
  expect(code(turnRelation(at, '1', knows))).toBe('relation');
  expect(code(turnRelation(situation([link('1', 'a', 'b')]), '1', type('knows', { cycles: false })))).toBe(
    'ok',
  );
  expect(code(turnRelation(situation([link('1', 'a', 'a')]), '1', null))).toBe('unchanged');
  expect(code(noteRelation(at, '1', ''))).toBe('unchanged');
  for (const result of [
    retypeRelation(at, 'z', knows),
    turnRelation(at, 'z', knows),
    noteRelation(at, 'z', 'x'),
    removeRelation(at, 'z'),
  ])
    expect(code(result)).toBe('not-found');
});

test('[R5] removing an annotation takes its relations along', () => {
  const relations = [link('1', 'a', 'b'), link('2', 'c', 'a'), link('3', 'b', 'c')];
  const { patch } = value(removeAnnotation(situation(relations), 'a'));
  expect(patch.relations?.removed.map((it) => it.id)).toEqual(['1', '2']);
  fc.assert(
    fc.property(
      anyText.chain((source) => layerOf(source)),
      fc.nat(),
      (layer: Layer, n) => {
        fc.pre(layer.annotations.length > 0);
        const id = layer.annotations[n % layer.annotations.length]?.id as string;
        const edit = value(removeAnnotation(situation(layer.relations, layer.annotations), id));
        const after = value(applyToLayer(layer, edit.patch));
        expect(after.relations).toEqual(layer.relations.filter((it) => it.from !== id && it.to !== id));
        expect(value(applyToLayer(after, reverse(edit.patch)))).toEqual(layer);
      },
    ),
  );
});

test('[R6] a new type', () => {
  const first = value(addRelationType(emptySchema, '  works for '));
  expect(first.type).toEqual(type('works-for', { name: 'works for', color: palette[0] as string }));
  const schema = value(applyToSchema(emptySchema, first.patch));
  const second = value(addRelationType(schema, 'Works  for'));
  expect(second.type.id).toBe('works-for-2');
  expect(second.type.color).toBe(palette[1]);
  expect(code(addRelationType(schema, 'WORKS FOR'))).toBe('name-taken');
  expect(code(addRelationType(schema, ' '))).toBe('empty');
  expect(code(addRelationType(schema, 'x'.repeat(NAME_LIMIT + 1)))).toBe('too-long');
  fc.assert(
    fc.property(schemas, fc.string(), (before, name) => {
      const made = addRelationType(before, name);
      if (!made.ok) return;
      const { patch } = made.value;
      expect(patchSchema.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
      const after = value(applyToSchema(before, patch));
      expect(after.relationTypes).toEqual([...before.relationTypes, made.value.type]);
      expect(value(applyToSchema(after, reverse(patch)))).toEqual(before);
    }),
  );
});

const types = [
  knows,
  type('tree', { cycles: false }),
  type('self', { loops: true, from: ['person', 'date'] }),
];

/** One edit of relations, from random numbers. */
function someEdit(at: Situation, [kind, a, b, c]: readonly number[]): Result<Patch> {
  const ids = at.annotations.inOrder().map((it) => it.id);
  const pick = <T>(list: readonly T[], n = 0) => list[n % Math.max(1, list.length)];
  const id = pick(at.relations, a)?.id ?? 'gone';
  const of = pick(types, c) as RelationType;
  switch (kind) {
    case 0:
      return removeRelation(at, id);
    case 1:
      return retypeRelation(at, id, of);
    case 2:
      return turnRelation(
        at,
        id,
        types.find((it) => it.id === at.relations.find((r) => r.id === id)?.type) ?? null,
      );
    case 3:
      return noteRelation(at, id, `${c}`);
    case 4: {
      const removed = removeAnnotation(at, pick(ids, a) ?? 'gone');
      return removed.ok ? { ok: true, value: removed.value.patch } : removed;
    }
    default:
      return addRelation(at, emptySchema, of, pick(ids, a) ?? 'gone', pick(ids, b) ?? 'gone');
  }
}

test('[R7] relations and their undo', () => {
  const steps = fc.array(fc.tuple(fc.nat(12), fc.nat(20), fc.nat(20), fc.nat(20)), { maxLength: 20 });
  fc.assert(
    fc.property(
      anyText.chain((source) => layerOf(source)),
      steps,
      (start, edits) => {
        let here: Layer = { ...start, relations: [] };
        let count = 0;
        for (const step of edits) {
          const at = { ...situation(here.relations, here.annotations), newId: () => `n${count++}` };
          const result = someEdit(at, step);
          if (!result.ok) continue;
          const after = value(applyToLayer(here, result.value));
          expect(patchSchema.parse(JSON.parse(JSON.stringify(result.value)))).toEqual(result.value);
          expect(value(applyToLayer(after, reverse(result.value)))).toEqual(here);
          here = after;
          // No loops but of “self”, no circles of “tree”, nothing twice.
          const loops = here.relations.filter((it) => it.from === it.to);
          expect(loops.every((it) => it.type === 'self')).toBe(true);
          const places = here.relations.map((it) => `${it.type} ${it.from} ${it.to}`);
          expect(new Set(places).size).toBe(places.length);
          expect(isAcyclic(here.relations.filter((it) => it.type === 'tree'))).toBe(true);
        }
      },
    ),
  );
});

/** Takes away what nothing leads to, until nothing is left. */
function isAcyclic(relations: readonly Relation[]): boolean {
  let left = relations;
  for (;;) {
    const ends = new Set(left.map((it) => it.to));
    const next = left.filter((it) => ends.has(it.from));
    if (next.length === 0) return true;
    if (next.length === left.length) return false;
    left = next;
  }
}

test('[R8] an export names both ends by the ids of its annotations', () => {
  const layer: Layer = {
    document: { path: 'a.txt', sha256: '0'.repeat(64), length: text.length, projection: 'txt/1' },
    annotator: { id: 'x', name: 'X' },
    status: 'todo',
    memo: '',
    fields: {},
    annotations: rows,
    relations: [link('1', 'a', 'b'), link('2', 'c', 'a')],
  };
  const written = JSON.parse(
    jsonDocument({ path: 'a.txt', sha256: '0'.repeat(64), text, layers: [layer] }, emptySchema, 'code-point'),
  ) as { annotations: { id: string }[]; relations: { from: string; to: string; type: string }[] };
  const ids = written.annotations.map((it) => it.id);
  expect(written.relations.map((it) => [it.type, ids.indexOf(it.from), ids.indexOf(it.to)])).toEqual([
    ['knows', 0, 1],
    ['knows', 2, 0],
  ]);
});
