/** Long work on the command line: told on a terminal, in one line that is written over; elsewhere not at all. */
import type { Working } from '../storage/imports/working';

export async function finished<T>(work: AsyncGenerator<Working, T>): Promise<T> {
  const isTerminal = process.stderr.isTTY === true;
  let told = 0;
  for (;;) {
    const step = await work.next();
    if (step.done) {
      if (isTerminal) process.stderr.write('\r\x1b[K');
      return step.value;
    }
    const { doing, at, of } = step.value;
    if (!isTerminal || performance.now() - told < 100) continue;
    told = performance.now();
    process.stderr.write(`\r\x1b[K${doing}${of > 0 ? ` ${at} of ${of}` : ''}`);
  }
}
