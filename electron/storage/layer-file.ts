/** lowdb's adapter for an annotations file: zod and migration on the way in, a durable write on the way out. */

import { rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { annotationLine, layerText } from '../../core/file-text';
import { t } from '../../core/locale/t';
import { readLayer } from '../../core/migrate';
import type { Annotation, Layer } from '../../core/model';
import { sha256 } from '../documents/read-document';
import { fileStamp, makeFolder, type Stamp, sweep, syncFolder, writeDurably } from './durable-write';
import { StorageError } from './failures';
import { writable } from './places';
import { readInside } from './read-inside';
import type { Session } from './session';

/** An annotation's line, made once: serialising 50,000 for every edit would take a hundred times as long. */
const lines = new WeakMap<Annotation, string>();

function lineOf(annotation: Annotation): string {
  const known = lines.get(annotation);
  if (known !== undefined) return known;
  const line = annotationLine(annotation);
  lines.set(annotation, line);
  return line;
}

export class LayerFile implements Adapter<Layer> {
  /** The version last read or written; null when there was no file, undefined before the first look. */
  private known: Stamp | null | undefined;
  private hash = '';
  private swept = false;
  /** What was found does not parse: it is set aside before anything takes its name. */
  private broken = false;

  constructor(
    private readonly session: Session,
    /** Relative to the project. */
    readonly path: string,
  ) {}

  /** Null when there is no file. Throws a StorageError: `unparsable`, `conflict`, `newer-version`, `outside`. */
  async read(): Promise<Layer | null> {
    const stamp = await fileStamp(this.full());
    const text = await readInside(this.session.root, this.path);
    this.known = text === null ? null : stamp;
    this.hash = text === null ? '' : sha256(text);
    this.broken = false;
    if (text === null) return null;
    const layer = readLayer(text);
    if (layer.ok) return layer.value;
    this.broken = layer.failure.code === 'unparsable';
    // Not ours to write over: it counts as changed until it can be read, so that every write looks at it again.
    if (!this.broken) this.known = undefined;
    const message = t('storage.about-file', { file: this.path, reason: layer.failure.message });
    throw new StorageError({ code: layer.failure.code, message });
  }

  /** True when the file is another than the one last read or written. */
  async isChanged(): Promise<boolean> {
    return (await fileStamp(this.full())) !== this.known;
  }

  /** Writes LAYER, unless the same bytes are there. Resolves when it is durable; throws the system's errors. */
  async write(layer: Layer): Promise<void> {
    const text = layerText(layer, layer.annotations.map(lineOf));
    const bytes = Buffer.from(text);
    const hash = sha256(bytes);
    if (hash === this.hash && this.known) return;
    const full = this.full();
    const folder = dirname(full);
    await makeFolder(folder, this.session.root);
    if (!this.swept) await sweep(folder);
    this.swept = true;
    await this.session.backUpOnce(this.path);
    if (this.broken) await this.setAside();
    this.known = await writeDurably(full, bytes);
    this.hash = hash;
  }

  private full(): string {
    return writable(this.session.root, this.path);
  }

  private async setAside(): Promise<void> {
    const full = this.full();
    await rename(full, `${full}.${asideName()}`);
    await syncFolder(dirname(full));
    this.broken = false;
  }

  get name(): string {
    return basename(this.path);
  }
}

/** With the time in it, so that nothing set aside before is overwritten. */
const asideName = () => `unparsable-${new Date().toISOString().replace(/[:.]/g, '-')}`;
