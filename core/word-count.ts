/** Counts the words of a text in slices, so that no frame waits for it. */
import { splitsPair } from './offsets';

/** Intl.Segmenter is super-linear on long strings; a word that is cut at a piece's end counts twice at worst. */
const PIECE = 2_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Yields the words so far after each piece (a line, or a part of a long one); the last number is the count. */
export function* countWords(text: string): Generator<number> {
  let words = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const line = newline < 0 ? text.length : newline + 1;
    const end = Math.min(line, pieceEnd(text, at));
    for (const { isWordLike } of segmenter.segment(text.slice(at, end))) if (isWordLike) words++;
    at = end;
    yield words;
  }
}

/** After white space where there is any in the second half of the piece. */
function pieceEnd(text: string, start: number): number {
  const limit = start + PIECE;
  if (limit >= text.length) return text.length;
  for (let at = limit; at > start + PIECE / 2; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  return splitsPair(text, limit) ? limit - 1 : limit;
}
