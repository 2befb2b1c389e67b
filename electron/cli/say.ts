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

/** Runs JOB to its end; Ctrl+C and kill take away what it has written so far. */
export async function untilDone(job: ExportJob): Promise<Result<ExportPage>> {
  const stop = async (signal: NodeJS.Signals) => {
    await job.stop();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const done = await job.all(progress);
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return done;
}
