/** What became of a layer's quotes after its source changed (full re-anchoring is a later issue). */
import type { Annotation } from './model';
import { stands } from './quote';

export interface AnchorReport {
  /** Every quote stands at its place. */
  readonly standing: number;
  /** At least one quote stands elsewhere in the text, and none is gone. */
  readonly moved: number;
  /** At least one quote is not in the text any more. */
  readonly gone: number;
}

/** Counts ANNOTATIONS by what happened to their quotes in TEXT. */
export function anchorReport(text: string, annotations: readonly Annotation[]): AnchorReport {
  let standing = 0;
  let moved = 0;
  let gone = 0;
  const found = new Map<string, boolean>();
  const occurs = (exact: string) => {
    const known = found.get(exact) ?? text.includes(exact);
    found.set(exact, known);
    return known;
  };
  for (const annotation of annotations) {
    if (annotation.spans.every((span) => stands(text, span))) standing++;
    else if (annotation.spans.every((span) => occurs(span.exact))) moved++;
    else gone++;
  }
  return { standing, moved, gone };
}
