/**
 * Several files written as one: all of them or none, after a full disk and after kill -9. New contents lie ready
 * beside their places before anything is touched; what stood there is kept by a journal, by which an interrupted
 * step is taken back when the project is opened again.
 */

import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../documents/read-document';
import { isMissing, makeFolder, replace, syncFolder, temporaryIn, writeDurably } from './durable-write';
import { StorageError } from './failures';
import { ANNOTATIONS, PRIVATE, writable } from './places';
import { putNew } from './relink';

/** A file to write, or to take away. */
export interface Write {
  /** Of the project. */
  readonly path: string;
  /** Its bytes; or a file that holds them on the same disk, so that they need not lie there twice. Null takes it away. */
  readonly data:
    | (() => Promise<Uint8Array | string>)
    | { readonly file: string; readonly sha256: string }
    | null;
  /** Fails when something stands there. */
  readonly isNew: boolean;
}

const JOURNAL = `${PRIVATE}/step`;

const journalSchema = z.object({
  entries: z.array(
    z.object({
      path: z.string().min(1),
      /** The copy of what stood there; null when nothing did. */
      kept: z.string().regex(/^\d+$/).nullable(),
      /** Of what is put there; null for a file that is taken away. */
      sha256: z.string().nullable(),
    }),
  ),
});
type Journal = z.infer<typeof journalSchema>;

const isThere = async (full: string) => (await stat(full).catch(() => null)) !== null;

/** A hard link where there are such, else a copy: the old content stays, whatever takes its name. */
async function keep(full: string, copy: string): Promise<void> {
  await link(full, copy).catch(() => copyFile(full, copy));
}

/** Folders above FULL that are not there yet, the lowest first. */
async function missingAbove(full: string, root: string): Promise<string[]> {
  const missing: string[] = [];
  for (let at = dirname(full); at !== root && !(await isThere(at)); at = dirname(at)) missing.push(at);
  return missing;
}

/** Lays the content for FULL ready beside it. */
async function writeAside(
  full: string,
  data: NonNullable<Write['data']>,
): Promise<{ readonly next: string; readonly sha256: string }> {
  const next = temporaryIn(dirname(full));
  if (typeof data === 'object') {
    await keep(data.file, next);
    return { next, sha256: data.sha256 };
  }
  const content = await data();
  const handle = await open(next, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { next, sha256: sha256(content) };
}

/** Writes all of WRITES below ROOT, or throws and leaves everything as it was. */
export async function writeTogether(root: string, writes: readonly Write[]): Promise<void> {
  const journal: Journal = { entries: [] };
  const ready: { readonly full: string; readonly next: string | null; readonly isNew: boolean }[] = [];
  const made: string[] = [];
  const folder = dirname(writable(root, `${JOURNAL}/x`));
  let begun = false;
  try {
    await rm(folder, { recursive: true, force: true });
    await stat(root);
    await mkdir(folder, { recursive: true });
    for (const [n, { path, data, isNew }] of writes.entries()) {
      const full = writable(root, path);
      const before = await isThere(full);
      if (isNew && before) throw inTheWay(path);
      if (before) await keep(full, join(folder, String(n)));
      if (data !== null) {
        made.push(...(await missingAbove(full, root)));
        await makeFolder(dirname(full), root);
      }
      const aside = data && (await writeAside(full, data));
      ready.push({ full, next: aside?.next ?? null, isNew });
      journal.entries.push({ path, kept: before ? String(n) : null, sha256: aside?.sha256 ?? null });
    }
    await writeDurably(join(folder, 'journal.json'), JSON.stringify(journal));
    begun = true;
    for (const { full, next, isNew } of ready) {
      if (next === null) await rm(full, { force: true });
      else if (isNew) await putNew(next, full);
      else await replace(next, full);
    }
    for (const at of new Set(ready.map(({ full }) => dirname(full)))) await syncFolder(at);
  } catch (error) {
    for (const { next } of ready) if (next !== null) await rm(next, { force: true });
    if (begun) await takeBack(root);
    else await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    for (const at of made) await rmdir(at).catch(() => undefined);
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
}

const inTheWay = (path: string) =>
  new StorageError({
    code: 'in-the-way',
    message: `“${path}” exists already. Nothing was changed; move it away and try again.`,
  });

/** True when a step of the project in ROOT goes on, or was cut off. */
export const wasInterrupted = (root: string): boolean => existsSync(join(root, JOURNAL, 'journal.json'));

/** Takes a step back that was interrupted, if there is one. Does nothing twice. Throws what the system reports. */
export async function takeBack(root: string): Promise<void> {
  const folder = dirname(writable(root, `${JOURNAL}/x`));
  const text = await readFile(join(folder, 'journal.json'), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (text === null) return;
  const journal = journalSchema.safeParse(parsed(text));
  for (const { path, kept, sha256: put } of journal.success ? journal.data.entries : []) {
    const full = writable(root, path);
    const copy = kept === null ? null : join(folder, kept);
    if (copy !== null && (await isThere(copy))) {
      // Renaming one name of a file over another of the same does nothing: then it stands as it did.
      await makeFolder(dirname(full), root);
      await rename(copy, full);
    } else if (copy === null && put !== null) {
      const bytes = await readFile(full).catch(() => null);
      if (bytes && sha256(bytes) === put) await rm(full, { force: true });
    }
    await syncFolder(dirname(full)).catch(() => undefined);
  }
  await rm(folder, { recursive: true, force: true });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off while it was written: then nothing was touched yet.
    return null;
  }
}

/** Takes away the folders above the project path PATH that are empty now, up to one that the project has at its top. */
export async function tidyAbove(root: string, path: string): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0 && parts.join('/') !== ANNOTATIONS; parts.pop()) {
    const at = join(root, ...parts);
    const left = await readdir(at).catch(() => ['unknown']);
    if (left.length > 0) return;
    await rmdir(at).catch(() => undefined);
  }
}
