/** Reads a project's own files, which may be as hostile as its documents. */

import { t } from '../../core/locale/t';
import { fullPath, realInside } from '../documents/inside';
import { readBounded } from '../documents/read-document';
import { isMissing } from './durable-write';
import { StorageError } from './failures';

/** The text of PATH in the project FOLDER; null when there is no such file. Throws `outside` and `too-large`. */
export async function readInside(folder: string, path: string): Promise<string | null> {
  try {
    const full = realInside(folder, fullPath(folder, path));
    if (full === null)
      throw new StorageError({
        code: 'outside',
        message: t('storage.link-leads-out', { path }),
      });
    const bytes = await readBounded(full);
    if (bytes !== null) return new TextDecoder().decode(bytes);
    throw new StorageError({ code: 'too-large', message: t('storage.too-large', { path }) });
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
