/** One label on many places of many documents, as one step. */

import { defaultsOf, questionsOf } from '../../core/edit-attributes';
import { addToHits, type DocumentHits } from '../../core/hits';
import { idsOf } from '../../core/ids';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { get } from '../state';
import { commitParts } from './commit';
import { say } from './say';

/** The label that was chosen last for many, for the next time. */
let lastChosen: string | null = null;

/** The label to offer: CURRENT's, else the last one that is still there, else the first. */
export function offeredLabel(current: string | undefined): string {
  const labels = get().project?.schema.labels ?? [];
  const known = (id: string | null | undefined) => labels.find((label) => label.id === id)?.id;
  return known(current) ?? known(lastChosen) ?? labels[0]?.id ?? '';
}

/** What is picked after ADDED: what was before, else the one where the selection begins, so that the hands stay where they are. */
function stayAt(added: readonly Annotation[]): string | undefined {
  const { picked, selection } = get();
  const at = Math.min(selection.anchor, selection.focus);
  return picked ?? (added.find((it) => it.spans[0]?.start === at) ?? added[0])?.id;
}

/** Adds LABEL on all of FOUND; those that carry it already and documents that can't be annotated are left out. */
export function annotateEverywhere(label: string, found: readonly DocumentHits[]): void {
  const { project, document } = get();
  const name = project?.schema.labels.find((it) => it.id === label)?.name ?? label;
  const attributes = defaultsOf(questionsOf(project?.schema.attributes ?? [], label));
  const newId = idsOf((bytes) => crypto.getRandomValues(bytes));
  const parts = addToHits({ label, attributes, now: new Date().toISOString(), newId }, found);
  const count = parts.reduce((sum, { patch }) => sum + (patch.annotations?.added.length ?? 0), 0);
  if (count === 0) say(t('annotate.all-labelled'));
  if (count === 0) return;
  const here = parts.find((part) => part.document === document?.path);
  const added = here?.patch.annotations?.added ?? [];
  if (!commitParts(parts, t('annotate.step.all', { label: name }), stayAt(added))) return;
  lastChosen = label;
  say(
    parts.length > 1
      ? t('annotate.all-done-in', { label: name, count, documents: parts.length })
      : t('annotate.all-done', { label: name, count }),
    true,
  );
}
