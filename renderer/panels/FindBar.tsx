import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
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
        aria-label={t('search.in-document')}
        aria-invalid={failure !== null}
        placeholder={t('search.find')}
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
      <button
        type="button"
        className="icon-button"
        aria-label={t('search.previous')}
        onClick={() => findNext(-1)}
      >
        <ChevronUp size={16} />
      </button>
      <button type="button" className="icon-button" aria-label={t('search.next')} onClick={() => findNext(1)}>
        <ChevronDown size={16} />
      </button>
      <button
        type="button"
        className="button small"
        disabled={matches.length === 0}
        title={t('search.annotate-hint')}
        onClick={annotateFound}
      >
        {t('search.annotate')}
      </button>
      <button type="button" className="icon-button" aria-label={t('common.close')} onClick={closeFind}>
        <X size={16} />
      </button>
    </search>
  );
}

function countText({ query, matches, at, share }: Find): string {
  if (query.text === '') return '';
  const isCut = matches.length >= MOST_MATCHES ? '+' : '';
  const count = `${number(matches.length)}${isCut}`;
  if (share < 1) return t('search.so-far', { found: count, percent: Math.round(share * 100) });
  return matches.length === 0 ? t('search.not-found') : t('search.at-of', { at: at + 1, found: count });
}
