/** Texts that an import brings, waiting for their place: before it is done, and after it was undone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../documents/read-document';
import { privateFolder, trim } from './backups';
import { writeDurably } from './durable-write';
import { StorageError } from './failures';

const fileOf = (folder: string, hash: string) => join(folder, `${hash}.txt`);
const folderOf = (root: string) => privateFolder(root, 'staged');

/** Keeps BYTES, by their hash. Throws what the system reports. */
export async function stage(root: string, bytes: Uint8Array): Promise<void> {
  const folder = await folderOf(root);
  const hash = sha256(bytes);
  const there = await readFile(fileOf(folder, hash)).catch(() => null);
  if (there && sha256(there) === hash) return;
  await writeDurably(fileOf(folder, hash), bytes);
}

/** The bytes with this hash. Throws `not-staged`. */
export async function staged(root: string, hash: string): Promise<Uint8Array> {
  const bytes = await readFile(fileOf(await folderOf(root), hash)).catch(() => null);
  if (bytes && sha256(bytes) === hash) return bytes;
  throw new StorageError({
    code: 'not-staged',
    message:
      'The documents of this import are no longer kept in the project’s .postil folder. Nothing was changed; import the file again.',
  });
}

/** Lets go of the oldest texts when they have become many. */
export async function trimStaged(root: string): Promise<void> {
  await trim(await folderOf(root)).catch(() => undefined);
}
