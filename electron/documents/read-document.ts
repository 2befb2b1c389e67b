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

/**
 * Reads PATH of the project FOLDER (a real path). Codes: `not-found` (not a path inside the project),
 * `unreadable` (vanished, no permission, binary, empty, above the size limit).
 */
export async function readDocument(folder: string, path: string): Promise<Result<DocumentView>> {
  if (!isPlainPath(path) || !readerFor(path))
    return fail('not-found', `“${path}” is not a document of this project.`);
  const read = await readSource(folder, path);
  return typeof read === 'string' ? fail('unreadable', `“${path}” can’t be opened. ${read}`) : ok(read);
}

/** The same of a path that a scan gave; or why it can't be opened, in plain words. */
export async function readSource(folder: string, path: string): Promise<DocumentView | string> {
  const reader = readerFor(path);
  if (!reader) return 'Postil does not read files of this type yet.';
  let bytes: Buffer;
  try {
    const full = realInside(folder, fullPath(folder, path));
    if (full === null) return 'It is a link that leaves the project.';
    const read = await readBounded(full);
    if (read === null) return `It is larger than ${megabytes(MOST_BYTES)}.`;
    bytes = read;
  } catch (error) {
    return unreadable(error);
  }
  const reason = binaryReason(bytes);
  if (reason !== null) return reason;
  const { text, encoding, guessed } = reader.read(bytes);
  if (text === '') return 'It is empty: there is nothing to annotate.';
  return { path, text, sha256: sha256(bytes), size: bytes.length, encoding, guessed };
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
