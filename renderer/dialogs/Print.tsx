import { type FormEvent, useRef, useState } from 'react';
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
    say(to === 'pdf' ? `Saved as ${answer.value}` : 'Sent to the printer.');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void print('printer');
  };

  const count = project?.documents.filter((row) => !row.refused).length ?? 0;
  return (
    <Modal title="Print" first={first}>
      <form onSubmit={submit} className="stack">
        <fieldset>
          <legend>What</legend>
          <label className="choice">
            <input
              type="radio"
              name="what"
              checked={!all}
              disabled={path === undefined}
              onChange={() => setAll(false)}
            />
            <span className="clip">This document{path === undefined ? '' : `: ${path}`}</span>
          </label>
          <label className="choice">
            <input type="radio" name="what" checked={all} onChange={() => setAll(true)} />
            All documents ({count.toLocaleString()})
          </label>
        </fieldset>
        <fieldset>
          <legend>With</legend>
          <label className="choice">
            <input
              type="checkbox"
              checked={annotated}
              onChange={(event) => setAnnotated(event.target.checked)}
            />
            Highlights, labels in the margin, legend and counts
          </label>
          <label className="choice">
            <input
              type="checkbox"
              checked={annotated && suggested}
              disabled={!annotated}
              onChange={(event) => setSuggested(event.target.checked)}
            />
            Suggestions that nobody has accepted yet
          </label>
        </fieldset>
        <p className="muted">
          Every label stands by its name and number beside the words, so it reads in black and white too.
        </p>
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button type="button" className="button" disabled={working} onClick={() => void print('pdf')}>
            Save as PDF…
          </button>
          <button ref={first} type="submit" className="button primary" disabled={working}>
            {working ? 'Preparing…' : 'Print…'}
          </button>
        </div>
      </form>
    </Modal>
  );
}
