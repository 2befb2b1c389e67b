/** The annotator's layer of an open project: its annotations files, one per document, opened as they are needed. */

import { type AnchorReport, anchorReport } from '../../core/anchor';
import { type Failure, fail, ok, type Result } from '../../core/failure';
import { t } from '../../core/locale/t';
import { type Annotator, type Layer, newDocument } from '../../core/model';
import type { Patch } from '../../core/patch';
import { stands } from '../../core/quote';
import type { DocumentView, LayerView } from '../../core/views';
import { keepSnapshot } from './backups';
import { type CurrentDocument, refOf } from './current-document';
import type { Emit } from './emit';
import { acquire, type Lock } from './locks';
import { OpenLayer } from './open-layer';
import { ANNOTATIONS, layerPath } from './places';
import { relink } from './relink';
import type { Session } from './session';
import type { Survey } from './survey';

export interface LayersAround {
  readonly session: Session;
  /** The folder of the app's settings, where locks are. */
  readonly settings: string;
  readonly current: CurrentDocument;
  readonly survey: Survey;
  readonly emit: Emit;
  /** Makes postil.json when there is none; throws when that fails. */
  readonly ensureProject: () => Promise<void>;
}

interface Opened {
  readonly open: OpenLayer;
  /** The source is not the one that was annotated, and not every quote stands. */
  stale: Failure | null;
}

/** Annotations files kept open besides those with unsaved changes. */
const KEPT = 4;

const emptyLayer = (view: DocumentView, annotator: Annotator): Layer => ({
  ...newDocument,
  document: refOf(view),
  annotator,
  annotations: [],
  relations: [],
});

export class Layers {
  private readonly opened = new Map<string, Opened>();
  /** Changes that could not be put on (locked, source changed, …), by document, oldest first. */
  private readonly refused = new Map<string, Patch[]>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly snapshots = new Set<string>();
  private snapshotting: Promise<void> = Promise.resolve();
  private lock: Lock | null = null;

  constructor(
    private readonly around: LayersAround,
    readonly annotator: Annotator,
    /** The folder below annotations/. */
    readonly name: string,
  ) {}

  read(path: string): Promise<Result<LayerView>> {
    return this.inTurn(path, async () => {
      const view = await this.around.current.forLayer(path);
      if (!view.ok) return view;
      const it = await this.openAnew(path, view.value);
      const { layer } = it.open;
      const isSame = layer.document.sha256 === view.value.sha256;
      const report = this.judge(path, it, view.value);
      const isBroken = report.moved + report.gone > 0;
      const lock = this.takeLock();
      const readOnly = it.open.readOnly ?? it.stale ?? (lock.ok ? null : lock.failure);
      const changed = isBroken || (!isSame && layer.annotations.length > 0) ? report : null;
      return ok({ layer, readOnly, changed, notices: it.open.notices });
    });
  }

  /**
   * What PATH's file holds, for somebody who writes it in our place (step.ts): the lock is taken, nothing may be
   * unsaved, and the file is read anew when it is next asked for. VIEW is given for a document that is not there yet.
   */
  hold(path: string, coming?: DocumentView): Promise<Result<{ readonly layer: Layer }>> {
    return this.inTurn(path, async () => {
      const view = coming ? ok(coming) : await this.around.current.get(path);
      if (!view.ok) return view;
      const it = await this.openAnew(path, view.value);
      this.judge(path, it, view.value);
      const lock = this.takeLock();
      const failure = it.open.readOnly ?? it.stale ?? (lock.ok ? null : lock.failure);
      if (failure) return { ok: false, failure };
      // Who writes in our place would not set a damaged file aside.
      const [notice] = it.open.notices;
      if (notice) return fail('unparsable', t('storage.and-unchanged', { reason: notice }));
      it.open.describe(refOf(view.value), this.annotator);
      this.opened.delete(path);
      return ok({ layer: it.open.layer });
    });
  }

  /**
   * Resolves when PATCH, and all that came before it for this document, is durable. A failure loses nothing:
   * what could be put on the layer waits there to be written, what could not waits in `refused`.
   */
  async save(path: string, patch: Patch): Promise<Result<null>> {
    // The answer comes when it is durable, the turn ends when it is in memory: so that writes can coalesce.
    const begun = await this.inTurn(path, async () => {
      const waiting = [...(this.refused.get(path) ?? []), patch];
      const begun = await this.putOn(path, waiting).catch(bug);
      if (begun.ok) this.refused.delete(path);
      else this.refused.set(path, waiting);
      return begun;
    });
    if (!begun.ok) return begun;
    const result = await begun.value.durable;
    if (result.ok) this.snapshotting = this.snapshotting.then(() => this.snapshot(path));
    return result;
  }

  private async putOn(
    path: string,
    patches: readonly Patch[],
  ): Promise<Result<{ durable: Promise<Result<null>> }>> {
    const view = await this.around.current.get(path);
    if (!view.ok) return view;
    const known = this.opened.get(path);
    const it = known && !known.open.readOnly ? known : await this.openAnew(path, view.value);
    // A document that was not shown before may have changed since it was annotated.
    if (it !== known) this.judge(path, it, view.value);
    const { open, stale } = it;
    const lock = this.takeLock();
    const failure = open.readOnly ?? stale ?? (lock.ok ? null : lock.failure);
    if (failure) return { ok: false, failure };
    // Made for the text before, while the new one was on its way to the window: then the layer stays one of that.
    const isOfBefore = !patches.every((patch) => fits(patch, view.value.text));
    const ref = isOfBefore ? open.layer.document : refOf(view.value);
    let durable = Promise.resolve<Result<null>>(ok(null));
    for (const patch of patches) durable = open.save(patch, ref, this.annotator);
    return ok({ durable });
  }

  /** Looks whether the quotes stand in the text as it is, and keeps in mind when not all do. */
  private judge(path: string, it: Opened, view: DocumentView): AnchorReport {
    const { annotations, document } = it.open.layer;
    const report = anchorReport(view.text, annotations);
    const failure = document.sha256 === view.sha256 ? readAnew : sourceChanged;
    it.stale = report.moved + report.gone > 0 ? failure(path, report) : null;
    return report;
  }

  async relink(from: string, to: string): Promise<Result<null>> {
    const lock = this.takeLock();
    if (!lock.ok) return lock;
    const view = await this.around.current.get(to);
    if (!view.ok) return view;
    const result = await relink(this.around.session, this.name, from, refOf(view.value));
    if (result.ok) for (const path of [from, to]) this.opened.delete(path);
    return result;
  }

  /** Writes what is not yet durable, and tries again what was refused; the first failure, when there is one. */
  async flush(): Promise<Result<null>> {
    const paths = [...this.refused.keys()];
    const results = await Promise.all([
      ...paths.map((path) => this.save(path, {})),
      ...[...this.opened.values()].map((it) => it.open.flush()),
    ]);
    return results.find((result) => !result.ok) ?? ok(null);
  }

  /** Takes in what changed from outside. */
  async refresh(): Promise<void> {
    for (const it of this.opened.values()) await it.open.refresh();
  }

  /** What is open and not yet on disk, by the project path of its file. */
  unsaved(): Map<string, Layer> {
    const all = [...this.opened].filter(([, it]) => it.open.isUnsaved);
    return new Map(all.map(([path, it]) => [layerPath(this.name, path), it.open.layer]));
  }

  /** Lets go of the lock, after what still goes on behind the last answer is over. */
  async close(): Promise<void> {
    await this.snapshotting;
    this.lock?.release();
    this.lock = null;
  }

  private async openAnew(path: string, view: DocumentView): Promise<Opened> {
    const known = this.opened.get(path);
    // What was wrong with a file may have been put right meanwhile, so it is read again.
    const isFine = known && !known.open.readOnly && known.open.notices.length === 0;
    if (known && (isFine || known.open.isUnsaved)) {
      await known.open.refresh();
      return known;
    }
    const { session, survey, emit, ensureProject } = this.around;
    const file = layerPath(this.name, path);
    const open = await OpenLayer.open(session, file, emptyLayer(view, this.annotator), {
      beforeWrite: ensureProject,
      onWritten: (layer) => survey.note(file, { ...layer, annotations: layer.annotations.length }),
      onOutside: (patch) => emit('layer.changed', { path, patch }),
    });
    const it: Opened = { open, stale: null };
    this.opened.delete(path);
    this.forget();
    this.opened.set(path, it);
    return it;
  }

  /** Lets go of the files that were opened longest ago, and hold nothing that is not on disk. */
  private forget(): void {
    const clean = [...this.opened].filter(([, it]) => !it.open.isUnsaved);
    for (const [path] of clean.slice(0, Math.max(0, clean.length - KEPT))) this.opened.delete(path);
  }

  private takeLock(): Result<null> {
    if (this.lock) return ok(null);
    const lock = acquire(this.around.settings, this.around.session.root, `${ANNOTATIONS}/${this.name}`);
    if (!lock.ok) return lock;
    this.lock = lock.value;
    return ok(null);
  }

  private inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(path) ?? Promise.resolve()).then(work);
    this.queues.set(
      path,
      turn.catch(() => undefined),
    );
    return turn;
  }

  private async snapshot(path: string): Promise<void> {
    const view = await this.around.current.get(path);
    if (!view.ok || this.snapshots.has(view.value.sha256)) return;
    this.snapshots.add(view.value.sha256);
    // Without it a changed source is harder to follow, and nothing else suffers.
    await keepSnapshot(this.around.session.root, view.value.sha256, view.value.text).catch(() => undefined);
  }
}

/** Every quote that PATCH brings stands in TEXT. */
const fits = (patch: Patch, text: string) =>
  [
    ...(patch.annotations?.added ?? []),
    ...(patch.annotations?.updated ?? []).map(([, after]) => after),
  ].every(({ spans }) => spans.every((span) => stands(text, span)));

/** An exception must not take a change with it. */
const bug = (error: unknown): Result<never> => {
  console.error(error);
  return fail('internal', t('failures.internal', { cause: String(error) }));
};

const sourceChanged = (path: string, { standing, moved, gone }: AnchorReport): Failure => ({
  code: 'source-changed',
  message: t('storage.source-changed', { path, standing, moved, gone }),
});

/** The same bytes, and another text: a newer version of Postil reads this format by other rules. */
const readAnew = (path: string, { standing, moved, gone }: AnchorReport): Failure => ({
  code: 'source-changed',
  message: t('storage.read-anew', { path, standing, moved, gone }),
});

/** Layer view of a document while nobody annotates yet. */
export const nobodysLayer = (view: DocumentView): LayerView => ({
  layer: emptyLayer(view, { id: '', name: '' }),
  readOnly: null,
  changed: null,
  notices: [],
});
