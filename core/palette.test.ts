import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextColor, palette } from './palette';

test('[E18] 16 different colours', () => {
  expect(palette).toHaveLength(16);
  expect(new Set(palette).size).toBe(16);
  for (const color of palette) expect(color).toMatch(/^#[0-9a-f]{6}$/);
});

test('[E18] the least used comes next', () => {
  const used: string[] = [];
  for (let i = 0; i < 40; i++) used.push(nextColor(used));
  expect(used.slice(0, 16)).toEqual(palette);
  expect(used.slice(16, 32)).toEqual(palette);
  expect(nextColor(['#0072B2', '#123456'])).toBe(palette[1]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...palette)), (some) => {
      const count = (color: string) => some.filter((other) => other === color).length;
      expect(count(nextColor(some))).toBe(Math.min(...palette.map(count)));
    }),
  );
});
