/** Where an export may stand: never over a project's own files, and over others only when that was asked for. */

import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Failure, ok, type Result } from '../../../core/failure';
import type { Shape } from '../../../core/formats/format';
import { type PlainKey, t } from '../../../core/locale/t';
import { isExportReport, REPORT } from '../../documents/exported';
import { isInside, projectPath } from '../../documents/inside';
import { asFailure, StorageError } from '../failures';
import { ANNOTATIONS, MANIFEST, PRIVATE } from '../places';
import type { ProjectOnDisk } from '../read-project';

/** An output that may be written. */
export interface Place {
  /** Absolute, its folder with every link followed. */
  readonly path: string;
  readonly over: boolean;
}

/**
 * The place FILE (absolute) for an output of SHAPE. Codes: `own-file`, `exists`, `no-export` (a folder with
 * something in it that no export made, which is not replaced by any means), `in-the-way`, those of failures.ts.
 */
export function placeFor(project: ProjectOnDisk, file: string, shape: Shape, over: boolean): Result<Place> {
  try {
    const path = join(realpathSync.native(dirname(file)), basename(file));
    check(project, path, shape === 'file' ? 'file' : shape === 'folder' ? 'folder' : null, over);
    return ok({ path, over });
  } catch (error) {
    return { ok: false, failure: exportFailure(error, file) };
  }
}

/** Throws a StorageError when an output of KIND (null: it is not known yet) may not stand at PATH. */
export function check(
  project: ProjectOnDisk,
  path: string,
  kind: 'file' | 'folder' | null,
  over: boolean,
): void {
  if (isOwn(project, path)) refuse('own-file', t('storage.export.own-file', { file: path }));
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return;
  const isFolder = there.isDirectory();
  if (isFolder && readdirSync(path).length === 0 && kind !== 'file') return;
  if (!over) refuse('exists', t('storage.export.exists', { file: path }));
  if (kind === null) return;
  if (isFolder !== (kind === 'folder'))
    refuse('in-the-way', t(isFolder ? 'storage.export.is-folder' : 'storage.export.is-file', { file: path }));
  if (isFolder && !isExportReport(path + REPORT))
    refuse('no-export', t('storage.export.no-export', { file: path }));
}

function refuse(code: string, message: string): never {
  throw new StorageError({ code, message });
}

/** True for what the project needs: its folder and what is above, its own files, its sources, and folders of them. */
function isOwn({ root, sources }: ProjectOnDisk, full: string): boolean {
  const real = existsSync(full) ? realpathSync.native(full) : full;
  return [full, real].some((it) => {
    if (isInside(it, root)) return true;
    if (!isInside(root, it)) return false;
    const path = projectPath(root, it);
    const top = path.split('/')[0] ?? '';
    return (
      [MANIFEST, ANNOTATIONS, PRIVATE].includes(top) ||
      sources.some((source) => source.path === path || source.path.startsWith(`${path}/`))
    );
  });
}

const reasons: Readonly<Record<string, PlainKey>> = {
  ENOSPC: 'storage.why.disk-full',
  EROFS: 'storage.why.read-only',
  EACCES: 'storage.why.no-permission',
  ENOENT: 'storage.why.no-folder',
  ENOTDIR: 'storage.why.no-folder',
  EISDIR: 'storage.why.is-folder',
};

/** The words of failures.ts speak of unsaved changes; an export has none. */
export function exportFailure(error: unknown, file: string): Failure {
  if (error instanceof StorageError) return error.failure;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST')
    return {
      code: 'exists',
      message: t('storage.export.exists', { file }),
    };
  const known = reasons[code ?? ''];
  const why = known ? t(known) : (code ?? message);
  return {
    code: asFailure(error).code,
    message: t('storage.export.failed', { file, why }),
  };
}
