import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closingCircles } from './circles';
import type { Relation } from './model';

const relation = (from: string, to: string, index: number): Relation => ({
  id: `r${index}`,
  type: 'is',
  from,
  to,
  attributes: {},
  note: '',
});

/** Whether TO can be reached from FROM, by looking everywhere. */
function reaches(relations: readonly Relation[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) for (const it of relations) if (it.from === at) seen.add(it.to);
  return seen.has(to);
}

const isInCircle = (relations: readonly Relation[], it: Relation) =>
  it.from !== it.to && reaches(relations, it.to, it.from);

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const graphs = fc
  .array(fc.tuple(node, node), { maxLength: 14 })
  .map((rows) => rows.map(([from, to], index) => relation(from, to, index)));

test('[Z18] without those that close a circle none is left, and each of them lay in one', () => {
  fc.assert(
    fc.property(graphs, (relations) => {
      const closing = closingCircles(relations, ['a', 'b', 'c']);
      const left = relations.filter((it) => !closing.has(it));
      expect(left.filter((it) => isInCircle(left, it))).toEqual([]);
      for (const it of closing) expect(isInCircle(relations, it)).toBe(true);
    }),
  );
});

test('[Z18] what leads back in the text closes, and a chain of any length is walked', () => {
  const circle = [relation('c', 'a', 0), relation('a', 'b', 1), relation('b', 'c', 2)];
  expect([...closingCircles(circle, ['a', 'b', 'c'])]).toEqual([circle[0]]);
  const chain = Array.from({ length: 100_000 }, (_, i) => relation(`${i}`, `${i + 1}`, i));
  const back = relation('100000', '0', 100_000);
  expect([...closingCircles([...chain, back], ['0'])]).toEqual([back]);
});
