import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, css, grounds, inkOf, parseHex } from './ink';
import { toOklab } from './oklab';
import { palette } from './palette';

const hex = fc.oneof(
  fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`),
  fc.constantFrom(...palette),
);

test('[E21] every colour stands out from its ground, as a mark and as a name', () => {
  fc.assert(
    fc.property(hex, fc.constantFrom(3, 4.5, 7), (color, least) => {
      expect(contrast(inkOf(color, false, least), parseHex(grounds.light))).toBeGreaterThanOrEqual(least);
      expect(contrast(inkOf(color, true, least), parseHex(grounds.dark))).toBeGreaterThanOrEqual(least);
    }),
  );
});

test('[E21] by day a colour that stands out is left alone; by night greys keep their order', () => {
  expect(inkOf('#0d4172', false)).toEqual(parseHex('#0d4172'));
  const greys = ['#000000', '#404040', '#555555', '#808080', '#c0c0c0', '#ffffff'];
  const lifted = greys.map((grey) => toOklab(inkOf(grey, true)).lightness);
  expect(lifted).toEqual([...lifted].sort((a, b) => a - b));
});

test('a damaged colour is grey', () => {
  expect(css(parseHex('blue'), 0.5)).toBe('rgba(128, 128, 128, 0.5)');
});
