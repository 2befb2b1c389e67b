/** The next larger unit around a selection: word, sentence, paragraph. */
import { snapToGraphemes, wordAt } from './graphemes';
import type { Span } from './model';

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Longer paragraphs are searched for sentences only this far around the selection (UTF-16 units). */
const REACH = 4000;

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

function sentencesAround(text: string, span: Span): Span {
  const paragraph = paragraphAt(text, span.start);
  const from = Math.max(paragraph.start, span.start - REACH);
  const to = Math.min(paragraph.end, span.end + REACH);
  let { start, end } = span;
  for (const { index, segment } of sentences.segment(text.slice(from, to))) {
    const at = from + index;
    const stop = at + segment.trimEnd().length;
    if (at <= span.start && span.start < at + segment.length) start = at;
    if (at < span.end && span.end <= at + segment.length) end = Math.max(stop, span.end);
  }
  // A sentence may end inside a cluster (a full stop and a Thai vowel, say), and so may what was searched.
  return snapToGraphemes(text, { start, end });
}

/** SPAN grown to the next larger of word, sentence, paragraph, whole text that is larger than it. */
export function widen(text: string, span: Span): Span {
  const first = wordAt(text, span.start);
  const last = span.end > span.start ? wordAt(text, span.end - 1) : first;
  const paragraphs = { start: paragraphAt(text, span.start).start, end: paragraphAt(text, span.end).end };
  const steps: Span[] = [
    {
      start: Math.min(first?.start ?? span.start, span.start),
      end: Math.max(last?.end ?? span.end, span.end),
    },
    sentencesAround(text, span),
    paragraphs,
    { start: 0, end: text.length },
  ];
  return (
    steps.find(
      (step) =>
        step.start <= span.start && step.end >= span.end && step.end - step.start > span.end - span.start,
    ) ?? span
  );
}
