/** How the command line speaks: results on standard output, everything else on standard error. */
import type { Failure } from '../../core/failure';

/** 1: something is wrong (check), or it could not be done. 2: not a command that Postil knows. 3: a loss, with --strict. */
export const WRONG = 1;
export const USAGE = 2;

export const tell = (line: string) => process.stderr.write(`${line}\n`);

export function failed({ message }: Failure): void {
  tell(message);
  process.exitCode = WRONG;
}

/** Waits until the reader has taken it, so that a large export does not pile up in memory. */
export function print(data: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => process.stdout.write(data, (error) => (error ? fail(error) : done())));
}

export const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`);

export const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
