/** Which annotations lie under the pointer? */
import type { AnnotationSet } from '../../core/annotation-set';
import { annotationsOf } from './margin';
import { characterAt } from './rects';
import type { BlockWindow } from './window';

/** Innermost first; the one of a stripe where the pointer is on the margin. */
export function annotationsAt(
  window: BlockWindow,
  text: string,
  annotations: AnnotationSet,
  target: EventTarget | null,
  x: number,
  y: number,
): string[] {
  const stripe = annotationsOf(target);
  if (stripe.length > 0) return stripe;
  const offset = characterAt(window, text, x, y);
  return offset === null ? [] : annotations.at(offset).map((annotation) => annotation.id);
}
