import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import type { Edit, Situation } from './edit';
import { addBeside, addFragment, removeFragment } from './edit-fragments';
import type { Result } from './failure';
import { isGraphemeBoundary } from './graphemes';
import type { Annotation, Layer, Span } from './model';
import { applyToLayer, reverse } from './patch';
import { patchSchema } from './patch-schema';
import { stands } from './quote';
import { anyText, layerOf, place, spanFrom } from './testing/arbitraries';

const now = '2026-02-03T04:05:06.789Z';
const text = 'Anna Berg met Bert and Carl.';

const on = (id: string, label: string, ...spans: (readonly [number, number])[]): Annotation => ({
  id,
  label,
  spans: spans.map(([start, end]) => ({ start, end, exact: text.slice(start, end), prefix: '', suffix: '' })),
  attributes: { sure: true },
  note: 'note',
  origin: 'manual',
  createdAt: now,
  updatedAt: now,
});

function situation(source: string, annotations: readonly Annotation[]): Situation {
  let next = 0;
  const set = new AnnotationSet(annotations);
  return { text: source, annotations: set, relations: [], now, newId: () => `n${next++}` };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const words = (result: Result<Edit>) =>
  value(result).patch.annotations?.updated[0]?.[1].spans.map((span) => span.exact);

const at = situation(text, [on('a', 'person', [0, 4], [14, 18]), on('b', 'place', [5, 9])]);

test('[J1] a fragment joins in the order of the text', () => {
  expect(words(addFragment(at, 'a', { start: 23, end: 27 }))).toEqual(['Anna', 'Bert', 'Carl']);
  expect(words(addFragment(at, 'b', { start: 0, end: 4 }))).toEqual(['Anna', 'Berg']);
  expect(value(addFragment(at, 'b', { start: 0, end: 4 })).current).toBe('b');
  expect(
    words(addFragment(situation('e\u0301 x', [on('a', 'l', [3, 4])]), 'a', { start: 0, end: 1 })),
  ).toEqual(['e\u0301', 'x']);
});

test('[J2] what overlaps or touches grows into one', () => {
  expect(words(addFragment(at, 'a', { start: 4, end: 9 }))).toEqual(['Anna Berg', 'Bert']);
  expect(words(addFragment(at, 'a', { start: 3, end: 15 }))).toEqual(['Anna Berg met Bert']);
});

test('[J3] taking out cuts, and takes whole fragments', () => {
  expect(words(removeFragment(at, 'a', { start: 0, end: 4 }))).toEqual(['Bert']);
  expect(words(removeFragment(at, 'a', { start: 2, end: 16 }))).toEqual(['An', 'rt']);
  expect(words(removeFragment(at, 'a', { start: 15, end: 17 }))).toEqual(['Anna', 'B', 't']);
});

test('[J4] what is refused', () => {
  expect(code(addFragment(at, 'z', { start: 0, end: 1 }))).toBe('not-found');
  expect(code(addFragment(at, 'a', { start: 5, end: 5 }))).toBe('empty');
  expect(code(addFragment(at, 'a', { start: 1, end: 3 }))).toBe('already-there');
  expect(code(removeFragment(at, 'z', { start: 0, end: 1 }))).toBe('not-found');
  expect(code(removeFragment(at, 'a', { start: 2, end: 2 }))).toBe('empty');
  expect(code(removeFragment(at, 'a', { start: 0, end: 28 }))).toBe('empty');
  expect(code(removeFragment(at, 'a', { start: 4, end: 14 }))).toBe('unchanged');
});

test('[J5] a second label on the same words', () => {
  const added = value(addBeside(at, 'a', 'place')).patch.annotations?.added[0];
  expect(added).toMatchObject({
    label: 'place',
    note: '',
    attributes: {},
    spans: [{ start: 0 }, { start: 14 }],
  });
  expect(code(addBeside(at, 'a', 'person'))).toBe('already-there');
  expect(code(addBeside(at, 'b', 'person'))).toBe('ok');
  expect(code(addBeside(at, 'z', 'person'))).toBe('not-found');
});

const units = (spans: readonly Span[]) =>
  new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));

test('[J6] fragments and their undo', () => {
  const start = anyText
    .filter((source) => source.length > 0)
    .chain((source) => fc.tuple(fc.constant(source), layerOf(source)));
  const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(), place), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(start, steps, ([source, layer], edits) => {
      let here: Layer = layer;
      for (const [kind, n, where] of edits) {
        const before = here.annotations[n % Math.max(1, here.annotations.length)];
        const id = before?.id ?? 'gone';
        const span = spanFrom(source, where);
        const run = kind === 0 ? removeFragment : addFragment;
        const result = run(situation(source, here.annotations), id, span);
        if (!result.ok || !before) continue;
        const { patch } = result.value;
        const after = value(applyToLayer(here, patch));
        const { spans } = after.annotations.find((it) => it.id === id) as Annotation;
        spans.forEach((it, i) => {
          // Neither overlapping nor touching, whole characters, a quote that stands.
          expect(it.start).toBeGreaterThan(spans[i - 1]?.end ?? -1);
          expect(it.end).toBeGreaterThan(it.start);
          expect(isGraphemeBoundary(source, it.start) && isGraphemeBoundary(source, it.end)).toBe(true);
          expect(stands(source, it)).toBe(true);
        });
        const wanted = units(before.spans);
        for (const unit of units([span]))
          if (kind === 0) wanted.delete(unit);
          else wanted.add(unit);
        expect(units(spans)).toEqual(wanted);
        expect(patchSchema.parse(JSON.parse(JSON.stringify(patch)))).toEqual(patch);
        expect(value(applyToLayer(after, reverse(patch)))).toEqual(here);
        here = after;
      }
    }),
  );
});
