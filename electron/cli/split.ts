/** `postil-cli split`: a text that is too large to be opened, as parts that are not. */
import { closeSync, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { fail, ok, type Result } from '../../core/failure';
import { MOST_BYTES } from '../documents/limits';
import { failed, print } from './say';

const MEGABYTE = 1024 * 1024;
const LF = 10;

/** Where the part that begins a text ends: behind its last line end, or at least between two characters of UTF-8. */
function endOf(chunk: Uint8Array, isLast: boolean): number {
  if (isLast) return chunk.length;
  const line = chunk.lastIndexOf(LF) + 1;
  if (line > 0) return line;
  let start = chunk.length - 1;
  while (start > 0 && start > chunk.length - 4 && ((chunk[start] as number) & 0xc0) === 0x80) start--;
  // What is no UTF-8 is cut anywhere; a part is never empty, or the end would never come.
  return start + unitsOf(chunk[start] as number) > chunk.length && start > 0 ? start : chunk.length;
}

/** How many bytes the character has that begins with LEAD (RFC 3629). */
const unitsOf = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

/**
 * Writes FILE as parts of at most SIZE bytes (at least 4) beside it, and gives their paths. No file is written over;
 * when anything fails the parts that were made are taken away. Codes: `unreadable`, `wrong-type`, `write-failed`.
 */
export function splitFile(file: string, size: number): Result<readonly string[]> {
  const parts: string[] = [];
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const total = fstatSync(handle).size;
    const chunk = Buffer.alloc(Math.min(size, total));
    const extension = extname(file);
    const stem = file.slice(0, file.length - extension.length);
    for (let at = 0; at < total; ) {
      const length = readSync(handle, chunk, 0, Math.min(size, total - at), at);
      if (length === 0) break;
      if (at === 0 && /^(fffe|feff)/.test(chunk.toString('hex', 0, 2)))
        return fail('wrong-type', `“${file}” is UTF-16. Save it as UTF-8 first. Nothing was written.`);
      const part = chunk.subarray(0, length);
      const end = endOf(part, at + length >= total);
      const path = `${stem}.part-${String(parts.length + 1).padStart(3, '0')}${extension}`;
      writeFileSync(path, part.subarray(0, end), { flag: 'wx' });
      parts.push(path);
      at += end;
    }
    return ok(parts);
  } catch (error) {
    for (const path of parts) rmSync(path, { force: true });
    const { code, message, path } = error as NodeJS.ErrnoException;
    if (handle === undefined) return fail('unreadable', `“${file}” can’t be read: ${message}.`);
    return fail(
      'write-failed',
      code === 'EEXIST'
        ? `“${path}” is there already. Nothing was written.`
        : `“${file}” could not be split: ${message}. Nothing was written.`,
    );
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function bytesOf(text: string): number {
  const megabytes = Number(text);
  if (!(megabytes > 0) || megabytes * MEGABYTE > MOST_BYTES)
    throw new InvalidArgumentError(`It is a number of megabytes up to ${MOST_BYTES / MEGABYTE}.`);
  return Math.max(4, Math.floor(megabytes * MEGABYTE));
}

export function addSplit(program: Command): void {
  program
    .command('split')
    .description('Split a text that is too large to be opened into parts beside it, at the ends of lines.')
    .argument('<file>', 'a plain text; it stays as it is')
    .option('--size <megabytes>', 'the most of a part', bytesOf, 50 * MEGABYTE)
    .action(async (file: string, { size }: { size: number }) => {
      const made = splitFile(file, size);
      if (!made.ok) return failed(made.failure);
      for (const path of made.value) await print(`${path}\n`);
    });
}
