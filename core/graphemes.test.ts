import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isGraphemeBoundary,
  nextGrapheme,
  nextWord,
  previousGrapheme,
  previousWord,
  snapToGraphemes,
  wordAt,
} from './graphemes';
import { splitsPair } from './offsets';
import { anyText, anyUnits, mixedText, pieces, place, spanFrom } from './testing/arbitraries';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const boundaries = (text: string) => [...Array.from(segmenter.segment(text), (it) => it.index), text.length];

/** Compares with the segmenter over the whole text, at the offsets in [FROM, TO]. */
function check(text: string, from = 0, to = text.length) {
  const all = boundaries(text);
  const known = new Set(all);
  let before = 0;
  let index = 0;
  for (let offset = 0; offset <= to; offset++) {
    while (index < all.length && (all[index] as number) <= offset) index++;
    const after = all[index] ?? text.length;
    if (offset >= from) {
      const got = [
        isGraphemeBoundary(text, offset),
        nextGrapheme(text, offset),
        previousGrapheme(text, offset),
      ];
      const wanted = [known.has(offset), after, before];
      if (got.join() !== wanted.join())
        expect.fail(`at ${offset}: ${got.join()} instead of ${wanted.join()} in ${JSON.stringify(text)}`);
    }
    if (known.has(offset)) before = offset;
  }
}

test('[G1] short texts', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyUnits(), mixedText(80)), (text) => check(text)),
    { numRuns: 300 },
  );
});

describe('[G2] near the edges of the window', () => {
  test.each(pieces.filter((piece) => piece.length > 1 && !/\s/.test(piece)))('[G2] rows of %j', (piece) => {
    for (const shift of ['', 'x', 'xy', 'xyz']) {
      const text = shift + piece.repeat(Math.ceil(1400 / piece.length));
      check(text, 500, 560);
      check(text, 1020, 1060);
    }
  });

  test('[G2] anything after a long line without a break', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', '中', '😀', '🇩🇪', 'a ', '-'),
        fc.integer({ min: 460, max: 560 }),
        mixedText(12),
        mixedText(60),
        (fill, length, middle, tail) => {
          const text = `${fill.repeat(560).slice(0, length)}${middle}${tail}${fill.repeat(560)}`;
          check(text, length, Math.min(text.length, length + middle.length + 4));
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('[G3] CRLF', () => {
  expect(nextGrapheme('a\r\nb', 1)).toBe(3);
  expect(previousGrapheme('a\r\nb', 3)).toBe(1);
  expect(isGraphemeBoundary('a\r\nb', 2)).toBe(false);
  expect(nextGrapheme('\r\r\n\n', 0)).toBe(1);
});

test('[G4] snapping', () => {
  expect(snapToGraphemes('x👨‍👩‍👧y', { start: 3, end: 4 })).toEqual({ start: 1, end: 9 });
  expect(snapToGraphemes('e\u0301e\u0301', { start: 1, end: 2 })).toEqual({ start: 0, end: 2 });
  fc.assert(
    fc.property(anyText, place, (text, [a, b]) => {
      fc.pre(text.length > 0);
      const [start, end] = [a, b].map((at) => Math.floor(at * text.length)).sort((x, y) => x - y) as [
        number,
        number,
      ];
      const all = boundaries(text);
      expect(snapToGraphemes(text, { start, end })).toEqual({
        start: all.filter((at) => at <= start).at(-1),
        end: all.find((at) => at >= end),
      });
    }),
  );
});

test.each([
  ['one two', 0, 'one'],
  ['one two', 1, 'one'],
  ['one two', 3, 'one'],
  ['one two', 4, 'two'],
  ['one two', 7, 'two'],
  ['one  two', 4, null],
  ['one, two', 4, null],
  ['one, two', 3, 'one'],
  ['', 0, null],
  [' ', 0, null],
  ['…one', 1, 'one'],
  ['don’t stop', 2, 'don’t'],
  ['Straße', 3, 'Straße'],
  ['שלום עולם', 6, 'עולם'],
  ['a\r\nb', 3, 'b'],
  ['a\r\nb', 1, 'a'],
  ['cafe\u0301 x', 5, 'cafe\u0301'],
])('[G5] the word of %j at %i is %j', (text, offset, word) => {
  const span = wordAt(text, offset);
  expect(span && text.slice(span.start, span.end)).toBe(word);
});

test('[G6] words across lines', () => {
  const text = 'one, two\r\n\r\n  three… 四';
  const stops = (step: (text: string, at: number) => number, from: number) => {
    const found = [from];
    for (let at = step(text, from); at !== found.at(-1); at = step(text, at)) found.push(at);
    return found.slice(1);
  };
  expect(stops(nextWord, 0)).toEqual([3, 8, 19, 22]);
  expect(stops(previousWord, text.length)).toEqual([21, 14, 5, 0]);
  expect(nextWord('... !', 0)).toBe(5);
  expect(previousWord('... !', 5)).toBe(0);
});

test('[G6] a word at the edge of the window is taken whole', () => {
  for (let dots = 500; dots < 520; dots++) {
    const text = `${'-'.repeat(dots)}word${'-'.repeat(dots)}`;
    expect(nextWord(text, 0)).toBe(dots + 4);
    expect(previousWord(text, text.length)).toBe(dots);
  }
});

test('[G7] words split no character', () => {
  fc.assert(
    fc.property(fc.oneof(mixedText(), anyUnits()), fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
      const offset = Math.floor(at * text.length);
      const all = new Set(boundaries(text));
      const word = wordAt(text, offset);
      expect(all.has(nextWord(text, offset))).toBe(true);
      expect(all.has(previousWord(text, offset))).toBe(true);
      if (word) expect([all.has(word.start), all.has(word.end)]).toEqual([true, true]);
      if (word) expect(word.start <= offset && offset <= word.end && word.start < word.end).toBe(true);
      if (offset < text.length) expect(nextWord(text, offset)).toBeGreaterThan(offset);
      if (offset > 0) expect(previousWord(text, offset)).toBeLessThan(offset);
    }),
    { numRuns: 300 },
  );
  expect(wordAt('x \u06001 y', 3)).toEqual({ start: 2, end: 4 });
});

test('[G8] a long line without spaces', () => {
  const middle = 500_000;
  for (const fill of ['a', '中', '😀', '🇩🇪', 'e\u0301', '\u0301', '\u1100', '👩‍']) {
    const text = Array.from({ length: (2 * middle) / fill.length + 1 }, () => fill).join('');
    const begin = performance.now();
    expect(nextGrapheme(text, middle)).toBeGreaterThan(middle);
    expect(previousGrapheme(text, middle)).toBeLessThan(middle);
    const { start, end } = snapToGraphemes(text, { start: middle, end: middle + 1 });
    expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
    expect(end - start).toBeLessThanOrEqual(2048);
    wordAt(text, middle);
    // A few milliseconds; over the whole text the segmenter needs minutes.
    expect(performance.now() - begin).toBeLessThan(5000);
    // Where there is no word, the search goes on to the end of the text.
    const near = text.length - 20_000;
    expect(nextWord(text, near)).toBeGreaterThan(near);
    expect(previousWord(text, 20_000)).toBeLessThan(20_000);
  }
});

test('[G4] a span from two places of any text is whole', () => {
  fc.assert(
    fc.property(anyText, place, (text, at) => {
      fc.pre(text.length > 0);
      const span = spanFrom(text, at);
      expect(span.end).toBeGreaterThan(span.start);
      expect(snapToGraphemes(text, span)).toEqual(span);
    }),
  );
});
