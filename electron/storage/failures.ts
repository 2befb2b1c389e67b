/** What can go wrong on a disk, in words that say what happened, what is safe, and what to do. */
import type { Failure } from '../../core/failure';

/** Carries a failure through code that throws; `asFailure` takes it out again. */
export class StorageError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

const safe = 'Nothing is lost: your changes are kept in memory, and what was saved before is untouched.';
const retry = 'then it is saved with the next change, or when you choose Save again.';

/** By the system's error name: the failure's code, what happened, and what to do. */
const causes: Readonly<Record<string, readonly [code: string, happened: string, todo: string]>> = {
  ENOSPC: ['disk-full', 'The disk is full', `Free some space; ${retry}`],
  EDQUOT: ['disk-full', 'Your quota on this disk is used up', `Free some space; ${retry}`],
  EFBIG: ['disk-full', 'The disk does not take a file of this size', 'Move the project to another disk.'],
  EROFS: ['read-only', 'The disk is read-only', `Make it writable; ${retry}`],
  EACCES: [
    'no-permission',
    'You have no permission to write there',
    `Change the folder’s permissions; ${retry}`,
  ],
  EPERM: [
    'no-permission',
    'The system does not allow writing there',
    `Change the folder’s permissions; ${retry}`,
  ],
  ENOENT: [
    'folder-gone',
    'The project’s folder is no longer there',
    `Bring it back (is a disk unplugged?); ${retry}`,
  ],
  ENOTDIR: ['in-the-way', 'A file stands where a folder is needed', `Move it away; ${retry}`],
  EEXIST: ['in-the-way', 'Something else stands where the file belongs', `Move it away; ${retry}`],
  EISDIR: ['in-the-way', 'A folder stands where the file belongs', `Move it away; ${retry}`],
  EBUSY: ['busy', 'Another program holds the file', `Close it there; ${retry}`],
  ENAMETOOLONG: [
    'name-too-long',
    'The name is too long for this disk',
    'Move the project to a folder with a shorter path.',
  ],
  EIO: [
    'disk-error',
    'The disk reported an error',
    `Check the disk, and copy the project to another one; ${retry}`,
  ],
};

/** ERROR as a failure of writing FILE (a path people know, or null). Codes: see the table; else `write-failed`. */
export function asFailure(error: unknown, file: string | null = null): Failure {
  if (error instanceof StorageError) return error.failure;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const where = file === null ? '' : ` (${file})`;
  const known = causes[code];
  if (known) return { code: known[0], message: `${known[1]}${where}. ${safe} ${known[2]}` };
  return {
    code: 'write-failed',
    message: `Saving failed${where}: ${code || message}. ${safe} Find the cause; ${retry}`,
  };
}
