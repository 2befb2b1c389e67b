/** The picked annotation: what keys act on when no text is selected. */
import { t } from '../../core/locale/t';
import type { Annotation, Label } from '../../core/model';
import { currentViewer } from '../current-viewer';
import { get, set } from '../state';
import { say, speak } from './say';

export const labelOf = (annotation: Annotation): Label | undefined =>
  get().project?.schema.labels.find((label) => label.id === annotation.label);

export const labelName = (annotation: Annotation): string => labelOf(annotation)?.name ?? annotation.label;

/** The quote, shortened for messages; the parts of a discontinuous one joined by …. */
export function shortQuote(annotation: Annotation, limit = 60): string {
  const whole = annotation.spans
    .map((span) => span.exact)
    .join(' … ')
    .replace(/\s+/g, ' ');
  return whole.length > limit ? `${whole.slice(0, limit)}…` : whole;
}

/** Picks an annotation: the caret goes to its start, and (REVEAL) the text scrolls to it. */
export function pick(id: string, reveal = true): boolean {
  const annotation = get().document?.annotations.get(id);
  const first = annotation?.spans[0];
  if (!annotation || !first) return false;
  set({ picked: id, pointedLink: null, selection: { anchor: first.start, focus: first.start } });
  if (reveal) currentViewer()?.reveal(first);
  speak(t('annotate.named', { label: labelName(annotation), quote: shortQuote(annotation) }));
  return true;
}

/** What the last click was on, so that the next one on the same goes on to the next. */
let clicked = '';

/** A click under several annotations picks the innermost; a click again, the next one out. None: nothing is picked. */
export function pickOneOf(ids: readonly string[]): void {
  const again = clicked === ids.join();
  clicked = ids.join();
  const at = again ? ids.indexOf(get().picked ?? '') : -1;
  if (ids.length === 0) set({ picked: null });
  else pick(ids[(at + 1) % ids.length] as string, false);
}

/** Tab: the next (STEP 1) or previous annotation in the text; false past the last one, so that the focus leaves. */
export function pickNeighbour(step: -1 | 1): boolean {
  const { document, picked, selection } = get();
  if (!document) return false;
  const list = document.annotations.inOrder();
  const current = picked === null ? undefined : document.annotations.get(picked);
  if (current) {
    const next = list[document.annotations.rankOf(current) + step];
    return next ? pick(next.id) : leave();
  }
  const at = selection.focus;
  const after = list.findIndex((it) => (it.spans[0]?.start ?? 0) >= at);
  const next = step > 0 ? list[after] : list[(after < 0 ? list.length : after) - 1];
  return next ? pick(next.id) : leave();
}

/** Past the last one the focus leaves, as with any Tab; said, because the next keys go elsewhere. */
function leave(): false {
  set({ picked: null });
  if (get().document?.annotations.size) say(t('annotate.no-further'));
  return false;
}

/** The picked annotation, else the innermost at the caret. */
export function targetAnnotation(): Annotation | undefined {
  const { document, picked, selection } = get();
  if (!document) return undefined;
  const held = picked === null ? undefined : document.annotations.get(picked);
  return (
    held ?? document.annotations.at(selection.focus)[0] ?? document.annotations.at(selection.focus - 1)[0]
  );
}
