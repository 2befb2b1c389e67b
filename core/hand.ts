/** Going on fast: the label used last, the next place that waits for one. */
import type { AnnotationSet } from './annotation-set';
import type { History } from './history';
import type { Annotation, Span } from './model';
import { paragraphAt } from './paragraphs';

/** The label that the newest step in force gave, by adding or relabelling; null when no step did. */
export function lastLabel({ entries, position }: History): string | null {
  for (let at = position - 1; at >= 0; at--) {
    for (const { patch } of entries[at]?.parts ?? []) {
      const { added = [], updated = [] } = patch.annotations ?? {};
      const relabelled = updated.filter(([before, after]) => before.label !== after.label).at(-1);
      const label = added.at(-1)?.label ?? relabelled?.[1].label;
      if (label !== undefined) return label;
    }
  }
  return null;
}

/** Where the paragraph after (STEP 1) or before the one at SPAN lies; null past the ends. */
function neighbour(text: string, { start, end }: Span, step: -1 | 1): Span | null {
  if (step < 0) return start === 0 ? null : paragraphAt(text, start - 1);
  if (end >= text.length) return null;
  return paragraphAt(text, text.startsWith('\r\n', end) ? end + 2 : end + 1);
}

/** The next (STEP 1) or previous paragraph, seen from OFFSET, that holds words and no annotation. */
export function unlabelledFrom(
  text: string,
  annotations: AnnotationSet,
  offset: number,
  step: -1 | 1,
): Span | null {
  let at: Span | null = paragraphAt(text, offset);
  for (;;) {
    at = neighbour(text, at, step);
    if (at === null) return null;
    const isEmpty = text.slice(at.start, at.end).trim() === '';
    if (!isEmpty && annotations.overlapping(at).length === 0) return at;
  }
}

/** The next (STEP 1) or previous annotation in the text that WANTED lets through, seen from CURRENT or else from OFFSET. */
export function annotationFrom(
  annotations: AnnotationSet,
  current: Annotation | undefined,
  offset: number,
  step: -1 | 1,
  wanted: (annotation: Annotation) => boolean,
): Annotation | undefined {
  const list = annotations.inOrder();
  const from = current ? annotations.rankOf(current) : firstFrom(list, offset);
  // Without a current one, what begins at OFFSET itself is the first one below.
  let at = step > 0 ? from + (current ? 1 : 0) : from - 1;
  for (; at >= 0 && at < list.length; at += step) {
    const it = list[at];
    if (it && wanted(it)) return it;
  }
  return undefined;
}

function firstFrom(list: readonly Annotation[], offset: number): number {
  const found = list.findIndex((it) => (it.spans[0]?.start ?? 0) >= offset);
  return found < 0 ? list.length : found;
}
