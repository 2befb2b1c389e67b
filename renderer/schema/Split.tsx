import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { UsageRow } from '../../core/contract';
import { questionsOf } from '../../core/edit-attributes';
import { freeName, newLabel, withNew } from '../../core/edit-schema';
import type { AttributeType, AttributeValue, Label } from '../../core/model';
import type { Split as Moved } from '../../core/refactor';
import { Modal } from '../parts/Modal';
import { useEditor } from './editor';
import { OthersNote } from './Merge';
import { counted, UsedIn } from './Used';
import { ownCount, usageOf } from './use';

const REST_MS = 150;

/** Answers that can be chosen from; the other kinds have too many. */
function answersOf(type: AttributeType): readonly (readonly [string, AttributeValue])[] {
  if (type.kind === 'boolean')
    return [
      ['yes', true],
      ['no', false],
    ];
  return type.choices.map((choice) => [choice, choice] as const);
}

/** Some annotations of LABEL, chosen by their words or by an answer, move to a new label below it. */
export function Split({ label, onClose }: { label: Label; onClose: () => void }) {
  const { schema, propose } = useEditor();
  const [name, setName] = useState(() => freeName(schema, 'labels', `${label.name} 2`));
  const [quote, setQuote] = useState('');
  const [answer, setAnswer] = useState('');
  const [rows, setRows] = useState<readonly UsageRow[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const answers = questionsOf(schema.attributes, label.id).flatMap((type) =>
    answersOf(type).map(([text, value]) => ({ key: JSON.stringify([type.id, value]), type, text, value })),
  );
  const chosen = answers.find((it) => it.key === answer);
  const row = newLabel(schema, name.trim() || label.name, label.id);
  const by: Moved['by'] | null = chosen
    ? { kind: 'answer', attribute: chosen.type.id, value: chosen.value }
    : quote === ''
      ? null
      : { kind: 'quote', quote };
  const split = by && { from: label.id, to: row.id, by };
  const asked = JSON.stringify(split);
  useEffect(() => {
    let isCurrent = true;
    setRows(null);
    const wanted = JSON.parse(asked) as Moved | null;
    const count = async () => {
      if (!wanted) return;
      const usage = await usageOf(schema, wanted);
      if (!isCurrent) return;
      if (usage.ok) setRows(usage.value.split);
      else setProblem(usage.failure.message);
    };
    // Counted in all files: not at every letter that is typed.
    const timer = setTimeout(count, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked, schema]);
  const moving = rows ? ownCount(rows) : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!split || moving === 0) return;
    const refused = propose({
      title: `Split ${row.name} off ${label.name}`,
      after: withNew(schema, 'labels', row),
      split,
    });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Modal title={`Split off “${label.name}”`} first={field} onClose={onClose}>
      <form onSubmit={submit} className="stack">
        <label className="field">
          Name of the new label, below “{label.name}”
          <input ref={field} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        {answers.length > 0 && (
          <label className="field">
            It gets the annotations with this answer
            <select value={answer} onChange={(event) => setAnswer(event.target.value)}>
              <option value="">(by their words)</option>
              {answers.map(({ key, type, text }) => (
                <option key={key} value={key}>
                  {type.name}: {text}
                </option>
              ))}
            </select>
          </label>
        )}
        {!chosen && (
          <label className="field">
            It gets the annotations of exactly these words
            <input value={quote} onChange={(event) => setQuote(event.target.value)} />
          </label>
        )}
        {split && rows && (
          <>
            <p>{rows.length > 0 ? `${counted(rows, 'annotation')}.` : 'There are none.'}</p>
            <UsedIn rows={rows} />
            <OthersNote names={rows.filter((it) => !it.own).map((it) => it.annotator)} />
          </>
        )}
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={moving === 0 || name.trim() === ''}>
            {moving > 0 ? `Move ${moving}` : 'Move'}
          </button>
        </div>
      </form>
    </Modal>
  );
}
