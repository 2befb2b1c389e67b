/** Reads one document: its text, what its bytes were taken for, and their sha256. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { DocumentView } from '../../core/contract';
import { fail, ok, type Result } from '../../core/failure';
import { binaryReason } from './binary';
import { fullPath, isPlainPath, realInside } from './inside';
import { MOST_BYTES, megabytes } from './limits';
import { readerFor } from './readers';
import { unreadable } from './scan';

const sorry = (path: string, reason: string) => fail('unreadable', `“${path}” can't be opened. ${reason}`);

/**
 * Reads PATH of the project FOLDER (a real path). Codes: `not-found` (not a path inside the project),
 * `unreadable` (vanished, no permission, binary, empty, above the size limit).
 */
export async function readDocument(folder: string, path: string): Promise<Result<DocumentView>> {
  const reader = isPlainPath(path) ? readerFor(path) : undefined;
  if (!reader) return fail('not-found', `“${path}” is not a document of this project.`);
  let bytes: Buffer;
  try {
    const full = realInside(folder, fullPath(folder, path));
    if (full === null) return sorry(path, 'It is a link that leaves the project.');
    const read = await readBounded(full);
    if (read === null) return sorry(path, `It is larger than ${megabytes(MOST_BYTES)}.`);
    bytes = read;
  } catch (error) {
    return sorry(path, unreadable(error));
  }
  const reason = binaryReason(bytes);
  if (reason !== null) return sorry(path, reason);
  const { text, encoding, guessed } = reader.read(bytes);
  if (text === '') return sorry(path, 'It is empty: there is nothing to annotate.');
  return ok({ path, text, sha256: sha256(bytes), size: bytes.length, encoding, guessed });
}

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Null when the file is above the limit. The handle is checked, so that the file can't be exchanged in between. */
export async function readBounded(full: string): Promise<Buffer | null> {
  const handle = await open(full, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw Object.assign(new Error('not a file'), { code: 'not a file' });
    return stat.size > MOST_BYTES ? null : await handle.readFile();
  } finally {
    await handle.close();
  }
}
