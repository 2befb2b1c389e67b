/** What a change of the schema means for the annotations files: counted in all layers, planned for the own one. Writes nothing. */

import type { HistoryPart } from '../../core/history';
import { t } from '../../core/locale/t';
import type { Layer } from '../../core/model';
import { lossesOf, type Refactoring, refactorLayer, splitCount } from '../../core/refactor';
import type { RefactorPlan, SchemaUsage, UsageRow } from '../../core/views';
import { layerFiles } from './layer-list';
import type { Layers } from './layers';
import { documentPath, isShortened, layerNames } from './places';
import { readLayerFile } from './read-project';

const documentOf = (name: string, file: string, layer: Layer) =>
  isShortened(file) ? layer.document.path : documentPath(name, file);

type Asked = Pick<Refactoring, 'before' | 'after' | 'split'>;

/** What the change would take the ground from, in every layer of the project at ROOT. OWN is the annotator's. */
export async function countUsage(root: string, own: string | null, asked: Asked): Promise<SchemaUsage> {
  const losses = new Map<string, SchemaUsage['losses'][number] & { documents: UsageRow[] }>();
  const split: UsageRow[] = [];
  for (const name of layerNames(root)) {
    for (const file of (await layerFiles(root, name)).files) {
      const read = await readLayerFile(root, file);
      if (!read.ok) continue;
      const layer = read.value;
      const row = (count: number): UsageRow => ({
        path: documentOf(name, file, layer),
        annotator: layer.annotator.name,
        own: name === own,
        count,
      });
      for (const { count, ...place } of lossesOf(layer, asked.before, asked.after)) {
        const known = losses.get(place.key) ?? { ...place, documents: [] };
        known.documents.push(row(count));
        losses.set(place.key, known);
      }
      const moving = asked.split ? splitCount(layer, asked.split) : 0;
      if (moving > 0) split.push(row(moving));
    }
  }
  return { losses: [...losses.values()], split };
}

/** The parts of one step that carry REFACTORING out in the own layer, and the documents where it can't be. */
export async function planRefactoring(
  root: string,
  layers: Layers,
  knows: (path: string) => boolean,
  refactoring: Refactoring,
  now: string,
): Promise<RefactorPlan> {
  const parts: HistoryPart[] = [];
  const blocked: { path: string; reason: string }[] = [];
  for (const file of (await layerFiles(root, layers.name)).files) {
    const read = await readLayerFile(root, file);
    if (!read.ok) {
      blocked.push({ path: documentPath(layers.name, file), reason: read.failure.message });
      continue;
    }
    if (refactorLayer(read.value, refactoring, now) === null) continue;
    const path = documentOf(layers.name, file, read.value);
    if (!knows(path)) {
      blocked.push({ path, reason: t('storage.document-gone') });
      continue;
    }
    // Opened as for editing: only then it is known whether it may be written.
    const view = await layers.read(path);
    const failure = view.ok ? view.value.readOnly : view.failure;
    const patch = view.ok ? refactorLayer(view.value.layer, refactoring, now) : null;
    if (failure) blocked.push({ path, reason: failure.message });
    else if (patch) parts.push({ document: path, patch });
  }
  return { parts, blocked };
}
