/** Looks at the first bytes of a document, to say in the list what opening it would say. */
import { open } from 'node:fs/promises';
import { binaryReason, SNIFF_BYTES } from './binary';
import { fullPath } from './inside';
import { readerFor } from './readers';
import { unreadable } from './scan';

/** Why PATH of the project FOLDER can't be opened, in plain words; null when nothing speaks against it. */
export async function sniff(folder: string, path: string): Promise<string | null> {
  try {
    const handle = await open(fullPath(folder, path), 'r');
    try {
      const head = Buffer.alloc(SNIFF_BYTES);
      const { bytesRead } = await handle.read(head, 0, SNIFF_BYTES, 0);
      return readerFor(path)?.isText === false ? null : binaryReason(head.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(error);
  }
}
