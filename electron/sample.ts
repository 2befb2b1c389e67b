/** The sample project: read-only inside the app, so it is copied to where it can be annotated. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies a folder file by file: inside an app's archive nothing but reading works. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else await writeFile(target, await readFile(source));
  }
}

let preparing: Promise<string> | undefined;

/** The sample project below SETTINGS, copied from SEEDS the first time; what was annotated since stays. */
export function prepareSample(seeds: string, settings: string): Promise<string> {
  // Asked twice at once, the second waits for the first: two copies would trip over each other.
  preparing ??= copyOnce(seeds, join(settings, 'Sample project')).finally(() => {
    preparing = undefined;
  });
  return preparing;
}

async function copyOnce(seeds: string, folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  // Renamed when whole, so that an interrupted copy is not taken for the sample.
  const next = `${folder}.${process.pid}.tmp`;
  await copyFolder(seeds, next);
  try {
    await rename(next, folder);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
