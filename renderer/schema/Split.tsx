import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { questionsOf } from '../../core/edit-attributes';
import { freeName, newLabel, withNew } from '../../core/edit-schema';
import { t } from '../../core/locale/t';
import type { AttributeType, AttributeValue, Label } from '../../core/model';
import type { Split as Moved } from '../../core/refactor';
import type { UsageRow } from '../../core/views';
import { Modal } from '../parts/Modal';
import { ChosenPassages } from './ChosenPassages';
import { useEditor } from './editor';
import { OthersNote } from './Merge';
import { counted, UsedIn } from './Used';
import { ownCount, usageOf } from './use';

const REST_MS = 150;

/** Answers that can be chosen from; the other kinds have too many. */
function answersOf(type: AttributeType): readonly (readonly [string, AttributeValue])[] {
  if (type.kind === 'boolean')
    return [
      [t('schema.yes'), true],
      [t('schema.no'), false],
    ];
  return type.choices.map((choice) => [choice, choice] as const);
}

/** Some annotations of LABEL, chosen by their words, by an answer or one by one, move to a new label below it. */
export function Split({ label, onClose }: { label: Label; onClose: () => void }) {
  const { schema, propose } = useEditor();
  const [name, setName] = useState(() => freeName(schema, 'labels', `${label.name} 2`));
  const [way, setWay] = useState('words');
  const [quote, setQuote] = useState('');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [rows, setRows] = useState<readonly UsageRow[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const answers = questionsOf(schema.attributes, label.id).flatMap((type) =>
    answersOf(type).map(([text, value]) => ({ key: JSON.stringify([type.id, value]), type, text, value })),
  );
  const row = newLabel(schema, name.trim() || label.name, label.id);
  const by = useMemo((): Moved['by'] | null => {
    if (way === 'ids') return ids.size === 0 ? null : { kind: 'ids', ids: [...ids] };
    if (way === 'words') return quote === '' ? null : { kind: 'quote', quote };
    const [attribute, value] = JSON.parse(way) as [string, AttributeValue];
    return { kind: 'answer', attribute, value };
  }, [way, quote, ids]);
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
      title: t('schema.step.split', { label: row.name, from: label.name }),
      after: withNew(schema, 'labels', row),
      split,
    });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Modal
      title={t('schema.split-title', { label: label.name })}
      width={way === 'ids' ? 'wide' : 'narrow'}
      first={field}
      onClose={onClose}
    >
      <form onSubmit={submit} className="stack">
        <label className="field">
          {t('schema.split-name', { label: label.name })}
          <input ref={field} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          {t('schema.split-gets')}
          <select value={way} onChange={(event) => setWay(event.target.value)}>
            <option value="words">{t('schema.split-by-words')}</option>
            {answers.map(({ key, type, text }) => (
              <option key={key} value={key}>
                {t('schema.split-by-answer', { attribute: type.name, answer: text })}
              </option>
            ))}
            <option value="ids">{t('schema.split-by-choice')}</option>
          </select>
        </label>
        {way === 'words' && (
          <label className="field">
            {t('schema.split-words')}
            <input value={quote} onChange={(event) => setQuote(event.target.value)} />
          </label>
        )}
        {way === 'ids' && <ChosenPassages label={label} chosen={ids} onChoose={setIds} />}
        {split && rows && way !== 'ids' && (
          <>
            <p>
              {rows.length > 0
                ? t('schema.split-found', { counted: counted(rows, 'annotation') })
                : t('schema.split-none')}
            </p>
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
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={moving === 0 || name.trim() === ''}>
            {moving > 0 ? t('schema.split-move-some', { moving }) : t('schema.split-move')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
