/** Find in the project: searches, keeps what was found, and walks through it. */
import { t } from '../../core/locale/t';
import { plainQuery, type Query } from '../../core/query';
import { currentViewer } from '../current-viewer';
import { openAt } from '../search/open-at';
import { rememberOptions, savedOptions } from '../search/options';
import { type Running, searchProject } from '../search/run';
import { get, type ProjectFind, set } from '../state';
import { selectedWords } from './finding';
import { openDialog, say } from './say';

const nothing = {
  found: [],
  matches: 0,
  searched: 0,
  total: 0,
  running: false,
  isCut: false,
  refused: [],
  failure: null,
  at: -1,
};

const fieldOfPanel = () => document.querySelector<HTMLInputElement>('.search-panel input');

/** Opens the panel with the selected words, or with what was found before. */
export function openProjectFind(): void {
  const { project, projectFind } = get();
  if (!project) say(t('app.open-folder-first'));
  if (!project) return;
  const words = selectedWords();
  if (!projectFind) {
    set({ projectFind: { ...nothing, query: { ...plainQuery(words), ...savedOptions() } } });
    if (words) searchFor({ ...plainQuery(words), ...savedOptions() });
    return;
  }
  if (words && words !== projectFind.query.text) searchFor({ ...projectFind.query, text: words });
  fieldOfPanel()?.select();
}

let running: Running | null = null;

const change = (parts: Partial<ProjectFind>) => {
  const { projectFind } = get();
  if (projectFind) set({ projectFind: { ...projectFind, ...parts } });
};

/** Searches the project for QUERY. */
export function searchFor(query: Query): void {
  running?.stop();
  rememberOptions(query);
  change({ ...nothing, query, running: query.text !== '' });
  if (query.text === '') return;
  running = searchProject(
    { kind: 'find', wanted: query, own: false },
    (page) => {
      const now = get().projectFind;
      if (!now) return;
      const more = page.found.reduce((sum, it) => sum + it.hits.length, 0);
      change({
        found: [...now.found, ...page.found],
        refused: [...now.refused, ...page.refused],
        matches: now.matches + more,
        searched: page.searched,
        total: page.total,
        isCut: page.isCut,
        running: !page.done,
      });
    },
    ({ code, message }) =>
      change(code === 'search-over' ? { running: false } : { running: false, failure: message }),
  );
}

/** Ends the search; what was found stays. */
export function stopSearch(): void {
  running?.stop();
  change({ running: false });
}

/** Goes to the match with this number, in its document. */
export function goToMatch(at: number): void {
  const { projectFind } = get();
  let left = at;
  for (const { path, hits } of projectFind?.found ?? []) {
    const hit = hits[left];
    if (hit) {
      change({ at });
      void openAt(path, hit);
      return;
    }
    left -= hits.length;
  }
}

/** The next match (1) or the previous one (-1), round the end; false when the panel is not open. */
export function walkMatches(step: -1 | 1): boolean {
  const { projectFind } = get();
  if (!projectFind) return false;
  const { at, matches } = projectFind;
  if (matches > 0) goToMatch(at < 0 && step > 0 ? 0 : (Math.max(0, at) + step + matches) % matches);
  return true;
}

export function closeProjectFind(): void {
  running?.stop();
  set({ projectFind: null });
  currentViewer()?.focus();
}

/** All that was found, to be labelled. */
export function annotateProjectFound(): void {
  const { projectFind } = get();
  if (!projectFind || projectFind.matches === 0) return;
  stopSearch();
  openDialog({ kind: 'annotate-all', wanted: projectFind.query, whole: true });
}
