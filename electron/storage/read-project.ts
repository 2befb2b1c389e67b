/** A project as it lies on disk, read without a lock and without writing anything: for exports and the CLI. */

import { basename } from 'node:path';
import { type Failure, ok, type Result } from '../../core/failure';
import { t } from '../../core/locale/t';
import { readLayer } from '../../core/migrate';
import { emptySchema, type Layer, type Manifest } from '../../core/model';
import { locate } from '../documents/locate';
import { type Source, scan } from '../documents/scan';
import { compileSources, everything } from '../documents/sources';
import { asFailure } from './failures';
import { layerFiles } from './layer-list';
import { readManifestIn } from './manifest-file';
import { layerNames } from './places';
import { readInside } from './read-inside';

/** One annotator's folder below annotations/. */
export interface LayerFolder {
  readonly name: string;
  /** Project paths. */
  readonly files: ReadonlySet<string>;
}

export interface ProjectOnDisk {
  readonly root: string;
  readonly manifest: Manifest;
  /** What is wrong with postil.json; null when nothing is, or there is none. */
  readonly problem: Failure | null;
  readonly sources: readonly Source[];
  readonly layers: readonly LayerFolder[];
  readonly notices: readonly string[];
}

/** Reads what PATH (a folder, a postil.json, a document) means. Codes: those of `locate`, and of reading a folder. */
export async function readProject(path: string): Promise<Result<ProjectOnDisk>> {
  const at = locate(path);
  if (!at.ok) return at;
  const { folder: root, only } = at.value;
  const { manifest, problem } = await readManifestIn(root);
  const without: Manifest = {
    id: '',
    name: basename(root),
    memo: '',
    sources: only === null ? everything : [only],
    schema: emptySchema,
    settings: {},
  };
  return readFolder(root, manifest ?? without, problem);
}

/** The same of the folder ROOT (a real path), with a MANIFEST that is known already. */
export async function readFolder(
  root: string,
  manifest: Manifest,
  problem: Failure | null,
): Promise<Result<ProjectOnDisk>> {
  const sources = compileSources(manifest.sources);
  try {
    const found = await scan(root, sources);
    const layers = await layerFolders(root);
    const notices = [...sources.notices, ...found.notices];
    return ok({ root, manifest, problem, sources: found.sources, layers, notices });
  } catch (error) {
    return { ok: false, failure: asFailure(error, root) };
  }
}

/** The layers of the project ROOT, in order of their names. */
export function layerFolders(root: string): Promise<LayerFolder[]> {
  return Promise.all(
    layerNames(root).map(async (name) => ({ name, files: new Set((await layerFiles(root, name)).files) })),
  );
}

/** The annotations file FILE of the project ROOT; a file that is gone is a failure too. */
export async function readLayerFile(root: string, file: string): Promise<Result<Layer>> {
  try {
    const text = await readInside(root, file);
    if (text !== null) return readLayer(text);
    return { ok: false, failure: { code: 'not-found', message: t('files.gone') } };
  } catch (error) {
    return { ok: false, failure: asFailure(error, file) };
  }
}
