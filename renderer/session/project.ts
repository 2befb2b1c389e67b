/** Opens projects and keeps their list of documents in step with the disk. */

import { emptyHistory } from '../../core/history';
import { t } from '../../core/locale/t';
import { call, on } from '../api';
import { get, set } from '../state';
import { adopt } from './commit';
import { begin, openDocument, reloadDocument } from './documents';
import { historyKept, recallHistory } from './history';
import { lastDocument } from './memory';
import { allSaved, whenSaved, withUnsaved } from './saving';
import { say } from './say';

/** Opens a folder, a postil.json or a text file. What was open stays when it can't be opened. */
export async function openProject(path: string): Promise<void> {
  if (!allSaved()) return say(t('app.not-on-disk'));
  set({ progress: t('app.opening') });
  // Its steps belong to the project that is open still.
  await historyKept();
  const opened = await call('project.open', { path, first: null });
  set({ progress: null });
  if (!opened.ok) return say(opened.failure.message);
  const { first, ...project } = opened.value;
  set({
    project,
    document: null,
    refused: null,
    history: emptyHistory,
    picked: null,
    find: null,
    projectFind: null,
    sticky: null,
  });
  for (const notice of project.notices.slice(0, 1)) say(notice);
  await recallHistory();
  const wanted = first ?? lastDocument();
  const start =
    project.documents.find((row) => row.path === wanted) ?? project.documents.find((row) => !row.refused);
  // Whoever was quick has chosen one already.
  const { opening, document } = get();
  if (start && opening === null && document === null) await openDocument(start.path);
}

export async function chooseFolder(): Promise<void> {
  const chosen = await call('folder.choose', null);
  if (chosen.ok && chosen.value) await openProject(chosen.value);
  else if (!chosen.ok) say(chosen.failure.message);
}

export async function openSample(): Promise<void> {
  const sample = await call('sample.prepare', null);
  if (sample.ok) await openProject(sample.value);
  else say(sample.failure.message);
}

/** Gives the annotations of a lost document to the one with the same bytes. */
export async function relink(from: string, to: string): Promise<void> {
  const done = await call('layer.relink', { from, to });
  if (!done.ok) return say(done.failure.message);
  say(t('app.relinked', { from, to }));
  await openDocument(to);
}

/** Listens to what happens outside the window. */
export function followOutside(): void {
  on('documents.changed', ({ documents, lost }) => {
    const { project } = get();
    if (project) set({ project: { ...project, documents, lost } });
  });
  on('document.changed', ({ path }) => {
    whenSaved(() => {
      if (get().document?.path !== path) return;
      say(t('app.reread'));
      void reloadDocument();
    });
  });
  on('layer.begun', ({ path, annotations }) => begin(path, annotations));
  on('layer.changed', ({ path, patch }) => adopt(path, patch));
  on('schema.changed', ({ schema, memo }) => {
    const { project, revision } = get();
    if (project) set({ project: { ...project, ...withUnsaved(schema, memo) }, revision: revision + 1 });
  });
  on('progress', ({ text }) => set({ progress: text }));
  on('path.open', ({ path }) => void openProject(path));
}
