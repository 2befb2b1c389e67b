/** Reads a table, a document of the project or a file that was chosen, as its rows. */
import { basename } from 'node:path';
import type { TableSource } from '../../../core/contract';
import { isTable, type Table } from '../../../core/exchange/table';
import { fail, ok, type Result } from '../../../core/failure';
import { t } from '../../../core/locale/t';
import { fullPath, isPlainPath, realInside } from '../../documents/inside';
import { MOST_BYTES, megabytes } from '../../documents/limits';
import { readBounded } from '../../documents/read-document';
import { readerFor } from '../../documents/readers';
import { runJob } from '../../documents/rich/run';
import { unreadable } from '../../documents/scan';

export interface NamedTable {
  /** The file's own name. */
  readonly name: string;
  readonly table: Table;
}

/** The table at SOURCE, of the project at ROOT (a real path), until SIGNAL is aborted. Codes: `not-readable`. */
export async function readTable(
  root: string,
  source: TableSource,
  signal?: AbortSignal,
): Promise<Result<NamedTable>> {
  const path = 'document' in source ? source.document : source.file;
  const name = basename(path);
  const refused = (reason: string) => fail('not-readable', t('rows.refused', { file: name, reason }));
  const format = readerFor(name)?.format ?? 'plain';
  if (!isTable(name) || format === 'plain') return refused(t('rows.is-no-table'));
  if ('document' in source && !isPlainPath(path)) return refused(t('rows.not-of-the-project'));
  try {
    const full = 'document' in source ? realInside(root, fullPath(root, path)) : path;
    if (full === null) return refused(t('rows.leads-out'));
    const bytes = await readBounded(full);
    if (bytes === null) return refused(t('rows.too-large', { most: megabytes(MOST_BYTES) }));
    const answer = await runJob({ format, file: { bytes, name }, image: null, rows: true }, signal);
    if (answer.kind === 'rows') return ok({ name, table: answer.table });
    return refused(answer.kind === 'refused' ? answer.reason : t('rows.no-rows'));
  } catch (error) {
    return refused(unreadable(error));
  }
}
