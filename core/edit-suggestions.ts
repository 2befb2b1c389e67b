/** Suggestions: annotations of the own layer that a file or a machine proposed, until somebody accepts or rejects them. */
import type { AnnotationSet } from './annotation-set';
import { fail, ok, type Result } from './failure';
import { annotationFrom } from './hand';
import type { Annotation, Relation } from './model';
import { change, type Patch } from './patch';

/** What the origin of a suggestion begins with; the file it came from follows. */
export const SUGGESTION = 'suggestion:';

/** True for what a machine or an import proposed and nobody has accepted or rejected yet. */
export const isSuggestion = ({ origin }: Pick<Annotation, 'origin'>): boolean =>
  origin.startsWith(SUGGESTION);

/** Which of a layer's suggestions are meant: some by their ids, or all that came from one file (null: from any). */
export type WhichSuggestions = { readonly ids: readonly string[] } | { readonly from: string | null };

function chosen(annotations: readonly Annotation[], which: WhichSuggestions): readonly Annotation[] {
  const suggested = annotations.filter(isSuggestion);
  if ('ids' in which) {
    const ids = new Set(which.ids);
    return suggested.filter((it) => ids.has(it.id));
  }
  return which.from === null ? suggested : suggested.filter((it) => it.origin === SUGGESTION + which.from);
}

const none = () => fail('no-suggestion', 'There is no suggestion here.');

/** Makes suggestions annotations like any other that was imported; all they say stays. */
export function acceptSuggestions(
  annotations: readonly Annotation[],
  which: WhichSuggestions,
  now: string,
): Result<Patch> {
  const updated = chosen(annotations, which).map(
    (it) => [it, { ...it, origin: `import:${it.origin.slice(SUGGESTION.length)}`, updatedAt: now }] as const,
  );
  return updated.length === 0 ? none() : ok({ annotations: change({ updated }) });
}

/** Removes suggestions, and the relations that begin or end at them. */
export function rejectSuggestions(
  annotations: readonly Annotation[],
  relations: readonly Relation[],
  which: WhichSuggestions,
): Result<Patch> {
  const removed = chosen(annotations, which);
  if (removed.length === 0) return none();
  const ids = new Set(removed.map((it) => it.id));
  const loose = relations.filter((it) => ids.has(it.from) || ids.has(it.to));
  return ok({
    annotations: change({ removed }),
    ...(loose.length > 0 && { relations: change({ removed: loose }) }),
  });
}

/** Files that LAYER's suggestions came from, with how many wait of each. */
export function suggestionSources(annotations: readonly Annotation[]): ReadonlyMap<string, number> {
  const files = new Map<string, number>();
  for (const it of annotations.filter(isSuggestion)) {
    const file = it.origin.slice(SUGGESTION.length);
    files.set(file, (files.get(file) ?? 0) + 1);
  }
  return files;
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
