/** Reads a document with everybody's annotations, as far as they still stand in its text. */

import { keep } from '../../../core/formats/choose';
import type { ExportDocument, RefusedSource } from '../../../core/formats/format';
import { t } from '../../../core/locale/t';
import type { Annotation, Layer } from '../../../core/model';
import { splitsPair } from '../../../core/offsets';
import { stands } from '../../../core/quote';
import { readSource } from '../../documents/read-document';
import { layerPath } from '../places';
import { type ProjectOnDisk, readLayerFile } from '../read-project';

/** What is open and not yet on disk, by the project path of its file: an export holds it all the same. */
export type Unsaved = ReadonlyMap<string, Layer>;

/** The document PATH with its layers, or why there is none. What is damaged or no longer stands goes to REFUSED. */
export async function gather(
  { root, layers }: ProjectOnDisk,
  path: string,
  unsaved: Unsaved,
  refused: RefusedSource[],
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
    reason: t('storage.export.moved', { annotations: left }),
  });
  return keep(layer, annotations);
}
