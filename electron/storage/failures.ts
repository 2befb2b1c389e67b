/** What can go wrong on a disk, in words that say what happened, what is safe, and what to do. */
import type { Failure } from '../../core/failure';
import { type PlainKey, t } from '../../core/locale/t';

/** Carries a failure through code that throws; `asFailure` takes it out again. */
export class StorageError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** By the system's error name: the failure's code, what happened, and what to do. */
const causes: Readonly<Record<string, readonly [code: string, happened: PlainKey, todo: PlainKey]>> = {
  ENOSPC: ['disk-full', 'storage.full', 'storage.full-todo'],
  EDQUOT: ['disk-full', 'storage.quota', 'storage.full-todo'],
  EFBIG: ['disk-full', 'storage.file-size', 'storage.file-size-todo'],
  EROFS: ['read-only', 'storage.disk-locked', 'storage.disk-locked-todo'],
  EACCES: ['no-permission', 'storage.no-permission', 'storage.permission-todo'],
  EPERM: ['no-permission', 'storage.not-allowed', 'storage.permission-todo'],
  ENOENT: ['folder-gone', 'storage.folder-gone', 'storage.folder-gone-todo'],
  ENOTDIR: ['in-the-way', 'storage.file-for-folder', 'storage.in-the-way-todo'],
  EEXIST: ['in-the-way', 'storage.other-for-file', 'storage.in-the-way-todo'],
  EISDIR: ['in-the-way', 'storage.folder-for-file', 'storage.in-the-way-todo'],
  EBUSY: ['busy', 'storage.busy', 'storage.busy-todo'],
  ENAMETOOLONG: ['name-too-long', 'storage.long-name', 'storage.long-name-todo'],
  EIO: ['disk-error', 'storage.disk-error', 'storage.disk-error-todo'],
};

/** ERROR as a failure of writing FILE (a path people know, or null). Codes: see the table; else `write-failed`. */
export function asFailure(error: unknown, file: string | null = null): Failure {
  if (error instanceof StorageError) return error.failure;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const safe = t('storage.safe');
  const known = causes[code];
  if (known) {
    const [name, happened, todo] = known;
    const said = { happened: t(happened), safe, todo: t(todo) };
    const message = file === null ? t('storage.failed', said) : t('storage.failed-at', { ...said, file });
    return { code: name, message };
  }
  const said = { cause: code || message, safe, todo: t('storage.cause-todo') };
  return {
    code: 'write-failed',
    message:
      file === null
        ? t('storage.failed-otherwise', said)
        : t('storage.failed-otherwise-at', { ...said, file }),
  };
}
