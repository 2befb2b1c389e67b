/** Puts an export where it was asked for: whole or not at all, and never over a project's own files. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ExportReport } from '../../core/contract';
import { type Failure, fail, ok, type Result } from '../../core/failure';
import { isInside, projectPath } from '../documents/inside';
import { writeDurably } from './durable-write';
import type { Export } from './export';
import { asFailure } from './failures';
import { ANNOTATIONS, MANIFEST, PRIVATE } from './places';
import type { ProjectOnDisk } from './read-project';
import { putNew } from './relink';

/**
 * Writes IT as FILE (absolute). An existing file is overwritten only with OVER. Codes: `own-file`, `exists`,
 * and those of failures.ts.
 */
export async function writeExport(
  it: Export,
  project: ProjectOnDisk,
  file: string,
  over: boolean,
): Promise<Result<ExportReport>> {
  try {
    const full = join(realpathSync.native(dirname(file)), basename(file));
    if (isOwn(project, full))
      return fail(
        'own-file',
        `“${file}” belongs to the project itself. Nothing was written; choose another name.`,
      );
    await writeDurably(full, it.pieces, over ? undefined : putNew);
    return ok(it.report(full));
  } catch (error) {
    return { ok: false, failure: exportFailure(error, file) };
  }
}

function isOwn({ root, sources }: ProjectOnDisk, full: string): boolean {
  if (!isInside(root, full)) return false;
  const path = projectPath(root, full);
  const top = path.split('/')[0] ?? '';
  return [MANIFEST, ANNOTATIONS, PRIVATE].includes(top) || sources.some((source) => source.path === path);
}

/** The words of failures.ts speak of unsaved changes; an export has none. */
function exportFailure(error: unknown, file: string): Failure {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST')
    return {
      code: 'exists',
      message: `“${file}” exists already. Nothing was written; choose another name, or allow it to be overwritten.`,
    };
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    EACCES: 'you have no permission to write there',
    ENOENT: 'its folder is not there',
    ENOTDIR: 'its folder is not there',
    EISDIR: 'it is a folder',
  };
  const why = reasons[code ?? ''] ?? code ?? message;
  return {
    code: asFailure(error).code,
    message: `The export could not be written to “${file}”: ${why}. The project is untouched, and so is a file that stood there.`,
  };
}
