/** Discontinuous annotations: fragments come and go. */

import type { Edit, Situation } from './edit';
import { defaultsOf, questionsOf } from './edit-attributes';
import { fail, ok, type Result } from './failure';
import { snapToGraphemes } from './graphemes';
import { t } from './locale/t';
import type { Annotation, QuotedSpan, Span } from './model';
import { change } from './patch';
import { quote } from './quote';

/** SPANS in order, those that overlap or touch made one. */
function joined(text: string, spans: readonly Span[]): QuotedSpan[] {
  const result: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result.map((span) => quote(text, span));
}

/** Adds SPAN to the annotation as a fragment; one that meets another fragment grows it. */
export function addFragment(at: Situation, id: string, span: Span): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  if (span.start >= span.end) return fail('empty', t('edit.select-first'));
  const whole = snapToGraphemes(at.text, span);
  if (before.spans.some((it) => it.start <= whole.start && whole.end <= it.end)) {
    return fail('already-there', t('edit.words-inside'));
  }
  return updated(at, before, joined(at.text, [...before.spans, whole]));
}

/** Takes SPAN out of the annotation: whole fragments go, others are cut. Refuses to take everything. */
export function removeFragment(at: Situation, id: string, span: Span): Result<Edit> {
  const before = at.annotations.get(id);
  if (!before) return fail('not-found', t('edit.annotation-gone'));
  if (span.start >= span.end) return fail('empty', t('edit.select-first'));
  const whole = snapToGraphemes(at.text, span);
  const left = before.spans.flatMap((it): Span[] => {
    if (it.end <= whole.start || it.start >= whole.end) return [it];
    const parts = [
      { start: it.start, end: whole.start },
      { start: whole.end, end: it.end },
    ];
    return parts.filter((part) => part.start < part.end);
  });
  if (left.length === 0) return fail('empty', t('edit.nothing-left'));
  const length = (spans: readonly Span[]) => spans.reduce((sum, it) => sum + it.end - it.start, 0);
  if (length(left) === length(before.spans)) return fail('unchanged', t('edit.words-outside'));
  return updated(at, before, joined(at.text, left));
}

function updated(at: Situation, before: Annotation, spans: readonly QuotedSpan[]): Result<Edit> {
  const after: Annotation = { ...before, spans, updatedAt: at.now };
  return ok({ patch: { annotations: change({ updated: [[before, after]] }) }, current: before.id });
}

const sameSpans = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every((it, i) => it.start === b[i]?.start && it.end === b[i]?.end);

/** Adds LABEL on the same words as the annotation, all its fragments. Refuses a label that stands there already. */
export function addBeside(at: Situation, id: string, label: string): Result<Edit> {
  const there = at.annotations.get(id);
  const first = there?.spans[0];
  if (!there || !first) return fail('not-found', t('edit.annotation-gone'));
  const twin = at.annotations
    .overlapping(first)
    .some((it) => it.label === label && sameSpans(it.spans, there.spans));
  if (twin) return fail('already-there', t('edit.label-there'));
  const annotation: Annotation = {
    id: at.newId(),
    label,
    spans: there.spans,
    attributes: defaultsOf(questionsOf(at.questions ?? [], label)),
    note: '',
    origin: 'manual',
    createdAt: at.now,
    updatedAt: at.now,
  };
  return ok({ patch: { annotations: change({ added: [annotation] }) }, current: annotation.id });
}
