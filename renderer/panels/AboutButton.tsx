import { t } from '../../core/locale/t';
import { usePainted } from '../parts/after-paint';
import { openDialog } from '../session/say';

/** What the file was read as, and quietly, that its text leaves something out; a click tells more. */
export function AboutButton() {
  const encoding = usePainted((state) => state.document?.encoding);
  const left = usePainted(
    (state) => state.document?.rich?.omissions.reduce((sum, { count }) => sum + count, 0) ?? 0,
  );
  if (!encoding) return null;
  return (
    <button
      type="button"
      className="status-button"
      title={t('status.about')}
      onClick={() => openDialog({ kind: 'about' })}
    >
      {encoding}
      {left > 0 && ` · ${t('status.left-out', { count: left })}`}
    </button>
  );
}
