/** Finds the documents of a project folder, in slices, so that nothing waits for 10,000 files. */

import { accessSync, constants, type Dirent, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { t } from '../../core/locale/t';
import { exportsAmong } from './exported';
import { fullPath, realInside } from './inside';
import { DEEPEST, MOST_BYTES, MOST_DOCUMENTS, megabytes } from './limits';
import { readableTypes, readerFor } from './readers';
import type { Sources } from './sources';

export interface Source {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly refused: string | null;
  readonly warning: string | null;
}

export interface Scan {
  /** Folder by folder, files before subfolders, in natural order of their names. */
  readonly sources: readonly Source[];
  /** Every folder that was looked into, relative, the project itself as ''. */
  readonly folders: readonly string[];
  readonly notices: readonly string[];
}

/** Longest stretch without letting others run, in ms. */
const SLICE = 15;

const names = new Intl.Collator('en', { numeric: true });
const byName = (a: Dirent, b: Dirent) =>
  names.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const pause = () => new Promise((resolve) => setImmediate(resolve));

/** What is never looked into: hidden folders, dependencies, Postil's own folder. */
function isSkipped(path: string, name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || path === 'annotations';
}

/** Scans FOLDER (a real path). Throws when FOLDER itself can't be read; what can't be read below becomes a notice. */
export async function scan(folder: string, sources: Sources): Promise<Scan> {
  const found: Source[] = [];
  const folders: string[] = [];
  const notices: string[] = [];
  const waiting = [{ path: '', depth: 0 }];
  let since = performance.now();

  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const entries = list(folder, at.path, notices);
    folders.push(at.path);
    const below: string[] = [];
    const base = fullPath(folder, at.path) + sep;
    const exported = exportsAmong(
      base,
      entries.map((entry) => entry.name),
    );
    for (const entry of entries) {
      const path = at.path === '' ? entry.name : `${at.path}/${entry.name}`;
      if (isSkipped(path, entry.name) || exported.has(entry.name)) continue;
      if (entry.isDirectory()) below.push(path);
      else if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      else if (readerFor(path) ? sources.matches(path) : sources.names.has(path)) {
        const source = inspect(folder, path, base + entry.name, entry.isSymbolicLink());
        if (source) found.push(source);
      } else if (entry.isSymbolicLink()) warnOfLink(folder, path, notices);
      if (performance.now() - since > SLICE) {
        await pause();
        since = performance.now();
      }
    }
    if (found.length >= MOST_DOCUMENTS) {
      notices.push(t('files.first-only', { most: MOST_DOCUMENTS }));
      break;
    }
    if (at.depth === DEEPEST && below.length > 0) notices.push(t('files.too-deep', { path: at.path }));
    else for (const path of below.reverse()) waiting.push({ path, depth: at.depth + 1 });
  }
  return { sources: warnOfCase(found.slice(0, MOST_DOCUMENTS)), folders, notices };
}

function list(folder: string, path: string, notices: string[]): Dirent[] {
  try {
    return readdirSync(fullPath(folder, path), { withFileTypes: true }).sort(byName);
  } catch (error) {
    if (path === '') throw error;
    notices.push(t('files.folder-unread', { path, cause: (error as NodeJS.ErrnoException).code ?? '' }));
    return [];
  }
}

/** A link to a folder inside is skipped in silence (its files are listed where they are); one that leaves is named. */
function warnOfLink(folder: string, path: string, notices: string[]): void {
  try {
    if (realInside(folder, fullPath(folder, path)) === null && statSync(join(folder, path)).isDirectory())
      notices.push(t('files.folder-leads-out', { path }));
  } catch {
    // A link to nothing is nothing to tell of.
  }
}

function inspect(folder: string, path: string, full: string, isLink: boolean): Source | null {
  const row = { path, size: 0, mtimeMs: 0, warning: null };
  try {
    if (isLink && realInside(folder, full) === null) return { ...row, refused: t('files.leads-out') };
    const stat = statSync(full);
    if (!stat.isFile()) return null;
    const { size, mtimeMs } = stat;
    // What everybody may read needs no second call: with 10,000 files it counts.
    if ((stat.mode & 0o004) === 0) accessSync(full, constants.R_OK);
    return { ...row, size, mtimeMs, refused: refusal(path, size) };
  } catch (error) {
    return { ...row, refused: unreadable(error) };
  }
}

/** Why a file of this name and size is not opened, as far as that can be said without reading it. */
function refusal(path: string, size: number): string | null {
  if (!readerFor(path)) return t('files.type-unread-only', { types: readableTypes });
  if (size === 0) return t('files.empty');
  if (size > MOST_BYTES)
    return t(/\.txt$/i.test(path) ? 'files.too-large-split' : 'files.too-large', {
      size: megabytes(size),
      most: megabytes(MOST_BYTES),
    });
  return null;
}

/** Why reading failed, in plain words. */
export function unreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return t('files.gone');
  if (code === 'EACCES' || code === 'EPERM') return t('files.no-permission');
  if (code === 'ELOOP') return t('files.circle');
  return t('files.unread-cause', { cause: code ?? message });
}

/** Names that only case or the form of an accent tells apart collide on other systems: whoever shares the folder should know. */
function warnOfCase(sources: readonly Source[]): readonly Source[] {
  const key = (path: string) => path.normalize('NFC').toLowerCase();
  if (new Set(sources.map((source) => key(source.path))).size === sources.length) return sources;
  const twins = new Map<string, string[]>();
  for (const { path } of sources) twins.set(key(path), [...(twins.get(key(path)) ?? []), path]);
  return sources.map((source) => {
    const other = twins.get(key(source.path))?.find((path) => path !== source.path);
    return other === undefined ? source : { ...source, warning: t('files.twin', { other }) };
  });
}
