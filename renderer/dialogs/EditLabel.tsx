import { type FormEvent, useRef, useState } from 'react';
import { inkProperties } from '../../core/ink';
import { below, fullName, treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import { nextColor, palette } from '../../core/palette';
import { LabelKeyNote } from '../keys/LabelKeyNote';
import { Modal } from '../parts/Modal';
import { changeLabel, makeLabel } from '../session/labels';
import { closeDialog, openDialog } from '../session/say';
import { get, useSession } from '../state';

/** Name, colour, key and description of a label; ID null makes a new one. */
export function EditLabel({ id }: { id: string | null }) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const label = labels.find((it) => it.id === id);
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(label?.name ?? '');
  const [color, setColor] = useState(label?.color ?? nextColor(labels.map((it) => it.color)));
  const [key, setKey] = useState(label?.key ?? '');
  const [parent, setParent] = useState(label?.parent ?? '');
  const [description, setDescription] = useState(label?.description ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parts = {
      name,
      color,
      key: key === '' ? null : key.toLowerCase(),
      parent: parent || null,
      description,
    };
    const failure = label ? changeLabel(label.id, parts) : makeLabel(parts);
    if (typeof failure === 'string') setProblem(failure);
    // The first edit ever asks for the name, in a dialog that took this one's place.
    else if ((label || failure) && get().dialog?.kind === 'edit-label') closeDialog();
  };
  return (
    <Modal title={t(label ? 'labels.edit.title' : 'labels.new')} first={field}>
      <form onSubmit={submit} className="stack">
        <label className="field">
          {t('labels.edit.name')}
          <input ref={field} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset className="swatches">
          <legend>{t('labels.edit.colour')}</legend>
          {palette.map((it) => (
            <label key={it} title={it}>
              <input
                type="radio"
                name="color"
                value={it}
                checked={it === color.toLowerCase()}
                onChange={() => setColor(it)}
              />
              <span className="inked" style={inkProperties(it)} />
            </label>
          ))}
          <input
            type="color"
            aria-label={t('labels.edit.other-colour')}
            value={color}
            onChange={(event) => setColor(event.target.value)}
          />
        </fieldset>
        <label className="field">
          {t('labels.edit.key')}
          <input value={key} maxLength={1} onChange={(event) => setKey(event.target.value)} />
        </label>
        <LabelKeyNote labelKey={key} />
        <label className="field">
          {t('labels.edit.below')}
          <select value={parent} onChange={(event) => setParent(event.target.value)}>
            <option value="">{t('labels.edit.top')}</option>
            {treeOf(labels)
              .filter((it) => it.label.id !== id && !(id && below(labels, id).has(it.label.id)))
              .map((it) => (
                <option key={it.label.id} value={it.label.id}>
                  {fullName(it)}
                </option>
              ))}
          </select>
        </label>
        <label className="field">
          {t('labels.edit.description')}
          <textarea rows={2} value={description} onChange={(event) => setDescription(event.target.value)} />
        </label>
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button
            type="button"
            className="button quiet"
            onClick={() => openDialog({ kind: 'schema', label: id })}
          >
            {t('labels.edit.schema')}
          </button>
          <span className="grow" />
          <button type="button" className="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary">
            {t(label ? 'labels.edit.change' : 'labels.edit.make')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
