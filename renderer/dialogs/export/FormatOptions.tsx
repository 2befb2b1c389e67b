import type { FormatDescription } from '../../../core/formats/format';
import { unitOf } from '../../../core/formats/report';
import { conjoined, sentences } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { Choice } from '../Choice';
import { type Choices, withChoice } from './choices';
import { features } from './groups';

interface Props {
  readonly description: FormatDescription;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** What a format carries and what it has no place for. */
export function Carried({ description }: { readonly description: FormatDescription }) {
  const { carries } = description;
  const told = (isCarried: boolean) =>
    features.filter((it) => carries[it] === isCarried).map((it) => t(`export.carries.${it}`));
  const cannot = told(false);
  const fixed = description.units.length === 1 ? description.units[0] : undefined;
  return (
    <p className="muted">
      {sentences([
        cannot.length === 0
          ? t('export.carries-all')
          : t('export.carries', {
              can: conjoined([t('export.carries.words'), ...told(true)]),
              cannot: conjoined(cannot),
            }),
        ...(fixed ? [t(`export.fixed.${fixed}`)] : []),
      ])}
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
          <legend>{t('export.unit.title')}</legend>
          {description.units.map((it) => (
            <Choice
              key={it}
              name="unit"
              checked={unit === it}
              onChoose={() => onChoose({ ...choices, unit: it })}
              text={t(`export.unit.${it}`)}
            />
          ))}
        </fieldset>
      )}
      {options.map((option) => (
        <label key={option.id} className="field">
          {t(option.name)}
          <select
            value={choices.choices[id]?.[option.id] ?? option.choices[0]?.id}
            onChange={(event) => onChoose(withChoice(choices, id, option.id, event.target.value))}
          >
            {option.choices.map((it) => (
              <option key={it.id} value={it.id}>
                {t(it.name)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
}
