/** The one road of every change: apply, remember for undo, paint, save. Synchronous but for the saving. */
import type { Failure } from '../../core/failure';
import { type HistoryEntry, moved, record, redoable, undoable } from '../../core/history';
import { applyToSchema, type Patch, reverse, touchesLayer } from '../../core/patch';
import { get, type OpenDocument, set } from '../state';
import { openDocument } from './documents';
import { save } from './saving';
import { say } from './say';

/** Why nothing can be edited now, in plain words; null when it can. */
export function editRefusal(): string | null {
  const { document, project } = get();
  if (project?.readOnly) return project.readOnly.message;
  if (!document) return 'Open a document first.';
  if (!document.loaded) return 'The annotations are still being read. Try again in a moment.';
  return document.readOnly?.message ?? null;
}

/** Applies PATCH to what the window holds, for painting; refuses it whole when it does not fit. */
function apply(patch: Patch): Failure | null {
  const { document, project, revision } = get();
  if (patch.annotations && document) {
    const failure = document.annotations.apply(patch.annotations);
    if (failure) return failure;
  }
  const schema = project && applyToSchema(project.schema, patch);
  if (schema && !schema.ok) return schema.failure;
  const changed: OpenDocument | null =
    document && patch.facts ? { ...document, facts: patch.facts[1] } : document;
  set({
    revision: revision + 1,
    document: changed,
    ...(project && schema ? { project: { ...project, schema: schema.value } } : {}),
  });
  return null;
}

/** Commits an edit of the open document (or the schema): painted when this returns, saved a moment later. */
export function commit(patch: Patch, title: string, picked?: string | null): boolean {
  const refusal = editRefusal();
  if (refusal) {
    say(refusal);
    return false;
  }
  const { document, history } = get();
  const path = document && touchesLayer(patch) ? document.path : null;
  const failure = apply(patch);
  if (failure) {
    say(failure.message);
    return false;
  }
  set({
    history: record(history, { patch, document: path, title }),
    ...(picked === undefined ? {} : { picked }),
  });
  save(path, patch);
  return true;
}

/** A change that came from outside: shown, not saved, not undone. */
export function adopt(path: string, patch: Patch): void {
  if (get().document?.path === path) apply(patch);
}

async function step(entry: HistoryEntry | undefined, direction: -1 | 1): Promise<void> {
  if (!entry) return say(direction < 0 ? 'There is nothing to undo.' : 'There is nothing to redo.');
  // What it changed must be seen, so its document comes first.
  if (entry.document !== null && get().document?.path !== entry.document) await openDocument(entry.document);
  const refusal = editRefusal();
  if (refusal && entry.document !== null) return say(refusal);
  const patch = direction < 0 ? reverse(entry.patch) : entry.patch;
  const failure = apply(patch);
  if (failure) return say(failure.message);
  const back = patch.annotations?.added[0]?.id ?? patch.annotations?.updated[0]?.[1].id ?? null;
  set({ history: moved(get().history, direction), picked: back });
  save(entry.document, patch);
  say(`${direction < 0 ? 'Undone' : 'Done again'}: ${entry.title}`);
}

export const undo = (): Promise<void> => step(undoable(get().history), -1);
export const redo = (): Promise<void> => step(redoable(get().history), 1);
