/** How a step of the history reads. */
import type { HistoryEntry } from '../../core/history';

/** What it changed: a document, several, the schema. */
export function documentsOf({ parts }: HistoryEntry): string {
  const documents = [...new Set(parts.flatMap((part) => part.document ?? []))];
  const schema = parts.some((part) => part.document === null) ? ['project'] : [];
  const [first] = documents;
  const of = documents.length > 1 ? [`${documents.length} documents`] : first ? [first] : [];
  return [...of, ...schema].join(', ');
}

/** The time of day; with the date when it was another day than NOW. */
export function timeOf(at: string, now: Date): string {
  const time = new Date(at);
  return time.toDateString() === now.toDateString()
    ? time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    : time.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
