import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockTable } from './blocks';
import { isGraphemeBoundary } from './graphemes';
import { paragraphAt, selectParagraphs } from './paragraphs';
import { anyText, place, spanFrom } from './testing/arbitraries';
import { widen } from './widen';

test('[T8] word, sentence, paragraph, text', () => {
  const text = 'One two. Three four five.\r\nSix.';
  let span = { start: 16, end: 16 };
  const steps: string[] = [];
  for (let i = 0; i < 5; i++) {
    span = widen(text, span);
    steps.push(text.slice(span.start, span.end));
  }
  expect(steps).toEqual(['four', 'Three four five.', 'One two. Three four five.', text, text]);
});

test('[T8] a quotation is a step, whether it is smaller than its sentence or larger', () => {
  const steps = (text: string, at: number, count: number) => {
    const all: string[] = [];
    for (let span = { start: at, end: at }; all.length < count; ) {
      span = widen(text, span);
      all.push(text.slice(span.start, span.end));
    }
    return all;
  };
  const short = 'He said “so be it” to us. Then he left.';
  expect(steps(short, 12, 4)).toEqual(['be', '“so be it”', 'He said “so be it” to us.', short]);
  const long = 'He said: "One is here. Two is not." So we went.';
  expect(steps(long, 15, 5)).toEqual([
    'is',
    'One is here.',
    '"One is here. Two is not."',
    'He said: "One is here. Two is not."',
    long,
  ]);
});

test('[T13] a paragraph is selected without the spaces at its ends, then the next one with it', () => {
  const text = 'Title\r\n\r\n  Ada wrote. She slept. \r\n\r\nEnd';
  const words = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  const first = selectParagraphs(text, { start: 15, end: 15 });
  expect(words(first)).toBe('Ada wrote. She slept.');
  const second = selectParagraphs(text, first);
  expect(words(second)).toBe('Ada wrote. She slept. \r\n\r\nEnd');
  expect(selectParagraphs(text, second)).toEqual(second);
  // A part of it is widened to all of it.
  expect(selectParagraphs(text, { start: 15, end: 20 })).toEqual(first);
  fc.assert(
    fc.property(anyText, place, (text, at) => {
      fc.pre(text.length > 0);
      const span = spanFrom(text, at);
      const next = selectParagraphs(text, span);
      expect(isGraphemeBoundary(text, next.start) && isGraphemeBoundary(text, next.end)).toBe(true);
      expect(next.start <= next.end).toBe(true);
    }),
  );
});

test('[T8] a sentence that ends inside a character is widened to all of it', () => {
  expect(widen('a .\u0e33 b', { start: 0, end: 1 })).toEqual({ start: 0, end: 4 });
});

test('[T8] every step is larger and holds the one before', () => {
  fc.assert(
    fc.property(anyText, place, fc.boolean(), (text, at, empty) => {
      fc.pre(text.length > 0);
      let span = spanFrom(text, at);
      if (empty) span = { start: span.start, end: span.start };
      for (let i = 0; i < 6; i++) {
        const next = widen(text, span);
        expect(next.start <= span.start && next.end >= span.end).toBe(true);
        expect(isGraphemeBoundary(text, next.start) && isGraphemeBoundary(text, next.end)).toBe(true);
        if (span.start > 0 || span.end < text.length)
          expect(next.end - next.start).toBeGreaterThan(span.end - span.start);
        span = next;
      }
      expect(span).toEqual({ start: 0, end: text.length });
    }),
    { numRuns: 300 },
  );
});

test('[T9] a paragraph is a block without its line end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n'), maxLength: 30 }), (text) => {
      const table = new BlockTable(text);
      for (let offset = 0; offset <= text.length; offset++) {
        if (!isGraphemeBoundary(text, offset)) continue;
        const block = table.indexAt(offset);
        const [start, next] = [table.start(block), table.next(block)];
        const content = text.slice(start, next).replace(/\r\n$|\n$|\r$/, '');
        expect(paragraphAt(text, offset)).toEqual({ start, end: start + content.length });
      }
    }),
  );
  expect(paragraphAt('one\rtwo\rthree', 5)).toEqual({ start: 4, end: 7 });
});
