import type { ImportView } from '../../../core/exchange/report';
import { enumerated, number } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { Choice } from '../Choice';
import { useAnnotators } from '../use-annotators';
import type { Choices } from './choices';

interface Props {
  readonly view: ImportView;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

const listed = (all: ImportView['annotators']) =>
  enumerated(all.slice(0, 4).map(({ name, annotations }) => `${name} ${number(annotations)}`)) +
  (all.length > 4 ? ' …' : '');

/** Whose annotations they become. */
export function Target({ view, choices, onChoose }: Props) {
  const { target } = choices.options;
  const known = useAnnotators();
  const choose = (to: typeof target, other = choices.other) =>
    onChoose({ options: { ...choices.options, target: to }, other });
  const isOther = typeof target === 'object';
  return (
    <fieldset>
      <legend>{t('import.target')}</legend>
      <Choice
        name="target"
        text={t('import.target.own')}
        checked={target === 'own'}
        onChoose={() => choose('own')}
      />
      <Choice
        name="target"
        text={t('import.target.suggestions')}
        checked={target === 'suggestions'}
        onChoose={() => choose('suggestions')}
      />
      {view.annotators.length > 0 && (
        <Choice
          name="target"
          text={t('import.target.each', { annotators: listed(view.annotators) })}
          checked={target === 'each'}
          onChoose={() => choose('each')}
        />
      )}
      <Choice
        name="target"
        text={t('import.target.other')}
        checked={isOther}
        onChoose={() => choose({ id: null, name: choices.other })}
      />
      {isOther && (
        <label className="field import-name">
          {t('import.target.name')}
          <input
            value={choices.other}
            maxLength={500}
            list="import-annotators"
            // biome-ignore lint/a11y/noAutofocus: it comes up when another annotator is asked for
            autoFocus
            onChange={({ target: { value } }) => choose({ id: null, name: value }, value)}
          />
          <datalist id="import-annotators">
            {[...new Set([...known.map((it) => it.name), ...view.annotators.map((it) => it.name)])].map(
              (name) => (
                <option key={name} value={name} />
              ),
            )}
          </datalist>
        </label>
      )}
    </fieldset>
  );
}
