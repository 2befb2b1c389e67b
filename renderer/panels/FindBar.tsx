import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { closeFind, findFor, findNext } from '../session/finding';
import { useSession } from '../state';

/** Find in the document: Enter goes on, Shift+Enter back, Esc closes and selects the match. */
export function FindBar() {
  const find = useSession((state) => state.find);
  if (!find) return null;
  const { query, matches, at } = find;
  const found = query === '' ? '' : matches.length === 0 ? 'Not found' : `${at + 1} of ${matches.length}`;
  return (
    <search className="find-bar">
      <input
        type="search"
        aria-label="Find in the document"
        placeholder="Find"
        // biome-ignore lint/a11y/noAutofocus: the person asked for this field by its key
        autoFocus
        value={query}
        onChange={(event) => findFor(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') findNext(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') closeFind();
          else return;
          event.preventDefault();
        }}
      />
      <span className="muted" aria-live="polite">
        {found}
      </span>
      <button type="button" className="icon-button" aria-label="Previous match" onClick={() => findNext(-1)}>
        <ChevronUp size={16} />
      </button>
      <button type="button" className="icon-button" aria-label="Next match" onClick={() => findNext(1)}>
        <ChevronDown size={16} />
      </button>
      <button type="button" className="icon-button" aria-label="Close" onClick={closeFind}>
        <X size={16} />
      </button>
    </search>
  );
}
