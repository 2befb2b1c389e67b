/** How a step of the history reads. */

import type { HistoryEntry } from '../../core/history';
import { enumerated, time } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';

/** What it changed: a document, several, the schema. */
export function documentsOf({ parts }: HistoryEntry): string {
  const documents = [...new Set(parts.flatMap((part) => part.document ?? []))];
  const schema = parts.some((part) => part.document === null) ? [t('history.project')] : [];
  const [first] = documents;
  const of =
    documents.length > 1 ? [t('history.documents', { total: documents.length })] : first ? [first] : [];
  return enumerated([...of, ...schema]);
}

/** The time of day; with the date when it was another day than NOW. */
export function timeOf(at: string, now: Date): string {
  const then = new Date(at);
  return then.toDateString() === now.toDateString()
    ? time(then, { hour: '2-digit', minute: '2-digit' })
    : time(then, { dateStyle: 'medium', timeStyle: 'short' });
}
