/** Find in the document. */
import { findAll } from '../../core/find';
import { currentViewer } from '../current-viewer';
import { get, set } from '../state';
import { select } from './selection';

export function openFind(): void {
  const { document, find } = get();
  if (document && !find) set({ find: { query: '', matches: [], at: -1 } });
}

/** Searches QUERY and shows the first match at or after the caret. */
export function findFor(query: string): void {
  const { document, selection } = get();
  if (!document) return;
  const matches = findAll(document.text, query);
  const from = Math.min(selection.anchor, selection.focus);
  const at = matches.findIndex((match) => match.start >= from);
  set({ find: { query, matches, at: matches.length > 0 && at < 0 ? 0 : at } });
  showMatch();
}

function showMatch(): void {
  const { find } = get();
  const match = find?.matches[find.at];
  if (match) currentViewer()?.reveal(match);
}

/** Goes to the next (1) or previous (-1) match, round the end. */
export function findNext(step: -1 | 1): void {
  const { find } = get();
  if (!find || find.matches.length === 0) return;
  set({ find: { ...find, at: (find.at + step + find.matches.length) % find.matches.length } });
  showMatch();
}

/** Closes the bar; the match that was shown is selected, ready for a label's key. */
export function closeFind(): void {
  const { find } = get();
  const match = find?.matches[find.at];
  set({ find: null });
  if (match) select(match);
  currentViewer()?.focus();
}
