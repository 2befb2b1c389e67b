import type { Query } from '../../core/query';
import type { Option } from './options';

const toggles: readonly (readonly [Option, face: string, name: string])[] = [
  ['caseSensitive', 'Aa', 'Match case'],
  ['wholeWord', '“ ”', 'Whole words'],
  ['regex', '.*', 'Pattern (regular expression)'],
  ['foldDiacritics', 'é=e', 'Ignore diacritics'],
];

/** The options of a search, each a button that stays pressed. */
export function OptionToggles({ query, onChange }: { query: Query; onChange: (query: Query) => void }) {
  return (
    <fieldset className="search-options">
      <legend className="visually-hidden">Search options</legend>
      {toggles.map(([option, face, name]) => (
        <button
          key={option}
          type="button"
          className="toggle"
          aria-label={name}
          title={name}
          aria-pressed={query[option]}
          onClick={() => onChange({ ...query, [option]: !query[option] })}
        >
          {face}
        </button>
      ))}
    </fieldset>
  );
}
