import type { RefObject } from 'react';
import { withRow } from '../../core/edit-schema';
import { treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import type { AttributeKind, AttributeType } from '../../core/model';
import { converted } from '../../core/refactor';
import type { UsageRow } from '../../core/views';
import { sentence } from '../parts/sentence';
import { Choices } from './Choices';
import { DefaultField } from './DefaultField';
import { useEditor } from './editor';
import { Check, SomeOf, TextField } from './fields';
import type { QuestionPart } from './Questions';
import { Used } from './Used';

const kinds: readonly AttributeKind[] = ['text', 'choice', 'multi-choice', 'number', 'boolean'];

interface Props {
  readonly part: QuestionPart;
  readonly type: AttributeType;
  readonly rows: readonly UsageRow[] | null;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onDelete: () => void;
}

/** Everything that is said of one attribute or document field. */
export function QuestionDetail({ part, type, rows, first, onDelete }: Props) {
  const { schema, propose } = useEditor();
  const put = (parts: Partial<AttributeType>) =>
    propose({
      title: t('schema.step.question-change', { name: type.name }),
      after: withRow(schema, part, type.id, parts),
    });
  const setKind = (kind: AttributeKind) => {
    const hasChoices = kind === 'choice' || kind === 'multi-choice';
    const choices = hasChoices ? (type.choices.length > 0 ? type.choices : [t('schema.first-choice')]) : [];
    const next = { ...type, kind, choices };
    const start = type.default === null ? null : converted(next, type.default);
    put({ kind, choices, default: start });
  };
  const targets = type.target === 'annotation' ? treeOf(schema.labels) : null;
  return (
    <div className="stack">
      <div className="field-row">
        <TextField
          label={t('schema.name')}
          first={first}
          value={type.name}
          onCommit={(name) => put({ name: name.trim() })}
        />
        <label className="field">
          {t('schema.answered-by')}
          <select value={type.kind} onChange={(event) => setKind(event.target.value as AttributeKind)}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`schema.kind-${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {(type.kind === 'choice' || type.kind === 'multi-choice') && <Choices part={part} type={type} />}
      <DefaultField type={type} onCommit={(value) => put({ default: value })} />
      <Check checked={type.required} onChange={(required) => put({ required })}>
        {t('schema.required')}
      </Check>
      <TextField
        label={t('schema.description')}
        lines={2}
        value={type.description}
        onCommit={(description) => put({ description })}
      />
      {part === 'attributes' && (
        <>
          <label className="field">
            {t('schema.asked-of')}
            <select
              value={type.target}
              onChange={(event) => put({ target: event.target.value as AttributeType['target'], of: [] })}
            >
              <option value="annotation">{t('schema.asked-of-annotations')}</option>
              <option value="relation">{t('schema.asked-of-relations')}</option>
            </select>
          </label>
          <SomeOf
            legend={t(targets ? 'schema.with-labels' : 'schema.of-types')}
            none={t('schema.all')}
            rows={
              targets
                ? targets.map(({ label, depth }) => ({ ...label, depth }))
                : schema.relationTypes.map(({ id, name }) => ({ id, name }))
            }
            chosen={type.of}
            onChange={(of) => put({ of })}
          />
        </>
      )}
      <Used rows={rows} noun="answer" />
      <div className="actions start">
        <button type="button" className="button" onClick={onDelete}>
          {t('schema.delete-ask')}
        </button>
        <span className="muted">{sentence('schema.in-files', { id: <code>{type.id}</code> })}</span>
      </div>
    </div>
  );
}
