/** Adds and changes labels while annotating. */

import { addLabel, type LabelParts, updateLabel } from '../../core/edit';
import { t } from '../../core/locale/t';
import { emptySchema, type Label } from '../../core/model';
import { get } from '../state';
import { commit } from './commit';
import { say } from './say';

/** The new label, or null with the reason in `say`. */
export function makeLabel(parts: LabelParts & { readonly name: string }): Label | null {
  const made = addLabel(get().project?.schema ?? emptySchema, parts);
  if (!made.ok) {
    say(made.failure.message);
    return null;
  }
  return commit(made.value.patch, t('labels.step.new', { label: made.value.label.name }))
    ? made.value.label
    : null;
}

/** Null when it worked, else the reason. */
export function changeLabel(id: string, parts: LabelParts): string | null {
  const changed = updateLabel(get().project?.schema ?? emptySchema, id, parts);
  if (!changed.ok) return changed.failure.message;
  commit(changed.value.patch, t('labels.step.change', { label: changed.value.label.name }));
  return null;
}
