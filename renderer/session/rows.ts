/** The rows of the table that is open become documents. */
import { isTable } from '../../core/exchange/table';
import { get } from '../state';
import { openDialog, say } from './say';

/** Asks which columns become what. */
export function openRows(): void {
  const path = get().document?.path;
  if (path !== undefined && isTable(path)) openDialog({ kind: 'rows', source: { document: path } });
  else say('Open a table first (.csv, .tsv, .xlsx, .jsonl), or import one.');
}
