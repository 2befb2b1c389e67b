/** Suggestions: annotations of the own layer that a file or a machine proposed, until somebody accepts or rejects them. */

import type { AnnotationSet } from './annotation-set';
import { fail, ok, type Result } from './failure';
import { annotationFrom } from './hand';
import { t } from './locale/t';
import type { Annotation, Relation } from './model';
import { change, type Patch } from './patch';

/** What the origin of a suggestion begins with; the file it came from follows. */
export const SUGGESTION = 'suggestion:';

/** True for what a machine or an import proposed and nobody has accepted or rejected yet. */
export const isSuggestion = ({ origin }: Pick<Annotation, 'origin'>): boolean =>
  origin.startsWith(SUGGESTION);

const none = () => fail('no-suggestion', t('edit.no-suggestion'));

/** Makes the suggestions among ROWS annotations like any other that was imported; all they say stays. */
export function acceptSuggestions(rows: readonly Annotation[], now: string): Result<Patch> {
  const updated = rows
    .filter(isSuggestion)
    .map(
      (it) =>
        [it, { ...it, origin: `import:${it.origin.slice(SUGGESTION.length)}`, updatedAt: now }] as const,
    );
  return updated.length === 0 ? none() : ok({ annotations: change({ updated }) });
}

/** Removes the suggestions among ROWS, and those of RELATIONS that begin or end at them. */
export function rejectSuggestions(
  rows: readonly Annotation[],
  relations: readonly Relation[],
): Result<Patch> {
  const removed = rows.filter(isSuggestion);
  if (removed.length === 0) return none();
  const ids = new Set(removed.map((it) => it.id));
  const loose = relations.filter((it) => ids.has(it.from) || ids.has(it.to));
  return ok({
    annotations: change({ removed }),
    ...(loose.length > 0 && { relations: change({ removed: loose }) }),
  });
}

/** The next (STEP 1) or previous suggestion, seen from CURRENT or else from OFFSET; past the ends it begins anew. Never CURRENT. */
export function suggestionFrom(
  annotations: AnnotationSet,
  current: Annotation | undefined,
  offset: number,
  step: -1 | 1,
): Annotation | undefined {
  const isOther = (it: Annotation) => it !== current && isSuggestion(it);
  const further = annotationFrom(annotations, current, offset, step, isOther);
  if (further) return further;
  const others = annotations.inOrder().filter(isOther);
  return step > 0 ? others[0] : others.at(-1);
}

/** Suggestions of ANNOTATIONS with LABEL, or (null) all. */
export const suggestionsWith = (
  annotations: readonly Annotation[],
  label: string | null,
): readonly Annotation[] =>
  annotations.filter((it) => isSuggestion(it) && (label === null || it.label === label));
