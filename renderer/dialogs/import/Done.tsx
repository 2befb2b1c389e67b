import { useRef, useState } from 'react';
import type { ImportReport } from '../../../core/exchange/report';
import { comingIn, reportText } from '../../../core/exchange/report-words';
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
  say(`Imported from ${name}: ${comingIn(report)}.`, true);

/** What came in, what did not, and the way back. */
export function Done({ name, report }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState('');
  const copy = async () => {
    const written = await call('clipboard.write', { text: reportText(name, report) });
    setCopied(written.ok ? 'Copied.' : written.failure.message);
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
    <Modal title={`Imported from ${name}`} width="wide" first={first} onClose={close}>
      <div className="stack">
        <section className="dialog-outlook" aria-label="Import result">
          <ReportView report={report} />
        </section>
        <div className="actions">
          <p className="grow muted" role="status" aria-label="Copied">
            {copied}
          </p>
          <button type="button" className="button" onClick={copy}>
            Copy report
          </button>
          <button type="button" className="button" onClick={takeBack}>
            Undo
          </button>
          <button ref={first} type="button" className="button primary" onClick={close}>
            Close
          </button>
        </div>
      </div>
    </Modal>
  );
}
