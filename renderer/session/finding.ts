/** Find in the document. */
import type { Span } from '../../core/model';
import { plainQuery, type Query } from '../../core/query';
import { currentViewer } from '../current-viewer';
import { rememberOptions, savedOptions } from '../search/options';
import { searchText } from '../search/run';
import { type Find, get, selectedSpan, set } from '../state';
import { openDialog } from './say';
import { select } from './selection';

/** Longer selections, and those of several lines, are none that somebody looks for again. */
const LONGEST = 200;

/** A line that is selected, as what to look for; else ''. */
export function selectedWords(): string {
  const state = get();
  const span = selectedSpan(state);
  if (!span || !state.document || span.end - span.start > LONGEST) return '';
  const words = state.document.text.slice(span.start, span.end);
  return /[\r\n]/.test(words) ? '' : words;
}

const nothing = { matches: [], at: -1, share: 1, failure: null };

const fieldOfBar = () => document.querySelector<HTMLInputElement>('.find-bar input');

/** Opens the bar with the selected words, or goes back into it. */
export function openFind(): void {
  const { document, find } = get();
  if (find) fieldOfBar()?.select();
  if (find || !document) return;
  set({ find: { ...nothing, query: { ...plainQuery(selectedWords()), ...savedOptions() } } });
  void search();
}

/** Rises with every search, so that an older one ends. */
let round = 0;

/** Searches QUERY and shows the first match at or after the caret. */
export function findFor(query: Query): void {
  const { find } = get();
  if (!find) return;
  rememberOptions(query);
  set({ find: { ...find, query, failure: null } });
  void search();
}

const showing = (find: Find | null): Span | undefined => find?.matches[find.at];

async function search(): Promise<void> {
  const mine = ++round;
  const { searchFor } = await import('../../core/search');
  const { find, document, selection } = get();
  if (!find || !document || mine !== round) return;
  const search = searchFor(find.query);
  if (!search.ok) return set({ find: { ...find, ...nothing, failure: search.failure.message } });
  const from = Math.min(selection.anchor, selection.focus);
  const isOver = () => mine !== round || !get().find || get().document?.text !== document.text;
  let matches: readonly Span[] = [];
  await searchText(
    search.value,
    document.text,
    ({ spans, share }) => {
      const now = get().find;
      if (!now || isOver()) return;
      const before = matches.length > 0 ? now.at : -1;
      matches = matches.length === 0 ? spans : [...matches, ...spans];
      const next = before >= 0 ? before : matches.findIndex((match) => match.start >= from);
      const at = next < 0 && share === 1 && matches.length > 0 ? 0 : next;
      set({ find: { ...now, matches, at, share } });
      if (at !== before) showMatch();
    },
    isOver,
  );
}

/** The match that is shown is selected: so it can be told from the others, and what is typed next goes on from it. */
function showMatch(): void {
  const match = showing(get().find);
  if (!match) return;
  select(match);
  currentViewer()?.reveal(match);
}

/** Goes to the next (1) or previous (-1) match, round the end; false when there is no bar. */
export function findNext(step: -1 | 1): boolean {
  const { find } = get();
  if (!find) return false;
  const count = find.matches.length;
  if (count === 0) return true;
  const at = find.at < 0 && step > 0 ? 0 : (Math.max(0, find.at) + step + count) % count;
  set({ find: { ...find, at } });
  showMatch();
  return true;
}

/** Closes the bar; the match that was shown stays selected, ready for a label's key. */
export function closeFind(): void {
  round++;
  set({ find: null });
  currentViewer()?.focus();
}

/** All that was found, to be labelled. */
export function annotateFound(): void {
  const { find } = get();
  if (!find || find.matches.length === 0) return;
  openDialog({ kind: 'annotate-all', wanted: find.query, whole: false });
}
