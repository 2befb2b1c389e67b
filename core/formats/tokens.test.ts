import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, mixedText } from '../testing/arbitraries';
import { sentencesIn, tokensIn } from './tokens';

const sentences = (text: string) => [...sentencesIn(text)];
const words = (text: string) =>
  sentences(text).map((it) => it.tokens.map(({ start, end }) => text.slice(start, end)));

/** Also what only Python’s str.split() takes for white space. */
const isWhite = (char: string) => /\s/.test(char) || '\x1c\x1d\x1e\x1f\x85'.includes(char);

test('[XT1] tokens hold everything but white space, once and in order', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, mixedText(200)), (text) => {
      let at = 0;
      let rest = '';
      for (const sentence of sentences(text)) {
        expect(sentence.start).toBe(sentence.tokens[0]?.start);
        expect(sentence.end).toBe(sentence.tokens.at(-1)?.end);
        for (const { start, end } of sentence.tokens) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          rest += text.slice(at, start);
          at = end;
          expect([...text.slice(start, end)].filter(isWhite)).toEqual([]);
        }
      }
      expect([...rest, ...text.slice(at)].filter((char) => !isWhite(char))).toEqual([]);
    }),
  );
});

test.each([
  ['😊 Ada Lovelace met Charles Babbage in London.', ['😊 Ada Lovelace met Charles Babbage in London .']],
  ['Is it? It is.\r\nSo be it', ['Is it ?', 'It is .', 'So be it']],
  ['Ada’s and THE BBC\'S don’t, 3.5% of "x-y"', ['Ada ’s and THE BBC \'S don’t , 3.5 % of " x - y "']],
  ['wait\u001cfor\u0085me \u0301', ['wait for', 'me \u0301']],
  ['\n \t\r', []],
])('[XT1] tokens and sentences of %j', (text, wanted) => {
  expect(words(text).map((it) => it.join(' '))).toEqual(wanted);
});

test('[XT2] a sentence never crosses a line end', () => {
  fc.assert(
    fc.property(mixedText(120), (text) => {
      for (const { start, end } of sentences(text)) expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
    }),
  );
});

test('[XT2] a paragraph of any length gives the sentences that it would give at once', () => {
  const line = Array.from({ length: 900 }, (_, i) => `This is number ${i} of them. `).join('');
  expect(sentences(line)).toHaveLength(900);
});

test('[XT2] a sentence without any end is cut between words, and no pair is cut', () => {
  const line = 'word '.repeat(5000);
  expect(words(line).flat()).toEqual(Array.from({ length: 5000 }, () => 'word'));
  expect(sentences(line).length).toBeLessThan(10);
  for (const shift of ['', 'x'])
    for (const { start, end } of sentences(shift + '😀'.repeat(5000)))
      expect((shift + '😀'.repeat(5000)).slice(start, end)).toMatch(/^x?(?:😀)+$/u);
});

test('[XT1] tokens of a part stand at the offsets of the whole', () => {
  expect(tokensIn('one two three', { start: 4, end: 13 })).toEqual([
    { start: 4, end: 7 },
    { start: 8, end: 13 },
  ]);
});
