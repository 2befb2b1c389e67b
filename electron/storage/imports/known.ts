/** The documents of a project, as an import compares its own with them. */

import { type KnownDocument, keysOf } from '../../../core/exchange/match';
import type { Result } from '../../../core/failure';
import { t } from '../../../core/locale/t';
import type { DocumentView } from '../../../core/views';
import { sha256 } from '../../documents/read-document';
import type { Working } from './working';

/** Reads all of PATHS, one after the other; those that can't be read are none. */
export async function* knownDocuments(
  paths: readonly string[],
  read: (path: string) => Promise<Result<DocumentView>>,
): AsyncGenerator<Working, KnownDocument[]> {
  const known: KnownDocument[] = [];
  for (const [n, path] of paths.entries()) {
    const view = await read(path);
    if (view.ok) known.push({ path, sha256: view.value.sha256, ...keysOf(view.value.text, sha256) });
    yield { doing: t('import.doing.project'), at: n + 1, of: paths.length };
  }
  return known;
}
