import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitsPair } from './offsets';
import { CONTEXT, quote, stands } from './quote';
import { anyUnits, mixedText, place } from './testing/arbitraries';

test('[Q1] exact text and context', () => {
  const text = `${'😀'.repeat(40)}word${'é'.repeat(40)}`;
  const { exact, prefix, suffix } = quote(text, { start: 80, end: 84 });
  expect([exact, prefix, suffix]).toEqual(['word', '😀'.repeat(32), 'é'.repeat(32)]);
  expect(quote('one', { start: 0, end: 3 })).toEqual({
    start: 0,
    end: 3,
    exact: 'one',
    prefix: '',
    suffix: '',
  });
});

test('[Q1][Q2] any span of any text', () => {
  fc.assert(
    fc.property(fc.oneof(anyUnits(120), mixedText(60)), place, (text, where) => {
      const [start, end] = where.map((at) => Math.floor(at * text.length)).sort((a, b) => a - b) as [
        number,
        number,
      ];
      if (start === end || splitsPair(text, start) || splitsPair(text, end)) {
        expect(() => quote(text, { start, end })).toThrow(RangeError);
        return;
      }
      const made = quote(text, { start, end });
      expect(made.exact).toBe(text.slice(start, end));
      expect(Array.from(made.prefix)).toEqual(Array.from(text.slice(0, start)).slice(-CONTEXT));
      expect(Array.from(made.suffix)).toEqual(Array.from(text.slice(end)).slice(0, CONTEXT));
      expect(stands(text, made)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [3, 3],
  [4, 3],
  [-1, 2],
  [0, 8],
  [2, 4],
  [0, 2],
  [Number.NaN, 2],
])('[Q2] the span %d–%d of a text of 7 throws', (start, end) => {
  expect(() => quote('a😀word', { start, end })).toThrow(RangeError);
});

test('[Q3] what stands', () => {
  const made = quote('one two', { start: 4, end: 7 });
  expect(stands('one two', made)).toBe(true);
  expect(stands('six two!', made)).toBe(true);
  expect(stands('one  two', made)).toBe(false);
  expect(stands('one tw', made)).toBe(false);
  expect(stands('', made)).toBe(false);
});
