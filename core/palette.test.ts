import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, grounds, inkOf, parseHex } from './ink';
import { nextColor, palette } from './palette';
import { farApart, type Vision, visions } from './testing/color-vision';

/** CIEDE2000 between the nearest two of the palette. */
const apart: Readonly<Record<Vision, number>> = { usual: 10, protanopia: 6, deuteranopia: 6, tritanopia: 7 };
/** Between the nearest two of the first eight, which most projects do not exceed. */
const apartFirst = 6.5;

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
  expect(nextColor([(palette[0] as string).toUpperCase(), '#123456'])).toBe(palette[1]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...palette)), (some) => {
      const count = (color: string) => some.filter((other) => other === color).length;
      expect(count(nextColor(some))).toBe(Math.min(...palette.map(count)));
    }),
  );
});

/** The nearest two of COLORS on a ground, as VISION sees them. */
function nearest(colors: readonly string[], dark: boolean, vision: Vision) {
  let found = { distance: Number.POSITIVE_INFINITY, pair: '' };
  colors.forEach((a, i) => {
    for (const b of colors.slice(i + 1)) {
      const distance = farApart(inkOf(a, dark), inkOf(b, dark), vision);
      if (distance < found.distance) found = { distance, pair: `${a} ${b}` };
    }
  });
  return found;
}

test.each(['light', 'dark'] as const)(
  '[E22] on the %s ground the palette stands out, and stays apart for everybody',
  (ground) => {
    const dark = ground === 'dark';
    const page = parseHex(grounds[ground]);
    const rows = palette.map((color) => ({
      color,
      mark: contrast(inkOf(color, dark), page).toFixed(2),
      name: contrast(inkOf(color, dark, 4.5), page).toFixed(2),
    }));
    console.table(rows);
    for (const { mark, name } of rows) {
      expect(Number(mark)).toBeGreaterThanOrEqual(3);
      expect(Number(name)).toBeGreaterThanOrEqual(4.5);
    }
    const pairs = visions.map((vision) => ({
      vision,
      ...nearest(palette, dark, vision),
      ofEight: nearest(palette.slice(0, 8), dark, vision).distance,
    }));
    console.table(
      pairs.map((it) => ({ ...it, distance: it.distance.toFixed(2), ofEight: it.ofEight.toFixed(2) })),
    );
    for (const { vision, distance, ofEight } of pairs) {
      expect(distance, vision).toBeGreaterThanOrEqual(apart[vision]);
      expect(ofEight, vision).toBeGreaterThanOrEqual(apartFirst);
    }
  },
);

test('the measure of colours knows what everybody sees, and what a deuteranope does not', () => {
  const [white, black] = [parseHex('#ffffff'), parseHex('#000000')];
  for (const vision of visions) {
    expect(farApart(white, black, vision)).toBeCloseTo(100, 0);
    expect(farApart(white, white, vision)).toBe(0);
  }
  // Red and green of one lightness are what a deuteranope confuses.
  const [red, green] = [parseHex('#c05050'), parseHex('#808030')];
  expect(farApart(red, green, 'deuteranopia')).toBeLessThan(farApart(red, green, 'usual') / 2);
});
