import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ExportOptions, ExportReport } from '../../core/contract';
import type { Result } from '../../core/failure';
import { call } from '../api';
import { Modal } from '../parts/Modal';
import { closeDialog } from '../session/say';
import { useSession } from '../state';

type Preview = Result<{ readonly report: ExportReport; readonly head: string }> | null;

const units: readonly (readonly [ExportOptions['unit'], string])[] = [
  ['code-point', 'Code points (Python, most tools)'],
  ['utf-16', 'UTF-16 units (JavaScript, Java)'],
  ['byte', 'UTF-8 bytes'],
];

export function Export() {
  const project = useSession((state) => state.project?.name) ?? 'export';
  const open = useSession((state) => state.document?.path) ?? null;
  const [whole, setWhole] = useState(true);
  const [unit, setUnit] = useState<ExportOptions['unit']>('code-point');
  const [preview, setPreview] = useState<Preview>(null);
  const [outcome, setOutcome] = useState<Result<ExportReport> | 'busy' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const document = whole ? null : open;

  useEffect(() => {
    let current = true;
    setPreview(null);
    void call('export.preview', { format: 'json', unit, document }).then(
      (result) => current && setPreview(result),
    );
    return () => {
      current = false;
    };
  }, [unit, document]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const name = document ? document.replace(/\.[^./]*$/, '').replaceAll('/', '-') : project;
    const chosen = await call('export.choose', { suggested: `${name}.json`.slice(-300) });
    if (!chosen.ok) return setOutcome(chosen);
    if (chosen.value === null) return;
    setOutcome('busy');
    setOutcome(await call('export.write', { format: 'json', unit, document, file: chosen.value }));
  };

  if (outcome !== null && outcome !== 'busy' && outcome.ok) return <Done report={outcome.value} />;
  return (
    <Modal title="Export" width="wide" first={button}>
      <form onSubmit={submit} className="stack">
        <p className="muted">
          Postil JSON: the schema, every document with its text, and every annotation of every annotator.
        </p>
        <fieldset>
          <legend>What</legend>
          <Choice name="what" checked={whole} onChoose={() => setWhole(true)} text="The whole project" />
          <Choice
            name="what"
            checked={!whole}
            disabled={!open}
            onChoose={() => setWhole(false)}
            text={`This document${open ? ` (${open})` : ''}`}
          />
        </fieldset>
        <fieldset>
          <legend>Offsets count</legend>
          {units.map(([value, text]) => (
            <Choice
              key={value}
              name="unit"
              checked={unit === value}
              onChoose={() => setUnit(value)}
              text={text}
            />
          ))}
        </fieldset>
        <PreviewBox preview={preview} />
        {outcome !== null && outcome !== 'busy' && !outcome.ok && (
          <p className="error" role="alert">
            {outcome.failure.message}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button ref={button} type="submit" className="button primary" disabled={outcome === 'busy'}>
            {outcome === 'busy' ? 'Exporting…' : 'Export…'}
          </button>
        </div>
      </form>
    </Modal>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly text: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, text, checked, disabled, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={checked} disabled={disabled} onChange={onChoose} />
      <span className="clip">{text}</span>
    </label>
  );
}

function PreviewBox({ preview }: { preview: Preview }) {
  if (!preview) return <p className="muted">Reading…</p>;
  if (!preview.ok) return <p className="error">{preview.failure.message}</p>;
  const { report, head } = preview.value;
  return (
    <>
      <p>{summary(report)}</p>
      <Refused refused={report.refused} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="preview" aria-label="Preview" tabIndex={0}>
        <pre>{head}</pre>
      </section>
    </>
  );
}

const plural = (count: number, noun: string) => `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
const summary = (report: ExportReport) =>
  `${plural(report.annotations, 'annotation')} in ${plural(report.documents, 'document')}.`;

/** Files that can't be read, and annotations whose words are no longer where they were: with the reason. */
function Refused({ refused }: { refused: ExportReport['refused'] }) {
  if (refused.length === 0) return null;
  return (
    <details open>
      <summary>Not in the export ({refused.length}); it lists them as refused</summary>
      <ul>
        {refused.map(({ path, reason }) => (
          <li key={path}>
            {path}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Done({ report }: { report: ExportReport }) {
  const close = useRef<HTMLButtonElement>(null);
  const { file } = report;
  return (
    <Modal title="Export" width="wide" first={close}>
      <div className="stack" role="status" aria-label="Export result">
        <p>Exported: {summary(report)}</p>
        <p className="muted">{file}</p>
        <Refused refused={report.refused} />
        <div className="actions">
          {file && (
            <button
              type="button"
              className="button"
              onClick={() => void call('shell.showItem', { path: file })}
            >
              Show in folder
            </button>
          )}
          <button ref={close} type="button" className="button primary" onClick={closeDialog}>
            Close
          </button>
        </div>
      </div>
    </Modal>
  );
}
