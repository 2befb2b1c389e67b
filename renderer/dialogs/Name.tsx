import { type FormEvent, useRef, useState } from 'react';
import { t } from '../../core/locale/t';
import { Modal } from '../parts/Modal';
import { giveName } from '../session/annotator';
import { useSession } from '../state';

/** Asked once, with the first edit: whose annotations are these? Enter and Esc take the system's user name. */
export function Name() {
  const offered = useSession((state) => state.info?.userName) ?? '';
  const [name, setName] = useState(offered);
  const field = useRef<HTMLInputElement>(null);
  const accept = (event?: FormEvent) => {
    event?.preventDefault();
    void giveName(name.trim() || offered || t('dialogs.annotator'));
  };
  return (
    <Modal title={t('dialogs.name.title')} first={field} onClose={accept}>
      <form onSubmit={accept} className="stack">
        <p>{t('dialogs.name.why')}</p>
        <label className="field">
          {t('dialogs.name.yours')}
          <input
            ref={field}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </label>
        <div className="actions">
          <button type="submit" className="button primary">
            {t('dialogs.name.go')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
