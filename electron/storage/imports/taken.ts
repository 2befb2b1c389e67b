/** What lies where new documents go, listed or not. */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Project paths of everything below FOLDER of ROOT. */
export async function everyPathBelow(root: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = await readdir(join(root, ...at.split('/')), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = `${at}/${entry.name.split(sep).join('/')}`;
      if (entry.isDirectory()) waiting.push(path);
      else found.push(path);
    }
  }
  return found;
}
