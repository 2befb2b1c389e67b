/** Suggestions of the open document: accepted or rejected, one by one or many at once, each time as one step. */

import {
  acceptSuggestions,
  isSuggestion,
  rejectSuggestions,
  suggestionFrom,
  suggestionsWith,
} from '../../core/edit-suggestions';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { labelAtHand } from '../passages/act';
import { commit, editRefusal } from '../session/commit';
import { labelName, pick, targetAnnotation } from '../session/pick';
import { say } from '../session/say';
import { get } from '../state';

export type How = 'accept' | 'reject';

const noneLeft = () => say(t('suggestions.none-left'));

/** On to the next (1) or previous suggestion, round the end. */
export function goToSuggestion(step: -1 | 1): void {
  const { document, picked, selection } = get();
  if (!document?.loaded) return;
  const current = picked === null ? undefined : document.annotations.get(picked);
  const next = suggestionFrom(document.annotations, current, selection.focus, step);
  if (next) pick(next.id);
  else if (current && isSuggestion(current)) say(t('suggestions.only-one'));
  else noneLeft();
}

/** Commits what becomes of ROWS; then NEXT is picked. False, and said, when it can't be. */
function commitAll(how: How, rows: readonly Annotation[], title: string, next: string | null): boolean {
  const { document } = get();
  const refusal = editRefusal();
  if (!document || refusal !== null) {
    if (refusal !== null) say(refusal);
    return false;
  }
  const patch =
    how === 'accept'
      ? acceptSuggestions(rows, new Date().toISOString())
      : rejectSuggestions(rows, document.relations);
  if (patch.ok) return commit(patch.value, title, next);
  say(patch.failure.message);
  return false;
}

/** The suggestion at hand, and on to the next; where there is none at hand, only on. */
export function settle(how: How): void {
  const { document, selection } = get();
  const target = targetAnnotation();
  if (!document?.loaded) return;
  if (!target || !isSuggestion(target)) {
    const count = suggestedCount(null);
    goToSuggestion(1);
    if (count > 0) say(t(`suggestions.first.${how}`));
    return;
  }
  const next = suggestionFrom(document.annotations, target, selection.focus, 1);
  const last = how === 'accept' ? target.id : null;
  if (!commitAll(how, [target], t(`suggestions.step.${how}`, { label: labelName(target) }), next?.id ?? last))
    return;
  if (next) pick(next.id);
  else noneLeft();
}

/** All suggestions of the document, or those with LABEL. */
export function settleAll(how: How, label: string | null): void {
  const { document, project } = get();
  if (!document?.loaded) return;
  const rows = suggestionsWith(document.annotations.inOrder(), label);
  const name = label && (project?.schema.labels.find((it) => it.id === label)?.name ?? label);
  if (rows.length === 0) {
    say(name === null ? t('suggestions.no-any') : t('suggestions.no-with', { label: name }));
    return;
  }
  const count = rows.length;
  const suggestions =
    name === null ? t('suggestions.many', { count }) : t('suggestions.many-of', { count, label: name });
  if (commitAll(how, rows, t(`suggestions.step-all.${how}`, { suggestions }), null))
    say(t(`suggestions.done.${how}`, { suggestions }), true);
}

/** All suggestions with the label of the chip that has the focus, or of the annotation at the caret. */
export function settleLabelAtHand(how: How): void {
  const label = labelAtHand();
  if (label) settleAll(how, label);
  else say(t('suggestions.pick-first'));
}

/** How many suggestions with LABEL the open document holds; null: with any. */
export const suggestedCount = (label: string | null): number =>
  suggestionsWith(get().document?.annotations.inOrder() ?? [], label).length;
