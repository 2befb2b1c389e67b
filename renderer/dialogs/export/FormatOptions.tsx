import type { FormatDescription } from '../../../core/formats/format';
import { unitOf } from '../../../core/formats/report';
import type { OffsetUnit } from '../../../core/offsets';
import { Choice } from '../Choice';
import { type Choices, withChoice } from './choices';
import { features } from './groups';

const units: Readonly<Record<OffsetUnit, string>> = {
  'code-point': 'Code points (Python, most tools)',
  'utf-16': 'UTF-16 units (JavaScript, Java)',
  byte: 'UTF-8 bytes',
};

interface Props {
  readonly description: FormatDescription;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** What a format carries and what it has no place for. */
export function Carried({ description }: { readonly description: FormatDescription }) {
  const { carries } = description;
  const can = features.filter(([feature]) => carries[feature]).map(([, name]) => name);
  const cannot = features.filter(([feature]) => !carries[feature]).map(([, name]) => name);
  const fixed = description.units.length === 1 ? description.units[0] : undefined;
  return (
    <p className="muted">
      {cannot.length === 0
        ? 'Carries everything.'
        : `Carries ${list(['labelled words', ...can])}. Has no place for ${list(cannot)}.`}
      {fixed && ` Its offsets count ${units[fixed].replace(/^C/, 'c')}.`}
    </p>
  );
}

/** What can be chosen of a format. */
export function FormatOptions({ description, choices, onChoose }: Props) {
  const { id, options } = description;
  const unit = unitOf(description, choices.unit);
  return (
    <>
      {description.units.length > 1 && (
        <fieldset>
          <legend>Offsets count</legend>
          {description.units.map((it) => (
            <Choice
              key={it}
              name="unit"
              checked={unit === it}
              onChoose={() => onChoose({ ...choices, unit: it })}
              text={units[it]}
            />
          ))}
        </fieldset>
      )}
      {options.map((option) => (
        <label key={option.id} className="field">
          {option.name}
          <select
            value={choices.choices[id]?.[option.id] ?? option.choices[0]?.id}
            onChange={(event) => onChoose(withChoice(choices, id, option.id, event.target.value))}
          >
            {option.choices.map((it) => (
              <option key={it.id} value={it.id}>
                {it.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}

const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
