import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedSpan } from '../formats/imported';
import { splitsPair } from '../offsets';
import { stands } from '../quote';
import { anyText, place, spanFrom } from '../testing/arbitraries';
import { locator } from './detect';
import { placer } from './place';

const utf16 = { unit: 'utf-16', inclusive: false, crlfOnce: false, bomCounted: false } as const;
const span = (start: number, end: number, exact: string | null, prefix = '', suffix = ''): ImportedSpan => ({
  start,
  end,
  exact,
  prefix,
  suffix,
});
const placed = (text: string, ...spans: ImportedSpan[]) => placer(text, locator(text, utf16))(spans);

test('[XI4] what stands where the file says stays there, to the unit; every span that is placed says what stands at it', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(place, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (text, places, quoted) => {
        if (text === '') return;
        const spans = places.map((it) => spanFrom(text, it));
        const found = placed(
          text,
          ...spans.map(({ start, end }) => span(start, end, quoted ? text.slice(start, end) : null)),
        );
        expect(found?.fate).toBe('exact');
        const all = found?.spans ?? [];
        for (const [n, it] of all.entries()) {
          expect(stands(text, it)).toBe(true);
          expect(splitsPair(text, it.start) || splitsPair(text, it.end)).toBe(false);
          expect((all[n - 1]?.end ?? 0) <= it.start).toBe(true);
        }
        if (spans.length === 1) expect(all[0]).toMatchObject(spans[0] as object);
      },
    ),
  );
});

test('[XI4] a place without a quote that splits a character is widened to it', () => {
  const text = 'a 👩‍🚀 b';
  expect(placed(text, span(3, 5, null))?.spans).toMatchObject([{ start: 2, end: 7, exact: '👩‍🚀' }]);
  expect(placed(text, span(0, 99, null))).toBeNull();
  expect(placed(text, span(4, 4, null))).toBeNull();
});

test('[XI5] a quote that moved is found: where what stands around it is most alike, of those the nearest', () => {
  const text = 'Anna came. Then Anna left. At last Anna slept.';
  const second = text.indexOf('Anna', 5);
  expect(placed(text, span(second - 3, second + 1, 'Anna'))).toMatchObject({
    fate: 'moved',
    spans: [{ start: second, end: second + 4 }],
  });
  expect(placed(text, span(1, 5, 'Anna', 'At last ', ' slept'))?.spans[0]?.start).toBe(
    text.lastIndexOf('Anna'),
  );
  expect(placed(text, span(400, 404, 'Anna'))?.spans[0]?.start).toBe(text.lastIndexOf('Anna'));
  expect(placed(text, span(0, 5, 'Berta'))).toBeNull();
  expect(placed(text, span(0, 4, 'Anna'), span(5, 9, 'Berta'))).toBeNull();
});

test('[XI5] line ends are no difference: as they are, as LF, or as a space', () => {
  const text = 'One\r\ntwo\r\nthree';
  for (const words of ['One\r\ntwo', 'One\ntwo', 'One two']) {
    expect(placed(text, span(0, 8, words))).toMatchObject({ fate: 'exact', spans: [{ start: 0, end: 8 }] });
    expect(placed(text, span(3, 9, words))).toMatchObject({ fate: 'moved', spans: [{ start: 0, end: 8 }] });
  }
});

test('[XI5] an import of very many quotes that are not there ends', () => {
  const text = 'word '.repeat(200_000);
  const place = placer(text, locator(text, utf16));
  for (let n = 0; n < 3_000; n++) expect(place([span(n, n + 3, `lost ${n}`)])).toBeNull();
});
