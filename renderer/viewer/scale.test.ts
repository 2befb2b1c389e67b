import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spacerScale, toDocument, toScroller } from './scale';

test('ordinary documents are not scaled', () => {
  expect(spacerScale(24_000_000, 1)).toBe(1);
  expect(spacerScale(24_000_000, 2)).toBeLessThan(1);
});

test('there and back is the same place, and no scroller is too tall', () => {
  const total = fc.integer({ min: 100, max: 500_000_000 });
  fc.assert(
    fc.property(
      total,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (height, a, b) => {
        const top = a * height;
        const mounted = { top, bottom: Math.min(height, top + 3000) };
        const scale = spacerScale(height, 1);
        const place = b * height;
        expect(toDocument(toScroller(place, mounted, scale), mounted, scale)).toBeCloseTo(place, 2);
        expect(toScroller(height, mounted, scale)).toBeLessThan(2 ** 25);
      },
    ),
  );
});
