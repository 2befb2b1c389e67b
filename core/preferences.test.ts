import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clamped,
  isFamily,
  type Preferences,
  preferencesFrom,
  preferencesSchema,
  ranges,
  usualPreferences,
} from './preferences';

const sound: fc.Arbitrary<Preferences> = fc.record({
  font: fc.constantFrom('serif', 'sans', 'mono', 'own'),
  family: fc.constantFrom('', 'Charis SIL', 'Noto Serif CJK SC', '思源宋体'),
  size: fc.integer({ min: 11, max: 34 }),
  measure: fc.integer({ min: 45, max: 100 }),
  leading: fc.constantFrom(1.2, 1.6, 2.2),
  unit: fc.constantFrom('code-point', 'utf-16', 'byte'),
  backups: fc.integer({ min: 1, max: 200 }),
});

test('[PF1] sound preferences are read as they were written', () => {
  fc.assert(
    fc.property(sound, (preferences) => {
      expect(preferencesFrom(JSON.parse(JSON.stringify(preferences)))).toEqual(preferences);
    }),
  );
});

test('[PF1] what is damaged is as usual, and costs nothing else', () => {
  fc.assert(
    fc.property(
      sound,
      fc.constantFrom(...(Object.keys(usualPreferences) as (keyof Preferences)[])),
      fc.constantFrom(null, {}, -1, 1e9, '"; }'),
      (preferences, name, damage) => {
        expect(preferencesFrom({ ...preferences, [name]: damage })).toEqual({
          ...preferences,
          [name]: usualPreferences[name],
        });
      },
    ),
  );
});

test.each([undefined, null, 7, 'dark', []])('[PF1] %j holds none: all is as usual', (value) => {
  expect(preferencesFrom(value)).toEqual(usualPreferences);
  expect(preferencesSchema.safeParse(usualPreferences).success).toBe(true);
});

test('[PF2] a family is a name, and can’t end the style that it stands in', () => {
  for (const name of ['', 'Georgia', 'Source Serif 4', '思源宋体', 'Arial Unicode MS'])
    expect(isFamily(name)).toBe(true);
  for (const name of ['a"', "a'", 'a;b', 'url(x)', 'a\\', 'a,b', 'a\nb', 'x'.repeat(101)])
    expect(isFamily(name)).toBe(false);
});

test('[PF3] a value outside is moved into the range, onto a step', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(ranges)),
      fc.double({ noNaN: true, min: -1000, max: 1000 }),
      (range, value) => {
        const moved = clamped(value, range);
        expect(moved).toBeGreaterThanOrEqual(range.least);
        expect(moved).toBeLessThanOrEqual(range.most);
        expect(clamped(moved, range)).toBe(moved);
      },
    ),
  );
  expect(clamped(1.63, ranges.leading)).toBe(1.65);
});
