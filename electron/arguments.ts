/** What the command line asks of the app: `postil [--sample] [--annotator=NAME] [FOLDER-OR-FILE]`. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Arguments {
  /** Absolute; null when none was given. */
  readonly path: string | null;
  readonly sample: boolean;
  readonly annotator: string | null;
}

/**
 * Reads ARGV (the program first). APP is the folder of the app when it runs from the repository, where
 * ARGV holds it after Electron's own switches; null in an installed app. Other switches are Chromium's.
 */
export function parseArguments(argv: readonly string[], app: string | null, folder: string): Arguments {
  let rest = argv.slice(1);
  if (app !== null) rest = rest.slice(rest.findIndex((arg) => resolve(folder, arg) === app) + 1);

  let path: string | null = null;
  let sample = false;
  let annotator: string | null = null;
  for (let at = 0; at < rest.length; at++) {
    const arg = rest[at] ?? '';
    if (arg === '--sample') sample = true;
    else if (arg === '--annotator') annotator = rest[++at] ?? null;
    else if (arg.startsWith('--annotator=')) annotator = arg.slice('--annotator='.length);
    else if (!arg.startsWith('-') && arg !== '') path ??= pathOf(arg, folder);
  }
  return { path, sample, annotator: annotator?.trim() || null };
}

/** Some file managers hand over URLs. */
function pathOf(arg: string, folder: string): string {
  if (arg.startsWith('file://')) {
    try {
      return fileURLToPath(arg);
    } catch {
      // Not a URL of this machine: then it is a strange file name.
    }
  }
  return resolve(folder, arg);
}
