/** The flat rows of the Documents list: folders as headings, documents below them. */

import type { Status } from '../../core/model';
import type { DocumentRow } from '../../core/views';

export type ListRow =
  | { readonly kind: 'folder'; readonly folder: string; readonly count: number; readonly closed: boolean }
  | { readonly kind: 'document'; readonly document: DocumentRow; readonly name: string };

export type StatusFilter = Status | 'all' | 'refused';

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** DOCUMENTS that match SEARCH (part of the path, in any case) and FILTER, below the headings of their folders. */
export function documentRows(
  documents: readonly DocumentRow[],
  search: string,
  filter: StatusFilter,
  closed: ReadonlySet<string>,
): ListRow[] {
  const wanted = search.trim().toLowerCase();
  const groups = new Map<string, DocumentRow[]>();
  for (const document of documents) {
    if (wanted && !document.path.toLowerCase().includes(wanted)) continue;
    if (filter === 'refused' ? !document.refused : filter !== 'all' && document.status !== filter) continue;
    const folder = folderOf(document.path);
    const members = groups.get(folder);
    if (members) members.push(document);
    else groups.set(folder, [document]);
  }
  const rows: ListRow[] = [];
  for (const [folder, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const hidden = closed.has(folder);
    if (folder) rows.push({ kind: 'folder', folder, count: members.length, closed: hidden });
    if (hidden) continue;
    for (const document of members)
      rows.push({ kind: 'document', document, name: document.path.slice(folder ? folder.length + 1 : 0) });
  }
  return rows;
}
