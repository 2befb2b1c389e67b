import fc from 'fast-check';
import { expect, test } from 'vitest';
import { palette } from '../../core/palette';
import { contrast, css, inkOf, parseHex } from './colors';

test('every colour stands out from its page', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(fc.oneof(hex, fc.constantFrom(...palette)), (color) => {
      expect(contrast(inkOf(color, false), parseHex('#ffffff'))).toBeGreaterThanOrEqual(3);
      expect(contrast(inkOf(color, true), parseHex('#141414'))).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('a colour that stands out already is left alone, a damaged one is grey', () => {
  expect(inkOf('#0072b2', false)).toEqual(parseHex('#0072b2'));
  expect(css(parseHex('blue'), 0.5)).toBe('rgba(128, 128, 128, 0.5)');
});
