import { expect, test } from 'vitest';
import { estimateHeight, extentOf } from './estimate';

const metrics = { lineHeight: 20, charWidth: 10, wideWidth: 20, width: 400 };
const heightOf = (text: string) => estimateHeight(extentOf(text, 0, text.length), metrics);

test('an empty block is one line tall', () => {
  expect(heightOf('')).toBe(20);
});

test('wide characters fill a line twice as fast', () => {
  expect(heightOf('a'.repeat(40))).toBe(20);
  expect(heightOf('漢'.repeat(40))).toBe(60);
  expect(heightOf('漢'.repeat(400))).toBeGreaterThan(heightOf('a'.repeat(400)));
});

test('a sample of a long block speaks for all of it', () => {
  const { narrow, wide } = extentOf('漢a'.repeat(1000), 0, 2000);
  expect(narrow + wide).toBeCloseTo(2000);
});
