/** A copy elsewhere of what can't be saved now: its files in their places, to be put over the project later. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../core/failure';
import { layerText, manifestText } from '../../core/file-text';
import type { Layer, Manifest } from '../../core/model';
import { fullPath } from '../documents/inside';
import { makeFolder, syncFolder, writeDurably } from './durable-write';
import { MANIFEST } from './places';

export interface Rescued {
  readonly manifest: Manifest;
  /** By the project path of their files; whole, with what was saved before. */
  readonly layers: ReadonlyMap<string, Layer>;
  /** Plain texts that are shown, by their project paths: with them the copy opens by itself. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Writes RESCUED into the new folder FOLDER (absolute); resolves to how many files of annotations when all is durable. Codes:
 * `exists`, `not-written`.
 */
export async function rescue({ manifest, layers, texts }: Rescued, folder: string): Promise<Result<number>> {
  try {
    await mkdir(folder);
    const files = new Map([
      [MANIFEST, manifestText(manifest)],
      ...texts,
      ...[...layers].map(([path, layer]) => [path, layerText(layer)] as const),
    ]);
    for (const [path, text] of files) {
      const full = fullPath(folder, path);
      await makeFolder(dirname(full), folder);
      await writeDurably(full, text);
    }
    await syncFolder(dirname(folder));
    return ok(layers.size);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'EEXIST' ? fail('exists', folder) : fail('not-written', message);
  }
}
