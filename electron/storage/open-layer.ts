/**
 * An annotations file while it is open: what the window holds, what the disk holds, and the writes between.
 * While one write is in flight only the newest state waits, and everybody who waits for it is answered at once.
 */

import { stat } from 'node:fs/promises';
import { Low } from 'lowdb';
import { type Failure, ok, type Result } from '../../core/failure';
import { sentences } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import { layerDifference, mergeLayers, putOnLayer, tidy } from '../../core/merge';
import { readLayer } from '../../core/migrate';
import type { Annotator, DocumentRef, Layer } from '../../core/model';
import type { Patch } from '../../core/patch';
import { fullPath } from '../documents/inside';
import { newestGood } from './backups';
import { asFailure, StorageError } from './failures';
import { LayerFile } from './layer-file';
import { MANIFEST } from './places';
import type { Session } from './session';

export interface LayerHooks {
  /** Before every write; what it throws stands as the reason why nothing was written. */
  readonly beforeWrite: () => Promise<void>;
  readonly onWritten: (layer: Layer) => void;
  /** Hears what takes the window's state to the one after a change from outside. */
  readonly onOutside: (patch: Patch) => void;
}

/** In ms. Another program may write what it read before our last write: that is no removal of what we added since. */
const RECENT = 10_000;

type Waiter = (result: Result<null>) => void;

export class OpenLayer {
  private readonly file: LayerFile;
  private readonly low: Low<Layer>;
  /** What the file is known to hold. */
  private base: Layer;
  private waiters: Waiter[] = [];
  private writing: Promise<void> | null = null;
  /** When annotations were added or changed here, by id. */
  private readonly recent = new Map<string, number>();
  private turn: Promise<unknown> = Promise.resolve();
  private unsaved = false;

  /** Why it may not be written, as long as that lasts. */
  readOnly: Failure | null = null;
  readonly notices: string[] = [];

  private constructor(
    private readonly session: Session,
    path: string,
    private readonly empty: Layer,
    private readonly hooks: LayerHooks,
  ) {
    this.file = new LayerFile(session, path);
    this.low = new Low(this.file, empty);
    this.base = empty;
  }

  /** Opens the layer file PATH of the document REF. Never fails: what is wrong with the file stands in `readOnly` or `notices`. */
  static async open(session: Session, path: string, empty: Layer, hooks: LayerHooks): Promise<OpenLayer> {
    const layer = new OpenLayer(session, path, empty, hooks);
    try {
      await layer.low.read();
      layer.base = layer.low.data;
      // Somebody may have edited the file by hand: what follows counts on its order.
      layer.low.data = tidy(layer.low.data);
    } catch (error) {
      await layer.recover(asFailure(error, path));
    }
    return layer;
  }

  get layer(): Layer {
    return this.low.data;
  }

  get isUnsaved(): boolean {
    return this.unsaved;
  }

  /** A file that does not parse stays where it is until the first edit sets it aside; meanwhile the newest good backup stands in. */
  private async recover(failure: Failure): Promise<void> {
    if (failure.code !== 'unparsable') {
      this.readOnly = failure;
      return;
    }
    const backup = await newestGood(this.session.root, this.file.path, (text) => {
      const read = readLayer(text);
      return read.ok ? read.value : null;
    });
    if (backup) this.low.data = tidy(backup.value);
    const instead = backup
      ? t('storage.backup-shown', { time: backup.time, annotations: backup.value.annotations.length })
      : t('storage.no-backup');
    const later = t('storage.set-aside', { file: `${this.file.name}.unparsable-…` });
    this.notices.push(sentences([failure.message, instead, later]));
  }

  /** Says for whom and for which text the next write is. */
  describe(document: DocumentRef, annotator: Annotator): void {
    this.low.data = { ...this.low.data, document, annotator };
  }

  /** Puts PATCH on the layer and resolves when it is durable. On failure the change stays in memory, for the next save. */
  save(patch: Patch, document: DocumentRef, annotator: Annotator): Promise<Result<null>> {
    this.describe(document, annotator);
    this.low.data = putOnLayer(this.low.data, patch);
    for (const { id } of patch.annotations?.added ?? []) this.recent.set(id, Date.now());
    for (const [, { id }] of patch.annotations?.updated ?? []) this.recent.set(id, Date.now());
    return this.store();
  }

  /** Resolves when everything is durable. */
  flush(): Promise<Result<null>> {
    return this.unsaved ? this.store() : Promise.resolve(ok(null));
  }

  private store(): Promise<Result<null>> {
    this.unsaved = true;
    const answer = new Promise<Result<null>>((resolve) => this.waiters.push(resolve));
    this.writing ??= this.drain().finally(() => {
      this.writing = null;
    });
    return answer;
  }

  private async drain(): Promise<void> {
    while (this.waiters.length > 0) {
      // Let everything that has arrived already get into this write.
      await new Promise((resolve) => setImmediate(resolve));
      const waiters = this.waiters;
      this.waiters = [];
      const result = await this.alone(() => this.writeOnce());
      for (const answer of waiters) answer(result);
    }
  }

  /** Writing and taking in wait for each other: both rest on what the file is known to hold. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.turn.then(work);
    this.turn = next.catch(() => undefined);
    return next;
  }

  private async writeOnce(): Promise<Result<null>> {
    try {
      await this.hooks.beforeWrite();
      if (await this.file.isChanged()) await this.takeIn();
      const data = this.low.data;
      await this.low.write();
      this.base = data;
      this.hooks.onWritten(data);
      this.unsaved = this.low.data !== data;
      return ok(null);
    } catch (error) {
      return { ok: false, failure: asFailure(error, this.file.path) };
    }
  }

  /** Looks whether the file changed from outside, and takes the change in. Waits for writes in flight. */
  async refresh(): Promise<void> {
    try {
      await this.alone(async () => {
        if (await this.file.isChanged()) await this.takeIn();
      });
    } catch {
      // It can’t be read now; the next write meets the same error and tells it.
      return;
    }
    await this.flush();
  }

  /** What was changed here a moment ago is kept out of the base, so that a merge can’t take it for removed by them. */
  private settledBase(): Layer {
    const since = Date.now() - RECENT;
    for (const [id, time] of this.recent) if (time < since) this.recent.delete(id);
    return { ...this.base, annotations: this.base.annotations.filter(({ id }) => !this.recent.has(id)) };
  }

  private async takeIn(): Promise<void> {
    let theirs: Layer | null = null;
    try {
      theirs = await this.file.read();
    } catch (error) {
      // Damaged from outside: what we hold is whole, and the next write sets the damage aside.
      if (!(error instanceof StorageError) || error.failure.code !== 'unparsable') throw error;
      this.unsaved = true;
      return;
    }
    if (theirs === null) {
      // Deleted from outside: what we hold stays, and the next change writes all of it. A whole project that
      // is gone (a disk unplugged) is another matter: then nothing may be taken for deleted.
      await stat(fullPath(this.session.root, MANIFEST));
      this.base = this.empty;
      return;
    }
    const before = this.low.data;
    const merged = mergeLayers(this.settledBase(), before, theirs);
    const patch = layerDifference(before, merged);
    this.base = theirs;
    this.unsaved = layerDifference(theirs, merged) !== null;
    if (!patch) return;
    this.low.data = merged;
    this.hooks.onOutside(patch);
  }
}
