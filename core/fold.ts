/** Text without its diacritics, and the way back. */

export interface Folded {
  /** Never longer than the original. */
  readonly text: string;
  /** For each unit, where the character it comes from starts and ends in the original; null: at the same place. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

const marks = /\p{M}+/gu;
const onlyAscii = /^[\0-\x7f]*$/;

/** Code points and what they fold to; a text has few different ones. */
const known = new Map<number, string>();

function plainOf(code: number): string {
  const found = known.get(code);
  if (found !== undefined) return found;
  const letter = String.fromCodePoint(code);
  // Composed again, or a Korean syllable would become its letters.
  const bare = letter.normalize('NFD').replace(marks, '').normalize('NFC');
  const plain = bare.length > letter.length ? letter : bare;
  known.set(code, plain);
  return plain;
}

/** TEXT with `e` for `é`, whether that is one code point or two. */
export function fold(text: string): Folded {
  if (onlyAscii.test(text)) return { text, starts: null, ends: null };
  const parts: string[] = [];
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let length = 0;
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const end = at + (code > 0xffff ? 2 : 1);
    const plain = code < 0x80 ? null : plainOf(code);
    const size = plain === null ? 1 : plain.length;
    if (plain !== null && (size !== end - at || !text.startsWith(plain, at))) {
      parts.push(text.slice(copied, at), plain);
      copied = end;
    }
    // A mark by itself belongs to the letter before it.
    if (size === 0) for (let i = length - 1, last = ends[i]; i >= 0 && ends[i] === last; i--) ends[i] = end;
    for (let i = 0; i < size; i++, length++) {
      starts[length] = at;
      ends[length] = end;
    }
    at = end;
  }
  if (parts.length === 0) return { text, starts: null, ends: null };
  parts.push(text.slice(copied));
  return { text: parts.join(''), starts, ends };
}
