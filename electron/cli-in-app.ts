/**
 * The installed app as its own command line: `postil --cli COMMAND …`, without a window and without a display.
 * Chromium looks for a display as soon as this script has run, and the app can't run as plain Node (a fuse), so
 * the commands run in a thread while this one waits, and the process ends before Chromium begins.
 */
import { Worker } from 'node:worker_threads';

/** What follows `--cli` in ARGV; null when the app was started as an app. */
export function cliArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at < 0 ? null : argv.slice(at + 1);
}

/** Runs the bundle FILE with ARGV to its end, and ends the process with its exit code. */
export function runCli(file: string, argv: readonly string[]): never {
  const exit = new Int32Array(new SharedArrayBuffer(8));
  new Worker(file, { argv: [...argv], workerData: { exit } });
  Atomics.wait(exit, 0, 0);
  process.exit(exit[1]);
}
