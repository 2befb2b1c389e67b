import { useMemo } from 'react';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { Status } from '../../core/model';
import { useSession } from '../state';
import { statusName } from './write';

const order: readonly Status[] = ['done', 'in-progress', 'skipped', 'todo'];

/** How many documents are done, begun, skipped, to do: in numbers, and as a bar. */
export function Progress() {
  const documents = useSession((state) => state.project?.documents) ?? [];
  const counts = useMemo(
    () => order.map((status) => [status, documents.filter((it) => it.status === status).length] as const),
    [documents],
  );
  const shown = counts.filter(([, count]) => count > 0);
  if (documents.length === 0) return <p className="muted">{t('facts.no-documents')}</p>;
  return (
    <div className="progress">
      <div className="progress-bar" aria-hidden="true">
        {shown.map(([status, count]) => (
          <span key={status} className={status} style={{ flexGrow: count }} />
        ))}
      </div>
      <p className="muted">
        {shown.map(([status, count]) => `${number(count)} ${statusName(status).toLowerCase()}`).join(' · ')}
      </p>
    </div>
  );
}
