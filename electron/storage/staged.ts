/** Texts that an import brings, waiting for their place: before it is done, and after it was undone. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { t } from '../../core/locale/t';
import { sha256 } from '../documents/read-document';
import { privateFolder, trim } from './backups';
import { replace, syncFolder, TOGETHER, temporaryIn, writeNew } from './durable-write';
import { StorageError } from './failures';
import { PRIVATE, writable } from './places';
import { partsOf, sideBySide } from './side-by-side';

const FOLDER = 'staged';
const fileIn = (folder: string, hash: string) => join(folder, `${hash}.txt`);

/**
 * Keeps the bytes that TEXTS give, by their hash; durable when it ends. Yields how many are kept, where others may
 * run. Throws what the system reports.
 */
export async function* stage(
  root: string,
  texts: ReadonlyMap<string, () => Promise<Uint8Array> | Uint8Array>,
): AsyncGenerator<number, void> {
  const folder = await privateFolder(root, FOLDER);
  let kept = 0;
  for (const part of partsOf([...texts], TOGETHER)) {
    yield kept;
    const files = await sideBySide(part, async ([hash, bytes]) => {
      const file = fileIn(folder, hash);
      const there = existsSync(file) ? await readFile(file).catch(() => null) : null;
      if (there && sha256(there) === hash) return [];
      return [{ place: file, file: temporaryIn(folder), data: await bytes() }];
    });
    const missing = files.flat();
    try {
      await writeNew(missing);
      await sideBySide(missing, ({ file, place }) => replace(file, place));
    } catch (error) {
      for (const { file } of missing) await rm(file, { force: true }).catch(() => undefined);
      throw error;
    }
    kept += part.length;
  }
  await syncFolder(folder);
}

/** Keeps all of TEXTS, at once. */
export async function stageAll(root: string, texts: Parameters<typeof stage>[1]): Promise<void> {
  for await (const _ of stage(root, texts));
}

/** Where the text with this hash is kept, if it is. */
export const stagedFile = (root: string, hash: string) => fileIn(folderOf(root), hash);

/** The file of the text with this hash, and its bytes. Throws `not-staged`. */
export function staged(root: string, hash: string) {
  const file = stagedFile(root, hash);
  // At once: reading a small file in steps takes many times as long.
  const bytes = existsSync(file) ? readFileSync(file) : null;
  if (bytes && sha256(bytes) === hash) return { file, bytes };
  throw new StorageError({
    code: 'not-staged',
    message: t('storage.not-kept'),
  });
}

/** Lets go of the texts with HASHES: they are in their places, or will not come. Undo keeps them again. */
export async function unstage(root: string, hashes: Iterable<string>): Promise<void> {
  const folder = folderOf(root);
  await sideBySide([...hashes], (hash) => unlink(fileIn(folder, hash)).catch(() => undefined));
}

/** Lets go of the oldest texts when they have become many. */
export async function trimStaged(root: string): Promise<void> {
  await trim(folderOf(root)).catch(() => undefined);
}

const folderOf = (root: string) => dirname(writable(root, `${PRIVATE}/${FOLDER}/x`));
