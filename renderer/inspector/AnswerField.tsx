import { assertNever } from '../../core/failure';
import { t } from '../../core/locale/t';
import type { AttributeType, AttributeValue } from '../../core/model';
import { ChoiceField } from './ChoiceField';
import { MultiChoiceField } from './MultiChoiceField';
import { TypedField } from './TypedField';

export interface AnswerProps {
  readonly type: AttributeType;
  /** Undefined when it is not answered. */
  readonly value: AttributeValue | undefined;
  /** Null takes the answer away. */
  readonly onAnswer: (value: AttributeValue | null) => void;
}

const numberOf = (draft: string) => Number(draft.trim().replace(',', '.'));

/** The control that answers a question, by its kind. */
export function AnswerField({ type, value, onAnswer }: AnswerProps) {
  const { name, choices, required } = type;
  switch (type.kind) {
    case 'choice':
      return (
        <ChoiceField
          name={name}
          choices={choices}
          chosen={typeof value === 'string' ? value : null}
          required={required}
          onChoose={onAnswer}
        />
      );
    case 'multi-choice':
      return (
        <MultiChoiceField
          name={name}
          choices={choices}
          chosen={typeof value === 'object' ? value : []}
          onChoose={(chosen) => onAnswer(chosen.length === 0 ? null : chosen)}
        />
      );
    case 'boolean':
      return (
        <ChoiceField
          name={name}
          choices={[t('inspector.yes'), t('inspector.no')]}
          chosen={typeof value === 'boolean' ? t(value ? 'inspector.yes' : 'inspector.no') : null}
          required={required}
          onChoose={(choice) => onAnswer(choice === null ? null : choice === t('inspector.yes'))}
        />
      );
    case 'text':
      return (
        <TypedField
          name={name}
          required={required}
          value={typeof value === 'string' ? value : ''}
          onSave={(draft) => onAnswer(draft === '' ? null : draft)}
        />
      );
    case 'number':
      return (
        <TypedField
          name={name}
          required={required}
          numeric
          value={typeof value === 'number' ? String(value) : ''}
          problem={(draft) => (Number.isFinite(numberOf(draft)) ? null : t('inspector.not-a-number'))}
          onSave={(draft) => onAnswer(draft.trim() === '' ? null : numberOf(draft))}
        />
      );
    default:
      return assertNever(type.kind);
  }
}
