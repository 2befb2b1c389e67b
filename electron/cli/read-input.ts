/** The files that a command reads: named ones, folders, or `-` for standard input. */

import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fail, ok, type Result } from '../../core/failure';
import type { FormatId } from '../../core/formats/catalog';
import type { Imported, SourceFile } from '../../core/formats/imported';
import { megabytes } from '../documents/limits';
import { parse } from '../storage/imports/parse';
import { findFiles, MOST_IMPORTED, readOne, sourceFile } from '../storage/imports/read-files';

export interface Input {
  readonly name: string;
  readonly file: Imported;
}

async function standardInput(): Promise<Result<SourceFile[]>> {
  const bytes = await buffer(process.stdin);
  if (bytes.length > MOST_IMPORTED)
    return fail(
      'too-large',
      `Postil imports up to ${megabytes(MOST_IMPORTED)} at once. Nothing was changed.`,
    );
  return ok([sourceFile('stdin', bytes)]);
}

/** Codes: `not-readable`, `too-large`, `unknown-format`. */
export async function readInput(paths: readonly string[], format: FormatId | 'auto'): Promise<Result<Input>> {
  let files: SourceFile[] = [];
  let name = 'stdin';
  if (paths.length === 1 && paths[0] === '-') {
    const read = await standardInput();
    if (!read.ok) return read;
    files = read.value;
  } else {
    const found = await findFiles(paths.map((path) => resolve(path)));
    if (!found.ok) return found;
    name = found.value.name;
    for (const one of found.value.files) {
      const read = await readOne(one);
      if (!read.ok) return read;
      files.push(read.value);
    }
  }
  const file = parse(files, format);
  return file.ok ? ok({ name, file: file.value }) : file;
}
