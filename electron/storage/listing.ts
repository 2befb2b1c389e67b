/** The Documents list of an open project, kept true by watching its folders. */
import type { DocumentRow, LostDocument } from '../../core/views';
import { type Scan, scan } from '../documents/scan';
import { compileSources } from '../documents/sources';
import { type FolderWatch, watchFolders } from '../documents/watch';
import { debounced } from './debounce';
import type { Emit } from './emit';
import { quickStamp } from './layer-list';
import { ANNOTATIONS, MANIFEST } from './places';
import { Survey } from './survey';

/** What a listing asks of the project around it. */
export interface Around {
  readonly root: string;
  readonly emit: Emit;
  /** The `sources` of the manifest, as they are now. */
  readonly globs: () => readonly string[];
  /** The annotator's layer; null as long as nobody annotates. */
  readonly layer: () => string | null;
  /** Something below the annotator's layer, or postil.json, changed from outside. */
  readonly onLayers: () => Promise<void>;
  readonly onManifest: () => Promise<void>;
  /** The documents were looked through again. */
  readonly onRescan: () => Promise<void>;
}

/** How long a first answer waits for what the survey finds, in ms: small projects come complete. */
const FIRST = 60;

export class Listing {
  readonly survey: Survey;
  private found: Scan = { sources: [], folders: [], notices: [] };
  private paths = new Set<string>();
  private told = '';
  private isTelling = false;
  private watched: readonly string[] | null = null;
  private readonly watch: FolderWatch;
  private readonly rescanSoon = debounced(() => this.rescan(), 200, 1_000);
  private readonly layersSoon = debounced(() => this.layersChanged(), 100, 500);
  private readonly manifestSoon = debounced(() => this.manifestChanged(), 100, 500);
  notices: readonly string[] = [];

  constructor(private readonly around: Around) {
    this.survey = new Survey(around.root);
    this.watch = watchFolders(around.root, (folder, name) => this.onChange(folder, name));
  }

  /** Scans, and gives the survey a moment. Throws when the folder can't be read. */
  async open(): Promise<void> {
    await this.look();
    const surveyed = this.resurvey();
    await Promise.race([surveyed, new Promise((resolve) => setTimeout(resolve, FIRST))]);
    this.told = this.asText();
    this.isTelling = true;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  rows(): DocumentRow[] {
    return this.survey.rows(this.around.layer());
  }

  lost(): readonly LostDocument[] {
    return this.survey.lostDocuments();
  }

  /** Finds out about layers and documents again, and tells the window what changed. */
  async resurvey(): Promise<void> {
    try {
      await this.survey.run(this.around.layer(), () => {
        this.watchLayer();
        this.tell();
      });
    } catch (error) {
      // The folder went away under it: the list stays as it was.
      console.error(error);
    }
  }

  close(): void {
    this.isTelling = false;
    for (const soon of [this.rescanSoon, this.layersSoon, this.manifestSoon]) soon.cancel();
    this.survey.stop();
    this.watch.close();
  }

  private async look(): Promise<void> {
    const sources = compileSources(this.around.globs());
    this.found = await scan(this.around.root, sources);
    this.paths = new Set(this.found.sources.map((source) => source.path));
    this.notices = [...sources.notices, ...this.found.notices];
    this.survey.set(this.found.sources);
    this.watchAll();
  }

  /** Looks through the folders at once, after documents came or went by ourselves. */
  async lookAgain(): Promise<void> {
    if (!this.isTelling) return;
    await this.look().catch(() => undefined);
    this.tell();
    void this.resurvey();
  }

  private async rescan(): Promise<void> {
    if (!this.isTelling) return;
    try {
      await this.look();
    } catch {
      // The folder itself is gone (a disk unplugged): the list stays, and opening a document tells why.
      return;
    }
    await this.around.onRescan();
    await this.resurvey();
  }

  private async layersChanged(): Promise<void> {
    await this.around.onLayers();
    await this.resurvey();
  }

  private async manifestChanged(): Promise<void> {
    const before = JSON.stringify(this.around.globs());
    await this.around.onManifest();
    if (JSON.stringify(this.around.globs()) !== before) await this.rescan();
  }

  /** The layer's folders come with its first file; what changed in them before they were watched is looked for. */
  private watchLayer(): void {
    if (this.survey.folders === this.watched) return;
    this.watched = this.survey.folders;
    this.watchAll();
    if (this.isTelling) void this.around.onLayers();
  }

  private watchAll(): void {
    this.watch.set([...this.found.folders, ANNOTATIONS, ...this.survey.folders]);
  }

  private onChange(folder: string, name: string | null): void {
    if (name?.startsWith('.')) return;
    if (folder === ANNOTATIONS || folder.startsWith(`${ANNOTATIONS}/`)) {
      const file = `${folder}/${name}`;
      const stamp = name === null ? null : quickStamp(this.around.root, file);
      if (stamp === null || this.survey.stampOf(file) !== stamp) this.layersSoon.call();
    } else if (folder === '' && name === MANIFEST) this.manifestSoon.call();
    else this.rescanSoon.call();
  }

  private asText(): string {
    return JSON.stringify([this.rows(), this.lost()]);
  }

  private tell(): void {
    if (!this.isTelling) return;
    const text = this.asText();
    if (text === this.told) return;
    this.told = text;
    this.around.emit('documents.changed', { documents: this.rows(), lost: this.lost() });
  }
}
