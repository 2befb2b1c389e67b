import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedSpan } from '../formats/imported';
import { lineMap, once } from '../line-ends';
import { type OffsetUnit, offsetTable, offsetUnits } from '../offsets';
import { place, spanFrom } from '../testing/arbitraries';
import { described, detect, fits, locator } from './detect';
import type { Reading } from './report';

/** How a tool would count SPAN of TEXT under READ: written apart from the reading of it. */
function counted(text: string, { start, end }: { start: number; end: number }, read: Reading): ImportedSpan {
  const size = (of: string) => {
    const lines = read.crlfOnce ? of.replace(/\r\n/g, '\n') : of;
    if (read.unit === 'utf-16') return lines.length;
    if (read.unit === 'code-point') return [...lines].length;
    return new TextEncoder().encode(lines).length;
  };
  const bom = read.bomCounted ? { 'utf-16': 1, 'code-point': 1, byte: 3 }[read.unit] : 0;
  return {
    start: bom + size(text.slice(0, start)),
    end: bom + size(text.slice(0, end)) - (read.inclusive ? 1 : 0),
    exact: text.slice(start, end),
    prefix: '',
    suffix: '',
  };
}

const pieces = ['a', 'Ärger', '😀', '👩‍🚀', '日本', '\r\n', ' ', 'e\u0301', '\n', 'x.'];
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
  // Each unit and each way with line ends counts something else in it, before the first span.
  .map((parts) => `Ä😀\r\n${parts.join('')}`);
const readings: fc.Arbitrary<Reading> = fc.record({
  unit: fc.constantFrom(...offsetUnits),
  inclusive: fc.boolean(),
  crlfOnce: fc.boolean(),
  bomCounted: fc.boolean(),
});
const splitsLine = (text: string, offset: number) => text[offset - 1] === '\r' && text[offset] === '\n';

test('[XI1] whatever a file counts, its quotes tell: unit, inclusive ends, CR LF once, byte order mark', () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(place, { minLength: 3, maxLength: 8 }),
      readings,
      fc.constantFrom(...offsetUnits),
      (text, places, read, first) => {
        const spans = places
          .map((it) => spanFrom(text, it))
          .filter(({ start, end }) => !splitsLine(text, start) && !splitsLine(text, end))
          .map((it) => counted(text, it, read));
        const found = detect([{ text, spans }], first);
        expect(fits({ text, spans }, found)).toBe(spans.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('[XI1] the reading that is found is the one that was written, where only one fits', () => {
  const text = 'Ä😀\r\nAnna, Berta and Carla 😀 met.\r\nThen Anna left.';
  for (const unit of offsetUnits)
    for (const inclusive of [false, true])
      for (const crlfOnce of [false, true])
        for (const bomCounted of [false, true]) {
          const read: Reading = { unit, inclusive, crlfOnce, bomCounted };
          const words = ['Ä', '😀', 'Anna', 'Carla', 'left'];
          const spans = words.map((word) => {
            const start = text.lastIndexOf(word);
            return counted(text, { start, end: start + word.length }, read);
          });
          expect(detect([{ text, spans }], 'code-point')).toEqual(read);
        }
});

test('[XI1] a file of nothing but wrong quotes is read as the format says, and so is one without quotes', () => {
  const text = 'Ä😀 Anna';
  const span: ImportedSpan = { start: 0, end: 2, exact: null, prefix: '', suffix: '' };
  for (const unit of offsetUnits) {
    const usual = { unit, inclusive: false, crlfOnce: false, bomCounted: false };
    expect(detect([{ text, spans: [span] }], unit)).toEqual(usual);
    expect(detect([{ text, spans: [{ ...span, exact: 'nowhere' }] }], unit)).toEqual(usual);
    expect(detect([], unit)).toEqual(usual);
  }
});

test('[XI1] of many documents those that tell are looked at, and a few wrong quotes change nothing', () => {
  const read: Reading = { unit: 'utf-16', inclusive: true, crlfOnce: false, bomCounted: false };
  const plain = Array.from({ length: 200 }, (_, n) => {
    const text = `Plain text number ${n} about Anna.`;
    return { text, spans: [counted(text, { start: 0, end: 5 }, read)] };
  });
  const text = '😀😀 Anna and Berta 😀 left.';
  const telling = { text, spans: [counted(text, { start: 5, end: 9 }, read)] };
  const wrong = { text: 'Ä wrong', spans: [{ start: 0, end: 0, exact: 'right', prefix: '', suffix: '' }] };
  expect(detect([...plain, telling, wrong], 'code-point')).toEqual(read);
});

test('[XI2] how it is read, and how well that fits, is said in plain words', () => {
  const read = (unit: OffsetUnit, inclusive = false, crlfOnce = false, bomCounted = false) =>
    described({ unit, inclusive, crlfOnce, bomCounted }, 212, 214).words;
  expect(read('utf-16', true)).toBe('UTF-16 units, ends inclusive: 212 of 214 quotes fit');
  expect(read('byte', false, true, true)).toBe(
    'UTF-8 bytes, CR LF counted once, byte order mark counted: 212 of 214 quotes fit',
  );
  expect(
    described({ unit: 'code-point', inclusive: false, crlfOnce: false, bomCounted: false }, 0, 0).words,
  ).toBe('Code points: the file has no quotes to check it by');
});

test('[XI3] no number, however wild, gives a place outside the text or inside a pair', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 80 }), fc.double(), fc.constantFrom(1e21, -0, 2 ** 53));
  fc.assert(
    fc.property(texts, readings, number, number, (text, read, start, end) => {
      const at = locator(text, read)({ start, end });
      if (at === null) return;
      expect(at.start).toBeGreaterThanOrEqual(0);
      expect(at.start).toBeLessThan(at.end);
      expect(at.end).toBeLessThanOrEqual(text.length);
      if (read.unit === 'utf-16') return;
      const table = offsetTable(text, 'code-point');
      for (const offset of [at.start, at.end]) expect(table.to(table.from(offset))).toBe(offset);
    }),
  );
});

test('[XI3] the way to a text with every CR LF as one, and back, ends where it began', () => {
  fc.assert(
    fc.property(texts, place, (text, [at]) => {
      const { toOnce, fromOnce } = lineMap(text);
      const offset = Math.floor(at * text.length);
      if (splitsLine(text, offset)) return;
      expect(fromOnce(toOnce(offset))).toBe(offset);
      expect(once(text).slice(0, toOnce(offset))).toBe(once(text.slice(0, offset)));
    }),
  );
});
