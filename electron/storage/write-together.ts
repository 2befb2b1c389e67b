/**
 * Several files written as one: all of them or none, after a full disk and after kill -9. New contents lie ready
 * beside their places before anything is touched; what stood there is kept by a journal, by which an interrupted
 * step is taken back when the project is opened again.
 */

import { existsSync } from 'node:fs';
import { copyFile, link, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { t } from '../../core/locale/t';
import { sha256 } from '../documents/read-document';
import {
  isMissing,
  makeFolder,
  replace,
  syncFolder,
  TOGETHER,
  temporaryIn,
  writeDurably,
  writeNew,
} from './durable-write';
import { StorageError } from './failures';
import { ANNOTATIONS, PRIVATE, writable } from './places';
import { putNew } from './relink';
import { partsOf, sideBySide, type Watch } from './side-by-side';

/** A file to write, or to take away. */
export interface Write {
  /** Of the project. */
  readonly path: string;
  /** Its bytes; or a file that holds them durably, on the same disk where that is possible: they need not lie there twice. Null takes it away. */
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

/** A hard link where there are such, else a copy: the old content stays, whatever takes its name. */
async function keep(full: string, copy: string): Promise<void> {
  await link(full, copy).catch(() => copyFile(full, copy));
}

/** Folders above FULL that are not there yet. */
function missingAbove(full: string, root: string): string[] {
  const missing: string[] = [];
  for (let at = dirname(full); at !== root && !existsSync(at); at = dirname(at)) missing.push(at);
  return missing;
}

/** Codes of systems that have no hard links, or not between these two places. */
const noLinks = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV'];

/** Puts a copy of FILE, durable as it is, in the free place FULL: as a link, else by its bytes. Throws EEXIST. */
async function putCopy(file: string, full: string): Promise<void> {
  try {
    return await link(file, full);
  } catch (error) {
    if (!noLinks.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  const next = temporaryIn(dirname(full));
  try {
    await writeNew([{ file: next, data: await readFile(file) }]);
    await putNew(next, full);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}

/** What is to be done at one place, when all of it is ready. */
interface Ready {
  readonly full: string;
  readonly isNew: boolean;
  /** The new content beside it; or a file to copy; null for what is taken away. */
  readonly next: string | null;
  readonly copied: string | null;
}

async function put({ full, isNew, next, copied }: Ready): Promise<void> {
  if (copied !== null) await putCopy(copied, full);
  else if (next === null) await rm(full, { force: true });
  else if (isNew) await putNew(next, full);
  else await replace(next, full);
}

/** `writable` for many paths: each folder is looked at once. */
function places(root: string): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const [above, name] = [dirname(path), basename(path)];
    const folder = known.get(above) ?? dirname(writable(root, path));
    known.set(above, folder);
    return join(folder, name);
  };
}

/** Makes the folders of FULLS that are missing; NOTE hears of each before it is made. */
async function makeFolders(
  fulls: readonly string[],
  root: string,
  note: (folders: readonly string[]) => void,
): Promise<void> {
  for (const folder of new Set(fulls.map((full) => dirname(full)))) {
    note(missingAbove(join(folder, 'x'), root));
    await makeFolder(folder, root);
  }
}

/**
 * Writes all of WRITES below ROOT, or throws and leaves everything as it was. Contents are laid ready part by part,
 * so that not all of them are in memory at once.
 */
export async function writeTogether(root: string, writes: readonly Write[], watch?: Watch): Promise<void> {
  const journal: Journal = { entries: [] };
  const ready: Ready[] = [];
  const made: string[] = [];
  const folder = dirname(writable(root, `${JOURNAL}/x`));
  const full = places(root);
  let done = 0;
  const go = (steps: number) => {
    done += steps;
    watch?.tell(done, 2 * writes.length);
    if (watch?.signal.aborted) throw wasStopped();
  };
  let begun = false;
  try {
    await rm(folder, { recursive: true, force: true });
    await makeFolder(folder, root);
    const kept = await sideBySide(writes, async ({ path, isNew }, n) => {
      const before = existsSync(full(path));
      if (isNew && before) throw inTheWay(path);
      if (before) await keep(full(path), join(folder, String(n)));
      return before ? String(n) : null;
    });
    const stays = writes.filter(({ data }) => data !== null);
    await makeFolders(
      stays.map(({ path }) => full(path)),
      root,
      (missing) => made.push(...missing),
    );
    for (const part of partsOf([...writes.entries()], TOGETHER)) {
      go(0);
      const laid = await sideBySide(part, async ([n, { path, data, isNew }]) => {
        const place = full(path);
        const copied = typeof data === 'object' && data !== null ? data : null;
        const content = typeof data === 'function' ? await data() : null;
        const next = content === null ? null : temporaryIn(dirname(place));
        ready[n] = { full: place, isNew, next, copied: copied?.file ?? null };
        const hash = copied?.sha256 ?? (content === null ? null : sha256(content));
        journal.entries[n] = { path, kept: kept[n] ?? null, sha256: hash };
        return next === null || content === null ? [] : [{ file: next, data: content }];
      });
      await writeNew(laid.flat());
      go(part.length);
    }
    await writeDurably(join(folder, 'journal.json'), JSON.stringify(journal));
    begun = true;
    await sideBySide(ready, async (it) => {
      await put(it);
      go(1);
    });
    await sideBySide([...new Set(ready.map((it) => dirname(it.full)))], syncFolder);
  } catch (error) {
    await sideBySide(
      ready.flatMap(({ next }) => (next === null ? [] : [next])),
      (next) => rm(next, { force: true }).catch(() => undefined),
    );
    if (begun) await takeBack(root);
    else await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    made.sort((a, b) => b.length - a.length);
    for (const at of made) await rmdir(at).catch(() => undefined);
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
}

const wasStopped = () => new StorageError({ code: 'stopped', message: t('import.stopped') });

const inTheWay = (path: string) =>
  new StorageError({
    code: 'in-the-way',
    message: t('storage.step-in-the-way', { path }),
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
  const entries = journal.success ? journal.data.entries : [];
  await sideBySide(entries, async ({ path, kept, sha256: put }) => {
    const full = writable(root, path);
    const copy = kept === null ? null : join(folder, kept);
    if (copy !== null && existsSync(copy)) {
      // Renaming one name of a file over another of the same does nothing: then it stands as it did.
      await makeFolder(dirname(full), root);
      await rename(copy, full);
    } else if (copy === null && put !== null) {
      const bytes = await readFile(full).catch(() => null);
      if (bytes && sha256(bytes) === put) await rm(full, { force: true });
    }
  });
  for (const above of new Set(entries.map(({ path }) => dirname(writable(root, path)))))
    await syncFolder(above).catch(() => undefined);
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
