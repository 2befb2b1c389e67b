/** Reads one document: its text, what its bytes were taken for, and their sha256. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../core/failure';
import { t } from '../../core/locale/t';
import type { DocumentView } from '../../core/views';
import { binaryReason } from './binary';
import { decode } from './decode';
import { fullPath, isPlainPath, realInside } from './inside';
import { MOST_BYTES, megabytes } from './limits';
import { type Reader, readerFor } from './readers';
import { runJob } from './rich/run';
import { unreadable } from './scan';

/**
 * Reads PATH of the project FOLDER (a real path). Codes: `not-found` (not a path inside the project),
 * `unreadable` (vanished, no permission, binary, empty, above the size limit), `given-up` (by SIGNAL).
 */
export async function readDocument(
  folder: string,
  path: string,
  signal?: AbortSignal,
): Promise<Result<DocumentView>> {
  if (!isPlainPath(path) || !readerFor(path)) return fail('not-found', t('files.no-document', { path }));
  const read = await readSource(folder, path, signal);
  if (signal?.aborted) return fail('given-up', t('reading.given-up', { name: path }));
  return typeof read === 'string'
    ? fail('unreadable', t('files.cannot-open', { path, reason: read }))
    : ok(read);
}

/** The same of a path that a scan gave; or why it can't be opened, in plain words. */
export async function readSource(
  folder: string,
  path: string,
  signal?: AbortSignal,
): Promise<DocumentView | string> {
  if (!readerFor(path)) return t('files.type-unread');
  let bytes: Buffer;
  try {
    const full = realInside(folder, fullPath(folder, path));
    if (full === null) return t('files.leads-out');
    const read = await readBounded(full);
    if (read === null) return t('files.larger-than', { most: megabytes(MOST_BYTES) });
    bytes = read;
  } catch (error) {
    return unreadable(error);
  }
  return viewOf(path, bytes, signal);
}

/** The document that BYTES are at PATH, whose reader takes them; or why they are none. */
export async function viewOf(
  path: string,
  bytes: Buffer,
  signal?: AbortSignal,
): Promise<DocumentView | string> {
  const reader = readerFor(path);
  if (!reader) return t('files.type-unread');
  const reason = reader.isText ? binaryReason(bytes) : null;
  if (reason !== null) return reason;
  // First: whoever reads a rich document takes its bytes.
  const facts = { sha256: sha256(bytes), size: bytes.length };
  const read = await textOf(reader, bytes, path, signal);
  if (typeof read === 'string') return read;
  if (read.text === '') return t('files.no-text');
  const { projection } = reader;
  return { path, ...facts, projection, ...read };
}

/** The text and its looks, or why there is none. */
async function textOf(
  { format }: Reader,
  bytes: Buffer,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Pick<DocumentView, 'text' | 'rich' | 'encoding' | 'guessed'> | string> {
  if (format === 'plain') return { ...decode(bytes), rich: null };
  const answer = await runJob({ format, file: { bytes, name: basename(path) }, image: null }, signal);
  if (answer.kind !== 'text') return answer.kind === 'refused' ? answer.reason : t('files.unread');
  return answer.read;
}

/** The image ID of the document at PATH, as a data address; null when there is none that can be shown. */
export async function readImage(folder: string, path: string, id: string): Promise<string | null> {
  const reader = isPlainPath(path) ? readerFor(path) : undefined;
  if (!reader || reader.format === 'plain') return null;
  try {
    const full = realInside(folder, fullPath(folder, path));
    const bytes = full === null ? null : await readBounded(full);
    if (bytes === null) return null;
    const answer = await runJob({ format: reader.format, file: { bytes, name: basename(path) }, image: id });
    if (answer.kind !== 'image' || answer.image === null) return null;
    return `data:${answer.image.type};base64,${Buffer.from(answer.image.bytes).toString('base64')}`;
  } catch {
    // A picture that can't be had is shown by its words; the text says what is wrong with the file.
    return null;
  }
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
