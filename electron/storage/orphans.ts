/** Annotations whose document is missing. */
import { documentPath, layerPath } from './places';
import type { ProjectOnDisk } from './read-project';

export interface Orphan {
  readonly file: string;
  /** That it was for, by its place. */
  readonly document: string;
}

/** Annotations files whose document is not among the sources. */
export function orphans({ sources, layers }: ProjectOnDisk): Orphan[] {
  return layers.flatMap((layer) => {
    const claimed = new Set(sources.map(({ path }) => layerPath(layer.name, path)));
    return [...layer.files]
      .filter((file) => !claimed.has(file))
      .map((file) => ({ file, document: documentPath(layer.name, file) }));
  });
}
