/** How the command line speaks: results on standard output, everything else on standard error. */

import type { Failure, Result } from '../../core/failure';
import type { ExportPage } from '../../core/views';
import type { ExportJob } from '../storage/export/job';

/** Something is wrong (check), or could not be done. */
export const WRONG = 1;
/** Not a command, or an option, that there is. */
export const USAGE = 2;
/** Something would have been lost, and --strict forbids it. */
export const LOSS = 3;

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

/** On a terminal one line that is written over; elsewhere nothing. */
function progress({ seen, total }: ExportPage): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${seen} of ${many(total, 'document')}`);
}

/** Runs the job that OPEN begins to its end; Ctrl+C and kill take away what it has written, from its first byte on. */
export async function untilDone(open: () => Promise<ExportJob>): Promise<Result<ExportPage>> {
  let opening: Promise<ExportJob> | undefined;
  const stop = async (signal: NodeJS.Signals) => {
    await (await opening?.catch(() => undefined))?.stop();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  // Before the first file is there: a signal must not find it without anybody to take it away.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    opening = open();
    return await (await opening).all(progress);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
