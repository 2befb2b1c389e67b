/** Everybody who annotates in a project. */
import type { Annotator } from '../../core/model';
import { summarise } from './layer-list';
import type { ProjectOnDisk } from './read-project';

/** By name; of each layer its first file that can be read tells whose it is. */
export function annotatorsOf({ root, layers }: Pick<ProjectOnDisk, 'root' | 'layers'>): Annotator[] {
  const found = new Map<string, Annotator>();
  for (const { files } of layers) {
    for (const file of files) {
      const annotator = summarise(root, file)?.annotator;
      if (!annotator) continue;
      found.set(annotator.id, annotator);
      break;
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
