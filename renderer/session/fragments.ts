/** Fragments of the annotation at hand: the picked one, or the one that was picked before words were selected. */
import { addFragment, removeFragment } from '../../core/edit-fragments';
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
    say('Pick an annotation first, then select the words that belong to it too.');
    return;
  }
  if (!span) {
    say(`Select the words that belong to ${labelName(target)} too.`);
    return;
  }
  const done = perform(`Add a fragment to ${labelName(target)}`, (at) => addFragment(at, target.id, span));
  if (done) tell(target.id);
}

/** Takes the selected words out of it, or of the innermost annotation that holds some of them. */
export function removeSelection(): void {
  const state = get();
  const span = selectedSpan(state);
  const here = (span && state.document?.annotations.overlapping(span)) ?? [];
  const target = here.find((it) => it === annotationAtHand(state)) ?? here.at(-1);
  if (!span || !target) {
    say(span ? 'No annotation holds these words.' : 'Select the words that are to be taken out.');
    return;
  }
  const done = perform(`Take a fragment out of ${labelName(target)}`, (at) =>
    removeFragment(at, target.id, span),
  );
  if (done) tell(target.id);
}

function tell(id: string): void {
  const annotation = get().document?.annotations.get(id);
  if (annotation) say(`${labelName(annotation)}: ${shortQuote(annotation)}`, true);
}
