/**
 * What takes long to know about a project: how far each document is annotated, which files are no text, where
 * lost documents went. Goes on in the background, a slice at a time, and remembers what has not changed.
 */
import type { DocumentRow, LostDocument } from '../../core/views';
import { fullPath } from '../documents/inside';
import { readBounded, sha256 } from '../documents/read-document';
import type { Source } from '../documents/scan';
import { sniff } from '../documents/sniff';
import { layerFiles, quickStamp, type Summary, summarise } from './layer-list';
import { documentPath, isShortened, layerPath } from './places';

/** Longest stretch without letting others run, in ms. */
const SLICE = 15;

type Known<T> = { readonly stamp: string; readonly value: T };

export class Survey {
  private sources: readonly Source[] = [];
  private readonly summaries = new Map<string, Known<Summary | null>>();
  private readonly reasons = new Map<string, Known<string | null>>();
  private readonly hashes = new Map<string, Known<string | null>>();
  private files: readonly string[] = [];
  private lost: readonly LostDocument[] = [];
  /** Folders of the layer, relative: where its changes can be seen. */
  folders: readonly string[] = [];
  private round = 0;

  constructor(private readonly root: string) {}

  /** The documents to look at; rows are there at once, and better after `run`. */
  set(sources: readonly Source[]): void {
    this.sources = sources;
  }

  rows(layer: string | null): DocumentRow[] {
    return this.sources.map(({ path, size, refused, warning, mtimeMs }) => {
      const reason = this.reasons.get(path);
      const sniffed = reason?.stamp === `${size}:${mtimeMs}` ? reason.value : null;
      const summary = layer === null ? null : this.summaries.get(layerPath(layer, path))?.value;
      return {
        path,
        size,
        refused: refused ?? sniffed,
        warning,
        status: summary?.status ?? 'todo',
        annotations: summary?.annotations ?? 0,
      };
    });
  }

  lostDocuments(): readonly LostDocument[] {
    return this.lost;
  }

  /** Notes what was just written, so that nothing has to be read again. */
  note(file: string, summary: Summary): void {
    this.summaries.set(file, { stamp: quickStamp(this.root, file) ?? '', value: summary });
  }

  /** Of the version of FILE (a layer's) that is known. */
  stampOf(file: string): string | undefined {
    return this.summaries.get(file)?.stamp;
  }

  /** Looks at everything that has changed; TOLD is called whenever more is known. A later run ends an earlier one. */
  async run(layer: string | null, told: () => void): Promise<void> {
    const round = ++this.round;
    const over = () => round !== this.round;
    await this.summarise(layer, over);
    if (over()) return;
    told();
    await this.find(layer, over);
    if (over()) return;
    told();
    await this.sniff(over);
    if (!over()) told();
  }

  stop(): void {
    this.round++;
  }

  private async summarise(layer: string | null, over: () => boolean): Promise<void> {
    const { files, folders } =
      layer === null ? { files: [], folders: [] } : await layerFiles(this.root, layer);
    if (over()) return;
    this.files = files;
    this.folders = folders;
    const there = new Set(files);
    for (const file of this.summaries.keys()) if (!there.has(file)) this.summaries.delete(file);
    const rest = pacer();
    for (const file of files) {
      const stamp = quickStamp(this.root, file) ?? '';
      if (this.summaries.get(file)?.stamp !== stamp)
        this.summaries.set(file, { stamp, value: summarise(this.root, file) });
      await rest();
      if (over()) return;
    }
  }

  private async find(layer: string | null, over: () => boolean): Promise<void> {
    if (layer === null) {
      this.lost = [];
      return;
    }
    const claimed = new Set(this.sources.map(({ path }) => layerPath(layer, path)));
    const lost = this.files.flatMap((file) => {
      const summary = this.summaries.get(file)?.value;
      return claimed.has(file) || !summary ? [] : [{ file, summary }];
    });
    const places = await this.unclaimed(
      layer,
      lost.map(({ summary }) => summary.document.length),
      over,
    );
    if (over()) return;
    this.lost = lost.map(({ file, summary: { document, annotations } }) => ({
      path: isShortened(file) ? document.path : documentPath(layer, file),
      annotations,
      foundAt: places.get(document.sha256) ?? null,
    }));
  }

  /** Documents without annotations, by sha256, as far as they may be texts of one of LENGTHS (UTF-16 units). */
  private async unclaimed(
    layer: string,
    lengths: readonly number[],
    over: () => boolean,
  ): Promise<Map<string, string>> {
    const places = new Map<string, string>();
    if (lengths.length === 0) return places;
    // A unit is one to four bytes, and there may be a BOM: other sizes need no hashing.
    const least = lengths.reduce((a, b) => Math.min(a, b));
    const most = 4 * lengths.reduce((a, b) => Math.max(a, b)) + 4;
    for (const { path, size, mtimeMs, refused } of this.sources) {
      if (refused || size < least || size > most || this.summaries.has(layerPath(layer, path))) continue;
      const hash = await this.hashOf(path, `${size}:${mtimeMs}`);
      if (hash !== null && !places.has(hash)) places.set(hash, path);
      if (over()) break;
    }
    return places;
  }

  private async hashOf(path: string, stamp: string): Promise<string | null> {
    const known = this.hashes.get(path);
    if (known?.stamp === stamp) return known.value;
    const bytes = await readBounded(fullPath(this.root, path)).catch(() => null);
    const value = bytes && sha256(bytes);
    this.hashes.set(path, { stamp, value });
    return value;
  }

  private async sniff(over: () => boolean): Promise<void> {
    for (const { path, size, mtimeMs, refused } of this.sources) {
      const stamp = `${size}:${mtimeMs}`;
      if (refused || this.reasons.get(path)?.stamp === stamp) continue;
      this.reasons.set(path, { stamp, value: await sniff(this.root, path) });
      if (over()) return;
    }
  }
}

/** Gives a function that lets others run when a slice of time is over. */
function pacer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
