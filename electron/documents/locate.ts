/** From what a person opened (a folder, a postil.json, a document) to the project it means. */

import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../core/failure';
import { t } from '../../core/locale/t';
import { projectPath } from './inside';
import { readableTypes, readerFor } from './readers';

export interface Location {
  /** Absolute, with every link followed. */
  readonly folder: string;
  /** The document asked for, relative to the folder. */
  readonly first: string | null;
  /** A document opened on its own, without a project around it: then it is the only source. */
  readonly only: string | null;
}

/** Codes: `not-found`, `unreadable`, `wrong-type`. */
export function locate(path: string): Result<Location> {
  let full: string;
  try {
    full = realpathSync.native(path);
    if (statSync(full).isDirectory()) return ok({ folder: full, first: null, only: null });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail('not-found', t('files.not-found', { path }));
    return fail('unreadable', t('files.could-not-open', { path, cause: code ?? '' }));
  }
  if (basename(full) === 'postil.json') return ok({ folder: dirname(full), first: null, only: null });
  if (!readerFor(full))
    return fail('wrong-type', t('files.wrong-type', { name: basename(full), types: readableTypes }));
  const folder = projectAbove(dirname(full));
  if (folder !== null) return ok({ folder, first: projectPath(folder, full), only: null });
  return ok({ folder: dirname(full), first: basename(full), only: basename(full) });
}

/** The nearest folder, from FOLDER upwards, that holds a postil.json. */
function projectAbove(folder: string): string | null {
  if (existsSync(join(folder, 'postil.json'))) return folder;
  const above = dirname(folder);
  return above === folder ? null : projectAbove(above);
}
