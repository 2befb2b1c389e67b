/** Characters that are drawn about square: Chinese, Japanese, Korean. Only for guessing widths. */

/** Of a UTF-16 unit. */
export const isWide = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60));

/** Of a wide character, in Latin letters. */
const WIDE = 5 / 3;

/** How wide TEXT is, in Latin letters; no more than MOST of its characters are looked at. */
export function widthOf(text: string, most: number): number {
  let wide = 0;
  const count = Math.min(text.length, most);
  for (let i = 0; i < count; i++) if (isWide(text.charCodeAt(i))) wide++;
  return count + Math.ceil(wide * (WIDE - 1));
}

/** How many characters longestWord() looks at: a cell of a whole chapter says nothing more. */
const LOOK = 2000;

/** The width of the longest stretch of TEXT that a line can't be broken in, in Latin letters. */
export function longestWord(text: string): number {
  let longest = 0;
  let word = 0;
  const end = Math.min(text.length, LOOK);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    // Between square characters a line can be broken anywhere.
    if (isWide(code)) word = WIDE;
    else if (code <= 32) word = 0;
    else word++;
    longest = Math.max(longest, word);
    // A hyphen ends its line.
    if (code === 45) word = 0;
  }
  return Math.ceil(longest);
}
