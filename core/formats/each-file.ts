/** Formats of one document a file, of which several come as a folder. */

import { t } from '../locale/t';
import { type ImportProblem, NotReadable, type SourceFile } from './imported';

/** What READ makes of each of FILES. One that is not readable is a problem; when none is, the first one's reason is thrown. */
export function eachFile<T>(
  files: readonly SourceFile[],
  problems: ImportProblem[],
  read: (file: SourceFile) => readonly T[],
): T[] {
  const made: T[] = [];
  let first: NotReadable | null = null;
  for (const file of files) {
    try {
      made.push(...read(file));
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      first ??= error;
      problems.push({ where: file.path, reason: t('problems.left-out', { reason: error.message }) });
    }
  }
  if (made.length === 0 && first) throw first;
  return made;
}
