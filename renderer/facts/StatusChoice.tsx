import { t } from '../../core/locale/t';
import type { Status } from '../../core/model';
import { setStatus, statuses, statusName } from './write';

/** Where the work on the document stands; it changes only when somebody says so. */
export function StatusChoice({ status }: { status: Status }) {
  return (
    <div role="radiogroup" aria-label={t('status.title')} className="status-choice">
      {statuses.map((value, index) => (
        <label key={value} className={value === status ? 'chosen' : undefined}>
          <input
            type="radio"
            name="status"
            checked={value === status}
            data-side-landing={index === 0 || undefined}
            onChange={() => setStatus(value)}
          />
          {statusName(value)}
        </label>
      ))}
    </div>
  );
}
