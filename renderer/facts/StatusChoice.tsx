import type { Status } from '../../core/model';
import { setStatus, statusNames } from './write';

const all = Object.entries(statusNames) as [Status, string][];

/** Where the work on the document stands; it changes only when somebody says so. */
export function StatusChoice({ status }: { status: Status }) {
  return (
    <div role="radiogroup" aria-label="Status" className="status-choice">
      {all.map(([value, name], index) => (
        <label key={value} className={value === status ? 'chosen' : undefined}>
          <input
            type="radio"
            name="status"
            checked={value === status}
            data-side-landing={index === 0 || undefined}
            onChange={() => setStatus(value)}
          />
          {name}
        </label>
      ))}
    </div>
  );
}
