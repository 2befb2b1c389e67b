import { expect, test } from 'vitest';
import { countWords } from './word-count';

const count = (text: string) => [...countWords(text)].at(-1) ?? 0;

test.each([
  ['', 0],
  ['One two, three.', 3],
  ['One\ntwo\r\n\r\nthree', 3],
  ['Don’t stop', 2],
  ['杭州', 1],
  ['… — 7', 1],
])('[Y11] %j has %i words', (text, words) => {
  expect(count(text)).toBe(words);
});

test('[Y11] a long line is counted in pieces that cut no word', () => {
  const text = 'alpha beta '.repeat(3_000);
  expect(count(text)).toBe(6_000);
  expect([...countWords(text)].length).toBeGreaterThan(10);
});
