import { X } from 'lucide-react';
import { t } from '../../core/locale/t';
import { undo } from '../session/commit';
import { dismissMessage } from '../session/say';
import { useSession } from '../state';

/** What just happened, for some seconds, with Undo where it helps. */
export function Message() {
  const message = useSession((state) => state.message);
  return (
    <div className="message-place" aria-live="polite">
      {message && (
        <div className="message">
          <span>{message.text}</span>
          {message.undo && (
            <button type="button" className="message-undo" onClick={() => void undo()}>
              {t('common.undo')}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={t('common.dismiss')}
            onClick={dismissMessage}
          >
            <X size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
