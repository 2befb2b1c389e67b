import { type FormEvent, useRef, useState } from 'react';
import { withoutRow } from '../../core/edit-schema';
import { fullName, treeOf } from '../../core/label-tree';
import { enumerated } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { Label } from '../../core/model';
import { Modal } from '../parts/Modal';
import { useEditor } from './editor';
import { counted } from './Used';

/** All annotations of LABEL become those of another, and LABEL goes. */
export function Merge({ label, onClose }: { label: Label; onClose: () => void }) {
  const { schema, propose, usage } = useEditor();
  const others = treeOf(schema.labels).filter((it) => it.label.id !== label.id);
  const [into, setInto] = useState(
    others.find((it) => it.label.id === label.parent)?.label.id ?? others[0]?.label.id ?? '',
  );
  const [problem, setProblem] = useState<string | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  const rows = usage?.get(`label/${label.id}`) ?? [];
  const name = others.find((it) => it.label.id === into)?.label.name ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const refused = propose({
      title: t('schema.step.merge', { label: label.name, into: name }),
      after: withoutRow(schema, 'labels', label.id, into),
      fates: { [`label/${label.id}`]: { do: 'merge', into } },
    });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Modal title={t('schema.merge-title', { label: label.name })} first={select} onClose={onClose}>
      <form onSubmit={submit} className="stack">
        <label className="field">
          {t('schema.into')}
          <select ref={select} value={into} onChange={(event) => setInto(event.target.value)}>
            {others.map((it) => (
              <option key={it.label.id} value={it.label.id}>
                {fullName(it)}
              </option>
            ))}
          </select>
        </label>
        <p>
          {rows.length > 0
            ? t('schema.merge-used', {
                counted: counted(rows, 'annotation'),
                label: label.name,
                into: name,
              })
            : t('schema.merge-unused', { label: label.name, into: name })}
        </p>
        <OthersNote names={rows.filter((row) => !row.own).map((row) => row.annotator)} />
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={into === ''}>
            {t('schema.merge')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Other annotators’ files are never written. */
export function OthersNote({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return <p className="muted">{t('schema.others-files', { names: enumerated([...new Set(names)]) })}</p>;
}
