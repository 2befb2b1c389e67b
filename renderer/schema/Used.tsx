import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { UsageRow } from '../../core/views';
import { total } from './use';

const counts = {
  annotation: 'common.annotations',
  relation: 'common.relations',
  answer: 'schema.count-answer',
} as const;
export type Counted = keyof typeof counts;

/** `12 annotations in 3 documents`. */
export const counted = (rows: readonly UsageRow[], noun: Counted) =>
  t('schema.in-documents', {
    counted: t(counts[noun], { count: total(rows) }),
    count: new Set(rows.map((row) => row.path)).size,
  });

/** Where something is used, document by document. */
export function UsedIn({ rows }: { rows: readonly UsageRow[] }) {
  return (
    <ul className="used-in">
      {rows.map(({ path, annotator, own, count }) => (
        <li key={`${path}\n${annotator}\n${own}`}>
          <span className="clip grow">{path}</span>
          {!own && <span className="muted">{annotator}</span>}
          <span className="count">{number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How often the chosen row is used; ROWS null while that is counted. */
export function Used({ rows, noun }: { rows: readonly UsageRow[] | null; noun: Counted }) {
  if (rows === null) return <p className="muted">{t('schema.counting')}</p>;
  if (rows.length === 0) return <p className="muted">{t('schema.not-used')}</p>;
  return (
    <details className="used">
      <summary>{t('schema.used', { counted: counted(rows, noun) })}</summary>
      <UsedIn rows={rows} />
    </details>
  );
}
