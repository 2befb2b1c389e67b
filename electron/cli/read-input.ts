/** The files that a command reads: named ones, folders, or `-` for standard input. */
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fail, ok, type Result } from '../../core/failure';
import type { FormatId } from '../../core/formats/catalog';
import { megabytes } from '../documents/limits';
import { parse } from '../storage/imports/parse';
import { MOST_IMPORTED, sourceFile } from '../storage/imports/read-files';
import { type Input, readChosen } from '../storage/imports/read-import';
import { finished } from './progress';

/** Codes: `not-readable`, `too-large`, `unknown-format`. */
export async function readInput(paths: readonly string[], format: FormatId | 'auto'): Promise<Result<Input>> {
  const isPipe = paths.length === 1 && paths[0] === '-';
  if (!isPipe)
    return finished(
      readChosen(
        paths.map((path) => resolve(path)),
        format,
      ),
    );
  const bytes = await buffer(process.stdin);
  if (bytes.length > MOST_IMPORTED)
    return fail(
      'too-large',
      `Postil imports up to ${megabytes(MOST_IMPORTED)} at once. Nothing was changed.`,
    );
  const file = parse([sourceFile('stdin', bytes)], format);
  return file.ok ? ok({ file: file.value, name: 'stdin' }) : file;
}
