/** Texts that an import brings, waiting for their place: before it is done, and after it was undone. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../documents/read-document';
import { privateFolder, trim } from './backups';
import { writeDurably } from './durable-write';
import { StorageError } from './failures';

const folderOf = (root: string) => privateFolder(root, 'staged');
const fileIn = (folder: string, hash: string) => join(folder, `${hash}.txt`);

/** Keeps BYTES, by their hash. Throws what the system reports. */
export async function stage(root: string, bytes: Uint8Array): Promise<void> {
  const file = fileIn(await folderOf(root), sha256(bytes));
  const there = await readFile(file).catch(() => null);
  if (there && sha256(there) === sha256(bytes)) return;
  await writeDurably(file, bytes);
}

/** The file of the text with this hash, and its bytes. Throws `not-staged`. */
export async function staged(root: string, hash: string) {
  const file = fileIn(await folderOf(root), hash);
  const bytes = await readFile(file).catch(() => null);
  if (bytes && sha256(bytes) === hash) return { file, bytes };
  throw new StorageError({
    code: 'not-staged',
    message:
      'The documents of this import are no longer kept in the project’s .postil folder. Nothing was changed; import the file again.',
  });
}

/** Lets go of the texts with HASHES: they are in their places, or will not come. Undo keeps them again. */
export async function unstage(root: string, hashes: Iterable<string>): Promise<void> {
  const folder = await folderOf(root);
  for (const hash of hashes) await rm(fileIn(folder, hash), { force: true }).catch(() => undefined);
}

/** Lets go of the oldest texts when they have become many. */
export async function trimStaged(root: string): Promise<void> {
  await trim(await folderOf(root)).catch(() => undefined);
}
