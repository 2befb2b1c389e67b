/** Everything that is wrong with a project on disk, for `postil-cli check`. Reads, and never writes. */
import { anchorReport } from '../../core/anchor';
import type { Layer, Schema } from '../../core/model';
import { readSource } from '../documents/read-document';
import { orphans } from './orphans';
import { layerPath, MANIFEST } from './places';
import { type ProjectOnDisk, readLayerFile } from './read-project';

export interface Problem {
  /** The file that it is about, relative to the project. */
  readonly path: string;
  /** A stable name for programs: `unparsable`, `quotes`, `missing-document`, `unknown-label`, … */
  readonly code: string;
  readonly message: string;
}

export interface Findings {
  readonly problems: readonly Problem[];
  /** Sources that can't be annotated, which is no fault of the project's. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly documents: number;
  readonly annotations: number;
}

/** Checks postil.json, every document, and every annotations file of every layer. */
export async function checkProject(project: ProjectOnDisk): Promise<Findings> {
  const { root, manifest, problem, sources, layers, notices } = project;
  const problems: Problem[] = notices.map((message) => ({ path: MANIFEST, code: 'source', message }));
  if (problem) problems.push({ path: MANIFEST, ...problem });
  const refused: { path: string; reason: string }[] = [];
  let annotations = 0;
  for (const { path, refused: reason } of sources) {
    const read = reason ?? (await readSource(root, path));
    if (typeof read === 'string') refused.push({ path, reason: read });
    for (const { name, files } of layers) {
      const file = layerPath(name, path);
      if (!files.has(file)) continue;
      const layer = await readLayerFile(root, file);
      if (!layer.ok) {
        problems.push({ path: file, ...layer.failure });
        continue;
      }
      annotations += layer.value.annotations.length;
      const found = checkLayer(layer.value, typeof read === 'string' ? null : read.text, manifest.schema);
      problems.push(...found.map((it) => ({ path: file, ...it })));
    }
  }
  for (const { file, document } of orphans(project)) {
    const message = `Its document “${document}” is missing.`;
    problems.push({ path: file, code: 'missing-document', message });
  }
  return { problems, refused, documents: sources.length - refused.length, annotations };
}

/** TEXT is null when the document can't be read: then there is nothing to hold the quotes against. */
function checkLayer(layer: Layer, text: string | null, schema: Schema): Omit<Problem, 'path'>[] {
  const found: Omit<Problem, 'path'>[] = [];
  const tell = (code: string, message: string) => found.push({ code, message });
  if (text === null) tell('missing-document', 'Its document can’t be read.');
  else {
    const { moved, gone } = anchorReport(text, layer.annotations);
    if (moved + gone > 0)
      tell('quotes', `${moved + gone} quotes do not stand where they stood (${moved} moved, ${gone} gone).`);
  }
  const unknown = (used: readonly string[], known: readonly { id: string }[]) => {
    const ids = new Set(known.map((it) => it.id));
    return [...new Set(used)].filter((id) => !ids.has(id));
  };
  const labels = unknown(
    layer.annotations.map((it) => it.label),
    schema.labels,
  );
  if (labels.length > 0)
    tell('unknown-label', `It uses labels that postil.json does not know: ${labels.join(', ')}.`);
  const types = unknown(
    layer.relations.map((it) => it.type),
    schema.relationTypes,
  );
  if (types.length > 0)
    tell('unknown-relation', `It uses relations that postil.json does not know: ${types.join(', ')}.`);
  const ends = unknown(
    layer.relations.flatMap((it) => [it.from, it.to]),
    layer.annotations,
  );
  if (ends.length > 0) tell('dangling-relation', `${ends.length} ends of relations are not there.`);
  return found;
}
