import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWholeAnnotation } from './annotation-check';
import { annotationSchema, annotationShape } from './model-schema';
import { annotationsOf } from './testing/arbitraries';

const text = 'The quick brown fox jumps over the lazy dog. '.repeat(2);

/** What JSON can hold, and what hides in it. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'x'.repeat(200), 'x'.repeat(201), true, 0, -0, -1, 1.5, 2 ** 53),
  fc.constantFrom<unknown>([], {}, [[]], ['a', 'b'], ['a', 1], { a: null }, JSON.parse('{"__proto__":"a"}')),
  fc.jsonValue(),
);

type Place = Record<string, unknown>;

/** All objects and lists below VALUE. */
const places = (value: unknown): Place[] =>
  typeof value === 'object' && value !== null
    ? [value as Place, ...Object.values(value).flatMap(places)]
    : [];

type Spoil = readonly ['set' | 'add' | 'drop' | 'shift', number, number, unknown];
const spoil: fc.Arbitrary<Spoil> = fc.tuple(
  fc.constantFrom('set', 'add', 'drop', 'shift'),
  fc.nat(40),
  fc.nat(40),
  anything,
);

function spoiled(row: unknown, spoils: readonly Spoil[]): unknown {
  const copy = structuredClone(row);
  for (const [how, where, which, value] of spoils) {
    const all = places(copy);
    const place = all[where % all.length] as Place;
    const keys = Object.keys(place);
    const key = keys[which % Math.max(1, keys.length)] ?? 'key';
    if (how === 'set') place[key] = structuredClone(value);
    else if (how === 'add' && !Array.isArray(place)) place[`more${which % 3}`] = structuredClone(value);
    else if (how === 'drop') delete place[key];
    else if (typeof place[key] === 'number') place[key] = (place[key] as number) + (which % 5) - 2;
  }
  // The way it comes: out of JSON.
  return JSON.parse(JSON.stringify(copy));
}

const answers = fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string(), fc.boolean(), fc.integer()));

test('[F13] both checks agree on sound and on spoiled rows', () => {
  let [taken, thorough] = [0, 0];
  fc.assert(
    fc.property(annotationsOf(text, 3), answers, fc.array(spoil, { maxLength: 3 }), (rows, given, spoils) => {
      for (const it of rows) {
        const row = spoiled({ ...it, attributes: { ...it.attributes, ...given } }, spoils);
        const shaped = annotationShape.safeParse(row);
        const quick = annotationSchema.safeParse(row);
        expect(quick.success).toBe(shaped.success);
        expect(quick.data).toEqual(shaped.data);
        expect(quick.error?.issues).toEqual(shaped.error?.issues);
        if (!isWholeAnnotation(row)) thorough++;
        else {
          taken++;
          expect(shaped.data).toStrictEqual(row);
        }
      }
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(taken, thorough)).toBeGreaterThan(300);
});

test('[F13] what Postil writes is never looked at twice', () => {
  fc.assert(
    fc.property(annotationsOf(text, 5), (rows) => {
      for (const row of rows) expect(isWholeAnnotation(JSON.parse(JSON.stringify(row)))).toBe(true);
    }),
  );
});

const whole = {
  id: 'a',
  label: 'person',
  spans: [
    { start: 4, end: 9, exact: 'quick', prefix: '', suffix: '' },
    { start: 10, end: 15, exact: 'brown', prefix: '', suffix: '' },
  ],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
};
const [first, second] = whole.spans;

test.each([
  ['an id too long', { id: 'x'.repeat(201) }],
  ['an empty label', { label: '' }],
  ['spans that overlap', { spans: [first, { ...second, start: 8, exact: 'k brown' }] }],
  ['spans in the wrong order', { spans: [second, first] }],
  ['a span before the text', { spans: [{ ...first, start: -1, end: 4 }] }],
  ['a quote of another length', { spans: [{ ...first, exact: 'quic' }] }],
  ['an empty span', { spans: [{ ...first, end: 4, exact: '' }] }],
  ['no span', { spans: [] }],
  ['an answer that is none', { attributes: { sure: null } }],
])('[F13] both checks refuse %s', (_, parts) => {
  expect(isWholeAnnotation(whole)).toBe(true);
  const row = { ...whole, ...parts };
  expect(annotationShape.safeParse(row).success).toBe(false);
  expect(isWholeAnnotation(row)).toBe(false);
  expect(annotationSchema.safeParse(row).success).toBe(false);
});
