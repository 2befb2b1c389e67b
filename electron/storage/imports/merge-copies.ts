/** Other copies of a project, brought together with this one: by id, and nothing lost. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { anchorReport } from '../../../core/anchor';
import { schemaDifference } from '../../../core/edit-schema';
import { emptyLayer } from '../../../core/exchange/empty-layer';
import { mergeSchemas } from '../../../core/exchange/merge-schema';
import { importFolder, newPath, take, takenBy } from '../../../core/exchange/names';
import { ok, type Result } from '../../../core/failure';
import type { ImportProblem } from '../../../core/formats/imported';
import type { HistoryPart } from '../../../core/history';
import { t } from '../../../core/locale/t';
import { layerDifference, mergeLayers } from '../../../core/merge';
import type { Layer, Schema } from '../../../core/model';
import { type BroughtSource, change, type Patch } from '../../../core/patch';
import { fullPath } from '../../documents/inside';
import { readDocument, readSource } from '../../documents/read-document';
import { layerName, layerPath } from '../places';
import { type ProjectOnDisk, readLayerFile } from '../read-project';
import type { Working } from './working';

export interface MergeReport {
  readonly documents: readonly string[];
  readonly annotations: { readonly added: number; readonly changed: number };
  readonly relations: { readonly added: number; readonly changed: number };
  readonly newLabels: readonly string[];
  /** Rows of the schema that both have and that say different things: ours stays. */
  readonly differing: readonly string[];
  readonly problems: readonly ImportProblem[];
}

export interface PlannedMerge {
  readonly parts: readonly HistoryPart[];
  readonly texts: ReadonlyMap<string, () => Uint8Array>;
  readonly report: MergeReport;
}

interface Target {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
  /** Rule and version that make the text. */
  readonly projection: string;
}

/** The parts of one step that bring what OTHERS hold into OURS. Reads only. */
export async function* planMerge(
  ours: ProjectOnDisk,
  schema: Schema,
  others: readonly ProjectOnDisk[],
  everything: Iterable<string>,
): AsyncGenerator<Working, Result<PlannedMerge>> {
  const taken = takenBy(everything);
  const texts = new Map<string, () => Uint8Array>();
  const brought = new Map<string, BroughtSource>();
  const held = new Map<string, { before: Layer; now: Layer }>();
  const problems: ImportProblem[] = [];
  const differing = new Set<string>();
  let merged = schema;
  /** By the hash of the bytes that are put there. */
  const fresh = new Map<string, Target>();
  let hashes: Map<string, string> | null = null;

  /** The document of OURS with these bytes, if there is one. All are hashed when the first one is asked for. */
  async function withBytes(hash: string): Promise<string | undefined> {
    if (!hashes) {
      hashes = new Map();
      for (const { path, refused } of ours.sources) {
        const read = refused === null ? await readSource(ours.root, path) : refused;
        if (typeof read !== 'string' && !hashes.has(read.sha256)) hashes.set(read.sha256, path);
      }
    }
    return hashes.get(hash);
  }

  async function asTarget(path: string, layer: Layer): Promise<Target | null> {
    const view = await readDocument(ours.root, path);
    if (!view.ok) return null;
    const { moved, gone } = anchorReport(view.value.text, layer.annotations);
    return moved + gone === 0 ? view.value : null;
  }

  /** Where LAYER of OTHER belongs; a document that is not here comes along. */
  async function targetOf(other: ProjectOnDisk, layer: Layer): Promise<Target | string> {
    const { path, sha256: hash } = layer.document;
    const isHere = ours.sources.some((it) => it.path === path);
    const same = isHere ? await asTarget(path, layer) : null;
    if (same) return same;
    const elsewhere = await withBytes(hash);
    const moved = elsewhere === undefined ? null : await asTarget(elsewhere, layer);
    if (moved) return moved;
    const source = await readSource(other.root, path);
    if (typeof source === 'string') return `“${path}” can’t be read there. ${source}`;
    const { moved: away, gone } = anchorReport(source.text, layer.annotations);
    if (away + gone > 0) return `“${path}” has changed since it was annotated there.`;
    const known = fresh.get(source.sha256);
    if (known) return known;
    const { text, sha256, projection } = source;
    const extension = extname(path).toLowerCase();
    const target = {
      path: newPath(importFolder(other.root), path, fresh.size + 1, taken, extension),
      text,
      sha256,
      projection,
    };
    take(taken, target.path);
    fresh.set(sha256, target);
    // The file itself, read when it is written: what is rich stays rich. A change in between is found by its hash.
    texts.set(sha256, () => readFileSync(fullPath(other.root, path)));
    brought.set(target.path, { id: target.path, sha256: target.sha256 });
    return target;
  }

  async function bring(other: ProjectOnDisk, file: string): Promise<void> {
    const read = await readLayerFile(other.root, file);
    const where = `${other.root}: ${file}`;
    if (!read.ok) {
      problems.push({ where, reason: read.failure.message });
      return;
    }
    const theirs = read.value;
    const target = await targetOf(other, theirs);
    if (typeof target === 'string') {
      problems.push({ where, reason: target });
      return;
    }
    const path = layerPath(layerName(ours.root, theirs.annotator), target.path);
    const empty = emptyLayer(target.path, target, theirs.annotator);
    let at = held.get(path);
    if (!at) {
      const own = await readLayerFile(ours.root, path);
      if (!own.ok && own.failure.code !== 'not-found') {
        problems.push({ where: path, reason: own.failure.message });
        return;
      }
      const before = own.ok ? own.value : empty;
      at = { before, now: before };
    }
    held.set(path, { before: at.before, now: mergeLayers(empty, at.now, theirs) });
  }

  const total = others.reduce(
    (sum, it) => sum + it.layers.reduce((all, { files }) => all + files.size, 0),
    0,
  );
  let n = 0;
  for (const other of others) {
    if (other.problem) problems.push({ where: other.root, reason: other.problem.message });
    const next = mergeSchemas(merged, other.manifest.schema);
    merged = next.schema;
    for (const name of next.differing) differing.add(name);
    for (const { files } of other.layers)
      for (const file of files) {
        yield { doing: t('import.doing.comparing'), at: n++, of: total };
        await bring(other, file);
      }
  }

  const layers = [...held.values()].flatMap(({ before, now }): HistoryPart[] => {
    const patch = layerDifference(before, now);
    return patch ? [{ document: now.document.path, patch, annotator: now.annotator }] : [];
  });
  const project: Patch = {
    ...schemaDifference(schema, merged),
    ...(brought.size > 0 && { sources: change<BroughtSource>({ added: [...brought.values()] }) }),
  };
  const count = (part: 'annotations' | 'relations') => ({
    added: layers.reduce((sum, { patch }) => sum + (patch[part]?.added.length ?? 0), 0),
    changed: layers.reduce((sum, { patch }) => sum + (patch[part]?.updated.length ?? 0), 0),
  });
  return ok({
    parts: [...(Object.keys(project).length > 0 ? [{ document: null, patch: project }] : []), ...layers],
    texts,
    report: {
      documents: [...brought.keys()],
      annotations: count('annotations'),
      relations: count('relations'),
      newLabels: merged.labels.slice(schema.labels.length).map((it) => it.name),
      differing: [...differing],
      problems,
    },
  });
}
