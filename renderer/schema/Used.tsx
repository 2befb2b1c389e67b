import type { UsageRow } from '../../core/views';
import { plural } from '../search/hit-rows';
import { total } from './use';

/** `12 annotations in 3 documents`. */
export const counted = (rows: readonly UsageRow[], noun: string) =>
  `${plural(total(rows), noun)} in ${plural(new Set(rows.map((row) => row.path)).size, 'document')}`;

/** Where something is used, document by document. */
export function UsedIn({ rows }: { rows: readonly UsageRow[] }) {
  return (
    <ul className="used-in">
      {rows.map(({ path, annotator, own, count }) => (
        <li key={`${path}\n${annotator}\n${own}`}>
          <span className="clip grow">{path}</span>
          {!own && <span className="muted">{annotator}</span>}
          <span className="count">{count.toLocaleString()}</span>
        </li>
      ))}
    </ul>
  );
}

/** How often the chosen row is used; ROWS null while that is counted. */
export function Used({ rows, noun }: { rows: readonly UsageRow[] | null; noun: string }) {
  if (rows === null) return <p className="muted">Counting…</p>;
  if (rows.length === 0) return <p className="muted">Not used yet.</p>;
  return (
    <details className="used">
      <summary>Used: {counted(rows, noun)}</summary>
      <UsedIn rows={rows} />
    </details>
  );
}
