/** The files of an import, read within bounds. */

import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../../core/failure';
import type { SourceFile } from '../../../core/formats/imported';
import { t } from '../../../core/locale/t';
import { decode } from '../../documents/decode';
import { DEEPEST, megabytes } from '../../documents/limits';

/** Of all files together, in bytes. */
export const MOST_IMPORTED = 500 * 1024 * 1024;
const MOST_FILES = 20_000;

export interface Chosen {
  /** Of the file or folder, or of the first file: what documents and origins are called after. */
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly full: string; readonly size: number }[];
}

const tooLarge = (size: number) =>
  fail(
    'too-large',
    t('storage.import.files-large', { size: megabytes(size), most: megabytes(MOST_IMPORTED) }),
  );

/** What exporters write beside their output: without it names, questions and relations are not whole. */
const sideFiles = ['.labels.json', '.relations.csv'];

/** The side files that stand beside the one file or folder PATH. */
async function besides(path: string): Promise<string[]> {
  const found = await Promise.all(
    sideFiles.map(async (end) => {
      const there = await stat(path + end).catch(() => null);
      return there?.isFile() ? [path + end] : [];
    }),
  );
  return found.flat();
}

/** Finds what PATHS (absolute; files or folders) hold, links left out; one alone brings its side files along. Codes: `not-readable`, `too-large`. */
export async function findFiles(paths: readonly string[]): Promise<Result<Chosen>> {
  const files: { path: string; full: string; size: number }[] = [];
  let size = 0;
  try {
    const [first] = paths;
    const beside = paths.length === 1 && first !== undefined ? await besides(first) : [];
    for (const path of [...paths, ...beside]) {
      const name = basename(path);
      const waiting = [{ full: path, path: (await stat(path)).isDirectory() ? '' : name, depth: 0 }];
      for (let at = waiting.pop(); at; at = waiting.pop()) {
        const { full, depth } = at;
        // What a person chose may be a link; what lies in a folder may not.
        const found = depth === 0 ? await stat(full) : await lstat(full);
        if (found.isDirectory() && depth < DEEPEST)
          for (const entry of (await readdir(full)).sort().reverse()) {
            const below = at.path === '' ? entry : `${at.path}/${entry}`;
            if (!entry.startsWith('.'))
              waiting.push({ full: join(full, entry), path: below, depth: depth + 1 });
          }
        if (!found.isFile()) continue;
        size += found.size;
        if (size > MOST_IMPORTED) return tooLarge(size);
        if (files.length >= MOST_FILES)
          return fail('too-large', t('storage.import.files-many', { most: MOST_FILES }));
        files.push({ path: at.path, full, size: found.size });
      }
    }
  } catch (error) {
    return unreadable(error);
  }
  if (files.length === 0) return fail('not-readable', t('storage.import.no-file'));
  return ok({ name: basename(paths[0] ?? ''), files });
}

function unreadable(error: unknown): Result<never> {
  const { code, path = '' } = error as NodeJS.ErrnoException;
  const file = basename(path);
  return fail(
    'not-readable',
    code === 'ENOENT'
      ? t('storage.import.unread-gone', { file })
      : t('storage.import.unread', { file, cause: String(code) }),
  );
}

/** Reads one of them. Codes: `not-readable`. */
export async function readOne(file: Chosen['files'][number]): Promise<Result<SourceFile>> {
  try {
    return ok(sourceFile(file.path, await readFile(file.full)));
  } catch (error) {
    return unreadable(error);
  }
}

/** PATH with BYTES, decoded when it is asked for. */
export function sourceFile(path: string, bytes: Uint8Array): SourceFile {
  let text: string | undefined;
  return {
    path,
    bytes,
    text: () => {
      text ??= decode(bytes).text;
      return text;
    },
  };
}
