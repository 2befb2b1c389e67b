import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heights } from './heights';

const height = fc.integer({ min: 1, max: 2000 });

test('sums and finds as a plain list does, while it grows and changes', () => {
  fc.assert(
    fc.property(
      fc.array(height, { minLength: 1, maxLength: 3000 }),
      fc.array(fc.tuple(fc.nat(), height), { maxLength: 50 }),
      fc.array(fc.nat(3_000_000), { maxLength: 50 }),
      (list, changes, places) => {
        const heights = new Heights();
        for (const value of list) heights.push(value);
        for (const [at, value] of changes) {
          list[at % list.length] = value;
          heights.set(at % list.length, value);
        }
        const starts = [0];
        for (const value of list) starts.push((starts.at(-1) as number) + value);
        expect(heights.count).toBe(list.length);
        expect(heights.total).toBe(starts.at(-1));
        for (const i of [0, 1, list.length >> 1, list.length]) expect(heights.before(i)).toBe(starts[i] ?? 0);
        for (const y of places) {
          const found = starts.findIndex((start, i) => start <= y && y < (starts[i + 1] ?? Infinity));
          expect(heights.indexAt(y)).toBe(Math.min(found, list.length - 1));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('below nothing and above everything it stays inside', () => {
  const heights = new Heights();
  heights.push(10);
  heights.push(20);
  expect(heights.indexAt(-5)).toBe(0);
  expect(heights.indexAt(10)).toBe(1);
  expect(heights.indexAt(1e9)).toBe(1);
  heights.clear();
  heights.push(7);
  expect(heights.total).toBe(7);
});
