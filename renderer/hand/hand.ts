/** What keeps the hands going: the last label again, and on to the next place that matters. */

import { annotationFrom, lastLabel, unlabelledFrom } from '../../core/hand';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { currentViewer } from '../current-viewer';
import { applyLabel } from '../session/annotate';
import { pick, targetAnnotation } from '../session/pick';
import { openDialog, say, speak } from '../session/say';
import { select } from '../session/selection';
import { get } from '../state';

const labelNamed = (id: string) => get().project?.schema.labels.find((it) => it.id === id);

/** The label that was given last, as its own key would give it. */
export function repeatLabel(): void {
  const label = lastLabel(get().history);
  if (label && labelNamed(label)) applyLabel(label);
  else say(t('hand.no-label-yet'));
}

/** The caret goes to the next (1) or previous paragraph without any annotation. */
export function goToUnlabelled(step: -1 | 1): void {
  const { document, selection } = get();
  if (!document?.loaded) return;
  const found = unlabelledFrom(document.text, document.annotations, selection.focus, step);
  if (!found) {
    say(t(step > 0 ? 'hand.no-unlabelled-below' : 'hand.no-unlabelled-above'));
    return;
  }
  select({ start: found.start, end: found.start });
  currentViewer()?.reveal({ start: found.start, end: Math.min(found.end, found.start + 1) });
  speak(document.text.slice(found.start, Math.min(found.end, found.start + 80)));
}

function goToNext(step: -1 | 1, wanted: (annotation: Annotation) => boolean, none: () => string): boolean {
  const { document, picked, selection } = get();
  if (!document?.loaded) return false;
  const current = picked === null ? undefined : document.annotations.get(picked);
  const found = annotationFrom(document.annotations, current, selection.focus, step, wanted);
  if (!found) say(none());
  return found !== undefined && pick(found.id);
}

/** The next (1) or previous annotation with LABEL; false, and said, when there is none. */
export const goToLabel = (label: string, step: -1 | 1 = 1): boolean =>
  goToNext(
    step,
    (it) => it.label === label,
    () =>
      t(step > 0 ? 'hand.none-with-label-below' : 'hand.none-with-label-above', {
        label: labelNamed(label)?.name ?? label,
      }),
  );

/** The next (1) or previous annotation with the label at hand: of the one at the caret, the sticky one, or the last. */
export function goToSameLabel(step: -1 | 1): void {
  const { sticky, history } = get();
  const label = targetAnnotation()?.label ?? sticky ?? lastLabel(history);
  if (!label) say(t('hand.pick-first'));
  else goToLabel(label, step);
}

/** The next (1) or previous annotation that carries a note. */
export const goToNote = (step: -1 | 1): boolean =>
  goToNext(
    step,
    (it) => it.note !== '',
    () => t(step > 0 ? 'hand.no-note-below' : 'hand.no-note-above'),
  );

/** The label that was looked for, and the annotation that was found. */
let sought: { readonly label: string; readonly found: string | null } | null = null;

/** On to the next annotation with LABEL. */
export function seekLabel(label: string): void {
  sought = goToLabel(label) ? { label, found: get().picked } : null;
}

/** Asks for a label and goes to its next annotation; again from there, on without asking. */
export function seekNext(): void {
  const { picked, project } = get();
  if (sought && picked !== null && sought.found === picked && labelNamed(sought.label))
    seekLabel(sought.label);
  else if (project?.schema.labels.length) openDialog({ kind: 'choose-label', aim: 'next' });
  else say(t('hand.no-labels'));
}
