/**
 * One step that brings or takes documents, or touches layers of others: read under their locks, checked, and
 * written together with the schema. Undo comes down the same road with the reversed parts.
 */

import { dirname } from 'node:path';
import type { Failure, Result } from '../../core/failure';
import { layerText, manifestText } from '../../core/file-text';
import type { HistoryPart } from '../../core/history';
import { type PlainKey, t } from '../../core/locale/t';
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
import { sideBySide, type Watch } from './side-by-side';
import { stageAll, staged, stagedFile, trimStaged, unstage } from './staged';
import { takeBack, tidyAbove, type Write, wasInterrupted, writeTogether } from './write-together';

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
const stepLock = (settings: string, root: string) => acquire(settings, root, `${PRIVATE}/step`);

/** A step that was cut off, by a crash or a power cut, is taken back, unless another process is at it just now. */
export async function takeBackInterrupted(settings: string, root: string): Promise<void> {
  if (!wasInterrupted(root)) return;
  const lock = stepLock(settings, root);
  if (!lock.ok) return;
  // What can't be put right now (a read-only disk) is tried again the next time.
  await takeBack(root).catch(() => undefined);
  lock.value.release();
}

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

/** Writes PARTS, all of them or none. Code `stopped` when WATCH's signal ended it. */
export async function commitStep(
  at: StepAround,
  parts: readonly HistoryPart[],
  watch?: Watch,
): Promise<Result<null>> {
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
      // Texts that come with a layer were looked at for it.
      const seen = new Set(parts.flatMap((it) => (touchesLayer(it.patch) ? [it.document] : [])));
      const fresh = await sideBySide(added, async ({ id, sha256: hash }): Promise<Write> => {
        const file = seen.has(id) ? stagedFile(session.root, hash) : staged(session.root, hash).file;
        return { path: id, data: { file, sha256: hash }, isNew: true };
      });
      await setAside(at, removed, files);
      const writes: Write[] = [
        ...fresh,
        ...files,
        { path: MANIFEST, data: async () => manifestText(next), isNew: false },
        ...removed.map(({ id }) => ({ path: id, data: null, isNew: false })),
      ];
      await sideBySide(writes, async ({ path, isNew }) => (isNew ? undefined : session.backUpOnce(path)));
      await writeTogether(session.root, writes, watch);
      placed.push(...added.map((it) => it.sha256));
      gone.push(...writes.flatMap((it) => (it.data === null ? [it.path] : [])));
      return next;
    });
    if (written.ok)
      for (const [, path] of new Map(gone.map((path) => [dirname(path), path])))
        await tidyAbove(session.root, path);
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
    refuse('outside', t('storage.step-no-place', { path }));
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
  const { bytes } = staged(root, hash);
  const view = await viewOf(id, bytes);
  return typeof view === 'string'
    ? refuse('unreadable', t('storage.step-unread', { path: id, reason: view }))
    : view;
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
  const touching = parts.filter(({ document, patch }) => document !== null && touchesLayer(patch));
  return sideBySide(touching, async ({ document, patch, annotator }): Promise<Write> => {
    if (document === null) throw new Error('a part of no document touches no layer');
    const layers = at.layersOf(annotator) ?? refuse('no-annotator', t('storage.step-nobody'));
    const source = coming.get(document);
    const view = source && (await comingView(at.session.root, source));
    const held = must(await layers.hold(document, view));
    const next = must(applyToLayer(held.layer, patch));
    if (going.has(document) && !isBlank(next))
      refuse('in-use', t('storage.step-annotated', { path: document }));
    // A layer that only the import had is gone with it.
    const keeps = !isBlank(next) || annotator === undefined;
    const data = keeps && !going.has(document) ? async () => layerText(next) : null;
    return { path: layerPath(layers.name, document), data, isNew: false };
  });
}

/**
 * Keeps the texts of documents that are taken away. Throws when one changed, or others annotated it: looks at all
 * of them before it keeps any.
 */
async function setAside(
  at: StepAround,
  removed: readonly BroughtSource[],
  files: readonly Write[],
): Promise<void> {
  const { root } = at.session;
  const names = removed.length > 0 ? layerNames(root) : [];
  const undone = new Set(files.map((it) => it.path));
  const textOf = async ({ id, sha256: hash }: BroughtSource) => {
    const full = realInside(root, fullPath(root, id));
    const bytes = full === null ? null : await readBounded(full);
    if (bytes !== null && sha256(bytes) === hash) return bytes;
    return refuse('source-changed', t('storage.step-changed', { path: id }));
  };
  await sideBySide(removed, async (it) => {
    await textOf(it);
    for (const name of names) {
      const file = layerPath(name, it.id);
      if (undone.has(file)) continue;
      const layer = await readLayerFile(root, file);
      if (layer.ok ? !isBlank(layer.value) : layer.failure.code !== 'not-found')
        refuse('in-use', t('storage.step-annotated-by-others', { path: it.id }));
    }
  });
  if (removed.length > 0) await stageAll(root, new Map(removed.map((it) => [it.sha256, () => textOf(it)])));
}

/** TEXT as it is written: UTF-8; with a byte order mark only where one that belongs to the text would be taken for one. */
export function importedBytes(text: string): Uint8Array {
  return Buffer.from(text.startsWith('\ufeff') ? `\ufeff${text}` : text);
}

const reasons: Readonly<Record<string, PlainKey>> = {
  'disk-full': 'storage.why.disk-full',
  'read-only': 'storage.why.read-only',
  'no-permission': 'storage.why.no-permission',
  'folder-gone': 'storage.why.folder-gone',
  'in-the-way': 'storage.why.in-the-way',
};

function stepFailure(error: unknown): Failure {
  if (error instanceof StorageError) return error.failure;
  const { code, message } = asFailure(error);
  const why = reasons[code];
  return { code, message: t('storage.step-failed', { why: why ? t(why) : message }) };
}
