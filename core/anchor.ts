/** What became of a layer's quotes after its source changed (full re-anchoring is a later issue). */
import type { Annotation, QuotedSpan } from './model';
import { stands } from './quote';

export interface AnchorReport {
  /** Every quote stands at its place. */
  readonly standing: number;
  /** At least one quote stands elsewhere in the text, and none is gone. */
  readonly moved: number;
  /** At least one quote is not in the text any more. */
  readonly gone: number;
}

/** How much text is searched for quotes that moved, in UTF-16 units: about a second’s worth. */
const BUDGET = 1e9;

/** How far around its old place a quote is looked for first, in UTF-16 units. */
const NEAR = 1000;

/** Says whether a quote occurs anywhere in TEXT. Most move by as much as the one before, which is tried first. */
function finder(text: string): (span: QuotedSpan) => boolean {
  const found = new Map<string, boolean>();
  let shift = 0;
  let left = BUDGET;
  return ({ exact, start }) => {
    if (text.startsWith(exact, start + shift)) return true;
    const near = text.slice(Math.max(0, start - NEAR), start + exact.length + NEAR).indexOf(exact);
    if (near >= 0) {
      shift = near - Math.min(start, NEAR);
      return true;
    }
    const known = found.get(exact);
    if (known !== undefined) return known;
    if (left <= 0) return false;
    const at = text.indexOf(exact);
    left -= at < 0 ? text.length : at;
    if (at >= 0) shift = at - start;
    found.set(exact, at >= 0);
    return at >= 0;
  };
}

/** Counts ANNOTATIONS by what happened to their quotes in TEXT. What would take too long to find counts as gone. */
export function anchorReport(text: string, annotations: readonly Annotation[]): AnchorReport {
  let standing = 0;
  let moved = 0;
  let gone = 0;
  const occurs = finder(text);
  for (const annotation of annotations) {
    if (annotation.spans.every((span) => stands(text, span))) standing++;
    else if (annotation.spans.every(occurs)) moved++;
    else gone++;
  }
  return { standing, moved, gone };
}
