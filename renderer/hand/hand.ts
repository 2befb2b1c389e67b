/** What keeps the hands going: the last label again, and on to the next place that matters. */
import { annotationFrom, lastLabel, unlabelledFrom } from '../../core/hand';
import type { Annotation } from '../../core/model';
import { currentViewer } from '../current-viewer';
import { applyLabel } from '../session/annotate';
import { pick, targetAnnotation } from '../session/pick';
import { say, speak } from '../session/say';
import { select } from '../session/selection';
import { get } from '../state';

const labelNamed = (id: string) => get().project?.schema.labels.find((it) => it.id === id);

/** The label that was given last, as its own key would give it. */
export function repeatLabel(): void {
  const label = lastLabel(get().history);
  if (label && labelNamed(label)) applyLabel(label);
  else say('No label has been given yet. Press a label’s key first.');
}

/** The caret goes to the next (1) or previous paragraph without any annotation. */
export function goToUnlabelled(step: -1 | 1): void {
  const { document, selection } = get();
  if (!document?.loaded) return;
  const found = unlabelledFrom(document.text, document.annotations, selection.focus, step);
  if (!found) {
    say(`There is no unlabelled paragraph ${step > 0 ? 'below' : 'above'}.`);
    return;
  }
  select({ start: found.start, end: found.start });
  currentViewer()?.reveal({ start: found.start, end: Math.min(found.end, found.start + 1) });
  speak(document.text.slice(found.start, Math.min(found.end, found.start + 80)));
}

function goToNext(step: -1 | 1, wanted: (annotation: Annotation) => boolean, what: string): void {
  const { document, picked, selection } = get();
  if (!document?.loaded) return;
  const current = picked === null ? undefined : document.annotations.get(picked);
  const found = annotationFrom(document.annotations, current, selection.focus, step, wanted);
  if (found) pick(found.id);
  else say(`There is no ${what} ${step > 0 ? 'below' : 'above'}.`);
}

/** The next (1) or previous annotation with the label at hand: of the one at the caret, the sticky one, or the last. */
export function goToSameLabel(step: -1 | 1): void {
  const { sticky, history } = get();
  const label = targetAnnotation()?.label ?? sticky ?? lastLabel(history);
  if (!label) say('Pick an annotation first: then this goes to the next one with its label.');
  else goToNext(step, (it) => it.label === label, `annotation with ${labelNamed(label)?.name ?? label}`);
}

/** The next (1) or previous annotation that carries a note. */
export const goToNote = (step: -1 | 1): void => goToNext(step, (it) => it.note !== '', 'note');
