import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from './graphemes';
import { exactMatches } from './matches';

test('[T11] exact, case-sensitive, whole characters', () => {
  expect(exactMatches('Anna anna Annan', 'Anna')).toEqual([
    { start: 0, end: 4 },
    { start: 10, end: 14 },
  ]);
  expect(exactMatches('e\u0301 e', 'e')).toEqual([{ start: 3, end: 4 }]);
  expect(exactMatches('👨‍👩‍👧 👨', '👨')).toEqual([{ start: 9, end: 11 }]);
  expect(exactMatches('a\r\nb', '\n')).toEqual([]);
  // A place that splits a flag does not hide the one inside it that splits none.
  expect(exactMatches('🇫🇩🇩🇩🇩', '🇩🇩')).toEqual([{ start: 4, end: 8 }]);
  expect(exactMatches('abc', '')).toEqual([]);
  expect(exactMatches('a.c abc', 'a.c')).toHaveLength(1);
});

test('[T11] all of them, as a search at every place finds them', () => {
  const unit = fc.constantFrom('a', 'b', 'e', '\u0301', '👩', '\u200d', '🇩', '\r', '\n');
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 40 }),
      fc.string({ unit, minLength: 1, maxLength: 2 }),
      (text, needle) => {
        const found: { start: number; end: number }[] = [];
        for (let at = 0; at < text.length; at++) {
          const end = at + needle.length;
          if (at < (found.at(-1)?.end ?? 0) || text.slice(at, end) !== needle) continue;
          if (isGraphemeBoundary(text, at) && isGraphemeBoundary(text, end)) found.push({ start: at, end });
        }
        expect(exactMatches(text, needle)).toEqual(found);
      },
    ),
    { numRuns: 300 },
  );
});
