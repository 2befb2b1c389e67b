import { useEffect, useRef, useState } from 'react';
import { t } from '../../core/locale/t';
import type { AppDetails } from '../../core/views';
import { call } from '../api';
import { Facts } from '../parts/Facts';
import { Modal } from '../parts/Modal';
import { closeDialog } from '../session/say';
import { copyDetails } from './details';
import './help.css';

/** Which Postil this is, what it runs on, and the licences of what it is made of. */
export function AboutPostil() {
  const close = useRef<HTMLButtonElement>(null);
  const [details, setDetails] = useState<AppDetails | null>(null);
  const [licences, setLicences] = useState<string | null>(null);
  useEffect(() => {
    void call('app.details', null).then((answer) => answer.ok && setDetails(answer.value));
    void call('app.licences', null).then((answer) => answer.ok && setLicences(answer.value));
  }, []);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Postil', details?.postil],
    ['Electron', details?.electron],
    ['Chromium', details?.chromium],
    ['Node', details?.node],
    [t('desktop.system'), details?.system],
  ];
  return (
    <Modal title={t('desktop.about')} width="wide" first={close}>
      <p>{t('desktop.about-lead')}</p>
      <Facts rows={rows} wide />
      <h3 className="about-title">{t('desktop.licences')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys */}
      <pre className="help-licences" tabIndex={0}>
        {licences === '' ? t('desktop.no-licences') : licences}
      </pre>
      <div className="actions">
        <button type="button" className="button" onClick={() => void copyDetails()}>
          {t('desktop.copy-details')}
        </button>
        <button ref={close} type="button" className="button primary" onClick={closeDialog}>
          {t('desktop.close')}
        </button>
      </div>
    </Modal>
  );
}
