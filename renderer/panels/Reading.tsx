import { t } from '../../core/locale/t';
import { stopReading } from '../session/documents';
import { useSession } from '../state';

/** Over the text: the document that is being read for so long that one might not want to wait. */
export function Reading() {
  const path = useSession((state) => state.slow);
  return (
    <div className="reading" role="status" aria-label={t('text.reading-status')}>
      {path !== null && (
        <p>
          <span className="clip" title={path}>
            {t('text.reading', { name: path })}
          </span>
          <button
            type="button"
            className="button quiet"
            title={t('text.stop-reading-title')}
            onClick={stopReading}
          >
            {t('common.cancel')}
          </button>
        </p>
      )}
    </div>
  );
}
