import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll } from './find';

const texts = (text: string, query: string) =>
  findAll(text, query).map((span) => text.slice(span.start, span.end));

test('[T10] upper and lower case alike, in every script', () => {
  expect(texts('Anna ANNA änna', 'anna')).toEqual(['Anna', 'ANNA']);
  expect(texts('Übung übung', 'ÜB')).toEqual(['Üb', 'üb']);
  expect(texts('Москва МОСКВА', 'москва')).toEqual(['Москва', 'МОСКВА']);
  expect(findAll('😀😀', '😀')).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ]);
  expect(findAll('abc', '')).toEqual([]);
  expect(findAll('aaaa', 'aa')).toHaveLength(2);
  expect(findAll('aaaa', 'a', 3)).toHaveLength(3);
});

test('[T10] every character is taken literally', () => {
  const tricky = fc.string({
    unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-&#~ \n\t,', 'a', '1', '😀', '\ud83d'),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(tricky, fc.string({ maxLength: 5 }), (query, other) => {
      const spans = findAll(`${other}|${query}|`, query);
      expect(spans.length).toBeGreaterThan(0);
      let end = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(`${other}|${query}|`.slice(span.start, span.end).toLowerCase()).toBe(query.toLowerCase());
        end = span.end;
      }
    }),
  );
});
