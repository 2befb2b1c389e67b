/** The one road of every change: apply, remember for undo, paint, save. Synchronous but for the saving. */

import type { Failure } from '../../core/failure';
import {
  type HistoryEntry,
  type HistoryPart,
  isWhole,
  moved,
  record,
  redoable,
  undoable,
} from '../../core/history';
import { t } from '../../core/locale/t';
import {
  applyToRelations,
  applyToSchema,
  layerParts,
  manifestParts,
  only,
  type Patch,
  reverse,
} from '../../core/patch';
import { call } from '../api';
import { get, set } from '../state';
import { leaveDocuments, openDocument } from './documents';
import { keepHistory } from './history';
import { partsJson } from './json';
import { save, settled } from './saving';
import { say } from './say';
import { changedSince } from './unchanged';

/** Why nothing can be edited now, in plain words; null when it can. */
export function editRefusal(): string | null {
  const { document, project } = get();
  if (project?.readOnly) return project.readOnly.message;
  if (!document) return t('app.open-document-first');
  if (!document.loaded) return t('app.still-reading');
  return document.readOnly?.message ?? null;
}

/** PATCH as the parts of the files it touches: the layer of the document at PATH, and postil.json. */
export function partsOf(patch: Patch, path: string | null): HistoryPart[] {
  const layer = path === null ? null : only(patch, layerParts);
  const schema = only(patch, manifestParts);
  return [
    ...(schema ? [{ document: null, patch: schema }] : []),
    ...(layer ? [{ document: path, patch: layer }] : []),
  ];
}

/** Of the annotator's own files. */
const isOwn = (part: HistoryPart) => part.annotator === undefined;

/** Applies what of PARTS the window holds, for painting; refuses all when something does not fit. */
function apply(parts: readonly HistoryPart[]): Failure | null {
  const { document, project, revision } = get();
  const schemaPatch = parts.find((part) => part.document === null)?.patch;
  const schema = project && schemaPatch ? applyToSchema(project.schema, schemaPatch) : null;
  if (schema && !schema.ok) return schema.failure;
  const patch = document && parts.find((part) => isOwn(part) && part.document === document.path)?.patch;
  const relations = document && patch ? applyToRelations(document.relations, patch) : null;
  if (relations && !relations.ok) return relations.failure;
  const failure = document && patch?.annotations ? document.annotations.apply(patch.annotations) : null;
  if (failure) return failure;
  set({
    revision: revision + 1,
    ...(document &&
      patch && {
        document: {
          ...document,
          facts: patch.facts?.[1] ?? document.facts,
          relations: relations?.value ?? document.relations,
        },
      }),
    ...(project &&
      schema && {
        project: { ...project, schema: schema.value, memo: schemaPatch?.projectMemo?.[1] ?? project.memo },
      }),
  });
  return null;
}

/** Commits one step of PARTS: painted when this returns, saved a moment later. False, and said, when it can't be. */
export function commitParts(parts: readonly HistoryPart[], title: string, picked?: string | null): boolean {
  const { document, project } = get();
  const isOfOpen = parts.some((part) => part.document !== null && part.document === document?.path);
  const refusal = isOfOpen ? editRefusal() : (project?.readOnly?.message ?? null);
  const failure = refusal ?? apply(parts)?.message ?? null;
  if (failure !== null) {
    say(failure);
    return false;
  }
  const entry = { title, at: new Date().toISOString(), parts };
  set({ history: record(get().history, entry), ...(picked === undefined ? {} : { picked }) });
  for (const part of parts) save(part.document, part.patch);
  keepHistory();
  return true;
}

/** Commits an edit of the open document, of the schema, or of both. */
export function commit(patch: Patch, title: string, picked?: string | null): boolean {
  return commitParts(partsOf(patch, get().document?.path ?? null), title, picked);
}

/** Shows what is on the disk already; when it does not fit what is shown, that is read again. */
function repaint(parts: readonly HistoryPart[]): void {
  const { document } = get();
  if (apply(parts) && document) void openDocument(document.path);
}

/** Takes in a step that is on the disk already: painted, and remembered for undo. */
export function adoptStep(parts: readonly HistoryPart[], title: string): void {
  repaint(parts);
  set({ history: record(get().history, { title, at: new Date().toISOString(), parts }) });
  keepHistory();
}

/** Writes PARTS, all of them or none, before anything is shown; null when it is done, else why it is not. */
async function writeWhole(parts: readonly HistoryPart[]): Promise<string | null> {
  const unsaved = await settled();
  if (unsaved !== null) return unsaved;
  const written = await call('step.commit', { json: partsJson(parts) });
  return written.ok ? null : written.failure.message;
}

/** A change that came from outside: shown, not saved, not undone. */
export function adopt(path: string, patch: Patch): void {
  if (get().document?.path === path) apply([{ document: path, patch }]);
}

/** The document that a step is about, when it is about one alone. */
function onlyDocument(entry: HistoryEntry): string | null {
  if (isWhole(entry.parts)) return null;
  const documents = entry.parts.flatMap((part) => part.document ?? []);
  return documents.length === 1 ? (documents[0] as string) : null;
}

async function step(entry: HistoryEntry | undefined, direction: -1 | 1): Promise<boolean> {
  if (!entry) {
    say(t(direction < 0 ? 'history.nothing-to-undo' : 'history.nothing-to-redo'));
    return false;
  }
  // What it changed must be seen, so its document comes first.
  const path = onlyDocument(entry);
  if (path !== null && get().document?.path !== path) await openDocument(path);
  const parts =
    direction < 0
      ? entry.parts.map((part) => ({ ...part, patch: reverse(part.patch) })).reverse()
      : entry.parts;
  const whole = isWhole(parts);
  const refusal =
    (path !== null ? editRefusal() : null) ??
    changedSince(parts) ??
    (whole ? await writeWhole(parts) : (apply(parts)?.message ?? null));
  if (refusal !== null) {
    say(refusal);
    return false;
  }
  if (whole) repaint(parts);
  const patch = parts.find((part) => isOwn(part) && part.document === get().document?.path)?.patch;
  const back = patch?.annotations?.added[0]?.id ?? patch?.annotations?.updated[0]?.[1].id ?? null;
  set({ history: moved(get().history, direction), picked: back });
  if (whole)
    await leaveDocuments(parts.flatMap((part) => part.patch.sources?.removed.map((it) => it.id) ?? []));
  else for (const part of parts) save(part.document, part.patch);
  keepHistory();
  say(t(direction < 0 ? 'history.undone' : 'history.redone', { step: entry.title }));
  return true;
}

export const undo = (): Promise<boolean> => step(undoable(get().history), -1);
export const redo = (): Promise<boolean> => step(redoable(get().history), 1);

/** Undoes or redoes until POSITION entries are in force; stops where a step is refused. */
export async function goTo(position: number): Promise<void> {
  while (get().history.position !== position) {
    if (!(await (get().history.position > position ? undo() : redo()))) return;
  }
}
