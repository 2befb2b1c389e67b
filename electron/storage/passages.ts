/** All annotations of all annotators, read once, and again only where a file changed. */
import { randomFillSync } from 'node:crypto';
import type { Outputs } from '../../core/contract';
import { newId } from '../../core/ids';
import { relationCounts } from '../../core/passages';
import type { PassageFile } from '../../core/views';
import { watchFolders } from '../documents/watch';
import { debounced } from './debounce';
import type { Emit } from './emit';
import { layerFiles, quickStamp } from './layer-list';
import { ANNOTATIONS, documentPath, layerNames, layerPath } from './places';
import { readLayerFile } from './read-project';

interface Held {
  /** Null when the file is gone. */
  readonly stamp: string | null;
  /** The reading in which it became what it is. */
  readonly reading: number;
  readonly file: PassageFile;
}

export class Passages {
  private readonly held = new Map<string, Held>();
  private readonly token = newId(randomFillSync);
  private readings = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly watch;
  private readonly soon;

  constructor(
    private readonly root: string,
    emit: Emit,
  ) {
    this.soon = debounced(async () => emit('passages.changed', null), 100, 500);
    this.watch = watchFolders(root, (_, name) => {
      if (!name?.startsWith('.')) this.soon.call();
    });
  }

  /** What changed since the reading that SINCE marks, everything when it marks none. OWN is the own layer's folder. */
  read(since: string | null, own: string | null): Promise<Outputs['passages.read']> {
    const next = this.queue.then(() => this.readOnce(since, own));
    this.queue = next.catch(() => undefined);
    return next;
  }

  close(): void {
    this.soon.cancel();
    this.watch.close();
  }

  private async readOnce(since: string | null, own: string | null): Promise<Outputs['passages.read']> {
    this.readings++;
    const seen = new Set<string>();
    const folders = [ANNOTATIONS];
    for (const layer of layerNames(this.root)) {
      const { files, folders: below } = await layerFiles(this.root, layer);
      folders.push(...below);
      // Watched before it is read: what changes meanwhile is told.
      this.watch.set(folders);
      for (const path of files) {
        seen.add(path);
        await this.look(layer, path);
      }
    }
    this.watch.set(folders);
    for (const [path, { stamp, file }] of this.held) {
      if (stamp !== null && !seen.has(path))
        this.keep({ ...file, json: '[]', related: {}, problem: null }, null);
    }
    const [token, reading] = since?.split(':') ?? [];
    const after = token === this.token ? Number(reading) : 0;
    return {
      mark: `${this.token}:${this.readings}`,
      whole: after === 0,
      own,
      files: [...this.held.values()].filter((it) => it.reading > after).map((it) => it.file),
    };
  }

  private async look(layer: string, path: string): Promise<void> {
    const stamp = quickStamp(this.root, path);
    if (this.held.get(path)?.stamp === stamp) return;
    const read = await readLayerFile(this.root, path);
    const guess = documentPath(layer, path);
    if (!read.ok) {
      const problem = read.failure.message;
      this.keep({ path, layer, document: guess, annotator: layer, json: '[]', related: {}, problem }, stamp);
      return;
    }
    const { document, annotator, annotations, relations } = read.value;
    // A file counts for the document whose place it has; only a shortened name says less than what it holds.
    const isThere = layerPath(layer, document.path) === path;
    this.keep(
      {
        path,
        layer,
        document: isThere ? document.path : guess,
        annotator: annotator.name,
        json: JSON.stringify(annotations),
        related: Object.fromEntries(relationCounts(relations)),
        problem: null,
      },
      stamp,
    );
  }

  private keep(file: PassageFile, stamp: string | null): void {
    this.held.set(file.path, { stamp, reading: this.readings, file });
  }
}
