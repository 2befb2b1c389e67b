import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import {
  addAnnotation,
  addAnnotations,
  addLabel,
  type Edit,
  type LabelParts,
  moveBoundary,
  relabel,
  removeAnnotation,
  reservedKeys,
  type Situation,
  setFacts,
  setNote,
  updateLabel,
} from './edit';
import type { Result } from './failure';
import { isGraphemeBoundary, snapToGraphemes } from './graphemes';
import { NAME_LIMIT } from './limits';
import { type Annotation, emptySchema, type Layer, type Schema } from './model';
import { palette } from './palette';
import { applyToLayer, applyToSchema, type Patch, reverse } from './patch';
import { patchSchema } from './patch-schema';
import { stands } from './quote';
import { starterSchema } from './starter';
import { anyText, layerOf, place, schemas, spanFrom } from './testing/arbitraries';

const then = '2024-01-01T00:00:00.000Z';
const now = '2026-02-03T04:05:06.789Z';

/** A situation in TEXT whose new ids are `n0`, `n1`, … */
function situation(text: string, annotations: readonly Annotation[] = []): Situation {
  let count = 0;
  return {
    text,
    annotations: new AnnotationSet(annotations),
    relations: [],
    now,
    newId: () => `n${count++}`,
  };
}

const on = (
  text: string,
  id: string,
  label: string,
  ...spans: (readonly [number, number])[]
): Annotation => ({
  id,
  label,
  spans: spans.map(([start, end]) => ({ start, end, exact: text.slice(start, end), prefix: '', suffix: '' })),
  attributes: { sure: true },
  note: 'note',
  origin: 'manual',
  createdAt: then,
  updatedAt: then,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);

const text = 'Anna Berg met Bert.';
const anna = on(text, 'a', 'person', [0, 4]);

test('[E1] adding', () => {
  const { patch, current } = value(addAnnotation(situation(text), 'person', { start: 5, end: 9 }));
  expect(patch).toEqual({
    annotations: {
      added: [
        {
          id: 'n0',
          label: 'person',
          spans: [{ start: 5, end: 9, exact: 'Berg', prefix: 'Anna ', suffix: ' met Bert.' }],
          attributes: {},
          note: '',
          origin: 'manual',
          createdAt: now,
          updatedAt: now,
        },
      ],
      updated: [],
      removed: [],
    },
  });
  expect(current).toBe('n0');
  const family = value(addAnnotation(situation('x👨‍👩‍👧y'), 'person', { start: 2, end: 4 }));
  expect(family.patch.annotations?.added[0]?.spans[0]?.exact).toBe('👨‍👩‍👧');
});

test('[E2] what adding refuses, and what not', () => {
  const at = situation(text, [anna, on(text, 'two', 'person', [5, 9], [14, 18])]);
  const add = (label: string, start: number, end: number) => code(addAnnotation(at, label, { start, end }));
  expect(add('person', 3, 3)).toBe('empty');
  expect(add('person', 4, 3)).toBe('empty');
  expect(add('person', 0, 4)).toBe('already-there');
  expect(add('place', 0, 4)).toBe('ok');
  expect(add('person', 0, 3)).toBe('ok');
  expect(add('person', 0, 9)).toBe('ok');
  expect(add('person', 5, 9)).toBe('ok');
  const marked = situation('e\u0301', [on('e\u0301', 'a', 'person', [0, 2])]);
  expect(code(addAnnotation(marked, 'person', { start: 0, end: 1 }))).toBe('already-there');
});

test('[E3] adding to many', () => {
  const at = situation(text, [anna]);
  const spans = [
    { start: 0, end: 4 },
    { start: 14, end: 18 },
    { start: 5, end: 9 },
    { start: 14, end: 18 },
    { start: 7, end: 7 },
  ];
  const { patch, current } = value(addAnnotations(at, 'person', spans));
  expect(patch.annotations?.added.map((it) => it.spans[0]?.exact)).toEqual(['Bert', 'Berg']);
  expect(current).toBe('n0');
  expect(code(addAnnotations(at, 'person', [{ start: 0, end: 4 }]))).toBe('already-there');
  expect(code(addAnnotations(at, 'person', []))).toBe('already-there');
});

test('[E4] relabelling', () => {
  const at = situation(text, [anna, on(text, 'b', 'place', [0, 4]), on(text, 'c', 'person', [0, 4], [5, 9])]);
  const { patch, current } = value(relabel(at, 'a', 'date'));
  expect(patch.annotations?.updated).toEqual([[anna, { ...anna, label: 'date', updatedAt: now }]]);
  expect(current).toBe('a');
  expect(code(relabel(at, 'a', 'person'))).toBe('already-there');
  expect(code(relabel(at, 'a', 'place'))).toBe('already-there');
  expect(code(relabel(at, 'b', 'person'))).toBe('already-there');
  expect(code(relabel(at, 'c', 'place'))).toBe('ok');
});

test('[E5] removing', () => {
  const at = situation(text, [anna, on(text, 'b', 'place', [0, 4])]);
  expect(value(removeAnnotation(at, 'a'))).toEqual({
    patch: { annotations: { added: [], updated: [], removed: [anna] } },
    current: null,
  });
});

test('[E6] notes', () => {
  const at = situation(text, [anna]);
  const { patch } = value(setNote(at, 'a', ' two\nlines 🙂 '));
  expect(patch.annotations?.updated[0]?.[1]).toEqual({ ...anna, note: ' two\nlines 🙂 ', updatedAt: now });
  expect(code(setNote(at, 'a', 'note'))).toBe('unchanged');
  expect(code(setNote(at, 'a', ''))).toBe('ok');
});

describe('[E7] boundaries', () => {
  const moved = (
    source: string,
    span: readonly [number, number],
    ...move: readonly ['start' | 'end', -1 | 1, 'grapheme' | 'word']
  ) => {
    const result = moveBoundary(situation(source, [on(source, 'a', 'l', span)]), 'a', ...move);
    return result.ok ? result.value.patch.annotations?.updated[0]?.[1].spans[0]?.exact : result.failure.code;
  };
  test.each([
    ['start', -1, 'grapheme', ' Berg'],
    ['start', 1, 'grapheme', 'erg'],
    ['end', -1, 'grapheme', 'Ber'],
    ['end', 1, 'grapheme', 'Berg '],
    ['start', -1, 'word', 'Anna Berg'],
    ['start', 1, 'word', 'empty'],
    ['end', -1, 'word', 'empty'],
    ['end', 1, 'word', 'Berg met'],
  ] as const)('[E7] the %s of “Berg” by %i %s: %s', (boundary, step, unit, wanted) => {
    expect(moved(text, [5, 9], boundary, step, unit)).toBe(wanted);
  });
  test.each([
    ['start', 1, 'word', 'met Bert'],
    ['end', -1, 'word', 'Berg met'],
    ['start', -1, 'word', 'Anna Berg met Bert'],
    ['end', 1, 'word', 'Berg met Bert.'],
  ] as const)('[E7] the %s of “Berg met Bert” by %i %s: %s', (boundary, step, unit, wanted) => {
    expect(moved(text, [5, 18], boundary, step, unit)).toBe(wanted);
  });
  test('[E7] the ends of the text, the last character, whole characters', () => {
    expect(moved(text, [0, 4], 'start', -1, 'grapheme')).toBe('edge');
    expect(moved(text, [0, 4], 'start', -1, 'word')).toBe('edge');
    expect(moved(text, [14, 19], 'end', 1, 'grapheme')).toBe('edge');
    expect(moved(text, [0, 1], 'start', 1, 'grapheme')).toBe('empty');
    expect(moved(text, [0, 1], 'end', -1, 'grapheme')).toBe('empty');
    expect(moved('👨‍👩‍👧🇩🇪e\u0301', [8, 12], 'start', -1, 'grapheme')).toBe('👨‍👩‍👧🇩🇪');
    expect(moved('👨‍👩‍👧🇩🇪e\u0301', [8, 12], 'end', 1, 'grapheme')).toBe('🇩🇪e\u0301');
    expect(moved('a\r\nb', [3, 4], 'start', -1, 'grapheme')).toBe('\r\nb');
  });
});

test('[E8] several spans', () => {
  const two = on(text, 'a', 'person', [0, 4], [14, 18]);
  const at = situation(text, [two]);
  const spans = (result: Result<Edit>) =>
    value(result).patch.annotations?.updated[0]?.[1].spans.map((span) => span.exact);
  expect(spans(moveBoundary(at, 'a', 'start', 1, 'grapheme'))).toEqual(['nna', 'Bert']);
  expect(spans(moveBoundary(at, 'a', 'end', 1, 'grapheme'))).toEqual(['Anna', 'Bert.']);
  expect(code(moveBoundary(at, 'a', 'start', 1, 'word'))).toBe('empty');
  expect(code(moveBoundary(at, 'a', 'end', -1, 'word'))).toBe('empty');
});

/** One edit of an annotation, from random numbers. */
function someEdit(at: Situation, kind: number, where: readonly [number, number], more: string): Result<Edit> {
  const rows = at.annotations.inOrder();
  const id = rows[Math.floor(where[0] * rows.length)]?.id ?? 'gone';
  const units = [Math.floor(where[0] * at.text.length), Math.floor(where[1] * at.text.length)] as const;
  const span = { start: Math.min(...units), end: Math.max(...units) };
  switch (kind) {
    case 0:
      return addAnnotation(at, 'person', span);
    case 1:
      return addAnnotations(at, 'date', [span, spanFrom(at.text, where), span]);
    case 2:
      return relabel(at, id, 'place');
    case 3:
      return removeAnnotation(at, id);
    case 4:
      return setNote(at, id, more);
    default: {
      const [boundary, step, unit] = [kind & 1, kind & 2, kind & 4];
      return moveBoundary(at, id, boundary ? 'start' : 'end', step ? 1 : -1, unit ? 'word' : 'grapheme');
    }
  }
}

const edits = fc.array(fc.tuple(fc.nat(12), place, fc.string({ maxLength: 5 })), {
  minLength: 1,
  maxLength: 12,
});

/** Runs EDITS one after the other on TEXT's LAYER; EACH sees every step that was not refused. */
function runEdits(
  source: string,
  start: Layer,
  steps: readonly (readonly [number, readonly [number, number], string])[],
  each: (before: Layer, patch: Patch, after: Layer) => void,
) {
  let layer: Layer = start;
  let count = 0;
  for (const [kind, where, more] of steps) {
    const at: Situation = {
      text: source,
      annotations: new AnnotationSet(layer.annotations),
      relations: layer.relations,
      now,
      newId: () => `n${count++}`,
    };
    const result = someEdit(at, kind, where, more);
    if (!result.ok) continue;
    const after = value(applyToLayer(layer, result.value.patch));
    expect(at.annotations.apply(result.value.patch.annotations as never)).toBeNull();
    expect(at.annotations.inOrder()).toEqual(after.annotations);
    each(layer, result.value.patch, after);
    layer = after;
  }
}

const textLayerEdits = anyText
  .filter((source) => source.length > 0)
  .chain((source) => fc.tuple(fc.constant(source), layerOf(source), edits));

test('[E9] no edit splits a character, every quote stands', () => {
  fc.assert(
    fc.property(textLayerEdits, ([source, layer, steps]) => {
      runEdits(source, layer, steps, (_, __, after) => {
        for (const { spans } of after.annotations) {
          for (const span of spans) {
            expect(stands(source, span)).toBe(true);
            expect(span.start).toBeLessThan(span.end);
            expect(isGraphemeBoundary(source, span.start)).toBe(true);
            expect(isGraphemeBoundary(source, span.end)).toBe(true);
          }
          spans.forEach((span, i) => void expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0));
        }
      });
    }),
  );
});

test('[E10] edits and their undo', () => {
  fc.assert(
    fc.property(textLayerEdits, ([source, layer, steps]) => {
      const done: (readonly [Layer, Patch])[] = [];
      let end: Layer = layer;
      runEdits(source, layer, steps, (before, patch, after) => {
        expect(value(applyToLayer(after, reverse(patch)))).toEqual(before);
        done.push([before, patch]);
        end = after;
      });
      // All the way back, and forth again.
      let back = end;
      for (const [before, patch] of [...done].reverse()) {
        back = value(applyToLayer(back, reverse(patch)));
        expect(back).toEqual(before);
      }
      for (const [, patch] of done) back = value(applyToLayer(back, patch));
      expect(back).toEqual(end);
    }),
    { numRuns: 60 },
  );
});

const parts: fc.Arbitrary<LabelParts> = fc.record(
  {
    name: fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('Person', 'CON', '', '王芳', 'x'.repeat(3000)),
    ),
    color: fc.constantFrom('#0072b2', '#FFFFFF', 'red', ''),
    key: fc.constantFrom(null, '1', 'e', 'q', 'a', 'E', '', '10'),
    description: fc.string(),
  },
  { requiredKeys: [] },
);

test('[E10] labels and their undo', () => {
  fc.assert(
    fc.property(
      fc.oneof(schemas, fc.constant(starterSchema())),
      parts,
      fc.nat(),
      fc.boolean(),
      (before, some, n, add) => {
        const id = before.labels[n % Math.max(1, before.labels.length)]?.id ?? 'gone';
        const result = add ? addLabel(before, { name: 'New', ...some }) : updateLabel(before, id, some);
        if (!result.ok) return;
        const after = value(applyToSchema(before, result.value.patch));
        expect(after.labels).toContainEqual(result.value.label);
        expect(value(applyToSchema(after, reverse(result.value.patch)))).toEqual(before);
        const sent = JSON.parse(JSON.stringify(result.value.patch));
        expect(patchSchema.parse(sent)).toEqual(sent);
      },
    ),
    { numRuns: 200 },
  );
});

test('[P9] the contract accepts what edits make', () => {
  fc.assert(
    fc.property(textLayerEdits, ([source, layer, steps]) => {
      runEdits(source, layer, steps, (_, patch) => {
        const sent = JSON.parse(JSON.stringify(patch));
        expect(patchSchema.parse(sent)).toEqual(sent);
        expect(patchSchema.parse(reverse(patch))).toEqual(reverse(patch));
      });
      const { status, memo, fields } = layer;
      const facts = setFacts({ status, memo, fields }, { status: 'done' });
      expect(patchSchema.parse(facts)).toEqual(facts);
    }),
    { numRuns: 40 },
  );
});

test('[E11] facts', () => {
  const before = { status: 'todo', memo: 'm', fields: { a: 1 } } as const;
  expect(setFacts(before, { status: 'done' })).toEqual({ facts: [before, { ...before, status: 'done' }] });
  expect(setFacts(before, { memo: '' }).facts?.[1]).toEqual({ ...before, memo: '' });
  const layer = value(
    applyToLayer(
      {
        document: { path: 'a', sha256: '0'.repeat(64), length: 0, projection: 'txt/1' },
        annotator: { id: 'x', name: 'X' },
        annotations: [],
        relations: [],
        ...before,
      },
      setFacts(before, { fields: {} }),
    ),
  );
  expect(layer).toMatchObject({ status: 'todo', memo: 'm', fields: {} });
  // A layer is a document's facts and more: the rest of it stays out of the patch.
  expect(setFacts(layer, { status: 'done' }).facts?.[0]).toEqual({ status: 'todo', memo: 'm', fields: {} });
});

test('[E12] what is gone', () => {
  const at = situation(text, [anna]);
  expect(code(relabel(at, 'z', 'person'))).toBe('not-found');
  expect(code(removeAnnotation(at, 'z'))).toBe('not-found');
  expect(code(setNote(at, 'z', 'x'))).toBe('not-found');
  expect(code(moveBoundary(at, 'z', 'start', 1, 'word'))).toBe('not-found');
  expect(code(updateLabel(starterSchema(), 'z', { name: 'x' }))).toBe('not-found');
});

test('[E13] a new label', () => {
  const { label, patch } = value(addLabel(starterSchema(), { name: '  Person of note ' }));
  expect(label).toEqual({
    id: 'person-of-note',
    name: 'Person of note',
    color: palette[starterSchema().labels.length],
    key: null,
    parent: null,
    description: '',
    memo: '',
  });
  const after = value(applyToSchema(starterSchema(), patch));
  expect(after.labels).toEqual([...starterSchema().labels, label]);
  expect(
    value(addLabel(emptySchema, { name: 'A', key: '1', color: '#ABCDEF', description: 'd' })).label,
  ).toEqual({
    id: 'a',
    name: 'A',
    color: '#ABCDEF',
    key: '1',
    parent: null,
    description: 'd',
    memo: '',
  });
  // The id of a label that was renamed is still taken.
  const renamed = value(
    applyToSchema(starterSchema(), value(updateLabel(starterSchema(), 'person', { name: 'P' })).patch),
  );
  expect(value(addLabel(renamed, { name: 'Person' })).label.id).toBe('person-2');
});

test.each([
  [{ name: '' }, 'empty'],
  [{ name: ' \n' }, 'empty'],
  [{ name: 'person' }, 'name-taken'],
  [{ name: ' PERSON ' }, 'name-taken'],
  [{ name: 'x', color: 'red' }, 'color'],
  [{ name: 'x', color: '#12345' }, 'color'],
  [{ name: 'x', key: '' }, 'key'],
  [{ name: 'x', key: '10' }, 'key'],
  [{ name: 'x', key: 'E' }, 'key'],
  [{ name: 'x', key: 'ä' }, 'key'],
  [{ name: 'x', key: '?' }, 'key'],
  [{ name: 'x', key: '1' }, 'key-taken'],
  [{ name: 'x', key: 'e' }, 'key-taken'],
  ...[...reservedKeys].map((key) => [{ name: 'x', key }, 'key-reserved'] as const),
  [{ name: 'x', key: null }, 'ok'],
  [{ name: 'x', key: '0' }, 'ok'],
] as const)('[E14] a label of %j: %s', (some, wanted) => {
  expect(code(addLabel(starterSchema(), some))).toBe(wanted);
  expect(code(updateLabel(starterSchema(), 'date', some))).toBe(wanted);
});

test('[E14] the length of a name', () => {
  const name = 'x'.repeat(NAME_LIMIT);
  expect(code(addLabel(starterSchema(), { name }))).toBe('ok');
  expect(code(addLabel(starterSchema(), { name: `${name}x` }))).toBe('too-long');
  expect(code(updateLabel(starterSchema(), 'date', { name: `${name}x` }))).toBe('too-long');
});

test('[E14] the message names the owner of the key', () => {
  expect(addLabel(starterSchema(), { name: 'x', key: '1' })).toMatchObject({
    failure: { message: 'The key 1 belongs to “Person”.' },
  });
});

test('[E15] changing a label', () => {
  const schema: Schema = starterSchema();
  const { label, patch } = value(updateLabel(schema, 'place', { name: 'Ort', key: '3' }));
  expect(label).toEqual({ ...schema.labels[2], name: 'Ort' });
  const after = value(applyToSchema(schema, patch));
  expect(after.labels.map((it) => it.id)).toEqual(schema.labels.map((it) => it.id));
  expect(value(updateLabel(schema, 'place', { name: 'PLACE' })).label.name).toBe('PLACE');
  expect(value(updateLabel(schema, 'place', { key: null })).label.key).toBeNull();
  expect(value(updateLabel(schema, 'place', {})).label).toEqual(schema.labels[2]);
});

test('[G4] adding snaps as snapToGraphemes does', () => {
  fc.assert(
    fc.property(anyText, place, (source, where) => {
      fc.pre(source.length > 0);
      const [start, end] = where.map((it) => Math.floor(it * source.length)).sort((a, b) => a - b) as [
        number,
        number,
      ];
      fc.pre(start < end);
      const added = value(addAnnotation(situation(source), 'l', { start, end })).patch.annotations?.added[0];
      expect(added?.spans[0]).toMatchObject(snapToGraphemes(source, { start, end }));
    }),
  );
});
