/** The rows of the table that is open become documents. */
import { isTable } from '../../core/exchange/table';
import { t } from '../../core/locale/t';
import { get } from '../state';
import { openDialog, say } from './say';

/** Asks which columns become what. */
export function openRows(): void {
  const path = get().document?.path;
  if (path !== undefined && isTable(path)) openDialog({ kind: 'rows', source: { document: path } });
  else say(t('rows.open-a-table'));
}
