import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from './graphemes';
import { anyText, place, spanFrom } from './testing/arbitraries';
import { trimmed } from './trim';

const words = (text: string) => {
  const { start, end } = trimmed(text, { start: 0, end: text.length });
  return text.slice(start, end);
};

test.each([
  [' Ada Lovelace, ', 'Ada Lovelace'],
  ['“Where is it?”', 'Where is it'],
  ['(Zürich)\r\n', 'Zürich'],
  ['don’t', 'don’t'],
  ['$5', '$5'],
  ['…', '…'],
  ['  ', '  '],
  ['、東京。', '東京'],
])('[B7] %j without its edges', (text, wanted) => {
  expect(words(text)).toBe(wanted);
});

test('[B7] any text', () => {
  fc.assert(
    fc.property(anyText, place, (text, at) => {
      fc.pre(text !== '');
      const span = spanFrom(text, at);
      const { start, end } = trimmed(text, span);
      expect(start).toBeGreaterThanOrEqual(span.start);
      expect(end).toBeLessThanOrEqual(span.end);
      expect(start).toBeLessThan(end);
      expect([start, end].every((offset) => isGraphemeBoundary(text, offset))).toBe(true);
      expect(trimmed(text, { start, end })).toEqual({ start, end });
    }),
  );
});
