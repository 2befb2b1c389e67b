import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Interval, IntervalIndex } from './intervals';

type Step =
  | { readonly kind: 'insert'; readonly start: number; readonly length: number }
  | { readonly kind: 'remove' | 'remove-other'; readonly which: number }
  | { readonly kind: 'query'; readonly start: number; readonly length: number };

const step = (size: number): fc.Arbitrary<Step> => {
  const range = { start: fc.nat(size), length: fc.integer({ min: 1, max: Math.ceil(size / 3) }) };
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('insert' as const), ...range }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), which: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove-other' as const), which: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('query' as const), ...range }) },
  );
};

/** Start, then longer first; equal ones keep their order, which is that of insertion. */
const ordered = <T>(rows: readonly Interval<T>[]) =>
  [...rows].sort((a, b) => a.start - b.start || b.end - a.end);

function run(first: readonly (readonly [number, number])[], steps: readonly Step[], size: number) {
  let next = 0;
  const fresh = (start: number, end: number) => ({ start, end, value: { name: next++ } });
  let model = first.map(([start, length]) => fresh(start, start + length));
  const index = new IntervalIndex(model);
  const check = (start: number, end: number) =>
    expect(index.overlapping(start, end)).toEqual(
      ordered(model.filter((it) => it.start < end && it.end > start)),
    );
  for (const it of steps) {
    if (it.kind === 'insert') {
      const row = fresh(it.start, it.start + it.length);
      model.push(row);
      index.insert(row.start, row.end, row.value);
    } else if (it.kind === 'query') {
      check(it.start, it.start + it.length);
    } else if (model.length > 0) {
      const row = model[it.which % model.length] as (typeof model)[number];
      const other = it.kind === 'remove-other';
      expect(index.remove(row.start, row.end, other ? { name: row.value.name } : row.value)).toBe(!other);
      if (!other) model = model.filter((old) => old !== row);
    }
    expect(index.size).toBe(model.length);
  }
  check(0, 2 * size);
  for (let at = 0; at < size; at += Math.max(1, Math.floor(size / 20))) check(at, at + 1);
}

const initial = (size: number, maxLength: number) =>
  fc.array(fc.tuple(fc.nat(size), fc.integer({ min: 1, max: size })), { maxLength });

test('[I1] the index finds what a search through all finds', () => {
  fc.assert(
    fc.property(initial(30, 20), fc.array(step(30), { maxLength: 60 }), (first, steps) =>
      run(first, steps, 30),
    ),
    { numRuns: 200 },
  );
});

test('[I1] the same with hundreds, while it grows', () => {
  fc.assert(
    fc.property(
      initial(5000, 300),
      fc.array(step(5000), { minLength: 100, maxLength: 400, size: 'max' }),
      (first, steps) => run(first, steps, 5000),
    ),
    { numRuns: 15 },
  );
});

test('[I1] thousands replaced at once are as if one by one', () => {
  const some = initial(40, 30);
  fc.assert(
    fc.property(some, some, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (first, more, picks) => {
      let next = 0;
      const rows = (of: typeof first) =>
        of.map(([start, length]) => ({ start, end: start + length, value: { name: next++ } }));
      const [held, fresh] = [rows(first), rows(more)];
      const [once, single] = [new IntervalIndex(held), new IntervalIndex(held)];
      const gone = held.filter((_, i) => picks[i % picks.length]);
      once.replace(new Set(gone.map((it) => it.value)), fresh);
      for (const it of gone) single.remove(it.start, it.end, it.value);
      for (const it of ordered(fresh)) single.insert(it.start, it.end, it.value);
      expect(once.size).toBe(single.size);
      expect(once.overlapping(0, 100)).toEqual(single.overlapping(0, 100));
      for (let at = 0; at < 80; at += 5) expect(once.at(at)).toEqual(single.at(at));
      once.insert(3, 4, { name: -1 });
      single.insert(3, 4, { name: -1 });
      expect(once.overlapping(0, 100)).toEqual(single.overlapping(0, 100));
    }),
  );
});

test('[I2] innermost first', () => {
  const index = new IntervalIndex([
    { start: 0, end: 100, value: 'text' },
    { start: 10, end: 20, value: 'word' },
    { start: 5, end: 50, value: 'line' },
    { start: 20, end: 30, value: 'next' },
  ]);
  const at = (offset: number) => index.at(offset).map((it) => it.value);
  expect(at(15)).toEqual(['word', 'line', 'text']);
  expect(at(20)).toEqual(['next', 'line', 'text']);
  expect(at(99)).toEqual(['text']);
  expect(at(100)).toEqual([]);
});

test('[I3] removing takes just the one', () => {
  const [a, b] = [{ name: 'same' }, { name: 'same' }];
  const index = new IntervalIndex([
    { start: 1, end: 3, value: a },
    { start: 1, end: 3, value: b },
  ]);
  expect(index.remove(1, 4, a)).toBe(false);
  expect(index.remove(2, 3, a)).toBe(false);
  expect(index.remove(1, 3, { name: 'same' })).toBe(false);
  expect(index.remove(1, 3, b)).toBe(true);
  expect(index.overlapping(0, 9)[0]?.value).toBe(a);
  expect(index.remove(1, 3, b)).toBe(false);
  expect(index.remove(1, 3, a)).toBe(true);
  expect(index.size).toBe(0);
  expect(index.overlapping(0, 9)).toEqual([]);
});
