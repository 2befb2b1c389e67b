import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutNames, layoutStripes, MAX_LANES, type StripeItem } from './stripes';

const item = (id: string, top: number, bottom: number, label = id): StripeItem => ({
  id,
  label,
  top,
  bottom,
});

const items = fc
  .array(fc.tuple(fc.nat(800), fc.integer({ min: 10, max: 300 }), fc.constantFrom('a', 'b', 'c')), {
    maxLength: 9,
  })
  .map((rows) => rows.map(([top, height, label], i) => item(`${i}`, top, top + height, label)));

test('eight stripes over one line stand beside each other', () => {
  const lanes = layoutStripes(
    Array.from({ length: 8 }, (_, i) => item(`${i}`, 0, 20)),
    2,
  ).map((row) => row.lane);
  expect([...lanes].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('stripes on one lane never touch while lanes last', () => {
  fc.assert(
    fc.property(items, (list) => {
      const rows = layoutStripes(list, 2);
      for (const a of rows) {
        expect(a.lane).toBeLessThan(MAX_LANES);
        for (const b of rows)
          if (a !== b && a.lane === b.lane) expect(a.top >= b.bottom + 2 || b.top >= a.bottom + 2).toBe(true);
      }
    }),
  );
});

test('names never overlap, never stand above their stripe, and stay within reach', () => {
  fc.assert(
    fc.property(items, (list) => {
      const names = layoutNames(list, 15, 60);
      names.forEach((name, i) => {
        const stripe = list.find((row) => row.id === name.ids[0]) as StripeItem;
        expect(name.top - stripe.top).toBeGreaterThanOrEqual(0);
        expect(name.top - stripe.top).toBeLessThanOrEqual(60);
        const above = names[i - 1];
        if (above) expect(name.top - above.top).toBeGreaterThanOrEqual(15);
      });
    }),
  );
});

test('annotations of one label that begin on one line share a name', () => {
  const names = layoutNames(
    [item('1', 0, 20, 'Person'), item('2', 0, 20, 'Place'), item('3', 0, 20, 'Person')],
    15,
    60,
  );
  expect(names.map((name) => [name.label, name.ids.length])).toEqual([
    ['Person', 2],
    ['Place', 1],
  ]);
});
