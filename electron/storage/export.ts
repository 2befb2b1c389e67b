/** Exports a project document by document, so that its size does not matter. */
import type { ExportOptions, ExportReport } from '../../core/contract';
import type { ExportDocument, RefusedSource } from '../../core/formats/format';
import { jsonDocument, jsonHead, jsonTail } from '../../core/formats/json';
import type { Annotation, Layer } from '../../core/model';
import { splitsPair } from '../../core/offsets';
import { stands } from '../../core/quote';
import { readSource } from '../documents/read-document';
import { summarise } from './layer-list';
import { documentPath, layerPath } from './places';
import { type LayerFolder, type ProjectOnDisk, readLayerFile } from './read-project';

/** What is open and not yet on disk, by the project path of its file: an export holds it all the same. */
export type Unsaved = ReadonlyMap<string, Layer>;

/** Counts what went out, and why the rest did not. */
interface Tally {
  documents: number;
  annotations: number;
  readonly refused: RefusedSource[];
}

export interface Export {
  /** The file's text, in pieces. */
  readonly pieces: AsyncGenerator<string>;
  /** What was written; whole when the pieces are at their end. */
  report(file: string | null): ExportReport;
}

/** The export of PROJECT; nothing is read before its pieces are asked for. Never throws for what a project holds. */
export function exportProject(project: ProjectOnDisk, options: ExportOptions, unsaved: Unsaved): Export {
  const tally: Tally = { documents: 0, annotations: 0, refused: [] };
  return { pieces: write(project, options, unsaved, tally), report: (file) => ({ ...tally, file }) };
}

async function* write(
  project: ProjectOnDisk,
  { unit, document }: ExportOptions,
  unsaved: Unsaved,
  tally: Tally,
): AsyncGenerator<string> {
  const { schema } = project.manifest;
  yield jsonHead(project.manifest, unit);
  for (const { path, refused } of project.sources) {
    if (document !== null && path !== document) continue;
    const read = refused === null ? await gather(project, path, unsaved, tally) : refused;
    if (typeof read === 'string') tally.refused.push({ path, reason: read });
    else {
      const text = attempt(() => jsonDocument(read, schema, unit));
      if (text === null) {
        tally.refused.push({ path, reason: 'It is too large to be written as one JSON text.' });
        continue;
      }
      yield tally.documents === 0 ? text : `,\n${text}`;
      tally.documents++;
      tally.annotations += read.layers.reduce((sum, layer) => sum + layer.annotations.length, 0);
    }
  }
  if (document === null) tally.refused.push(...missing(project));
  yield jsonTail(tally.refused);
}

/** Null when the text would be longer than JavaScript's strings can be. */
function attempt(work: () => string): string | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A document with its layers, or why there is none. */
async function gather(
  { root, layers }: ProjectOnDisk,
  path: string,
  unsaved: Unsaved,
  { refused }: Tally,
): Promise<ExportDocument | string> {
  const view = await readSource(root, path);
  if (typeof view === 'string') return view;
  const { text, sha256 } = view;
  const found: Layer[] = [];
  for (const { name, files } of layers) {
    const file = layerPath(name, path);
    if (!files.has(file) && !unsaved.has(file)) continue;
    const held = unsaved.get(file);
    const read = held ? { ok: true as const, value: held } : await readLayerFile(root, file);
    if (read.ok) found.push(whatFits(read.value, text, file, refused));
    else refused.push({ path: file, reason: read.failure.message });
  }
  return { path, sha256, text, layers: found };
}

const fits = (text: string, { spans }: Annotation) =>
  spans.every((it) => stands(text, it) && !splitsPair(text, it.start) && !splitsPair(text, it.end));

/** LAYER without what no longer stands in the text: a wrong offset is worse than one left out and named. */
function whatFits(layer: Layer, text: string, file: string, refused: RefusedSource[]): Layer {
  const annotations = layer.annotations.filter((it) => fits(text, it));
  const left = layer.annotations.length - annotations.length;
  if (left === 0) return layer;
  refused.push({
    path: file,
    reason: `${left} of its annotations were left out: their words no longer stand where they stood.`,
  });
  const ids = new Set(annotations.map((it) => it.id));
  const relations = layer.relations.filter((it) => ids.has(it.from) && ids.has(it.to));
  return { ...layer, annotations, relations };
}

/** Annotations files whose document is not among the sources. */
export function orphans({ sources, layers }: ProjectOnDisk): { layer: LayerFolder; file: string }[] {
  return layers.flatMap((layer) => {
    const claimed = new Set(sources.map(({ path }) => layerPath(layer.name, path)));
    return [...layer.files].filter((file) => !claimed.has(file)).map((file) => ({ layer, file }));
  });
}

const missing = (project: ProjectOnDisk): RefusedSource[] =>
  orphans(project).map(({ layer, file }) => ({
    path: file,
    reason: `Its document “${documentPath(layer.name, file)}” is missing.`,
  }));

/** What an export would write, without reading every document. */
export async function countProject(
  project: ProjectOnDisk,
  { document }: ExportOptions,
  unsaved: Unsaved,
): Promise<ExportReport> {
  const tally: Tally = { documents: 0, annotations: 0, refused: [] };
  for (const { path, refused } of project.sources) {
    if (document !== null && path !== document) continue;
    if (refused !== null) {
      tally.refused.push({ path, reason: refused });
      continue;
    }
    tally.documents++;
    for (const { name, files } of project.layers) {
      const file = layerPath(name, path);
      const held = unsaved.get(file)?.annotations.length;
      tally.annotations += held ?? (files.has(file) ? (summarise(project.root, file)?.annotations ?? 0) : 0);
    }
    if (tally.documents % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  if (document === null) tally.refused.push(...missing(project));
  return { ...tally, file: null };
}
