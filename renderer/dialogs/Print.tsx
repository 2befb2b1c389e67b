import { type FormEvent, useRef, useState } from 'react';
import { t } from '../../core/locale/t';
import { call } from '../api';
import { Modal } from '../parts/Modal';
import { settled } from '../session/saving';
import { closeDialog, say } from '../session/say';
import { useSession } from '../state';

/** The document, or all of them, on paper or as a PDF: the reading copy, whole, however much of it is on the screen. */
export function Print() {
  const path = useSession((state) => state.document?.path);
  const project = useSession((state) => state.project);
  const first = useRef<HTMLButtonElement>(null);
  const [all, setAll] = useState(path === undefined);
  const [annotated, setAnnotated] = useState(true);
  const [suggested, setSuggested] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const print = async (to: 'printer' | 'pdf') => {
    setWorking(true);
    setProblem(null);
    // What was typed last is printed too, or its failure is on the status bar anyway.
    await settled();
    const answer = await call('print.start', {
      documents: all || path === undefined ? null : [path],
      annotated,
      withSuggestions: annotated && suggested,
      to,
    });
    setWorking(false);
    if (!answer.ok) return setProblem(answer.failure.message);
    if (answer.value === null) return;
    closeDialog();
    say(to === 'pdf' ? t('print.saved', { file: answer.value }) : t('print.sent'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void print('printer');
  };

  const count = project?.documents.filter((row) => !row.refused).length ?? 0;
  return (
    <Modal title={t('print.title')} first={first}>
      <form onSubmit={submit} className="stack">
        <fieldset>
          <legend>{t('print.what')}</legend>
          <label className="choice">
            <input
              type="radio"
              name="what"
              checked={!all}
              disabled={path === undefined}
              onChange={() => setAll(false)}
            />
            <span className="clip">
              {path === undefined ? t('print.no-document') : t('print.this-document', { path })}
            </span>
          </label>
          <label className="choice">
            <input type="radio" name="what" checked={all} onChange={() => setAll(true)} />
            {t('print.all-documents', { count })}
          </label>
        </fieldset>
        <fieldset>
          <legend>{t('print.with')}</legend>
          <label className="choice">
            <input
              type="checkbox"
              checked={annotated}
              onChange={(event) => setAnnotated(event.target.checked)}
            />
            {t('print.marks')}
          </label>
          <label className="choice">
            <input
              type="checkbox"
              checked={annotated && suggested}
              disabled={!annotated}
              onChange={(event) => setSuggested(event.target.checked)}
            />
            {t('print.suggestions')}
          </label>
        </fieldset>
        <p className="muted">{t('print.about')}</p>
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          <button type="button" className="button" disabled={working} onClick={() => void print('pdf')}>
            {t('print.save-pdf')}
          </button>
          <button ref={first} type="submit" className="button primary" disabled={working}>
            {working ? t('print.preparing') : t('print.go')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
