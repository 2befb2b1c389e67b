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
          label="Starts with (empty: no answer)"
          value={typeof start === 'string' ? start : ''}
          onCommit={(text) => onCommit(text === '' ? null : text)}
        />
      );
    case 'number':
      return (
        <TextField
          label="Starts with (empty: no answer)"
          value={typeof start === 'number' ? String(start) : ''}
          onCommit={(text) => onCommit(text.trim() === '' ? null : Number(text.trim().replace(',', '.')))}
        />
      );
    case 'multi-choice': {
      const chosen = typeof start === 'object' && start !== null ? start : [];
      return (
        <fieldset>
          <legend>Starts with</legend>
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
      const options = type.kind === 'boolean' ? ['yes', 'no'] : type.choices;
      const shown =
        typeof start === 'boolean' ? (start ? 'yes' : 'no') : typeof start === 'string' ? start : '';
      const answerOf = (text: string): AttributeValue => (type.kind === 'boolean' ? text === 'yes' : text);
      return (
        <label className="field">
          Starts with
          <select
            value={shown}
            onChange={(event) => onCommit(event.target.value === '' ? null : answerOf(event.target.value))}
          >
            <option value="">(no answer)</option>
            {options.map((it) => (
              <option key={it} value={it}>
                {it}
              </option>
            ))}
          </select>
        </label>
      );
    }
  }
}
