/** Where things stand in a project folder (DESIGN 3). */

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { slug } from '../../core/ids';
import { t } from '../../core/locale/t';
import type { Annotator } from '../../core/model';
import { fullPath, isInside, isPlainPath } from '../documents/inside';
import { StorageError } from './failures';

export const MANIFEST = 'postil.json';
export const ANNOTATIONS = 'annotations';
export const PRIVATE = '.postil';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The part of a layer's name that never changes: eight characters of the annotator's id. */
const tag = ({ id }: Annotator) => (/^[a-z0-9]{8}/.test(id) ? id.slice(0, 8) : hash(id).slice(0, 8));

/** The folder below annotations/ of ANNOTATOR's layer: the one that is there (names change, folders don't), else a new name. */
export function layerName(folder: string, annotator: Annotator): string {
  const end = `-${tag(annotator)}`;
  const there = layerNames(folder).find((name) => name.endsWith(end));
  return there ?? slug(annotator.name, 'annotator') + end;
}

/** All layers of the project in FOLDER, in order of their names. */
export function layerNames(folder: string): string[] {
  try {
    const entries = readdirSync(join(folder, ANNOTATIONS), { withFileTypes: true });
    return entries.flatMap((it) => (it.isDirectory() && !it.name.startsWith('.') ? [it.name] : [])).sort();
  } catch {
    return [];
  }
}

/** File systems take names of 255 bytes; longer ones are cut and told apart by a hash. */
const LONGEST = 240;

function fileName(path: string): string {
  const name = `${basename(path)}.json`;
  if (Buffer.byteLength(name) <= LONGEST) return name;
  let short = basename(path);
  while (Buffer.byteLength(short) > LONGEST - 20) short = [...short].slice(0, -1).join('');
  return `${short}~${hash(path).slice(0, 12)}.json`;
}

/** The project path of LAYER's file for the document PATH. Throws on a path that is none (a broken invariant). */
export function layerPath(layer: string, path: string): string {
  if (!isPlainPath(path)) throw new Error(`not a document's path: ${path}`);
  const above = path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}/` : '';
  return `${ANNOTATIONS}/${layer}/${above}${fileName(path)}`;
}

/** True for the name of a file whose name was cut: then only the file itself says which document it is for. */
export const isShortened = (path: string) => /~[0-9a-f]{12}\.json$/.test(path);

/** The document that a layer's file is for, by its place. */
export const documentPath = (layer: string, file: string) =>
  file.slice(`${ANNOTATIONS}/${layer}/`.length, -'.json'.length);

/**
 * The absolute path of a project path for writing. Throws `outside` when a link on the way leads out of the
 * project, so that nothing a project holds makes Postil write elsewhere.
 */
export function writable(folder: string, path: string): string {
  const full = fullPath(folder, path);
  let above = dirname(full);
  while (!existsSync(above) && above !== folder && !isDangling(above)) above = dirname(above);
  if (!isInside(folder, existsSync(above) ? realpathSync.native(above) : above) || isDangling(above))
    throw new StorageError({
      code: 'outside',
      message: t('storage.path-leads-out', { path }),
    });
  return full;
}

function isDangling(full: string): boolean {
  try {
    return lstatSync(full).isSymbolicLink() && !existsSync(full);
  } catch {
    return false;
  }
}
