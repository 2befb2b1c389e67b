/** What of a long list of annotations is seen first. */
import type { Annotation } from './model';

/** Fewer than these all come at once anyway, within a frame or two. */
const MANY = 1000;
/** In UTF-16 units before and after the place: some screens of small type. */
const BEFORE = 10_000;
const AFTER = 30_000;

/** Those of ANNOTATIONS that lie about the UTF-16 offset AROUND, in their order; none when there are not many. */
export function seenFirst(annotations: readonly Annotation[], around: number): Annotation[] {
  if (annotations.length < MANY) return [];
  const [start, end] = [around - BEFORE, around + AFTER];
  return annotations.filter(({ spans }) => spans.some((span) => span.start < end && span.end > start));
}
