/**
 * Writing so that what was acknowledged survives kill -9 and power loss: a new file beside the old one, its
 * bytes forced to disk, renamed over it, and the folder's entry forced to disk. Windows has no way to force
 * the folder, so there the promise ends with the rename.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sideBySide } from './side-by-side';

const isWindows = process.platform === 'win32';
const temporary = /^\.postil-[0-9a-f]{16}\.tmp$/;

/** A new name in FOLDER for what is not whole yet: hidden, and known to `sweep`. */
export const temporaryIn = (folder: string) => join(folder, `.postil-${randomBytes(8).toString('hex')}.tmp`);

/** Identifies a version of a file without reading it. */
export type Stamp = string;

const stampOf = (stat: { ino: bigint; size: bigint; mtimeNs: bigint }): Stamp =>
  `${stat.ino}:${stat.size}:${stat.mtimeNs}`;

/** A file in a folder that is a file is missing as well: writing will tell what is in the way. */
export const isMissing = (error: unknown) =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Null when there is no such file. Throws what else the system reports. */
export async function fileStamp(file: string): Promise<Stamp | null> {
  try {
    return stampOf(await stat(file, { bigint: true }));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes DATA (text, or pieces of it in order) as FILE; resolves when it is durable. On any error the old file is untouched. */
export async function writeDurably(
  file: string,
  data: string | Uint8Array | AsyncIterable<string>,
  put: (temporary: string, file: string) => Promise<void> = replace,
): Promise<Stamp> {
  const folder = dirname(file);
  const next = temporaryIn(folder);
  try {
    // `wx` never follows a link that somebody laid in the way.
    const handle = await open(next, 'wx');
    let stamp: Stamp;
    try {
      await handle.writeFile(data);
      await handle.sync();
      stamp = stampOf(await handle.stat({ bigint: true }));
    } finally {
      await handle.close();
    }
    await put(next, file);
    await syncFolder(folder);
    return stamp;
  } catch (error) {
    await rm(next, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Files held open together: well below what macOS gives a program. */
export const TOGETHER = 64;

/**
 * Writes new files (which must not be there), at most `TOGETHER`; resolves when their bytes are on the disk, their
 * names not yet. First all are written, then all are forced: the system does that for many at once. Throws the
 * system's errors, and leaves none of them then.
 */
export async function writeNew(
  files: readonly { readonly file: string; readonly data: string | Uint8Array }[],
): Promise<void> {
  const made: { readonly file: string; readonly handle: FileHandle }[] = [];
  try {
    await sideBySide(files, async ({ file, data }) => {
      const handle = await open(file, 'wx');
      made.push({ file, handle });
      await handle.writeFile(data);
    });
    await sideBySide(made, ({ handle }) => handle.sync());
  } catch (error) {
    for (const { file } of made) await rm(file, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await Promise.all(made.map(({ handle }) => handle.close()));
  }
}

/** Renames over the old file. On Windows a scanner may hold it for a moment, so there it is tried for half a second. */
export async function replace(next: string, file: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await rename(next, file);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!isWindows || tries >= 20 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
      await sleep(25);
    }
  }
}

/** Forces the names in FOLDER to disk. */
export async function syncFolder(folder: string): Promise<void> {
  if (isWindows) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems have no such call; there the rename is all there is.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Makes FOLDER and what is missing above it up to ROOT, each durably. Throws ENOENT when ROOT is not there: it is never made. */
export async function makeFolder(folder: string, root: string): Promise<void> {
  if (folder === root) {
    await stat(root);
    return;
  }
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder), root);
    return makeFolder(folder, root);
  }
  await syncFolder(dirname(folder));
}

/** In ms: a folder keeps its time while its files grow, so an export of hours must not look abandoned. */
const DAY = 24 * 60 * 60_000;

/** Removes what writes that were killed half-way left in FOLDER, when it is older than AGE (in ms). */
export async function sweep(folder: string, age = 0): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => temporary.test(name)).map((name) => join(folder, name));
  await Promise.all(
    left.map(async (file) => {
      const found = await stat(file).catch(() => null);
      if (!found) return;
      const patience = found.isDirectory() ? Math.max(age, DAY) : age;
      if (found.mtimeMs <= Date.now() - patience)
        await rm(file, { recursive: true, force: true }).catch(() => undefined);
    }),
  );
}
