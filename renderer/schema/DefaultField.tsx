import { t } from '../../core/locale/t';
import type { AttributeType, AttributeValue } from '../../core/model';
import { Check, TextField } from './fields';

interface Props {
  readonly type: AttributeType;
  readonly onCommit: (value: AttributeValue | null) => string | null;
}

/** What something new starts with. */
export function DefaultField({ type, onCommit }: Props) {
  const start = type.default;
  switch (type.kind) {
    case 'text':
      return (
        <TextField
          label={t('schema.starts-with-or-empty')}
          value={typeof start === 'string' ? start : ''}
          onCommit={(text) => onCommit(text === '' ? null : text)}
        />
      );
    case 'number':
      return (
        <TextField
          label={t('schema.starts-with-or-empty')}
          value={typeof start === 'number' ? String(start) : ''}
          onCommit={(text) => onCommit(text.trim() === '' ? null : Number(text.trim().replace(',', '.')))}
        />
      );
    case 'multi-choice': {
      const chosen = typeof start === 'object' && start !== null ? start : [];
      return (
        <fieldset>
          <legend>{t('schema.starts-with')}</legend>
          {type.choices.map((choice) => (
            <Check
              key={choice}
              checked={chosen.includes(choice)}
              onChange={(on) => {
                const next = type.choices.filter((it) => (it === choice ? on : chosen.includes(it)));
                onCommit(next.length > 0 ? next : null);
              }}
            >
              {choice}
            </Check>
          ))}
        </fieldset>
      );
    }
    default: {
      const options =
        type.kind === 'boolean'
          ? ([
              ['yes', t('schema.yes')],
              ['no', t('schema.no')],
            ] as const)
          : type.choices.map((choice) => [choice, choice] as const);
      const shown =
        typeof start === 'boolean' ? (start ? 'yes' : 'no') : typeof start === 'string' ? start : '';
      const answerOf = (text: string): AttributeValue => (type.kind === 'boolean' ? text === 'yes' : text);
      return (
        <label className="field">
          {t('schema.starts-with')}
          <select
            value={shown}
            onChange={(event) => onCommit(event.target.value === '' ? null : answerOf(event.target.value))}
          >
            <option value="">{t('schema.no-answer')}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      );
    }
  }
}
