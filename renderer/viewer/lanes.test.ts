import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLanes, type LaneSpan } from './lanes';

const spans = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 40 })
  .map((rows) =>
    rows
      .map(([start, length], i): LaneSpan => ({ key: `${i}`, start, end: start + length }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );

function expectApart(list: readonly LaneSpan[], lanes: Map<string, number>): void {
  for (const a of list)
    for (const b of list)
      if (a !== b && a.start < b.end && b.start < a.end) expect(lanes.get(a.key)).not.toBe(lanes.get(b.key));
}

test('spans on one lane never overlap, and no more lanes are used than spans lie on one place', () => {
  fc.assert(
    fc.property(spans, (list) => {
      const lanes = assignLanes(list);
      expect(lanes.size).toBe(list.length);
      expectApart(list, lanes);
      const depth = Math.max(
        0,
        ...list.map((span) => list.filter((s) => s.start <= span.start && span.start < s.end).length),
      );
      expect(new Set(lanes.values()).size).toBe(depth);
    }),
  );
});

test('what had a lane keeps it when others come or go', () => {
  fc.assert(
    fc.property(spans, fc.nat(40), (list, cut) => {
      const before = assignLanes(list);
      const rest = list.slice(cut % (list.length + 1));
      const lanes = assignLanes(rest, before);
      for (const span of rest) expect(lanes.get(span.key)).toBe(before.get(span.key));
      expectApart(list, assignLanes(list, lanes));
    }),
  );
});
