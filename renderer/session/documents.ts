/** Opens documents: the text first, painted at once, then its annotations. */
import { AnnotationSet } from '../../core/annotation-set';
import { type Annotation, type Layer, newDocument } from '../../core/model';
import type { RichText } from '../../core/rich';
import { call } from '../api';
import { get, set } from '../state';
import { positionOf, rememberLast } from './memory';

/** What is seen first of a document whose text is still on its way. */
const early = new Map<string, readonly Annotation[]>();

/** What is read for longer than this is told, and can be given up; in ms. */
const SLOW = 500;

/** Opens the document at PATH (in the project). What keeps it from opening is shown in its place. */
export async function openDocument(path: string): Promise<void> {
  set({ opening: path, slow: null, refused: null });
  const slow = setTimeout(() => get().opening === path && set({ slow: path }), SLOW);
  early.clear();
  const { caret, scroll } = positionOf(path);
  const offset = Math.max(0, Math.floor(scroll.offset));
  const [read, layer] = [call('document.read', { path }), call('layer.read', { path, around: offset })];
  const document = await read;
  clearTimeout(slow);
  if (get().opening !== path) return;
  set({ slow: null });
  if (!document.ok) {
    set({
      opening: null,
      document: null,
      refused: { path, failure: document.failure },
      picked: null,
      find: null,
    });
    return;
  }
  const { text, rich, size, projection, encoding, guessed } = document.value;
  const base = {
    path,
    text,
    rich: rich === null ? null : (JSON.parse(rich) as RichText),
    size,
    projection,
    encoding,
    guessed,
    facts: newDocument,
    relations: [],
    readOnly: null,
    changed: null,
    notices: [],
  };
  const at = Math.min(caret, text.length);
  set({
    document: { ...base, annotations: new AnnotationSet(early.get(path) ?? []), loaded: false },
    selection: { anchor: at, focus: at },
    picked: null,
    chooser: null,
    find: null,
  });
  rememberLast(path);
  await fill(path, layer);
}

/** Gives up a reading that takes long; what was shown before stays. False when there is none. */
export function stopReading(): boolean {
  const { slow } = get();
  if (slow === null) return false;
  set({ opening: null, slow: null });
  void call('document.stop', { path: slow });
  return true;
}

/** Paints what is seen first, while the rest of the annotations is on its way. */
export function begin(path: string, annotations: readonly Annotation[]): void {
  const { document, opening, revision } = get();
  if (opening !== path) return;
  if (document?.path !== path || document.loaded) {
    early.set(path, annotations);
    return;
  }
  set({ document: { ...document, annotations: new AnnotationSet(annotations) }, revision: revision + 1 });
}

async function fill(path: string, pending: ReturnType<typeof call<'layer.read'>>): Promise<void> {
  const layer = await pending;
  const { document, revision, opening } = get();
  if (document?.path !== path) return;
  // Another document may have been asked for meanwhile: it goes on opening.
  const still = opening === path ? null : opening;
  if (!layer.ok) {
    set({
      opening: still,
      document: { ...document, readOnly: layer.failure, loaded: true },
      revision: revision + 1,
    });
    return;
  }
  const { readOnly, changed, notices } = layer.value;
  const { annotations, relations, status, memo, fields } = JSON.parse(layer.value.json) as Layer;
  set({
    opening: still,
    revision: revision + 1,
    document: {
      ...document,
      annotations: new AnnotationSet(annotations),
      relations,
      facts: { status, memo, fields },
      readOnly,
      changed,
      notices,
      loaded: true,
    },
  });
}

/** Reads text and annotations again, after the file changed on disk. */
export async function reloadDocument(): Promise<void> {
  const { document } = get();
  if (document) await openDocument(document.path);
}

/** Opens the document STEP places further in the list, leaving out those that can't be opened. */
export function openNeighbour(step: -1 | 1): boolean {
  const { project, document, refused } = get();
  const rows = project?.documents ?? [];
  const from = rows.findIndex((row) => row.path === (document?.path ?? refused?.path));
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const row = rows[at];
    if (row && !row.refused) {
      void openDocument(row.path);
      return true;
    }
  }
  return false;
}

/** Opens another document, or none, when the one that is shown is among PATHS, which are gone. */
export async function leaveDocuments(paths: readonly string[]): Promise<void> {
  const { document, project } = get();
  if (!document || !paths.includes(document.path)) return;
  const other = project?.documents.find((row) => !row.refused && !paths.includes(row.path));
  if (other) await openDocument(other.path);
  else set({ document: null, opening: null, picked: null, find: null });
}
