/** Undo takes back what the person did, never what came from outside since. */

import { annotationLine } from '../../core/file-text';
import type { HistoryPart } from '../../core/history';
import { t } from '../../core/locale/t';
import { get } from '../state';

/** Why PARTS would overwrite something that changed since, as far as the window can see; null when they would not. */
export function changedSince(parts: readonly HistoryPart[]): string | null {
  const { document } = get();
  const change = parts.find((part) => part.annotator === undefined && part.document === document?.path)?.patch
    .annotations;
  if (!document || !change) return null;
  const expected = [...change.removed, ...change.updated.map(([before]) => before)];
  const differs = expected.some((row) => {
    const held = document.annotations.get(row.id);
    return held !== undefined && held !== row && annotationLine(held) !== annotationLine(row);
  });
  return differs ? t('history.changed-outside') : null;
}
