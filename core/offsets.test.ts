import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetTable, offsetUnits, splitsPair } from './offsets';
import { anyText, anyUnits } from './testing/arbitraries';

/** Independent of offsets.ts: Array.from goes by code points, TextEncoder writes U+FFFD for a lone surrogate. */
const count = {
  'utf-16': (text: string) => text.length,
  'code-point': (text: string) => Array.from(text).length,
  byte: (text: string) => new TextEncoder().encode(text).length,
};

const whole = (text: string) =>
  Array.from({ length: text.length + 1 }, (_, i) => i).filter((i) => !splitsPair(text, i));

/** Checks every offset of TEXT, or those of OFFSETS, in all units. */
function checkAll(text: string, offsets = whole(text)) {
  for (const unit of offsetUnits) {
    const table = offsetTable(text, unit);
    expect(table.length).toBe(count[unit](text));
    for (const offset of offsets) {
      const there = table.from(offset);
      if (there !== count[unit](text.slice(0, offset)) || table.to(there) !== offset)
        expect.fail(`${unit} ${offset} → ${there} → ${table.to(there)} in ${JSON.stringify(text)}`);
    }
  }
}

test('[O1] pairs and lone surrogates', () => {
  const text = 'a😀é\ud83d中\ude00';
  expect(offsetTable(text, 'code-point').length).toBe(6);
  expect(offsetTable(text, 'byte').length).toBe(1 + 4 + 2 + 3 + 3 + 3);
  expect(offsetTable(text, 'byte').from(3)).toBe(5);
});

test('[O2] there and back in every unit', () => {
  fc.assert(fc.property(fc.oneof(anyText, anyUnits(200)), (text) => checkAll(text)));
});

test('[O2] every code point of a long text comes back from its index', () => {
  fc.assert(
    fc.property(anyUnits(40), fc.integer({ min: 1, max: 40 }), (part, times) => checkAll(part.repeat(times))),
    { numRuns: 40 },
  );
});

test('[O3] inside a pair, inside bytes', () => {
  const text = 'x😀中';
  expect(offsetTable(text, 'code-point').from(2)).toBe(1);
  expect(offsetTable(text, 'byte').from(2)).toBe(1);
  expect([1, 2, 3, 4].map((byte) => offsetTable(text, 'byte').to(byte))).toEqual([1, 1, 1, 1]);
  expect([5, 6, 7, 8].map((byte) => offsetTable(text, 'byte').to(byte))).toEqual([3, 3, 3, 4]);
  fc.assert(
    fc.property(anyText, (text) => {
      for (const unit of ['code-point', 'byte'] as const) {
        const table = offsetTable(text, unit);
        for (let i = 0; i < text.length; i++)
          if (splitsPair(text, i)) expect(table.from(i)).toBe(table.from(i - 1));
      }
    }),
  );
});

describe('[O4] multiples of 256', () => {
  const fills = ['a', 'é', '中', '😀', '\ud83d', '\ude00'];
  test.each([255, 256, 257, 511, 512, 513, 768, 1024])('[O4] a pair at %i', (at) => {
    for (const fill of fills) {
      for (const tail of ['', '😀', 'z'.repeat(300), '😀'.repeat(200)]) {
        const text = `${fill.repeat(1100).slice(0, at)}😀${tail}`;
        const near = whole(text).filter((i) => Math.min(i % 256, 256 - (i % 256)) < 4 || i > text.length - 4);
        checkAll(text, near);
      }
    }
  });
  test.each([0, 256, 512, 1024, 2560])('[O4] a text of %i', (length) => {
    for (const fill of fills) checkAll(fill.repeat(length).slice(0, length));
    if (length > 0) checkAll(`${'a'.repeat(length - 1)}\ud83d`);
    if (length > 0) checkAll(`${'a'.repeat(length - 2)}😀`);
  });
});

test('[O5] outside is an error', () => {
  for (const unit of offsetUnits) {
    const table = offsetTable('a😀', unit);
    for (const bad of [-1, table.length + 1, Number.NaN]) expect(() => table.to(bad)).toThrow(RangeError);
    for (const bad of [-1, 4, Number.NaN]) expect(() => table.from(bad)).toThrow(RangeError);
    expect(table.to(table.length)).toBe(3);
    expect(table.from(3)).toBe(table.length);
  }
});
