/** The next larger unit around a selection: word, sentence, quotation, paragraph. */
import { snapToGraphemes, wordAt } from './graphemes';
import type { Span } from './model';
import { paragraphAt } from './paragraphs';
import { quotationsIn } from './quotations';

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Longer paragraphs are searched for sentences only this far around the selection (UTF-16 units). */
const REACH = 4000;

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

/** The smallest quotation that holds SPAN and is larger; null when there is none. */
function quotationAround(text: string, span: Span): Span | null {
  const paragraph = paragraphAt(text, span.start);
  const near = {
    start: Math.max(paragraph.start, span.start - REACH),
    end: Math.min(paragraph.end, span.end + REACH),
  };
  // The last that begins is the innermost.
  return (
    quotationsIn(text, near)
      .filter((it) => isLarger(it, span))
      .at(-1) ?? null
  );
}

const holds = (a: Span, b: Span) => a.start <= b.start && a.end >= b.end;
const isLarger = (a: Span, b: Span) => holds(a, b) && a.end - a.start > b.end - b.start;

/** SPAN grown to the next larger of word, sentence, quotation, paragraph, whole text that is larger than it. */
export function widen(text: string, span: Span): Span {
  const first = wordAt(text, span.start);
  const last = span.end > span.start ? wordAt(text, span.end - 1) : first;
  const paragraphs = { start: paragraphAt(text, span.start).start, end: paragraphAt(text, span.end).end };
  const quotation = quotationAround(text, span);
  const around = sentencesAround(text, span);
  // A sentence that only reaches into the quotation is cut there: the whole quotation comes next.
  const sentence =
    quotation && !holds(around, quotation)
      ? snapToGraphemes(text, {
          start: Math.max(around.start, quotation.start + 1),
          end: Math.min(around.end, quotation.end - 1),
        })
      : around;
  const steps: Span[] = [
    {
      start: Math.min(first?.start ?? span.start, span.start),
      end: Math.max(last?.end ?? span.end, span.end),
    },
    sentence,
    paragraphs,
    { start: 0, end: text.length },
  ];
  const length = ({ start, end }: Span) => end - start;
  return (
    [...(quotation ? [quotation] : []), ...steps]
      .filter((step) => isLarger(step, span))
      .sort((a, b) => length(a) - length(b))[0] ?? span
  );
}
