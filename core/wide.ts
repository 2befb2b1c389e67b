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
