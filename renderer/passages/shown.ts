/** Which passages the Annotations pane shows now: of the open document as it is edited, or of the whole project. */

import { useDeferredValue, useMemo } from 'react';
import { isSuggestion } from '../../core/edit-suggestions';
import { t } from '../../core/locale/t';
import type { Annotation, Label } from '../../core/model';
import {
  inTextOrder,
  type Passage,
  type PassageRow,
  passageRows,
  relationCounts,
  shownPassages,
} from '../../core/passages';
import { usePainted } from '../parts/after-paint';
import { type OpenDocument, type OpenProject, type Passages, useSession } from '../state';

const none: readonly Label[] = [];

export interface Shown {
  readonly rows: readonly PassageRow[];
  readonly passages: readonly Passage[];
  readonly total: number;
  /** How many of all are suggestions. */
  readonly suggested: number;
  /** Annotations files that could not be read. */
  readonly problems: readonly string[];
}

/** Made once an annotation, so that an edit makes one and not 50,000. */
const made = new WeakMap<Annotation, Passage>();

function passageOf(
  annotation: Annotation,
  document: string,
  annotator: string,
  own: boolean,
  relations: number,
): Passage {
  const known = made.get(annotation);
  const isSame = known?.document === document && known.annotator === annotator && known.own === own;
  if (isSame && known.relations === relations) return known;
  const passage = { document, annotator, own, annotation, relations };
  made.set(annotation, passage);
  return passage;
}

/** The own passages of the open document: what is edited, not what was last saved. */
function ofDocument({ path, annotations, relations }: OpenDocument, annotator: string): Passage[] {
  const counts = relationCounts(relations);
  return annotations
    .inOrder()
    .map((annotation) => passageOf(annotation, path, annotator, true, counts.get(annotation.id) ?? 0));
}

function ofProject(
  { own, files }: Passages,
  project: OpenProject,
  document: OpenDocument | null,
  annotator: string,
): Passage[] {
  const open = document?.loaded ? document : null;
  const layers = [...files.values()].map(({ layer, document: path, annotator, annotations, related }) => {
    const isOwn = layer === own;
    if (isOwn && path === open?.path) return [];
    return annotations.map((annotation) =>
      passageOf(annotation, path, annotator, isOwn, related[annotation.id] ?? 0),
    );
  });
  if (open) layers.push(ofDocument(open, annotator));
  return inTextOrder(
    layers,
    project.documents.map((row) => row.path),
  );
}

/** The own passages of LABEL in the whole project, as they are now; null before they were read. */
export function useOwnPassages(label: string): readonly Passage[] | null {
  const project = useSession((state) => state.project);
  const document = useSession((state) => state.document);
  const passages = useSession((state) => state.passages);
  return useMemo(
    () =>
      project && passages
        ? ofProject(passages, project, document, t('passages.you')).filter(
            ({ own, annotation }) => own && annotation.label === label,
          )
        : null,
    [project, document, passages, label],
  );
}

export function useShown(): Shown {
  const project = useSession((state) => state.project);
  // The list comes a moment after the paint, so that it never holds a key up. Every edit makes a new value of it.
  const document = usePainted((state) => state.document);
  const annotator = useSession((state) => state.info?.annotator?.name) ?? t('passages.you');
  const passages = useSession((state) => state.passages);
  const view = useDeferredValue(useSession((state) => state.list));
  const labels = project?.schema.labels ?? none;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only its documents count
  const all = useMemo(() => {
    if (view.scope === 'document') return document?.loaded ? ofDocument(document, annotator) : [];
    return project && passages ? ofProject(passages, project, document, annotator) : [];
  }, [view.scope, project?.documents, document, annotator, passages]);
  const suggested = useMemo(() => all.filter(({ annotation }) => isSuggestion(annotation)).length, [all]);
  return useMemo(() => {
    const shown = shownPassages(all, labels, view);
    const files = view.scope === 'project' ? [...(passages?.files.values() ?? [])] : [];
    return {
      rows: passageRows(shown, labels, view.group),
      passages: shown,
      total: all.length,
      suggested,
      problems: files.flatMap(({ path, problem }) => (problem === null ? [] : [`${path}: ${problem}`])),
    };
  }, [all, labels, view, passages, suggested]);
}
