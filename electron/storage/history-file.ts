/** The last steps of the annotator, kept for undo after a restart. Disposable: damaged or missing, there is no way back. */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { History } from '../../core/history';
import { historySchema } from '../../core/patch-schema';
import { makeFolder, writeDurably } from './durable-write';
import { PRIVATE, writable } from './places';

const file = (root: string, layer: string) => writable(root, `${PRIVATE}/history/${layer}.json`);

/** The steps kept for LAYER of the project in ROOT; null when there are none that can be read. */
export async function recallHistory(root: string, layer: string): Promise<History | null> {
  try {
    const kept = historySchema.safeParse(JSON.parse(await readFile(file(root, layer), 'utf8')));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

/** Writes a history, as JSON, for LAYER. Throws what the system reports. */
export async function keepHistory(root: string, layer: string, json: string): Promise<void> {
  const target = file(root, layer);
  await makeFolder(dirname(target), root);
  await writeDurably(target, `${json}\n`);
}
