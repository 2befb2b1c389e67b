/** The language of a text, as far as its script alone says so: for fonts, hyphenation and reading aloud. */

/** Scripts that hardly any other language of today is written in; Han, Latin, Arabic and Cyrillic say nothing. */
const scripts: readonly (readonly [lang: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['th', /\p{Script=Thai}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hy', /\p{Script=Armenian}/u],
];

/** A BCP 47 tag for TEXT; empty, which means unknown, when its first 200 units don't tell, or tell several. */
export function languageOf(text: string): string {
  const start = text.slice(0, 200);
  if (/\p{Script=Latin}/u.test(start)) return '';
  const found = scripts.filter(([, script]) => script.test(start));
  return found.length === 1 ? (found[0]?.[0] ?? '') : '';
}
