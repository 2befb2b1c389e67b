import { type PlainKey, t } from '../../core/locale/t';
import type { Query } from '../../core/query';
import type { Option } from './options';

const toggles: readonly (readonly [Option, face: string, name: PlainKey])[] = [
  ['caseSensitive', 'Aa', 'search.match-case'],
  ['wholeWord', '“ ”', 'search.whole-words'],
  ['regex', '.*', 'search.pattern'],
  ['foldDiacritics', 'é=e', 'search.ignore-diacritics'],
];

/** The options of a search, each a button that stays pressed. */
export function OptionToggles({ query, onChange }: { query: Query; onChange: (query: Query) => void }) {
  return (
    <fieldset className="search-options">
      <legend className="visually-hidden">{t('search.options')}</legend>
      {toggles.map(([option, face, name]) => (
        <button
          key={option}
          type="button"
          className="toggle"
          aria-label={t(name)}
          title={t(name)}
          aria-pressed={query[option]}
          onClick={() => onChange({ ...query, [option]: !query[option] })}
        >
          {face}
        </button>
      ))}
    </fieldset>
  );
}
