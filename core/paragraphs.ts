/** Paragraphs: what stands between two line ends. */
import { snapToGraphemes } from './graphemes';
import type { Span } from './model';

/** The paragraph around OFFSET, its line end (`\n`, `\r\n` or a lone `\r`) not counted. */
export function paragraphAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  // Only this line is searched for `\r`: most texts hold none, and the search would run to their ends.
  const line = text.slice(start, newline > start && text.charCodeAt(newline - 1) === 13 ? end - 1 : end);
  const at = offset - start;
  const before = at === 0 ? -1 : line.lastIndexOf('\r', at - 1);
  const after = line.indexOf('\r', at);
  return { start: start + before + 1, end: start + (after < 0 ? line.length : after) };
}

/** The paragraphs that SPAN touches, white space at their ends aside; where they are selected, with the next that holds words. */
export function selectParagraphs(text: string, span: Span): Span {
  const trimmed = (from: number, to: number) => {
    const words = text.slice(from, to);
    const start = from + words.length - words.trimStart().length;
    return { start, end: Math.max(start, from + words.trimEnd().length) };
  };
  const from = paragraphAt(text, span.start).start;
  const whole = trimmed(from, paragraphAt(text, span.end).end);
  if (whole.start < span.start || whole.end > span.end) return snapToGraphemes(text, whole);
  const next = text.slice(span.end).search(/\S/);
  return next < 0 ? span : snapToGraphemes(text, trimmed(from, paragraphAt(text, span.end + next).end));
}
