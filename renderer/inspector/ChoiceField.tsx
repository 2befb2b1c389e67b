import { type KeyboardEvent, useId } from 'react';
import { t } from '../../core/locale/t';
import { digitOf, isClearing } from './keys';

interface Props {
  readonly name: string;
  readonly choices: readonly string[];
  readonly chosen: string | null;
  readonly required: boolean;
  readonly onChoose: (choice: string | null) => void;
}

/** More than these are easier to find by typing in a select. */
const MOST = 9;

/** One of several: digits and arrows choose, Backspace takes the answer away. */
export function ChoiceField({ name, choices, chosen, required, onChoose }: Props) {
  const group = useId();
  const stray = chosen !== null && !choices.includes(chosen);
  if (choices.length > MOST) {
    return (
      <select
        aria-label={name}
        aria-required={required}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('inspector.no-answer')}</option>
        {stray && <option value={chosen}>{chosen}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const index = digitOf(event);
    const choice = index === null ? undefined : choices[index];
    if (choice !== undefined) {
      onChoose(choice);
      event.currentTarget.querySelectorAll('input')[index as number]?.focus();
    } else if (isClearing(event)) onChoose(null);
    else return;
    event.preventDefault();
  };
  return (
    <div role="radiogroup" aria-label={name} aria-required={required} className="choices" onKeyDown={keys}>
      {choices.map((choice, index) => (
        <label key={choice} className="answer">
          <input
            type="radio"
            name={group}
            checked={choice === chosen}
            aria-label={choice}
            aria-keyshortcuts={String(index + 1)}
            onChange={() => onChoose(choice)}
          />
          <span className="clip">{choice}</span>
          <kbd>{index + 1}</kbd>
        </label>
      ))}
      {stray && <p className="muted">{t('inspector.stray-choice', { choice: chosen })}</p>}
    </div>
  );
}
