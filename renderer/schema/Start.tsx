import { type FormEvent, useRef, useState } from 'react';
import { withAll } from '../../core/edit-schema';
import { t } from '../../core/locale/t';
import type { Schema } from '../../core/model';
import { templates } from '../../core/templates';
import { Modal } from '../parts/Modal';
import { Swatch } from '../parts/Swatch';
import { useEditor } from './editor';

/** What is in a schema, in one line. */
export function summary({ labels, attributes, relationTypes, documentFields }: Schema): string {
  const parts = [
    [labels.length, 'schema.count-label'],
    [attributes.length, 'schema.count-attribute'],
    [relationTypes.length, 'schema.count-relation-type'],
    [documentFields.length, 'schema.count-field'],
  ] as const;
  const held = parts.flatMap(([count, key]) => (count > 0 ? [t(key, { count })] : []));
  return held.length > 0 ? held.join(' · ') : t('schema.count-nothing');
}

interface Props {
  /** From a file; null offers the templates. */
  readonly imported: { readonly name: string; readonly schema: Schema } | null;
  readonly onClose: () => void;
}

/** Takes a template, or an imported schema, beside what is there or in its place. */
export function Start({ imported, onClose }: Props) {
  const { schema, propose } = useEditor();
  const offered = templates();
  const [id, setId] = useState(offered[1]?.id ?? '');
  const [isReplacing, setReplacing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const template = offered.find((it) => it.id === id);
  const name = imported?.name ?? template?.name ?? '';
  const other = imported?.schema ?? template?.schema;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!other) return;
    const refused = propose({
      title: t(isReplacing ? 'schema.step.replace' : 'schema.step.add', { name }),
      after: isReplacing ? other : withAll(schema, other),
    });
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Modal
      title={imported ? t('schema.import-title', { name }) : t('schema.start')}
      width="wide"
      first={imported ? button : first}
      onClose={onClose}
    >
      <form onSubmit={submit} className="stack">
        {imported ? (
          <p>{summary(imported.schema)}</p>
        ) : (
          <fieldset className="templates">
            <legend className="visually-hidden">{t('schema.template')}</legend>
            {offered.map((it) => (
              <label key={it.id} className="template">
                <input
                  ref={it.id === id ? first : undefined}
                  type="radio"
                  name="template"
                  checked={it.id === id}
                  onChange={() => setId(it.id)}
                />
                <span className="template-text">
                  <strong>{it.name}</strong>
                  <span>{it.description}</span>
                  <span className="muted">{summary(it.schema)}</span>
                  {it.id === id && <Names schema={it.schema} />}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>{t('schema.start-there', { what: summary(schema) })}</legend>
          <label className="choice">
            <input type="radio" name="how" checked={!isReplacing} onChange={() => setReplacing(false)} />
            <span>
              {t('schema.start-add')} <span className="muted">{t('schema.start-add-hint')}</span>
            </span>
          </label>
          <label className="choice">
            <input type="radio" name="how" checked={isReplacing} onChange={() => setReplacing(true)} />
            <span>
              {t('schema.start-replace')} <span className="muted">{t('schema.start-replace-hint')}</span>
            </span>
          </label>
        </fieldset>
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button ref={button} type="submit" className="button primary">
            {t(isReplacing ? 'schema.replace' : 'schema.add')}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** The labels at the top of a schema. */
function Names({ schema }: { schema: Schema }) {
  return (
    <span className="template-labels" aria-hidden="true">
      {schema.labels
        .filter((label) => label.parent === null)
        .map((label) => (
          <span key={label.id}>
            <Swatch color={label.color} /> {label.name}
          </span>
        ))}
    </span>
  );
}
