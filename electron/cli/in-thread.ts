/** What the command line needs when it runs in a thread of the app, whose main thread waits and passes nothing on. */
import { createReadStream, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** Writes all of DATA, also to a pipe that is full for the moment. Throws EPIPE when nobody reads any more. */
function writeAll(to: 1 | 2, data: string | Uint8Array): void {
  let bytes = typeof data === 'string' ? Buffer.from(data) : data;
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(to, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

type Written = (error?: Error | null) => void;

/** `write` of a stream, straight to the file descriptor TO. */
const writer =
  (to: 1 | 2) =>
  (data: string | Uint8Array, then?: string | Written, last?: Written): boolean => {
    const tell = typeof then === 'function' ? then : last;
    try {
      writeAll(to, data);
      tell?.();
    } catch (error) {
      if (!tell) throw error;
      tell(error as Error);
    }
    return true;
  };

/** Connects this thread with the terminal, and says the exit code to electron/cli-in-app.ts; elsewhere does nothing. */
export function settleInThread(): void {
  const exit = (workerData as { readonly exit?: Int32Array } | null)?.exit;
  if (!exit) return;
  process.stdout.write = writer(1) as typeof process.stdout.write;
  process.stderr.write = writer(2) as typeof process.stderr.write;
  Object.defineProperty(process, 'stdin', { get: () => createReadStream('', { fd: 0, autoClose: false }) });
  process.on('exit', (code) => {
    exit[1] = code;
    Atomics.store(exit, 0, 1);
    Atomics.notify(exit, 0);
  });
}
