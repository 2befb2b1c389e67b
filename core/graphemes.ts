/** Boundaries that people see: grapheme clusters and words, found near an offset, never over a whole text. */
import type { Span } from './model';
import { splitsPair } from './offsets';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Intl.Segmenter is super-linear on long strings, so it only ever sees this many units around an offset. */
const REACH = 512;

/** The start of a window before OFFSET that is surely a boundary: a line start, or white space far enough away. */
function windowStart(text: string, offset: number): number {
  const floor = Math.max(0, offset - REACH);
  const line = text.slice(floor, offset).lastIndexOf('\n');
  if (line >= 0) return floor + line + 1;
  if (floor === 0) return 0;
  for (let i = floor; i < offset - REACH / 2; i++) if (text.charCodeAt(i) === 32) return i;
  return splitsPair(text, floor) ? floor - 1 : floor;
}

/** OFFSET, or the start of the flag that it splits: flags are pairs of letters, counted from where their row begins. */
function wholeFlag(text: string, offset: number): number {
  if (!isFlagLetter(text, offset)) return offset;
  let rowStart = offset;
  while (isFlagLetter(text, rowStart - 2)) rowStart -= 2;
  return (offset - rowStart) % 4 === 2 ? offset - 2 : offset;
}

/** U+1F1E6 to U+1F1FF: D83C DDE6 to D83C DDFF. */
function isFlagLetter(text: string, index: number): boolean {
  const low = text.charCodeAt(index + 1);
  return text.charCodeAt(index) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}

function windowEnd(text: string, offset: number): number {
  const ceiling = Math.min(text.length, offset + REACH);
  const line = text.slice(offset, ceiling).indexOf('\n');
  if (line >= 0) return offset + line + 1;
  return splitsPair(text, ceiling) ? ceiling - 1 : ceiling;
}

/** The cluster that holds the unit at OFFSET (UTF-16); CRLF is one cluster. OFFSET must be below text.length. */
function clusterAt(text: string, offset: number): Span {
  const start = wholeFlag(text, windowStart(text, offset));
  const window = text.slice(start, windowEnd(text, offset));
  const found = graphemes.segment(window).containing(offset - start);
  if (!found) return { start: offset, end: offset + 1 };
  return { start: start + found.index, end: start + found.index + found.segment.length };
}

/** True where a caret may stand. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  // Below the combining marks only CRLF holds together: no need to ask the segmenter.
  if (before < 0x300 && after < 0x300) return before !== 13 || after !== 10;
  return clusterAt(text, offset).start === offset;
}

/** The next caret position after OFFSET, or text.length. */
export function nextGrapheme(text: string, offset: number): number {
  return offset >= text.length ? text.length : clusterAt(text, offset).end;
}

/** The caret position before OFFSET, or 0. */
export function previousGrapheme(text: string, offset: number): number {
  return offset <= 0 ? 0 : clusterAt(text, offset - 1).start;
}

/** Widens SPAN so that neither end splits a cluster. */
export function snapToGraphemes(text: string, span: Span): Span {
  const start = isGraphemeBoundary(text, span.start) ? span.start : clusterAt(text, span.start).start;
  const end = isGraphemeBoundary(text, span.end) ? span.end : clusterAt(text, span.end).end;
  return { start, end };
}

interface Word extends Span {
  readonly isWord: boolean;
}

function segmentsAround(text: string, offset: number): Word[] {
  const start = windowStart(text, offset);
  const rows: Word[] = [];
  for (const { index, segment, isWordLike } of words.segment(text.slice(start, windowEnd(text, offset)))) {
    rows.push({ start: start + index, end: start + index + segment.length, isWord: isWordLike === true });
  }
  return rows;
}

/**
 * The word that holds or touches OFFSET, preferring the one that starts there; null on white space or
 * punctuation. Widened to whole clusters: word rules split a few (an Arabic number sign and its number, say).
 */
export function wordAt(text: string, offset: number): Span | null {
  let found: Word | null = null;
  for (const word of segmentsAround(text, offset)) {
    if (word.isWord && word.start <= offset && offset <= word.end) found = word;
  }
  return found && snapToGraphemes(text, found);
}

/** Where Ctrl+Right goes: the end of this or the next word, crossing lines, or text.length. */
export function nextWord(text: string, offset: number): number {
  for (let at = offset; at < text.length; ) {
    const rows = segmentsAround(text, at);
    const word = rows.find((row) => row.isWord && row.end > offset);
    const last = rows.at(-1)?.end ?? text.length;
    // A word that the window may cut is looked at again from its start.
    if (word && (word.end < last || word.start <= at)) return snapToGraphemes(text, word).end;
    at = Math.max(at + 1, word?.start ?? last);
  }
  return text.length;
}

/** Where Ctrl+Left goes: the start of this or the previous word, crossing lines, or 0. */
export function previousWord(text: string, offset: number): number {
  for (let at = offset; at > 0; ) {
    const rows = segmentsAround(text, at - 1);
    const word = rows.filter((row) => row.isWord && row.start < offset).at(-1);
    const first = rows[0]?.start ?? 0;
    if (word && (word.start > first || word.end >= at)) return snapToGraphemes(text, word).start;
    at = Math.min(at - 1, word?.end ?? first);
  }
  return 0;
}
