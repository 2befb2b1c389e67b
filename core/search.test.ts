import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold';
import { isGraphemeBoundary } from './graphemes';
import { exactQuery, plainQuery, type Query } from './query';
import { searchAll, searchFor } from './search';

function find(text: string, query: Query, limit?: number) {
  const search = searchFor(query);
  if (!search.ok) throw new Error(search.failure.message);
  return searchAll(search.value, text, limit);
}

const words = (text: string, query: string, parts: Partial<Query> = {}) =>
  find(text, { ...plainQuery(query), ...parts }).map((span) => text.slice(span.start, span.end));

test('[T10] upper and lower case alike, in every script', () => {
  expect(words('Anna ANNA änna', 'anna')).toEqual(['Anna', 'ANNA']);
  expect(words('Übung übung', 'ÜB')).toEqual(['Üb', 'üb']);
  expect(words('Москва МОСКВА', 'москва')).toEqual(['Москва', 'МОСКВА']);
  expect(find('😀😀', plainQuery('😀'))).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ]);
  expect(find('abc', plainQuery(''))).toEqual([]);
  expect(find('aaaa', plainQuery('aa'))).toHaveLength(2);
  expect(find('aaaa', plainQuery('a'), 3)).toHaveLength(3);
});

test('[T10] every character is taken literally', () => {
  const tricky = fc.string({
    unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-&#~ \n\t,', 'a', '1', '😀', '\ud83d'),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(tricky, fc.string({ maxLength: 5 }), (query, other) => {
      const text = `${other}|${query}|`;
      const found = words(text, query);
      expect(found.length).toBeGreaterThan(0);
      for (const word of found) expect(word.toLowerCase()).toBe(query.toLowerCase());
    }),
  );
});

test('[T11] exact, case-sensitive, whole characters', () => {
  const exact = (text: string, needle: string) => find(text, exactQuery(needle));
  expect(exact('Anna anna Annan', 'Anna')).toEqual([
    { start: 0, end: 4 },
    { start: 10, end: 14 },
  ]);
  expect(exact('e\u0301 e', 'e')).toEqual([{ start: 3, end: 4 }]);
  expect(exact('👨‍👩‍👧 👨', '👨')).toEqual([{ start: 9, end: 11 }]);
  expect(exact('a\r\nb', '\n')).toEqual([]);
  expect(exact('one\r\ntwo one\r\ntwo', 'one\r\ntwo')).toHaveLength(2);
  // A place that splits a flag does not hide the one inside it that splits none.
  expect(exact('🇫🇩🇩🇩🇩', '🇩🇩')).toEqual([{ start: 4, end: 8 }]);
  expect(exact('a.c abc', 'a.c')).toHaveLength(1);
});

test('[T11][W2] all of them, as a search at every place finds them', () => {
  const unit = fc.constantFrom('a', 'b', 'e', '\u0301', '👩', '\u200d', '🇩', '\r', '\n');
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 40 }),
      fc.string({ unit, minLength: 1, maxLength: 2 }),
      (text, needle) => {
        const expected: { start: number; end: number }[] = [];
        for (let at = 0; at < text.length; at++) {
          const end = at + needle.length;
          if (at < (expected.at(-1)?.end ?? 0) || text.slice(at, end) !== needle) continue;
          if (isGraphemeBoundary(text, at) && isGraphemeBoundary(text, end))
            expected.push({ start: at, end });
        }
        expect(find(text, exactQuery(needle))).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

/** Long enough for several steps of every kind, with and without lines. */
const filler = (lines: boolean) => `${'word '.repeat(19)}${lines ? 'end\n' : 'end '}`.repeat(7_000);

test('[W1] nothing is lost where one step ends and the next begins', () => {
  for (const lines of [true, false]) {
    const text = filler(lines);
    const needle = lines ? 'end\nword' : 'end word';
    for (const parts of [{}, { caseSensitive: true }, { foldDiacritics: true }, { wholeWord: true }]) {
      expect(find(text, { ...plainQuery(needle), ...parts })).toHaveLength(6_999);
    }
  }
  expect(find(filler(true), { ...plainQuery('word end'), regex: true })).toHaveLength(7_000);
  // Marks make what is found longer than what was looked for, here across a cut.
  const accents = 'e\u0301'.repeat(140_001);
  expect(find(accents, { ...plainQuery('eee'), foldDiacritics: true })).toHaveLength(46_667);
});

test('[W1] steps go on, and tell how far they are', () => {
  const text = filler(true);
  for (const parts of [{}, { foldDiacritics: true }, { regex: true }]) {
    const search = searchFor({ ...plainQuery('end'), ...parts });
    if (!search.ok) throw new Error();
    const steps = [...search.value(text)];
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.map((step) => step.at)).toEqual(
      [...new Set(steps.map((step) => step.at))].sort((a, b) => a - b),
    );
    expect(steps.at(-1)?.at).toBe(text.length);
    expect(steps.flatMap((step) => step.spans)).toHaveLength(7_000);
  }
});

test('[W2] in order, without overlap, splitting no character, whatever is asked for', () => {
  const unit = fc.constantFrom('a', 'A', 'é', 'e\u0301', ' ', '\n', '\r\n', '👩‍🔬', '한', '1', '_', 'ß', 'İ');
  const query = fc.record({
    text: fc.string({ unit, minLength: 1, maxLength: 3 }),
    caseSensitive: fc.boolean(),
    wholeWord: fc.boolean(),
    regex: fc.boolean(),
    foldDiacritics: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), query, (text, asked) => {
      let end = 0;
      for (const span of find(text, asked)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        expect(isGraphemeBoundary(text, span.start) && isGraphemeBoundary(text, span.end)).toBe(true);
        end = span.end;
      }
    }),
    { numRuns: 500 },
  );
});

test('[W3] whole words', () => {
  const whole = { wholeWord: true };
  expect(find('art party art1 _art Art.', { ...plainQuery('art'), ...whole })).toEqual([
    { start: 0, end: 3 },
    { start: 20, end: 23 },
  ]);
  expect(words('die Straße Straßen', 'straße', whole)).toEqual(['Straße']);
  // A mark belongs to its letter, and a letter of two units is a letter.
  expect(words('cafe\u0301 cafe', 'cafe', whole)).toHaveLength(1);
  expect(words('𝒜art art𝒜 art', 'art', whole)).toHaveLength(1);
  expect(words('#tag a#tag', '#tag', whole)).toEqual(['#tag']);
  expect(words('cat scatter', '.at', { ...whole, regex: true })).toEqual(['cat']);
});

test('[W4] diacritics folded', () => {
  const folded = { foldDiacritics: true };
  expect(words('résumé resume re\u0301sume\u0301 Résumé', 'resume', folded)).toEqual([
    'résumé',
    'resume',
    're\u0301sume\u0301',
    'Résumé',
  ]);
  expect(words('Zürich Zurich', 'Zu\u0308rich', folded)).toEqual(['Zürich', 'Zurich']);
  expect(words('한국 한국어', '한국', folded)).toEqual(['한국', '한국']);
  expect(words('naïve', 'na.ve', { ...folded, regex: true })).toEqual(['naïve']);
  expect(words('é', '\u0301', folded)).toEqual([]);
});

test('[W4] folding knows the way back', () => {
  const unit = fc.constantFrom('a', 'é', 'e\u0301', '\u0301', '😀', '한', 'ﷺ', '\u0344', '𝅗𝅥', 'ñ');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
      const { text: plain, starts, ends } = fold(text);
      expect(plain.length).toBeLessThanOrEqual(text.length);
      if (!starts || !ends) return void expect(plain).toBe(text);
      for (let i = 0; i < plain.length; i++) {
        const original = text.slice(starts[i], ends[i]);
        expect(fold(original).text).toContain(plain[i]);
        if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] as number);
      }
      expect(fold(plain).text).toBe(plain);
    }),
  );
});

test('[W5] a pattern matches within a line, and never nothing', () => {
  const pattern = { regex: true };
  expect(words('foo\r\nbar foo\rfoo', 'foo$', pattern)).toEqual(['foo', 'foo', 'foo']);
  expect(words('one\ntwo\r\nthree', '^.*$', pattern)).toEqual(['one', 'two', 'three']);
  expect(words('a \n b', 'a\\s+b', pattern)).toEqual([]);
  expect(words('bab', 'x*', pattern)).toEqual([]);
  expect(words('Tel 030-123 and 040-456', '\\d+-\\d+', pattern)).toEqual(['030-123', '040-456']);
  expect(words('AbC', '[a-c]', { regex: true, caseSensitive: true })).toEqual(['b']);
});

test('[W5] a pattern that can’t be read is refused with the reason', () => {
  for (const text of ['(', '[a', '*a', 'a{2,1}', '(?=x)', '\\1', '(a{1000}){1000}']) {
    expect(searchFor({ ...plainQuery(text), regex: true }), text).toMatchObject({
      ok: false,
      failure: { code: 'pattern', message: expect.stringContaining('can’t be read') },
    });
  }
});

test('[W5] a pattern that hangs other engines does not hang this one', () => {
  const text = `${'a'.repeat(30_000)}!`;
  expect(words(text, '(a+)+$', { regex: true })).toEqual([]);
  expect(words(text, '(a|aa)+b', { regex: true })).toEqual([]);
});
