/** One export of a project, document by document, so that its size does not matter: read, choose, reduce, write. */

import { catalog } from '../../../core/formats/catalog';
import { choose } from '../../../core/formats/choose';
import { describeLoss } from '../../../core/formats/describe-loss';
import {
  chosen,
  type ExportDocument,
  type Lose,
  type Piece,
  type RefusedSource,
  type WriteOptions,
} from '../../../core/formats/format';
import { Losses } from '../../../core/formats/losses';
import { loseSchema, ranksOf, reduce } from '../../../core/formats/reduce';
import { type ExportOptions, type ExportReport, unitOf } from '../../../core/formats/report';
import { writers } from '../../../core/formats/writers';
import { t } from '../../../core/locale/t';
import { summarise } from '../layer-list';
import { orphans } from '../orphans';
import { layerPath } from '../places';
import type { ProjectOnDisk } from '../read-project';
import { gather, type Unsaved } from './gather';

export class ExportRun {
  /** Documents looked at so far, and in all. */
  seen = 0;
  readonly total: number;
  private documents = 0;
  private annotations = 0;
  private relations = 0;
  private suggestions = 0;
  private readonly losses = new Losses();
  private readonly refused: RefusedSource[] = [];
  private readonly paths: ReadonlySet<string> | null;

  constructor(
    readonly project: ProjectOnDisk,
    readonly options: ExportOptions,
    private readonly unsaved: Unsaved,
  ) {
    const { documents } = options.filter;
    this.paths = documents === null ? null : new Set(documents);
    this.total = project.sources.filter(({ path }) => this.isWanted(path)).length;
  }

  get description() {
    return catalog[this.options.format];
  }

  /** What went out so far, and what was lost. */
  report(): ExportReport {
    const { documents, annotations, relations, suggestions, losses, refused } = this;
    return {
      documents,
      annotations: Math.max(0, annotations - losses.dropped('annotation')),
      relations: Math.max(0, relations - losses.dropped('relation')),
      suggestions,
      losses: losses.groups(),
      refused,
    };
  }

  private isWanted(path: string): boolean {
    return this.paths === null || this.paths.has(path);
  }

  /** Nothing is read before they are asked for. Never throws for what a project holds. */
  async *pieces(): AsyncGenerator<Piece> {
    const { project, options, description, losses } = this;
    const write = writers[options.format];
    if (!write) throw new Error(`there is no writer of ${options.format}`);
    const { id, name, schema } = project.manifest;
    const ofSchema = describeLoss(schema, null);
    let ofDocument = ofSchema;
    const lose: Lose = (loss) => losses.add(loss, loss.document === null ? ofSchema : ofDocument);
    const how: WriteOptions = {
      unit: unitOf(description, options.unit) ?? 'code-point',
      choices: options.choices,
    };
    const choices = {
      discontinuous: chosen(description, 'discontinuous', how),
      overlap: chosen(description, 'overlap', how),
    };
    const ranks = ranksOf(schema);
    loseSchema(schema, description.carries, lose);
    const writing = write({ id, name, schema }, how, lose);
    yield* writing.head();
    for (const { path, refused } of project.sources) {
      if (!this.isWanted(path)) continue;
      const read = refused ?? (await this.read(path));
      if (typeof read === 'string') this.refuse(path, read);
      else if (read !== null) {
        ofDocument = describeLoss(schema, read);
        const reduced = reduce(read, description.carries, choices, ranks, lose);
        yield* this.written(reduced, (it) => writing.document(it));
      }
      this.seen++;
    }
    if (this.paths === null) this.refused.push(...this.missing());
    yield* writing.tail(this.refused);
  }

  /** What is chosen of the document; null for nothing, a string for why it can't be read. */
  private async read(path: string): Promise<ExportDocument | string | null> {
    const { filter, withSuggestions } = this.options;
    const gathered = await gather(this.project, path, this.unsaved, this.refused);
    if (typeof gathered === 'string') return gathered;
    const { document, suggestions } = choose(gathered, filter, withSuggestions);
    this.suggestions += suggestions;
    if (document === null) return null;
    this.documents++;
    for (const { annotations, relations } of document.layers) {
      this.annotations += annotations.length;
      this.relations += relations.length;
    }
    return document;
  }

  private refuse(path: string, reason: string): void {
    this.refused.push({ path, reason });
    for (const { name, files } of this.project.layers) {
      const file = layerPath(name, path);
      if (files.has(file)) this.refused.push({ path: file, reason: t('storage.export.document-unread') });
    }
  }

  /** A document that is longer than JavaScript's strings can be is left out, if nothing of it is out yet. */
  private *written(
    document: ExportDocument,
    write: (document: ExportDocument) => Iterable<Piece>,
  ): Generator<Piece> {
    let isOut = false;
    try {
      for (const piece of write(document)) {
        isOut = true;
        yield piece;
      }
    } catch (error) {
      if (isOut || !(error instanceof RangeError)) throw error;
      this.documents--;
      for (const { annotations, relations } of document.layers) {
        this.annotations -= annotations.length;
        this.relations -= relations.length;
      }
      this.refused.push({ path: document.path, reason: t('storage.export.too-large') });
    }
  }

  /** Layers whose document is gone, of those that are wanted. */
  private missing(): RefusedSource[] {
    const { annotators } = this.options.filter;
    const { root } = this.project;
    return orphans(this.project)
      .filter(
        ({ file }) => annotators === null || annotators.includes(summarise(root, file)?.annotator.id ?? ''),
      )
      .map(({ file, document }) => ({
        path: file,
        reason: t('storage.export.document-gone', { path: document }),
      }));
  }
}
