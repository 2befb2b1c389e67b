/**
 * One step that brings or takes documents, or touches layers of others: read under their locks, checked, and
 * written together with the schema. Undo comes down the same road with the reversed parts.
 */

import type { Failure, Result } from '../../core/failure';
import { layerText, manifestText } from '../../core/file-text';
import type { HistoryPart } from '../../core/history';
import type { Annotator, Layer, Manifest } from '../../core/model';
import { applyToLayer, applyToSchema, type BroughtSource, touchesLayer } from '../../core/patch';
import type { DocumentView } from '../../core/views';
import { fullPath, isPlainPath, realInside } from '../documents/inside';
import { readBounded, sha256, viewOf } from '../documents/read-document';
import { readerFor } from '../documents/readers';
import { compileSources } from '../documents/sources';
import { asFailure, StorageError } from './failures';
import type { Layers } from './layers';
import { acquire } from './locks';
import type { ManifestFile } from './manifest-file';
import { layerNames, layerPath, MANIFEST, PRIVATE } from './places';
import { readLayerFile } from './read-project';
import type { Session } from './session';
import { stage, staged, trimStaged, unstage } from './staged';
import { tidyAbove, type Write, writeTogether } from './write-together';

export interface StepAround {
  readonly session: Session;
  readonly settings: string;
  readonly manifest: ManifestFile;
  /** The layer of ANNOTATOR, or (undefined) one's own; null when nobody annotates yet. */
  readonly layersOf: (annotator: Annotator | undefined) => Layers | null;
}

/** Everything that an import brings lies below. */
const IMPORTED = 'imported/';
const IMPORTED_GLOB = 'imported/**/*';

/** Keeps other processes from beginning a step, and from taking this one for an interrupted one. */
export const stepLock = (settings: string, root: string) => acquire(settings, root, `${PRIVATE}/step`);

const isBlank = ({ annotations, relations, status, memo, fields }: Layer) =>
  annotations.length === 0 &&
  relations.length === 0 &&
  status === 'todo' &&
  memo === '' &&
  Object.keys(fields).length === 0;

/** Throws what keeps WANTED from being done. */
function must<T>(wanted: Result<T>): T {
  if (wanted.ok) return wanted.value;
  throw new StorageError(wanted.failure);
}

const refuse = (code: string, message: string): never => {
  throw new StorageError({ code, message });
};

/** Writes PARTS, all of them or none. */
export async function commitStep(at: StepAround, parts: readonly HistoryPart[]): Promise<Result<null>> {
  const { session, settings, manifest } = at;
  const lock = stepLock(settings, session.root);
  if (!lock.ok) return lock;
  const gone: string[] = [];
  const placed: string[] = [];
  try {
    const written = await manifest.rewrite(async (disk) => {
      const sources = parts.map((part) => part.patch.sources);
      const added = sources.flatMap((it) => it?.added ?? []);
      const removed = sources.flatMap((it) => it?.removed ?? []);
      for (const { id } of [...added, ...removed]) checkPlace(id);
      const next = nextManifest(disk, parts, added);
      const files = await layerWrites(at, parts, added, removed);
      const fresh: Write[] = [];
      for (const { id, sha256: hash } of added)
        fresh.push({
          path: id,
          data: { file: (await staged(session.root, hash)).file, sha256: hash },
          isNew: true,
        });
      const writes: Write[] = [
        ...fresh,
        ...files,
        { path: MANIFEST, data: async () => manifestText(next), isNew: false },
      ];
      for (const it of removed) {
        await setAside(at, it, files);
        writes.push({ path: it.id, data: null, isNew: false });
      }
      for (const { path, isNew } of writes) if (!isNew) await session.backUpOnce(path);
      await writeTogether(session.root, writes);
      placed.push(...added.map((it) => it.sha256));
      gone.push(...writes.flatMap((it) => (it.data === null ? [it.path] : [])));
      return next;
    });
    if (written.ok) for (const path of gone) await tidyAbove(session.root, path);
    if (written.ok) await unstage(session.root, placed);
    if (gone.length > 0) await trimStaged(session.root);
    return written;
  } catch (error) {
    return { ok: false, failure: stepFailure(error) };
  } finally {
    lock.value.release();
  }
}

/** What comes from a history file may be anything: no path but one of imported documents is touched. */
function checkPlace(path: string): void {
  if (!isPlainPath(path) || !path.startsWith(IMPORTED) || !readerFor(path))
    refuse('outside', `“${path}” is no place for an imported document. Nothing was changed.`);
}

function nextManifest(
  disk: Manifest,
  parts: readonly HistoryPart[],
  added: readonly BroughtSource[],
): Manifest {
  let { schema, memo, sources } = disk;
  for (const { document, patch } of parts)
    if (document === null) {
      schema = must(applyToSchema(schema, patch));
      memo = patch.projectMemo?.[1] ?? memo;
    }
  const { matches } = compileSources(sources);
  if (added.some((it) => !matches(it.id))) sources = [...sources, IMPORTED_GLOB];
  return { ...disk, schema, memo, sources };
}

/** What a document will be once it is there. */
async function comingView(root: string, { id, sha256: hash }: BroughtSource): Promise<DocumentView> {
  const { bytes } = await staged(root, hash);
  const view = await viewOf(id, bytes);
  return typeof view === 'string' ? refuse('unreadable', `“${id}” can’t be read. ${view}`) : view;
}

/** The annotations files that PARTS change, as they will be. */
async function layerWrites(
  at: StepAround,
  parts: readonly HistoryPart[],
  added: readonly BroughtSource[],
  removed: readonly BroughtSource[],
): Promise<Write[]> {
  const coming = new Map(added.map((it) => [it.id, it]));
  const going = new Set(removed.map((it) => it.id));
  const writes: Write[] = [];
  for (const { document, patch, annotator } of parts) {
    if (document === null || !touchesLayer(patch)) continue;
    const layers =
      at.layersOf(annotator) ?? refuse('no-annotator', 'Say who annotates first. Nothing was changed.');
    const source = coming.get(document);
    const view = source && (await comingView(at.session.root, source));
    const held = must(await layers.hold(document, view));
    const next = must(applyToLayer(held.layer, patch));
    if (going.has(document) && !isBlank(next))
      refuse(
        'in-use',
        `“${document}” was annotated since it was imported, so it stays. Nothing was changed.`,
      );
    // A layer that only the import had is gone with it.
    const keeps = !isBlank(next) || annotator === undefined;
    const data = keeps && !going.has(document) ? async () => layerText(next) : null;
    writes.push({ path: layerPath(layers.name, document), data, isNew: false });
  }
  return writes;
}

/** Keeps the text of a document that is taken away. Throws when it changed, or others annotated it. */
async function setAside(at: StepAround, { id, sha256: hash }: BroughtSource, files: readonly Write[]) {
  const { root } = at.session;
  const full = realInside(root, fullPath(root, id));
  const bytes = full === null ? null : await readBounded(full);
  if (bytes === null || sha256(bytes) !== hash)
    return refuse(
      'source-changed',
      `“${id}” is no longer the text that was imported, so it is not taken away. Nothing was changed.`,
    );
  const undone = new Set(files.map((it) => it.path));
  for (const name of layerNames(root)) {
    const file = layerPath(name, id);
    if (undone.has(file)) continue;
    const layer = await readLayerFile(root, file);
    if (layer.ok ? !isBlank(layer.value) : layer.failure.code !== 'not-found')
      refuse('in-use', `“${id}” is annotated by somebody else too, so it stays. Nothing was changed.`);
  }
  await stage(root, bytes);
}

/** TEXT as it is written: UTF-8; with a byte order mark only where one that belongs to the text would be taken for one. */
export function importedBytes(text: string): Uint8Array {
  return Buffer.from(text.startsWith('\ufeff') ? `\ufeff${text}` : text);
}

const reasons: Readonly<Record<string, string>> = {
  'disk-full': 'the disk is full',
  'read-only': 'the disk is read-only',
  'no-permission': 'you have no permission to write there',
  'folder-gone': 'the project’s folder is no longer there',
  'in-the-way': 'something else stands where a file belongs',
};

function stepFailure(error: unknown): Failure {
  if (error instanceof StorageError) return error.failure;
  const { code, message } = asFailure(error);
  return {
    code,
    message: `It could not be written: ${reasons[code] ?? message}. Nothing was changed; everything is as it was before.`,
  };
}
