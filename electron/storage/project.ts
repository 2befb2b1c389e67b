/** An open project: its documents, its schema, the annotator's layer, and the watch over all of them. */

import { accessSync, constants } from 'node:fs';
import type { Outputs } from '../../core/contract';
import { type Failure, fail, ok, type Result } from '../../core/failure';
import type { History, HistoryPart } from '../../core/history';
import { t } from '../../core/locale/t';
import type { Annotator, Layer } from '../../core/model';
import { type Patch, touchesLayer, touchesSchema } from '../../core/patch';
import type { Refactoring } from '../../core/refactor';
import type { DocumentView, LayerView, ProjectView, SearchPage, SearchTask } from '../../core/views';
import { locate } from '../documents/locate';
import { readDocument } from '../documents/read-document';
import { CurrentDocument } from './current-document';
import { writeDurably } from './durable-write';
import type { Emit } from './emit';
import { Exports } from './export/exports';
import { exportFailure, placeFor } from './export/place';
import { asFailure, StorageError } from './failures';
import { Guidelines } from './guidelines';
import { keepHistory, recallHistory } from './history-file';
import { Imports, type ImportsAround } from './imports/imports';
import { everyPathBelow } from './imports/taken';
import { Layers, nobodysLayer } from './layers';
import { Listing } from './listing';
import { ManifestFile } from './manifest-file';
import { Passages } from './passages';
import { layerName } from './places';
import { type ProjectOnDisk, readFolder } from './read-project';
import { countUsage, planRefactoring } from './refactor';
import { rescue } from './rescue';
import { ProjectSearch } from './search';
import { startSession } from './session';
import type { Watch } from './side-by-side';
import { commitStep, takeBackInterrupted } from './step';

const nobody = () => fail('no-annotator', t('storage.who-first'));
const unknown = (path: string) => fail('not-found', t('files.no-document', { path }));

export class Project {
  readonly current: CurrentDocument;
  readonly listing: Listing;
  readonly guidelines: Guidelines;
  readonly exports = new Exports({
    project: () => this.forExport(),
    unsaved: () => this.layers?.unsaved() ?? new Map(),
  });
  readonly imports = new Imports(() => this.forImport());
  layers: Layers | null = null;
  /** Made when they are first asked for. */
  private passages: Passages | null = null;
  private search: ProjectSearch | null = null;
  /** Changes that came before it was known who annotates. */
  private readonly early: { readonly path: string; readonly patch: Patch }[] = [];

  /** A step that is being written: what comes meanwhile waits for it. */
  private stepping: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly root: string,
    readonly manifest: ManifestFile,
    private readonly settings: string,
    private readonly emit: Emit,
    private readonly session = startSession(root),
  ) {
    this.current = new CurrentDocument(root);
    this.guidelines = new Guidelines(root, emit);
    this.listing = new Listing({
      root,
      emit,
      globs: () => manifest.manifest.sources,
      layer: () => this.layers?.name ?? null,
      onLayers: async () => this.layers?.refresh(),
      onManifest: () => manifest.refresh(),
      onRescan: async () => {
        this.guidelines.look();
        const path = await this.current.changed();
        if (path !== null) emit('document.changed', { path });
      },
    });
  }

  /** Opens what PATH means: a folder, a postil.json, a document. Codes: those of `locate`, `unreadable`. */
  static async open(
    path: string,
    first: string | null,
    annotator: Annotator | null,
    settings: string,
    emit: Emit,
  ): Promise<Result<{ project: Project; view: ProjectView }>> {
    const at = locate(path);
    if (!at.ok) return at;
    const { folder, only } = at.value;
    const session = startSession(folder);
    await takeBackInterrupted(settings, folder);
    const manifest = await ManifestFile.open(session, settings, only, (schema, memo) =>
      emit('schema.changed', { schema, memo }),
    );
    const project = new Project(folder, manifest, settings, emit, session);
    if (annotator) project.setLayers(annotator);
    try {
      await project.listing.open();
    } catch (error) {
      project.listing.close();
      return fail('unreadable', t('files.folder-unread', { path: folder, cause: (error as Error).message }));
    }
    return ok({ project, view: project.view(at.value.first ?? first) });
  }

  private view(first: string | null): ProjectView {
    const { name, memo, schema } = this.manifest.manifest;
    const notices = [...this.listing.notices];
    const isKnown = first !== null && this.listing.has(first);
    if (first !== null && !isKnown) notices.push(t('storage.not-among-sources', { path: first }));
    return {
      folder: this.root,
      name,
      memo,
      schema,
      documents: this.listing.rows(),
      lost: this.listing.lost(),
      first: isKnown ? first : null,
      readOnly: this.manifest.problem ?? unwritable(this.root),
      notices,
    };
  }

  /** Makes ANNOTATOR the one whose layer is read and written. Codes: those of writing what was unsaved before. */
  async use(annotator: Annotator): Promise<Result<null>> {
    if (this.layers?.annotator.id === annotator.id && this.layers.annotator.name === annotator.name)
      return ok(null);
    const flushed = (await this.layers?.flush()) ?? ok(null);
    if (!flushed.ok) return flushed;
    await this.layers?.close();
    this.setLayers(annotator);
    void this.listing.resurvey();
    return ok(null);
  }

  /** Keeps the last steps; a failure costs only the way back after a restart. Codes: those of writing. */
  async keepHistory(json: string): Promise<Result<null>> {
    if (!this.layers) return ok(null);
    try {
      await keepHistory(this.root, this.layers.name, json);
      return ok(null);
    } catch (error) {
      return { ok: false, failure: asFailure(error, 'history') };
    }
  }

  async recallHistory(): Promise<History | null> {
    return this.layers ? recallHistory(this.root, this.layers.name) : null;
  }

  private setLayers(annotator: Annotator): void {
    this.layers = this.layersOf(annotator);
  }

  private layersOf(annotator: Annotator): Layers {
    const { session, settings, current, emit, listing } = this;
    const ensureProject = async () => {
      const made = this.manifest.problem ? this.problem(this.manifest.problem) : await this.manifest.ensure();
      if (!made.ok) throw new StorageError(made.failure);
    };
    const around = { session, settings, current, survey: listing.survey, emit, ensureProject };
    return new Layers(around, annotator, layerName(this.root, annotator));
  }

  private problem(failure: Failure): Result<never> {
    return { ok: false, failure };
  }

  /** The document that is shown is known even when its source has gone meanwhile. */
  private knows(path: string): boolean {
    return this.listing.has(path) || this.current.isShown(path);
  }

  async readDocument(path: string): Promise<Result<DocumentView>> {
    return this.knows(path) ? this.current.read(path) : unknown(path);
  }

  /** Ends the reading of PATH, which nobody waits for any more. */
  stopReading(path: string): null {
    this.current.stop(path);
    return null;
  }

  async readLayer(path: string): Promise<Result<LayerView>> {
    if (!this.knows(path)) return unknown(path);
    if (this.layers) return this.layers.read(path);
    const view = await this.current.forLayer(path);
    return view.ok ? ok(nobodysLayer(view.value)) : view;
  }

  /** Codes: `no-annotator`, `not-found`, those of reading the document, `locked`, `source-changed`, those of writing. */
  async saveLayer(path: string, patch: Patch): Promise<Result<null>> {
    await this.stepping;
    if (!this.knows(path)) return unknown(path);
    if (!this.layers) {
      this.early.push({ path, patch });
      return nobody();
    }
    if (touchesSchema(patch)) {
      const saved = await this.manifest.save(patch);
      if (!saved.ok || !touchesLayer(patch)) return saved;
    }
    return this.layers.save(path, patch);
  }

  async flush(): Promise<Result<null>> {
    if (!this.layers && this.early.length > 0) return nobody();
    for (const { path, patch } of this.early.splice(0)) void this.layers?.save(path, patch);
    const results = await Promise.all([this.manifest.flush(), this.layers?.flush() ?? ok(null)]);
    return results.find((result) => !result.ok) ?? ok(null);
  }

  /** Writes what can't be saved now into the new folder FOLDER. Codes: those of `rescue`. */
  async rescue(folder: string): Promise<Result<number>> {
    const layers = this.layers?.unsaved() ?? new Map<string, Layer>();
    const texts = new Map<string, string>();
    for (const { document } of layers.values()) {
      const view = await this.current.get(document.path);
      if (view.ok && view.value.rich === null && document.path.endsWith('.txt'))
        texts.set(document.path, view.value.text);
    }
    return rescue({ manifest: this.manifest.manifest, layers, texts }, folder);
  }

  async relink(from: string, to: string): Promise<Result<null>> {
    if (!this.layers) return nobody();
    if (this.manifest.problem) return this.problem(this.manifest.problem);
    if (!this.listing.has(to)) return unknown(to);
    if (this.listing.has(from) || !this.listing.lost().some((it) => it.path === from))
      return fail('not-found', t('storage.not-lost', { path: from }));
    const result = await this.layers.relink(from, to);
    if (result.ok) await this.listing.resurvey();
    return result;
  }

  /** What a change of the schema would take the ground from, in all layers as they lie on the disk. */
  async usage(asked: Omit<Refactoring, 'fates'>): Promise<Result<Outputs['schema.usage']>> {
    return ok(await countUsage(this.root, this.layers?.name ?? null, asked));
  }

  /** What it does in the own layer, without writing. Fails with what could not be written before. */
  async refactor(refactoring: Refactoring, now: string): Promise<Result<Outputs['schema.refactor']>> {
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    if (!this.layers) return ok({ parts: [], blocked: [] });
    const knows = (path: string) => this.knows(path);
    return ok(await planRefactoring(this.root, this.layers, knows, refactoring, now));
  }

  /** Begins a search of all documents, and ends the one before. Codes: `pattern`. */
  startSearch(id: string, task: SearchTask): Result<null> {
    const started = ProjectSearch.start(id, task, {
      documents: this.listing.rows().flatMap((row) => (row.refused === null ? [row.path] : [])),
      read: (path) => (this.current.isShown(path) ? this.current.get(path) : readDocument(this.root, path)),
      own: async (path) => {
        const read = await this.readLayer(path);
        return read.ok ? ok({ ...read.value, annotations: read.value.layer.annotations }) : read;
      },
    });
    this.search = started.ok ? started.value : null;
    return started.ok ? ok(null) : started;
  }

  /** The next page of the search ID. Codes: `search-over`. */
  async searchOn(id: string): Promise<Result<SearchPage>> {
    const { search } = this;
    if (search?.id !== id) return fail('search-over', t('storage.search-over'));
    const page = await search.next();
    if (page.done && this.search === search) this.search = null;
    return ok(page);
  }

  stopSearch(id: string): Result<null> {
    if (this.search?.id === id) this.search = null;
    return ok(null);
  }

  /**
   * Writes the parts of one step that brings or takes documents, or touches others' layers: all or nothing. Codes:
   * those of writing what was unsaved before, of locks, `stale-patch`, `source-changed`, `in-use`, `in-the-way`.
   */
  commitStep(parts: readonly HistoryPart[], watch?: Watch): Promise<Result<null>> {
    const step = this.stepping.then(() => this.stepOnce(parts, watch));
    this.stepping = step.catch(() => undefined);
    return step;
  }

  private async stepOnce(parts: readonly HistoryPart[], watch?: Watch): Promise<Result<null>> {
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    const others = new Map<string, Layers>();
    const layersOf = (annotator: Annotator | undefined) => {
      if (!annotator || annotator.id === this.layers?.annotator.id) return this.layers;
      const layers = others.get(annotator.id) ?? this.layersOf(annotator);
      others.set(annotator.id, layers);
      return layers;
    };
    const { session, settings, manifest } = this;
    const done = await commitStep({ session, settings, manifest, layersOf }, parts, watch);
    for (const layers of others.values()) await layers.close();
    await this.listing.lookAgain();
    return done;
  }

  /** What an import asks of this project. */
  forImport(): ImportsAround {
    const read = (path: string) =>
      this.current.isShown(path) ? this.current.get(path) : readDocument(this.root, path);
    return {
      documents: this.listing.rows().flatMap((row) => (row.refused === null ? [row.path] : [])),
      read,
      commit: (parts, watch) => this.commitStep(parts, watch),
      project: async () => {
        await this.stepping;
        const flushed = await this.flush();
        if (!flushed.ok) return flushed;
        if (this.manifest.problem) return this.problem(this.manifest.problem);
        const known = [...this.listing.rows(), ...this.listing.lost()].map(({ path }) => path);
        return ok({
          root: this.root,
          schema: this.manifest.schema,
          own: this.layers?.annotator ?? null,
          taken: [...known, ...(await everyPathBelow(this.root, 'imported'))],
          read,
          held: async (path) => {
            const layer = await this.readLayer(path);
            if (!layer.ok) return layer.failure.message;
            return layer.value.readOnly?.message ?? layer.value.layer;
          },
        });
      },
    };
  }

  async readPassages(since: string | null): Promise<Outputs['passages.read']> {
    this.passages ??= new Passages(this.root, this.emit);
    return this.passages.read(since, this.layers?.name ?? null);
  }

  /** Writes TEXT as FILE (absolute), over one that is there: the system's save dialog has asked. */
  async writePassages(file: string, text: string): Promise<Result<string>> {
    const project = await readFolder(this.root, this.manifest.manifest, this.manifest.problem);
    if (!project.ok) return project;
    const place = placeFor(project.value, file, 'file', true);
    if (!place.ok) return place;
    try {
      await writeDurably(place.value.path, text);
      return ok(place.value.path);
    } catch (error) {
      return { ok: false, failure: exportFailure(error, file) };
    }
  }

  private async forExport(): Promise<Result<ProjectOnDisk>> {
    const read = await readFolder(this.root, this.manifest.manifest, this.manifest.problem);
    if (!read.ok) return read;
    // What the list knows to be unreadable by now is not promised in a preview.
    const known = new Map(this.listing.rows().map((row) => [row.path, row.refused]));
    const sources = read.value.sources.map((it) => ({
      ...it,
      refused: it.refused ?? known.get(it.path) ?? null,
    }));
    return ok({ ...read.value, sources });
  }

  /** Writes what is unsaved and lets go of everything. On failure the project stays open, and so do the unsaved changes. */
  async close(): Promise<Result<null>> {
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    await this.exports.end();
    await this.layers?.close();
    this.passages?.close();
    this.listing.close();
    return ok(null);
  }
}

/** Why nothing can be written into FOLDER at all; null when something can. */
function unwritable(folder: string): Failure | null {
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch (error) {
    const { code } = asFailure(error);
    return {
      code,
      message: t('storage.folder-locked'),
    };
  }
}
