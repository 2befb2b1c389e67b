/** Picks layers the way people name them. */
import { summarise } from './layer-list';
import type { LayerFolder, ProjectOnDisk } from './read-project';

/** PROJECT with only the layers whose folder, annotator's id or annotator's name is WANTED; none when nobody is called so. */
export function chooseLayers(project: ProjectOnDisk, wanted: string): ProjectOnDisk {
  return { ...project, layers: project.layers.filter((layer) => isCalled(project.root, layer, wanted)) };
}

function isCalled(root: string, { name, files }: LayerFolder, wanted: string): boolean {
  if (name === wanted) return true;
  for (const file of files) {
    const annotator = summarise(root, file)?.annotator;
    if (annotator && (annotator.id === wanted || annotator.name === wanted)) return true;
  }
  return false;
}
