import type { RefObject } from 'react';
import { withRow } from '../../core/edit-schema';
import { treeOf } from '../../core/label-tree';
import type { AttributeKind, AttributeType } from '../../core/model';
import { converted } from '../../core/refactor';
import type { UsageRow } from '../../core/views';
import { Choices } from './Choices';
import { DefaultField } from './DefaultField';
import { useEditor } from './editor';
import { Check, SomeOf, TextField } from './fields';
import type { QuestionPart } from './Questions';
import { Used } from './Used';

const kinds: readonly (readonly [AttributeKind, string])[] = [
  ['text', 'Text'],
  ['choice', 'One choice'],
  ['multi-choice', 'Any number of choices'],
  ['number', 'Number'],
  ['boolean', 'Yes or no'],
];

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
    propose({ title: `Change ${type.name}`, after: withRow(schema, part, type.id, parts) });
  const setKind = (kind: AttributeKind) => {
    const hasChoices = kind === 'choice' || kind === 'multi-choice';
    const choices = hasChoices ? (type.choices.length > 0 ? type.choices : ['First choice']) : [];
    const next = { ...type, kind, choices };
    const start = type.default === null ? null : converted(next, type.default);
    put({ kind, choices, default: start });
  };
  const targets = type.target === 'annotation' ? treeOf(schema.labels) : null;
  return (
    <div className="stack">
      <div className="field-row">
        <TextField
          label="Name"
          first={first}
          value={type.name}
          onCommit={(name) => put({ name: name.trim() })}
        />
        <label className="field">
          Answered by
          <select value={type.kind} onChange={(event) => setKind(event.target.value as AttributeKind)}>
            {kinds.map(([kind, text]) => (
              <option key={kind} value={kind}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      {(type.kind === 'choice' || type.kind === 'multi-choice') && <Choices part={part} type={type} />}
      <DefaultField type={type} onCommit={(value) => put({ default: value })} />
      <Check checked={type.required} onChange={(required) => put({ required })}>
        Required: without an answer it counts as unfinished
      </Check>
      <TextField
        label="Description"
        lines={2}
        value={type.description}
        onCommit={(description) => put({ description })}
      />
      {part === 'attributes' && (
        <>
          <label className="field">
            Asked of
            <select
              value={type.target}
              onChange={(event) => put({ target: event.target.value as AttributeType['target'], of: [] })}
            >
              <option value="annotation">Annotations</option>
              <option value="relation">Relations</option>
            </select>
          </label>
          <SomeOf
            legend={targets ? 'With these labels' : 'Of these types'}
            none="all"
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
          Delete…
        </button>
        <span className="muted">
          In files: <code>{type.id}</code>
        </span>
      </div>
    </div>
  );
}
