/** Matches of many documents as the rows of one list. */
import type { DocumentHits, Hit } from '../../core/hits';

export type HitRow =
  | {
      readonly kind: 'document';
      readonly path: string;
      readonly count: number;
      readonly readOnly: string | null;
    }
  | { readonly kind: 'hit'; readonly path: string; readonly hit: Hit; readonly readOnly: string | null };

/** A heading for each document (when HEADINGS), its matches below; parts of the same document are joined. */
export function hitRows(found: readonly DocumentHits[], headings: boolean): HitRow[] {
  const rows: HitRow[] = [];
  for (let from = 0; from < found.length; ) {
    const { path, readOnly } = found[from] as DocumentHits;
    let to = from;
    while (found[to]?.path === path) to++;
    const parts = found.slice(from, to);
    const count = parts.reduce((sum, part) => sum + part.hits.length, 0);
    if (headings) rows.push({ kind: 'document', path, count, readOnly });
    for (const part of parts) for (const hit of part.hits) rows.push({ kind: 'hit', path, hit, readOnly });
    from = to;
  }
  return rows;
}

/** Names a match among all. */
export const hitKey = (path: string, { start, end }: Hit): string => `${start}-${end} ${path}`;
