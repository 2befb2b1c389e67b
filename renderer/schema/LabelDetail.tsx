import { type RefObject, useState } from 'react';
import { placeLabel, withRow } from '../../core/edit-schema';
import { below, treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import type { Label } from '../../core/model';
import { LabelKeyNote } from '../keys/LabelKeyNote';
import { sentence } from '../parts/sentence';
import { useEditor } from './editor';
import { ColorField, TextField } from './fields';
import { Merge } from './Merge';
import { Split } from './Split';
import { Used } from './Used';

interface Props {
  readonly label: Label;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onDelete: () => void;
}

/** Everything that is said of one label. */
export function LabelDetail({ label, first, onDelete }: Props) {
  const { schema, propose, usage } = useEditor();
  const [asking, setAsking] = useState<'merge' | 'split' | null>(null);
  const put = (parts: Partial<Label>) =>
    propose({
      title: t('schema.step.label-change', { label: label.name }),
      after: withRow(schema, 'labels', label.id, parts),
    });
  const under = below(schema.labels, label.id);
  const move = (parent: string | null) => {
    const placed = placeLabel(schema, label.id, parent);
    if (placed.ok)
      propose({ title: t('schema.step.label-move', { label: label.name }), after: placed.value });
  };
  return (
    <div className="stack">
      <div className="field-row">
        <TextField
          label={t('schema.name')}
          first={first}
          value={label.name}
          onCommit={(name) => put({ name: name.trim() })}
        />
        <TextField
          label={t('schema.key')}
          value={label.key?.toUpperCase() ?? ''}
          maxLength={1}
          onCommit={(key) => put({ key: key.trim() === '' ? null : key.toLowerCase() })}
        />
        <label className="field">
          {t('schema.below')}
          <select value={label.parent ?? ''} onChange={(event) => move(event.target.value || null)}>
            <option value="">{t('schema.at-top')}</option>
            {treeOf(schema.labels).map(({ label: it, depth }) => (
              <option key={it.id} value={it.id} disabled={it.id === label.id || under.has(it.id)}>
                {`${'\u2003'.repeat(depth)}${it.name}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <LabelKeyNote labelKey={label.key} />
      <ColorField color={label.color} name={`color-${label.id}`} onCommit={(color) => put({ color })} />
      <TextField
        label={t('schema.label-description')}
        lines={3}
        value={label.description}
        onCommit={(description) => put({ description })}
      />
      <TextField
        label={t('schema.label-memo')}
        lines={3}
        value={label.memo}
        onCommit={(memo) => put({ memo })}
      />
      <Used rows={usage && (usage.get(`label/${label.id}`) ?? [])} noun="annotation" />
      <div className="actions start">
        <button type="button" className="button" onClick={() => setAsking('merge')}>
          {t('schema.merge-ask')}
        </button>
        <button type="button" className="button" onClick={() => setAsking('split')}>
          {t('schema.split-ask')}
        </button>
        <button type="button" className="button" onClick={onDelete}>
          {t('schema.delete-ask')}
        </button>
        <span className="muted">{sentence('schema.in-files', { id: <code>{label.id}</code> })}</span>
      </div>
      {asking === 'merge' && <Merge label={label} onClose={() => setAsking(null)} />}
      {asking === 'split' && <Split label={label} onClose={() => setAsking(null)} />}
    </div>
  );
}
