/** Discontinuous annotations: fragments come and go. */
import type { Edit, Situation } from './edit';
import { fail, ok, type Result } from './failure';
import { snapToGraphemes } from './graphemes';
import type { Annotation, QuotedSpan, Span } from './model';
import { change } from './patch';
import { quote } from './quote';

/** SPANS with SPAN among them, in order; what overlaps or touches SPAN is taken into it. */
function withSpan(text: string, spans: readonly QuotedSpan[], span: Span): QuotedSpan[] {
  const joined = spans.filter((it) => it.end >= span.start && it.start <= span.end);
  const apart = spans.filter((it) => !joined.includes(it));
  const start = Math.min(span.start, ...joined.map((it) => it.start));
  const end = Math.max(span.end, ...joined.map((it) => it.end));
  return [...apart, quote(text, { start, end })].sort((a, b) => a.start - b.start);
}

/** Adds SPAN to the annotation as a fragment; one that meets another fragment grows it. */
export function addFragment(at: Situation, id: string, span: Span): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', 'This annotation is no longer there.');
  if (span.start >= span.end) return fail('empty', 'Select some text first.');
  const whole = snapToGraphemes(at.text, span);
  if (before.spans.some((it) => it.start <= whole.start && whole.end <= it.end)) {
    return fail('already-there', 'These words belong to it already.');
  }
  return updated(at, before, withSpan(at.text, before.spans, whole));
}

/** Takes SPAN out of the annotation: whole fragments go, others are cut. Refuses to take everything. */
export function removeFragment(at: Situation, id: string, span: Span): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', 'This annotation is no longer there.');
  const whole = snapToGraphemes(at.text, span);
  const left = before.spans.flatMap((it) => {
    const parts: Span[] = [
      { start: it.start, end: Math.min(it.end, whole.start) },
      { start: Math.max(it.start, whole.end), end: it.end },
    ];
    return parts.filter((part) => part.start < part.end).map((part) => quote(at.text, part));
  });
  if (left.length === 0) return fail('empty', 'Nothing would be left of it. Backspace removes it.');
  const length = (spans: readonly Span[]) => spans.reduce((sum, it) => sum + it.end - it.start, 0);
  if (length(left) === length(before.spans)) return fail('unchanged', 'None of these words belong to it.');
  return updated(at, before, left);
}

function updated(at: Situation, before: Annotation, spans: readonly QuotedSpan[]): Result<Edit> {
  const after: Annotation = { ...before, spans, updatedAt: at.now };
  return ok({ patch: { annotations: change({ updated: [[before, after]] }) }, current: before.id });
}
