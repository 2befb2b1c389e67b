import { ArrowLeft, ArrowLeftRight, ArrowRight, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { questionsOfRelation } from '../../core/edit-attributes';
import { inkProperties } from '../../core/ink';
import { t } from '../../core/locale/t';
import type { Relation } from '../../core/model';
import { Swatch } from '../parts/Swatch';
import { labelName, labelOf, pick, shortQuote } from '../session/pick';
import {
  answerOnRelation,
  noteOnRelation,
  relationName,
  removeRelation,
  retype,
  retypeRefusal,
  turnRound,
} from '../session/relations';
import { useSession } from '../state';
import { NoteField } from './NoteField';
import { Questions } from './Questions';

interface Props {
  readonly relation: Relation;
  /** The picked annotation, at one of its ends. */
  readonly from: string;
  /** It was clicked in the text. */
  readonly pointed: boolean;
}

/** A relation as seen from one end: its type, the other end to go to, its questions and its note. */
export function RelationRow({ relation, from, pointed }: Props) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (pointed) row.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const types = useSession((state) => state.project?.schema.relationTypes) ?? [];
  const attributes = useSession((state) => state.project?.schema.attributes) ?? [];
  const away = relation.from === from;
  const end = away ? relation.to : relation.from;
  const other = useSession((state) => state.document?.annotations.get(end));
  const name = relationName(relation);
  const color = types.find((type) => type.id === relation.type)?.color ?? '#808080';
  const Arrow = away ? ArrowRight : ArrowLeft;
  return (
    <li
      ref={row}
      className={`inked relation${pointed ? ' pointed' : ''}`}
      aria-current={pointed || undefined}
      style={inkProperties(color)}
    >
      <div className="relation-line" data-field={`relation ${relation.id}`}>
        <select
          aria-label={t('relations.type-of', { name })}
          value={relation.type}
          onChange={(event) => {
            const type = types.find((it) => it.id === event.target.value);
            if (type) retype(relation, type);
          }}
        >
          {!types.some((type) => type.id === relation.type) && <option value={relation.type}>{name}</option>}
          {types.map((type) => {
            const refusal = type.id === relation.type ? null : retypeRefusal(relation, type);
            return (
              <option key={type.id} value={type.id} disabled={refusal !== null} title={refusal ?? undefined}>
                {type.name}
              </option>
            );
          })}
        </select>
        <button
          type="button"
          className="icon-button small"
          aria-label={t('relations.turn-round-one', { name })}
          title={t('relations.turn-round')}
          onClick={() => turnRound(relation)}
        >
          <ArrowLeftRight size={14} />
        </button>
        <button
          type="button"
          className="icon-button small"
          aria-label={t('relations.remove-one', { name })}
          title={t('relations.remove')}
          onClick={() => removeRelation(relation)}
        >
          <Trash2 size={14} />
        </button>
      </div>
      <button
        type="button"
        className="relation-end"
        aria-label={
          other
            ? t(away ? 'relations.to' : 'relations.from', {
                label: labelName(other),
                quote: shortQuote(other),
              })
            : t('relations.nothing')
        }
        title={t('relations.go')}
        onClick={() => pick(end)}
      >
        <Arrow size={13} aria-hidden="true" />
        {other && <Swatch color={labelOf(other)?.color ?? '#888888'} />}
        <span className="clip" dir="auto">
          {other ? shortQuote(other) : end}
        </span>
      </button>
      <Questions
        questions={questionsOfRelation(attributes, relation.type)}
        given={relation.attributes}
        owner={`${relation.id} `}
        onAnswer={(type, value) => answerOnRelation(relation, type, value)}
      />
      <NoteField
        key={relation.id}
        name={t('relations.note')}
        value={relation.note}
        placeholder={t('relations.note')}
        field={`${relation.id} note`}
        rows={1}
        quiet
        onSave={(note) => noteOnRelation(relation, note)}
      />
    </li>
  );
}
