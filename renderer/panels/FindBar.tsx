import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { OptionToggles } from '../search/OptionToggles';
import { MOST_MATCHES } from '../search/run';
import { annotateFound, closeFind, findFor, findNext } from '../session/finding';
import { type Find, useSession } from '../state';

/** Find in the document: Enter goes on, Shift+Enter back, Ctrl+Enter annotates, Esc closes and selects the match. */
export function FindBar() {
  const find = useSession((state) => state.find);
  if (!find) return null;
  const { query, matches, failure } = find;
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) annotateFound();
    else if (event.key === 'Enter') findNext(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        closeFind();
        event.preventDefault();
      }}
    >
      <input
        type="search"
        aria-label="Find in the document"
        aria-invalid={failure !== null}
        placeholder="Find"
        // biome-ignore lint/a11y/noAutofocus: the person asked for this field by its key
        autoFocus
        onFocus={(event) => event.target.select()}
        value={query.text}
        onChange={(event) => findFor({ ...query, text: event.target.value })}
        onKeyDown={keys}
      />
      <OptionToggles query={query} onChange={findFor} />
      {failure ? (
        <span className="error clip" role="alert" title={failure}>
          {failure}
        </span>
      ) : (
        <span className="muted found" aria-live="polite">
          {countText(find)}
        </span>
      )}
      <button type="button" className="icon-button" aria-label="Previous match" onClick={() => findNext(-1)}>
        <ChevronUp size={16} />
      </button>
      <button type="button" className="icon-button" aria-label="Next match" onClick={() => findNext(1)}>
        <ChevronDown size={16} />
      </button>
      <button
        type="button"
        className="button small"
        disabled={matches.length === 0}
        title="Ctrl+Enter in the field"
        onClick={annotateFound}
      >
        Annotate these…
      </button>
      <button type="button" className="icon-button" aria-label="Close" onClick={closeFind}>
        <X size={16} />
      </button>
    </search>
  );
}

function countText({ query, matches, at, share }: Find): string {
  if (query.text === '') return '';
  const isCut = matches.length >= MOST_MATCHES ? '+' : '';
  const count = `${matches.length.toLocaleString()}${isCut}`;
  if (share < 1) return `${count} so far, ${Math.round(share * 100)} %`;
  return matches.length === 0 ? 'Not found' : `${(at + 1).toLocaleString()} of ${count}`;
}
