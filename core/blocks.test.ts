import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockTable, SOFT_LIMIT } from './blocks';
import { isGraphemeBoundary } from './graphemes';
import { splitsPair } from './offsets';
import { mixedText } from './testing/arbitraries';

const rowsOf = (table: BlockTable) =>
  Array.from({ length: table.count }, (_, i) => [table.start(i), table.end(i), table.next(i)]);

const scanned = (text: string) => {
  const table = new BlockTable(text);
  table.scan();
  return table;
};

/** Short and long lines of every kind of line end. */
const manyLines = fc
  .array(
    fc.tuple(
      mixedText(8),
      fc.constantFrom('', 'a', 'ab ', '中', '😀', 'e\u0301', '🇩🇪', '👨‍👩‍👧', ' \u0301'),
      fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3000 })),
      fc.constantFrom('\n', '\r\n', '\r', ''),
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.map(([head, fill, times, end]) => head + fill.repeat(times) + end).join(''));

test('[T1] joined, the blocks are the text', () => {
  fc.assert(
    fc.property(manyLines, (text) => {
      const rows = rowsOf(scanned(text));
      let at = 0;
      for (const [start, end, next] of rows as [number, number, number][]) {
        expect(start).toBe(at);
        expect(start <= end && end <= next).toBe(true);
        expect(['', '\n', '\r']).toContain(text.slice(end, next));
        at = next;
      }
      expect(at).toBe(text.length);
    }),
  );
});

test('[T2] line ends', () => {
  const contents = (text: string) => rowsOf(scanned(text)).map(([start, end]) => text.slice(start, end));
  expect(contents('')).toEqual(['']);
  expect(contents('a')).toEqual(['a']);
  expect(contents('a\n')).toEqual(['a', '']);
  expect(contents('a\r\nb')).toEqual(['a\r', 'b']);
  expect(contents('a\rb\r')).toEqual(['a', 'b', '']);
  expect(contents('\r\r\n\n\r')).toEqual(['', '\r', '', '', '']);
  expect(contents('a\u2028b\u0085c\fd')).toEqual(['a\u2028b\u0085c\fd']);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r'), maxLength: 30 }), (text) => {
      expect(contents(text)).toEqual(text.split(/\n|\r(?!\n)/));
    }),
  );
});

test('[T3] long lines are cut softly', () => {
  const spaced = 'word '.repeat(1000);
  for (const [start, end, next] of rowsOf(scanned(spaced)) as [number, number, number][]) {
    expect(end - start).toBeLessThanOrEqual(SOFT_LIMIT);
    expect(next).toBe(end);
    expect(next === spaced.length || spaced[next - 1] === ' ').toBe(true);
  }
  const solid = 'x'.repeat(2 * SOFT_LIMIT);
  expect(rowsOf(scanned(solid))).toEqual([
    [0, SOFT_LIMIT, SOFT_LIMIT],
    [SOFT_LIMIT, 2 * SOFT_LIMIT, 2 * SOFT_LIMIT],
  ]);
  // A space in the first half is too far back to cut at.
  const early = `${'x'.repeat(900)} ${'x'.repeat(3000)}`;
  expect(rowsOf(scanned(early))[0]).toEqual([0, SOFT_LIMIT, SOFT_LIMIT]);
  expect(rowsOf(scanned('y'.repeat(SOFT_LIMIT)))).toHaveLength(1);
});

test('[T3] pieces are never longer than the limit', () => {
  fc.assert(
    fc.property(manyLines, (text) => {
      for (const [start, end] of rowsOf(scanned(text)) as [number, number, number][])
        expect(end - start).toBeLessThanOrEqual(SOFT_LIMIT);
    }),
  );
});

test('[T4] soft cuts split no character', () => {
  fc.assert(
    fc.property(manyLines, (text) => {
      for (const [, end, next] of rowsOf(scanned(text)) as [number, number, number][])
        if (next === end && !isGraphemeBoundary(text, next)) expect.fail(`cut at ${next}`);
    }),
  );
  const fills = [
    '😀',
    '🇩🇪',
    '👨‍👩‍👧',
    'e\u0301',
    `e${'\u0301'.repeat(99)}`,
    '\u1112\u1161\u11ab',
    ' \u0301',
    ' \u0301x',
  ];
  for (const fill of fills) {
    for (const shift of ['', 'x', 'xy', 'xyz']) {
      const text = shift + fill.repeat(9000 / fill.length);
      for (const [, , next] of rowsOf(scanned(text)) as [number, number, number][])
        expect(isGraphemeBoundary(text, next)).toBe(true);
    }
  }
});

test('[T4] a character of thousands of units is cut, but not in a pair', () => {
  for (const text of [`e${'𝅥'.repeat(3000)}`, `xe${'𝅥'.repeat(3000)}`, '👩‍'.repeat(2000)])
    for (const [, , next] of rowsOf(scanned(text)) as [number, number, number][])
      expect(splitsPair(text, next)).toBe(false);
});

test('[T5] slices give the same table', () => {
  fc.assert(
    fc.property(
      manyLines,
      fc.array(fc.nat(70_000)),
      fc.integer({ min: 1, max: 12 }),
      (part, stops, times) => {
        const text = part.repeat(
          part.length > 0 ? Math.min(times * 20, 1 + Math.floor(120_000 / part.length)) : 1,
        );
        const slow = new BlockTable(text);
        for (let at = 0; !slow.complete; at += 1 + (stops[at % Math.max(1, stops.length)] ?? 4000)) {
          slow.scan(at);
          if (!slow.complete) expect(slow.scannedTo).toBeGreaterThan(at);
          expect(slow.next(slow.count - 1)).toBe(slow.scannedTo);
        }
        expect(rowsOf(slow).join()).toBe(rowsOf(scanned(text)).join());
      },
    ),
    { numRuns: 20 },
  );
});

test('[T6] the block of an offset', () => {
  fc.assert(
    fc.property(manyLines, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
      const offset = Math.floor(at * text.length);
      const table = new BlockTable(text);
      const index = table.indexAt(offset);
      expect(table.start(index)).toBeLessThanOrEqual(offset);
      if (offset < text.length) expect(table.next(index)).toBeGreaterThan(offset);
      expect(table.indexAt(text.length)).toBe(table.count - 1);
    }),
  );
  const far = 'line\n'.repeat(100_000);
  const table = new BlockTable(far);
  expect(table.complete).toBe(false);
  expect(table.indexAt(400_000)).toBe(80_000);
  expect(table.scannedTo).toBeLessThan(far.length);
  expect(table.indexAt(far.length)).toBe(100_000);
});

test('[T7] past the last block', () => {
  const table = new BlockTable('a\nb');
  expect([table.start(2), table.end(2), table.start(5000)]).toEqual([3, 3, 3]);
});
