/** What one does with a passage: go to it, quote it, list all of its kind, write the list down. */

import { passagesCsv } from '../../core/formats/csv';
import { t } from '../../core/locale/t';
import { type Passage, quotation } from '../../core/passages';
import { call } from '../api';
import { currentViewer } from '../current-viewer';
import { showPanel } from '../panels/panes';
import { openDocument } from '../session/documents';
import { pick, targetAnnotation } from '../session/pick';
import { openDialog, say } from '../session/say';
import { select } from '../session/selection';
import { get } from '../state';
import { showList } from './read';

/** Opens the passage's document and picks it; one of another annotator is selected in the text. */
export async function goToPassage({ document, own, annotation }: Passage): Promise<void> {
  if (get().document?.path !== document) await openDocument(document);
  if (get().document?.path !== document) return;
  if (own && pick(annotation.id)) return;
  const { text } = get().document ?? { text: '' };
  const [first] = annotation.spans;
  if (!first || text.slice(first.start, first.end) !== first.exact) return say(t('passages.changed'));
  select(first);
  currentViewer()?.reveal(first);
}

export async function copyQuotation(passage: Passage): Promise<void> {
  const labels = get().project?.schema.labels ?? [];
  const { label } = passage.annotation;
  const name = labels.find((it) => it.id === label)?.name ?? label;
  const copied = await call('clipboard.write', { text: quotation(passage, name) });
  say(copied.ok ? t('passages.copied') : copied.failure.message);
}

/** Asks where to, and writes what is shown as CSV. */
export async function exportPassages(passages: readonly Passage[]): Promise<void> {
  const { project, list, document } = get();
  const labels = project?.schema.labels ?? [];
  const label = labels.find((it) => it.id === list.label)?.name;
  const name = list.scope === 'project' ? project?.name : document?.path.replaceAll('/', '-');
  const suggested = [name, label]
    .filter(Boolean)
    .join(' - ')
    .replace(/[\\/:*?"<>|]/g, '-');
  const chosen = await call('export.choose', { suggested: `${suggested.slice(0, 120)}.csv` });
  if (!chosen.ok) return say(chosen.failure.message);
  if (chosen.value === null) return;
  const written = await call('passages.write', { file: chosen.value, text: passagesCsv(passages, labels) });
  if (!written.ok) say(written.failure.message);
  else if (passages.length === 1) say(t('passages.written-one', { file: written.value }));
  else say(t('passages.written', { total: passages.length, file: written.value }));
}

const focusList = () =>
  document.querySelector<HTMLElement>('[data-pane=annotations] [data-landing]')?.focus();

/** All passages of LABEL in the project, document by document. */
export function showPassagesOf(label: string): void {
  showPanel('annotations');
  showList({ scope: 'project', label, search: '', suggested: 'all', group: 'document', order: 'text' });
  focusList();
}

/** The label that is at hand: of the chip that has the focus, else of the annotation at the caret. */
export function labelAtHand(): string | undefined {
  const chip = document.activeElement?.closest('[data-label]')?.getAttribute('data-label');
  return chip ?? targetAnnotation()?.label;
}

export function passagesOfLabelAtHand(): void {
  const label = labelAtHand();
  if (label) showPassagesOf(label);
  else openDialog({ kind: 'choose-label', aim: 'passages' });
}

export function toggleScope(): void {
  showPanel('annotations');
  const isProject = get().list.scope === 'project';
  if (isProject) showList({ scope: 'document' });
  else showList({ scope: 'project', group: get().list.group === 'none' ? 'label' : get().list.group });
  focusList();
}
