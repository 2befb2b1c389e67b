/** postil.json: read at once, made with the first edit, written by re-reading and putting the change on what is there. */

import { randomFillSync } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, ok, type Result } from '../../core/failure';
import { manifestText } from '../../core/file-text';
import { newId } from '../../core/ids';
import { t } from '../../core/locale/t';
import { putOnMemo, putOnSchema } from '../../core/merge';
import { readManifest } from '../../core/migrate';
import type { Manifest, Schema } from '../../core/model';
import type { Patch } from '../../core/patch';
import { starterSchema } from '../../core/starter';
import { everything } from '../documents/sources';
import { newestGood } from './backups';
import { sweep, writeDurably } from './durable-write';
import { asFailure } from './failures';
import { acquire, type Lock } from './locks';
import { MANIFEST, writable } from './places';
import { readInside } from './read-inside';
import type { Session } from './session';

/** How long to wait for another process that writes postil.json, in ms. */
const PATIENCE = 2_000;
/** In ms: a temporary file beside postil.json may belong to an export that is being written. */
const ABANDONED = 10 * 60_000;

const empty = { id: '', name: '', sources: [], settings: {} };

/** What stands in a conflict on our side, so that a project can be shown while its merge is unfinished. */
const ourSide = (text: string) =>
  text.replace(/^<{7}.*\n([\s\S]*?)^(?:\|{7}[\s\S]*?)?={7}\r?\n[\s\S]*?^>{7}.*\n?/gm, '$1');

export interface ManifestRead {
  /** Null when there is no postil.json, or none that can be shown. */
  readonly manifest: Manifest | null;
  readonly problem: Failure | null;
}

/** Reads the postil.json of the folder ROOT; with a problem, what can still be shown of it. */
export async function readManifestIn(root: string): Promise<ManifestRead> {
  try {
    const text = await readInside(root, MANIFEST);
    if (text === null) return { manifest: null, problem: null };
    const read = readManifest(text);
    if (read.ok) return { manifest: read.value, problem: null };
    const { code, message } = read.failure;
    const ours = readManifest(ourSide(text));
    const good = (old: string) => {
      const parsed = readManifest(old);
      return parsed.ok ? parsed.value : null;
    };
    const shown = ours.ok ? ours.value : ((await newestGood(root, MANIFEST, good))?.value ?? null);
    return {
      manifest: shown,
      problem: { code, message: t('storage.manifest-unusable', { reason: message }) },
    };
  } catch (error) {
    return { manifest: null, problem: asFailure(error, MANIFEST) };
  }
}

export class ManifestFile {
  private constructor(
    private readonly session: Session,
    private readonly settings: string,
    /** What the disk holds, or what is written with the first edit. */
    private disk: Manifest,
    private exists: boolean,
    /** Why nothing may be written; null when it may. */
    public problem: Failure | null,
    /** Hears schema and memo when a change from outside made them others than the window holds. */
    private readonly onOutside: (schema: Schema, memo: string) => void,
  ) {}
  /** Changes that are not on disk yet, oldest first. */
  private pending: Patch[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  /** Opens it. ONLY is the one document of a project that was opened by its file. */
  static async open(
    session: Session,
    settings: string,
    only: string | null,
    onOutside: (schema: Schema, memo: string) => void,
  ): Promise<ManifestFile> {
    const { manifest, problem } = await readManifestIn(session.root);
    const fresh = (): Manifest => ({
      id: newId(randomFillSync),
      name: basename(session.root) || 'Project',
      memo: '',
      sources: only === null ? everything : [only],
      schema: starterSchema(),
      settings: {},
    });
    const exists = manifest !== null || problem !== null;
    return new ManifestFile(session, settings, manifest ?? fresh(), exists, problem, onOutside);
  }

  /** As the window holds it. */
  get manifest(): Manifest {
    return { ...this.disk, schema: this.schema, memo: this.memo };
  }

  get schema(): Schema {
    return this.pending.reduce(putOnSchema, this.disk.schema);
  }

  get memo(): string {
    return this.pending.reduce(putOnMemo, this.disk.memo);
  }

  get isUnsaved(): boolean {
    return this.pending.length > 0;
  }

  /** Makes the file when there is none. Resolves when it is durable. */
  async ensure(): Promise<Result<null>> {
    return this.exists ? ok(null) : this.write();
  }

  /** Puts PATCH on the schema; on failure it stays in memory, for the next save. */
  save(patch: Patch): Promise<Result<null>> {
    this.pending.push(patch);
    return this.write();
  }

  /**
   * Lets WORK write what it makes of postil.json as it is on the disk, under its lock. Nothing may be unsaved. What
   * WORK throws goes on to the caller, and nothing counts as written. Codes: of the lock, of a damaged postil.json.
   */
  rewrite(work: (disk: Manifest) => Promise<Manifest>): Promise<Result<null>> {
    return this.inTurn(async () => {
      const lock = await this.lock();
      if (!lock.ok) return lock;
      try {
        await this.reread();
        if (this.problem) return { ok: false, failure: this.problem };
        this.disk = await work(this.disk);
        this.exists = true;
        return ok(null);
      } finally {
        lock.value.release();
      }
    });
  }

  flush(): Promise<Result<null>> {
    return this.isUnsaved ? this.write() : Promise.resolve(ok(null));
  }

  /** Reads it again after a change from outside. */
  refresh(): Promise<void> {
    return this.inTurn(() => this.reread());
  }

  private async reread(): Promise<void> {
    // As it is written, for what was made here has its keys in another order than what was read.
    const held = () => manifestText({ ...empty, schema: this.schema, memo: this.memo });
    const { manifest, problem } = await readManifestIn(this.session.root);
    // Only now: an edit that came in while it was read is no change from outside.
    const before = held();
    this.problem = problem;
    if (problem) return;
    this.exists = manifest !== null;
    if (manifest) this.disk = manifest;
    if (held() !== before) this.onOutside(this.schema, this.memo);
  }

  private write(): Promise<Result<null>> {
    return this.inTurn(() => this.writeOnce());
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async writeOnce(): Promise<Result<null>> {
    if (this.exists && this.pending.length === 0) return ok(null);
    const lock = await this.lock();
    if (!lock.ok) return lock;
    try {
      await this.reread();
      if (this.problem) return { ok: false, failure: this.problem };
      const patches = this.pending;
      const next = {
        ...this.disk,
        schema: patches.reduce(putOnSchema, this.disk.schema),
        memo: patches.reduce(putOnMemo, this.disk.memo),
      };
      if (!this.exists || manifestText(next) !== manifestText(this.disk)) {
        await sweep(this.session.root, ABANDONED);
        await this.session.backUpOnce(MANIFEST);
        await writeDurably(writable(this.session.root, MANIFEST), manifestText(next));
      }
      this.disk = next;
      this.exists = true;
      this.pending = this.pending.slice(patches.length);
      return ok(null);
    } catch (error) {
      return { ok: false, failure: asFailure(error, MANIFEST) };
    } finally {
      lock.value.release();
    }
  }

  private async lock(): Promise<Result<Lock>> {
    for (let waited = 0; ; waited += 50) {
      const lock = acquire(this.settings, this.session.root, MANIFEST);
      if (lock.ok || waited >= PATIENCE) return lock;
      await sleep(50);
    }
  }
}
