import { expect, test } from 'vitest';
import { seenFirst } from './first-view';
import type { Annotation } from './model';

const at = (start: number, end: number): Annotation => ({
  id: `${start}-${end}`,
  label: 'person',
  spans: [{ start, end, exact: 'x'.repeat(end - start), prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
});

const many = Array.from({ length: 2000 }, (_, i) => at(i * 100, i * 100 + 5));

test('[I9] what lies about a place, in order, with what reaches into it', () => {
  const wide = at(0, 150_000);
  const seen = seenFirst([wide, ...many], 100_000);
  expect(seen[0]).toBe(wide);
  const starts = seen.slice(1).map((it) => it.spans[0]?.start ?? 0);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts).toContain(100_000);
  expect(starts[0]).toBeLessThan(95_000);
  expect(starts.at(-1)).toBeGreaterThan(115_000);
  expect(starts.length).toBeLessThan(500);
  const parts = { ...at(0, 1), spans: [...at(0, 1).spans, ...at(100_000, 100_001).spans] };
  expect(seenFirst([parts, ...many], 100_000)[0]).toBe(parts);
});

test('[I9] few come all at once, later', () => {
  expect(seenFirst(many.slice(0, 500), 0)).toEqual([]);
  expect(seenFirst(many, 0).length).toBeGreaterThan(100);
  expect(seenFirst(many, 1e7)).toEqual([]);
});
