import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from './graphemes';
import { paragraphAt } from './paragraphs';
import { quotationFrom, quotationsIn } from './quotations';

const words = (text: string) =>
  quotationsIn(text, paragraphAt(text, 0)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['He said "yes" and "no".', ['"yes"', '"no"']],
  ['“One, “two” three” four', ['“One, “two” three”', '“two”']],
  ['„Ja“, sagte er, »nein« sie', ['„Ja“', '»nein«']],
  ['« Oui », dit-il. 他说「好『吧』」。', ['« Oui »', '「好『吧』」', '『吧』']],
  ['An open “mark, and a "closed" one', ['"closed"']],
  ['It’s 5" long', []],
])('[T12] %s', (text, found) => expect(words(text)).toEqual(found));

test('[T12] a mark that is not closed in its paragraph opens nothing in the next', () => {
  expect(words('He said "yes.\n"No" she said.')).toEqual([]);
});

const texts = fc.string({
  unit: fc.constantFrom('a', ' ', '"', '“', '”', '„', '»', '«', '\n', '\u0301'),
  maxLength: 40,
});

test('[B14] forwards and backwards every quotation is found that has not begun, or has ended', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, at) => {
      fc.pre(at <= text.length && isGraphemeBoundary(text, at));
      const all = text.split('\n').reduce<{ from: number; found: { start: number; end: number }[] }>(
        ({ from, found }, line) => ({
          from: from + line.length + 1,
          found: [...found, ...quotationsIn(text, { start: from, end: from + line.length })],
        }),
        { from: 0, found: [] },
      ).found;
      expect(quotationFrom(text, at, 1)).toEqual(all.find((it) => it.start >= at) ?? null);
      expect(quotationFrom(text, at, -1)).toEqual(all.filter((it) => it.end <= at).at(-1) ?? null);
    }),
  );
});

test('[B14] backwards over many lines that each hold a lone mark, the search comes to an end', () => {
  const text = `“Yes.” ${'It is 5" long, they said, and left it at that.\n'.repeat(40_000)}`;
  expect(quotationFrom(text, text.length, -1)).toEqual({ start: 0, end: 6 });
});
