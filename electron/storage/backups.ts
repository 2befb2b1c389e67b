/** Rolling backups and snapshots in .postil, which git ignores and anybody may delete. */
import { statSync } from 'node:fs';
import { copyFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usualPreferences } from '../../core/preferences';
import { fullPath } from '../documents/inside';
import { makeFolder, writeDurably } from './durable-write';
import { PRIVATE, writable } from './places';
import { readInside } from './read-inside';

/** Kept per file; the oldest go first. */
let most = usualPreferences.backups;

/** So many are kept of each file from here on: what is too much goes with the next backup. */
export function keepBackups(count: number): void {
  most = count;
}

const stampNow = () => new Date().toISOString().replace(/[:.]/g, '-');

/** Makes PATH below .postil, and the .gitignore that keeps all of it out of git. */
export async function privateFolder(root: string, path: string): Promise<string> {
  const folder = writable(root, `${PRIVATE}/${path}/x`).slice(0, -2);
  await makeFolder(join(root, PRIVATE), root);
  await writeFile(join(root, PRIVATE, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
  await makeFolder(folder, root);
  return folder;
}

/** Copies the project's file PATH to its backups. Does nothing when there is none. Throws the system's errors. */
export async function backUp(root: string, path: string): Promise<void> {
  const source = fullPath(root, path);
  if (!statSync(source, { throwIfNoEntry: false })?.isFile()) return;
  const folder = await privateFolder(root, `backups/${path}`);
  await copyFile(source, join(folder, `${stampNow()}.json`));
  const old = (await names(folder)).slice(most);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** Newest first. */
async function names(folder: string): Promise<string[]> {
  const all = await readdir(folder).catch(() => []);
  return all
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse();
}

export interface Backup<T> {
  readonly value: T;
  /** When it was made, as its file says it. */
  readonly time: string;
}

/** The newest backup of PATH that READ takes; null when there is none. */
export async function newestGood<T>(
  root: string,
  path: string,
  read: (text: string) => T | null,
): Promise<Backup<T> | null> {
  const folder = `${PRIVATE}/backups/${path}`;
  for (const name of await names(fullPath(root, folder))) {
    const text = await readInside(root, `${folder}/${name}`).catch(() => null);
    const value = text === null ? null : read(text);
    if (value !== null) return { value, time: name.slice(0, -'.json'.length) };
  }
  return null;
}

/** Bounds of the snapshots of canonical text, in bytes: of one, and of all. */
const LARGEST = 20 * 1024 * 1024;
const ALL = 200 * 1024 * 1024;

/** Keeps TEXT by the sha256 of its source, so that annotations can be found again when the source has changed. */
export async function keepSnapshot(root: string, sha256: string, text: string): Promise<void> {
  if (text.length > LARGEST) return;
  const folder = await privateFolder(root, 'snapshots');
  const file = join(folder, `${sha256}.txt`);
  if (await stat(file).catch(() => null)) return;
  await writeDurably(file, text);
  await trim(folder);
}

export async function trim(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, stat: await stat(join(folder, name)) })),
  );
  files.sort((a, b) => b.stat.mtimeMs - a.stat.mtimeMs);
  let size = 0;
  for (const { name, stat } of files) {
    size += stat.size;
    if (size > ALL) await rm(join(folder, name), { force: true });
  }
}
