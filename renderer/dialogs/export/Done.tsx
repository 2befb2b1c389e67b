import { useRef } from 'react';
import { countsInWords } from '../../../core/formats/loss-words';
import type { ExportReport } from '../../../core/formats/report';
import { t } from '../../../core/locale/t';
import { call } from '../../api';
import { Modal } from '../../parts/Modal';
import { closeDialog, say } from '../../session/say';
import { Losses } from './Losses';

interface Props {
  readonly report: ExportReport;
  readonly file: string;
}

/** What was written, where, and what of it was lost. */
export function Done({ report, file }: Props) {
  const close = useRef<HTMLButtonElement>(null);
  const show = async () => {
    const shown = await call('shell.showItem', { path: file });
    if (!shown.ok) say(shown.failure.message);
  };
  return (
    <Modal title={t('export.title')} width="wide" first={close}>
      <div className="stack" role="status" aria-label={t('export.result')}>
        <p>{t('export.done', { counts: countsInWords(report) })}</p>
        <p className="muted">{file}</p>
        <Losses report={report} />
        <p className="muted">
          {t('export.says-all', { report: `${file.split(/[\\/]/).at(-1)}.report.json` })}
        </p>
        <div className="actions">
          <button type="button" className="button" onClick={show}>
            {t('export.show-in-folder')}
          </button>
          <button ref={close} type="button" className="button primary" onClick={closeDialog}>
            {t('common.close')}
          </button>
        </div>
      </div>
    </Modal>
  );
}
