import { useRef, useState } from 'react';
import type { ImportReport } from '../../../core/exchange/report';
import { comingIn, reportText } from '../../../core/exchange/report-words';
import { t } from '../../../core/locale/t';
import { call } from '../../api';
import { Modal } from '../../parts/Modal';
import { undo } from '../../session/commit';
import { closeDialog, say } from '../../session/say';
import { ReportView } from './Outlook';

interface Props {
  readonly name: string;
  readonly report: ImportReport;
}

/** Told when the dialog is gone, with the way back. */
export const sayImported = (name: string, report: ImportReport): void =>
  say(t('import.imported-counts', { name, counts: comingIn(report) }), true);

/** What came in, what did not, and the way back. */
export function Done({ name, report }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState('');
  const copy = async () => {
    const written = await call('clipboard.write', { text: reportText(name, report) });
    setCopied(written.ok ? t('common.copied-now') : written.failure.message);
  };
  const close = () => {
    closeDialog();
    sayImported(name, report);
  };
  const takeBack = () => {
    closeDialog();
    void undo();
  };
  return (
    <Modal title={t('import.imported', { name })} width="wide" first={first} onClose={close}>
      <div className="stack">
        <section className="dialog-outlook" aria-label={t('import.result')}>
          <ReportView report={report} />
        </section>
        <div className="actions">
          <p className="grow muted" role="status" aria-label={t('common.copied')}>
            {copied}
          </p>
          <button type="button" className="button" onClick={copy}>
            {t('import.copy-report')}
          </button>
          <button type="button" className="button" onClick={takeBack}>
            {t('common.undo')}
          </button>
          <button ref={first} type="button" className="button primary" onClick={close}>
            {t('common.close')}
          </button>
        </div>
      </div>
    </Modal>
  );
}
