import type { KeyboardEvent } from 'react';
import { t } from '../../core/locale/t';
import { digitOf, isClearing } from './keys';

interface Props {
  readonly name: string;
  readonly choices: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (choices: readonly string[]) => void;
}

/** Any of several, in the schema's order: digits and Space check them, Backspace takes all away. */
export function MultiChoiceField({ name, choices, chosen, onChoose }: Props) {
  const toggle = (choice: string) =>
    onChoose(choices.filter((it) => (it === choice ? !chosen.includes(it) : chosen.includes(it))));
  const strays = chosen.filter((choice) => !choices.includes(choice));
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const index = digitOf(event);
    const choice = index === null ? undefined : choices[index];
    if (choice !== undefined) {
      toggle(choice);
      event.currentTarget.querySelectorAll('input')[index as number]?.focus();
    } else if (isClearing(event)) onChoose([]);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand beside its mark
    <div role="group" aria-label={name} className="choices" onKeyDown={keys}>
      {choices.map((choice, index) => (
        <label key={choice} className="answer">
          <input
            type="checkbox"
            checked={chosen.includes(choice)}
            aria-label={choice}
            aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
            onChange={() => toggle(choice)}
          />
          <span className="clip">{choice}</span>
          {index < 9 && <kbd>{index + 1}</kbd>}
        </label>
      ))}
      {strays.length > 0 && (
        <p className="muted">
          {t('inspector.stray-choices', { choices: strays.join(t('inspector.between-choices')) })}
        </p>
      )}
    </div>
  );
}
