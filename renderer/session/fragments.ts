/** Fragments of the annotation at hand: the picked one, or the one that was picked before words were selected. */

import { addFragment, removeFragment } from '../../core/edit-fragments';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { get, type State, selectedSpan, set, store } from '../state';
import { perform } from './annotate';
import { labelName, shortQuote } from './pick';
import { say } from './say';

/** Selecting words lets the pick go; which one it was is remembered. */
export function rememberPicks(): void {
  store.subscribe(({ picked, lastPicked }) => {
    if (picked !== null && picked !== lastPicked) set({ lastPicked: picked });
  });
}

/** The annotation that the selection would be added to. */
export const annotationAtHand = ({ document, picked, lastPicked }: State): Annotation | undefined =>
  document?.annotations.get(picked ?? lastPicked ?? '');

/** Adds the selected words to it; the selection stays. */
export function addSelection(): void {
  const state = get();
  const span = selectedSpan(state);
  const target = annotationAtHand(state);
  if (!target) {
    say(t('annotate.fragment-pick'));
    return;
  }
  if (!span) {
    say(t('annotate.fragment-select', { label: labelName(target) }));
    return;
  }
  const done = perform(t('annotate.step.fragment-add', { label: labelName(target) }), (at) =>
    addFragment(at, target.id, span),
  );
  if (done) tell(target.id);
}

/** Takes the selected words out of it, or of the innermost annotation that holds some of them. */
export function removeSelection(): void {
  const state = get();
  const span = selectedSpan(state);
  const here = (span && state.document?.annotations.overlapping(span)) ?? [];
  const target = here.find((it) => it === annotationAtHand(state)) ?? here.at(-1);
  if (!span || !target) {
    say(t(span ? 'annotate.fragment-none' : 'annotate.fragment-select-out'));
    return;
  }
  const done = perform(t('annotate.step.fragment-remove', { label: labelName(target) }), (at) =>
    removeFragment(at, target.id, span),
  );
  if (done) tell(target.id);
}

function tell(id: string): void {
  const annotation = get().document?.annotations.get(id);
  if (annotation)
    say(t('annotate.named', { label: labelName(annotation), quote: shortQuote(annotation) }), true);
}
