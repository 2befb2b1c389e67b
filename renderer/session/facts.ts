/** What is said of the document as a whole. */

import { setFacts } from '../../core/edit';
import { t } from '../../core/locale/t';
import { get } from '../state';
import { commit } from './commit';
import { openNeighbour } from './documents';
import { say } from './say';

/** Ctrl+Enter: done, and on to the next one. */
export function markDoneAndGoOn(): void {
  const { document } = get();
  if (!document) return;
  if (document.facts.status !== 'done') {
    if (!commit(setFacts(document.facts, { status: 'done' }), t('annotate.step.done'))) return;
  }
  if (!openNeighbour(1)) say(t('annotate.last-done'));
}
