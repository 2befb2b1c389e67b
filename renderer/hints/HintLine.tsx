import { Lightbulb, X } from 'lucide-react';
import { useEffect } from 'react';
import type { Hint } from '../../core/hints';
import { capsOf } from '../../core/key-caps';
import { t } from '../../core/locale/t';
import { currentTable } from '../keys/table';
import { usePainted } from '../parts/after-paint';
import { speak } from '../session/say';
import { get, useSession } from '../state';
import { endHint, hintNow } from './now';

/** In the status bar, whose height is fixed: never over the text, and nothing moves when it comes or goes. */
export function HintLine() {
  const hint = usePainted(hintNow);
  const language = useSession((state) => state.language);
  const key = useSession((state) => state.project?.schema.labels.find((label) => label.key)?.key);
  useEffect(() => {
    if (!hint) return;
    speak(wordsOf(hint, key));
    // When another takes its place, or it helps no more, it is over; a document on its way ends nothing.
    return () => {
      if (get().document?.loaded && hintNow(get()) !== hint) endHint(hint);
    };
  }, [hint, key]);
  if (!hint) return null;
  const words = wordsOf(hint, key);
  return (
    <span className="hint" lang={language}>
      <Lightbulb size={13} aria-hidden="true" />
      <span className="clip" title={words}>
        {words}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('hints.dismiss')}
        title={t('hints.dismiss-key')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => endHint(hint)}
      >
        <X size={12} />
      </button>
    </span>
  );
}

/** The key that a command has now, in caps; '' when it has none. */
const keyOf = (id: string): string => {
  const keys = currentTable().find((row) => row.id === id)?.keys[0];
  return keys ? capsOf(keys, get().info?.platform === 'darwin').join('+') : '';
};

function wordsOf(hint: Hint, key: string | null | undefined): string {
  switch (hint) {
    case 'mark':
      return key ? t('hints.mark', { key: key.toUpperCase() }) : t('hints.mark-chip');
    case 'all':
      return t('hints.all', { key: keyOf('annotate.all') });
    case 'undo':
      return t('hints.undo', { key: keyOf('history.undo') });
    case 'palette':
      return t('hints.palette', { key: keyOf('palette.open') });
  }
}
