/** Quotes: what a span says, and what stands beside it, so that it can be found again. */
import type { QuotedSpan, Span } from './model';
import { splitsPair } from './offsets';

/** In code points (DESIGN 4). */
export const CONTEXT = 32;

/** The index COUNT code points before OFFSET. */
function back(text: string, offset: number, count: number): number {
  let at = offset;
  for (let i = 0; i < count && at > 0; i++) at -= splitsPair(text, at - 1) ? 2 : 1;
  return at;
}

function forward(text: string, offset: number, count: number): number {
  let at = offset;
  for (let i = 0; i < count && at < text.length; i++) at += splitsPair(text, at + 1) ? 2 : 1;
  return at;
}

/** SPAN with its quote from TEXT. Throws RangeError when the span is empty, outside the text, or splits a pair. */
export function quote(text: string, { start, end }: Span): QuotedSpan {
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`span ${start}–${end} is outside the text`);
  if (splitsPair(text, start) || splitsPair(text, end))
    throw new RangeError(`span ${start}–${end} splits a character`);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(back(text, start, CONTEXT), start),
    suffix: text.slice(end, forward(text, end, CONTEXT)),
  };
}

/** True when the quote still stands at its place in TEXT. */
export function stands(text: string, span: QuotedSpan): boolean {
  return text.startsWith(span.exact, span.start);
}
