import { X } from 'lucide-react';
import { unanswered } from '../../core/edit-attributes';
import { t } from '../../core/locale/t';
import type { Attributes, AttributeType, AttributeValue } from '../../core/model';
import { AnswerField } from './AnswerField';

interface Props {
  readonly questions: readonly AttributeType[];
  readonly given: Attributes;
  /** Before the name of each field, so that those of several owners stay apart. */
  readonly owner: string;
  readonly onAnswer: (type: AttributeType, value: AttributeValue | null) => void;
}

/** Every question that is asked here, with its answer; those that need one are marked. */
export function Questions({ questions, given, owner, onAnswer }: Props) {
  const open = new Set(unanswered(questions, given));
  return (
    <>
      {questions.map((type) => (
        <div
          key={type.id}
          className="question"
          data-field={`${owner}${type.id}`}
          data-open={open.has(type) ? '' : undefined}
        >
          <div className="question-head" title={type.description || undefined}>
            <span className="question-name">{type.name}</span>
            {open.has(type) && <span className="needed">{t('inspector.needed')}</span>}
            {given[type.id] !== undefined && (
              <button
                type="button"
                className="icon-button small"
                aria-label={t('inspector.take-away-one', { question: type.name })}
                title={t('inspector.take-away')}
                onClick={() => onAnswer(type, null)}
              >
                <X size={12} />
              </button>
            )}
          </div>
          <AnswerField type={type} value={given[type.id]} onAnswer={(value) => onAnswer(type, value)} />
        </div>
      ))}
    </>
  );
}
