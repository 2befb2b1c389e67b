import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import type { Annotation } from './model';
import { applyToMap, type Change, change, compareAnnotations } from './patch';
import { annotationsOf } from './testing/arbitraries';

const text = 'The quick brown fox jumps over the lazy dog. '.repeat(3);
const annotations = annotationsOf(text, 12);

const byId = (rows: readonly Annotation[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Everything the set can be asked, against a plain map. */
function expectEqual(set: AnnotationSet, model: ReadonlyMap<string, Annotation>, step = 7) {
  const rows = [...model.values()];
  expect(set.size).toBe(rows.length);
  expect(set.inOrder()).toEqual([...rows].sort(compareAnnotations));
  for (const row of rows) expect(set.get(row.id)).toBe(row);
  for (let start = 0; start < text.length; start += step) {
    const meets = (end: number) =>
      rows.filter((row) => row.spans.some((it) => it.start < end && it.end > start));
    expect(byId(set.overlapping({ start, end: start + 11 }))).toEqual(byId(meets(start + 11)));
    const here = set.at(start);
    expect(byId(here)).toEqual(byId(meets(start + 1)));
    const lengths = here.map((row) => {
      const span = row.spans.find((it) => it.start <= start && start < it.end);
      return (span?.end ?? 0) - (span?.start ?? 0);
    });
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  }
}

/** A change that fits MODEL: some rows removed, some moved to other places, some new. */
function fitting(
  model: ReadonlyMap<string, Annotation>,
  picks: readonly number[],
  pool: readonly Annotation[],
  n: number,
) {
  const rows = [...model.values()];
  const removed = rows.filter((_, i) => picks[i % picks.length] === 0);
  const updated = rows.flatMap((row, i) => {
    const other = pool[i % Math.max(1, pool.length)];
    return picks[i % picks.length] === 1 && other ? [[row, { ...other, id: row.id }] as const] : [];
  });
  const added = pool.map((row) => ({ ...row, id: `${row.id}-${n}` }));
  // A row may go and another with its id come at once.
  const first = removed[0];
  if (first && pool[0]) added.push({ ...pool[0], id: first.id });
  return change<Annotation>({ added, updated, removed });
}

const rounds = fc.array(
  fc.tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }), annotationsOf(text, 5)),
  { maxLength: 6 },
);

test('[I4] in step with its patches', () => {
  fc.assert(
    fc.property(annotations, rounds, (first, changes) => {
      const set = new AnnotationSet(first);
      const model = new Map(first.map((row) => [row.id, row]));
      expectEqual(set, model);
      changes.forEach(([picks, pool], n) => {
        const of = fitting(model, picks, pool, n);
        expect(applyToMap(model, of)).toBeNull();
        expect(set.apply(of)).toBeNull();
        expectEqual(set, model);
      });
    }),
  );
});

const many = (count: number, shift = 0): Annotation[] =>
  Array.from({ length: count }, (_, i) => {
    const start = (i * 7 + shift) % 120;
    const end = start + 1 + (i % 9);
    return {
      id: `m${i}`,
      label: 'person',
      spans: [{ start, end, exact: text.slice(start, end), prefix: '', suffix: '' }],
      attributes: {},
      note: `${shift}`,
      origin: 'manual',
      createdAt: '',
      updatedAt: '',
    };
  });

test('[I5] thousands at once', () => {
  const before = many(3000);
  const moved = many(3000, 5);
  const of: Change<Annotation> = change({
    removed: before.slice(0, 700),
    updated: before.slice(700, 1700).map((row, i) => [row, moved[i + 700] as Annotation] as const),
    added: many(4000).slice(3000),
  });
  expect(of.removed.length + of.updated.length + of.added.length).toBeGreaterThan(2000);
  const [bulk, single] = [new AnnotationSet(before), new AnnotationSet(before)];
  const model = new Map(before.map((row) => [row.id, row]));
  expect(bulk.apply(of)).toBeNull();
  for (const row of of.removed) expect(single.apply(change({ removed: [row] }))).toBeNull();
  for (const pair of of.updated) expect(single.apply(change({ updated: [pair] }))).toBeNull();
  for (const row of of.added) expect(single.apply(change({ added: [row] }))).toBeNull();
  applyToMap(model, of);
  expectEqual(bulk, model, 31);
  expectEqual(single, model, 31);
  expect(bulk.inOrder()).toEqual(single.inOrder());
});

test('[I6] what does not fit is refused whole', () => {
  const [a, b, c] = many(3) as [Annotation, Annotation, Annotation];
  const bad: Change<Annotation>[] = [
    change({ added: [c], removed: [{ ...c, id: 'gone' }] }),
    change({ added: [c, a] }),
    change({ added: [c, c] }),
    change({ removed: [a, a] }),
    change({ removed: [a], updated: [[a, { ...a, note: 'x' }]] }),
    change({ updated: [[{ ...c, id: 'gone' }, c]], removed: [a] }),
    change({ updated: [[a, { ...a, id: 'other' }]] }),
    change({
      updated: [
        [a, { ...a, note: 'x' }],
        [a, { ...a, note: 'y' }],
      ],
    }),
    change({ added: [...many(3000).slice(3), a] }),
  ];
  for (const of of bad) {
    const set = new AnnotationSet([a, b]);
    expect(set.apply(of)?.code).toBe('stale-patch');
    expectEqual(set, new Map([a, b].map((row) => [row.id, row])));
  }
});

test('[I7] rank', () => {
  const rows = many(200);
  const set = new AnnotationSet(rows.slice(0, 100));
  set.inOrder().forEach((row, i) => void expect(set.rankOf(row)).toBe(i));
  for (const row of rows.slice(100)) {
    const rank = set.rankOf(row);
    expect(set.apply(change({ added: [row] }))).toBeNull();
    expect(set.inOrder()[rank]).toBe(row);
  }
});

test('[I8] several spans', () => {
  const [a] = many(1) as [Annotation];
  const spans = [
    { start: 0, end: 3, exact: text.slice(0, 3), prefix: '', suffix: '' },
    { start: 10, end: 15, exact: text.slice(10, 15), prefix: '', suffix: '' },
  ];
  const set = new AnnotationSet([{ ...a, spans }]);
  const ids = (start: number, end: number) => set.overlapping({ start, end }).map((row) => row.id);
  expect(ids(0, 3)).toEqual(['m0']);
  expect(ids(0, 20)).toEqual(['m0']);
  expect(ids(3, 10)).toEqual([]);
  expect(set.at(12)).toHaveLength(1);
  expect(set.apply(change({ removed: [{ ...a, spans }] }))).toBeNull();
  expect([...ids(0, 3), ...ids(10, 11)]).toEqual([]);
});
