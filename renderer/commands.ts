/** What each command of core/command-table.ts does. False: it did not apply, the key stays the system's. */

import { t } from '../core/locale/t';
import { exactQuery } from '../core/query';
import { call } from './api';
import { setStatus } from './facts/write';
import { goToNote, goToSameLabel, goToUnlabelled, repeatLabel, seekNext } from './hand/hand';
import { goToTurn } from './hand/turns';
import { goToName, goToQuotation } from './hand/words';
import { copyDetails } from './help/details';
import { toggleHints } from './hints/now';
import { focusInspector } from './inspector/focus';
import { nextPane, togglePanel } from './panels/panes';
import { passagesOfLabelAtHand, toggleScope } from './passages/act';
import { openLinkAtCaret } from './session/addresses';
import { moveTargetBoundary, pickTarget, removeTarget } from './session/annotate';
import { redo, undo } from './session/commit';
import { openNeighbour, stopReading } from './session/documents';
import { markDoneAndGoOn } from './session/facts';
import { findNext, openFind } from './session/finding';
import { toggleFocusMode } from './session/focus-mode';
import { addSelection, removeSelection } from './session/fragments';
import { chooseLanguage } from './session/language';
import { pickNeighbour, targetAnnotation } from './session/pick';
import { chooseFolder, openSample } from './session/project';
import { openProjectFind, walkMatches } from './session/project-find';
import { choosePicked, relatingNow, startRelation, toggleRelations } from './session/relations';
import { saveElsewhere } from './session/rescue';
import { openRows } from './session/rows';
import { flush } from './session/saving';
import { openDialog, say } from './session/say';
import {
  escapeOut,
  move,
  narrowSelection,
  paragraphSelection,
  selectAll,
  widenSelection,
} from './session/selection';
import { toggleTrimming } from './session/trimming';
import { setTheme, zoom } from './session/view';
import { toggleSide } from './side/side';
import { get, selectedSpan, set } from './state';
import { goToSuggestion, settle, settleAll, settleLabelAtHand } from './suggestions/settle';
import type { Motion } from './viewer/interface';

type Run = () => unknown;

function annotateAll(): void {
  const state = get();
  const span = selectedSpan(state);
  const quote = span ? state.document?.text.slice(span.start, span.end) : targetAnnotation()?.spans[0]?.exact;
  if (quote) openDialog({ kind: 'annotate-all', wanted: exactQuery(quote), whole: false });
  else say(t('annotate.select-first'));
}

function inspect(part: 'note' | 'first'): void {
  if (relatingNow(get())) choosePicked();
  else if (pickTarget()) focusInspector(part);
}

function sticky(): void {
  if (get().sticky) set({ sticky: null });
  else openDialog({ kind: 'label-by-name', sticky: true });
}

const motions: Readonly<Record<string, Omit<Motion, 'extend'>>> = {
  left: { by: 'grapheme', direction: 'left' },
  right: { by: 'grapheme', direction: 'right' },
  up: { by: 'line', direction: 'back' },
  down: { by: 'line', direction: 'forward' },
  'word-left': { by: 'word', direction: 'left' },
  'word-right': { by: 'word', direction: 'right' },
  'paragraph-up': { by: 'paragraph', direction: 'back' },
  'paragraph-down': { by: 'paragraph', direction: 'forward' },
  'line-start': { by: 'line-edge', direction: 'back' },
  'line-end': { by: 'line-edge', direction: 'forward' },
  start: { by: 'document', direction: 'back' },
  end: { by: 'document', direction: 'forward' },
  'page-up': { by: 'page', direction: 'back' },
  'page-down': { by: 'page', direction: 'forward' },
};

const motionRuns = Object.entries(motions).flatMap(([id, motion]): [string, Run][] => [
  [`caret.${id}`, () => move({ ...motion, extend: false })],
  [`select.${id}`, () => move({ ...motion, extend: true })],
]);

export const runs: Readonly<Record<string, Run>> = {
  'project.open': chooseFolder,
  'project.sample': openSample,
  'export.open': () => (get().project ? openDialog({ kind: 'export' }) : say(t('app.open-folder-first'))),
  'import.open': () =>
    get().project ? openDialog({ kind: 'import', paths: null }) : say(t('app.open-folder-first')),
  'rows.open': openRows,
  'print.open': () => (get().project ? openDialog({ kind: 'print' }) : say(t('app.open-folder-first'))),
  'save.retry': flush,
  'save.elsewhere': saveElsewhere,
  'history.undo': undo,
  'history.redo': redo,
  'text.select-all': selectAll,
  'find.open': openFind,
  'find.project': openProjectFind,
  'find.next': () => findNext(1) || walkMatches(1),
  'find.previous': () => findNext(-1) || walkMatches(-1),
  'repeats.open': () => (get().project ? openDialog({ kind: 'repeats' }) : say(t('app.open-folder-first'))),
  'label.by-name': () => openDialog({ kind: 'label-by-name', sticky: false }),
  'annotate.all': annotateAll,
  'annotation.note': () => inspect('note'),
  'annotation.inspect': () => inspect('first'),
  'annotation.remove': removeTarget,
  'relation.add': startRelation,
  'relations.show': toggleRelations,
  'fragment.add': addSelection,
  'fragment.remove': removeSelection,
  'boundary.start-left': () => moveTargetBoundary('start', -1, 'grapheme'),
  'boundary.start-right': () => moveTargetBoundary('start', 1, 'grapheme'),
  'boundary.end-left': () => moveTargetBoundary('end', -1, 'grapheme'),
  'boundary.end-right': () => moveTargetBoundary('end', 1, 'grapheme'),
  'boundary.start-word-left': () => moveTargetBoundary('start', -1, 'word'),
  'boundary.start-word-right': () => moveTargetBoundary('start', 1, 'word'),
  'boundary.end-word-left': () => moveTargetBoundary('end', -1, 'word'),
  'boundary.end-word-right': () => moveTargetBoundary('end', 1, 'word'),
  'label.sticky': sticky,
  'label.repeat': repeatLabel,
  'selection.trim': toggleTrimming,
  'unlabelled.next': () => goToUnlabelled(1),
  'unlabelled.previous': () => goToUnlabelled(-1),
  'name.next': goToName,
  'turn.next': () => goToTurn(1),
  'turn.previous': () => goToTurn(-1),
  'quotation.next': () => goToQuotation(1),
  'quotation.previous': () => goToQuotation(-1),
  'same-label.next': () => goToSameLabel(1),
  'same-label.previous': () => goToSameLabel(-1),
  'label.next': seekNext,
  'note.next': () => goToNote(1),
  'note.previous': () => goToNote(-1),
  'suggestion.accept': () => settle('accept'),
  'suggestion.reject': () => settle('reject'),
  'suggestion.accept-all': () => settleAll('accept', null),
  'suggestion.reject-all': () => settleAll('reject', null),
  'suggestion.accept-label': () => settleLabelAtHand('accept'),
  'suggestion.reject-label': () => settleLabelAtHand('reject'),
  'suggestion.next': () => goToSuggestion(1),
  'suggestion.previous': () => goToSuggestion(-1),
  'document.done': markDoneAndGoOn,
  'schema.open': () =>
    get().project ? openDialog({ kind: 'schema', label: null }) : say(t('app.open-folder-first')),
  'labels.new': () => openDialog({ kind: 'edit-label', label: null }),
  'annotation.next': () => pickNeighbour(1),
  'annotation.previous': () => pickNeighbour(-1),
  'document.next': () => openNeighbour(1),
  'document.previous': () => openNeighbour(-1),
  'document.stop': stopReading,
  'document.facts': () => toggleSide('document'),
  'document.about': () =>
    get().document ? openDialog({ kind: 'about' }) : say(t('app.open-document-first')),
  'guidelines.open': () => toggleSide('guidelines'),
  'history.open': () => toggleSide('history'),
  'status.todo': () => setStatus('todo'),
  'status.in-progress': () => setStatus('in-progress'),
  'status.done': () => setStatus('done'),
  'status.skipped': () => setStatus('skipped'),
  'passages.label': passagesOfLabelAtHand,
  'passages.project': toggleScope,
  'link.open': openLinkAtCaret,
  'pane.next': () => nextPane(1),
  'pane.previous': () => nextPane(-1),
  escape: escapeOut,
  'palette.open': () => openDialog({ kind: 'palette' }),
  'zoom.in': () => zoom(1),
  'zoom.out': () => zoom(-1),
  'zoom.reset': () => zoom(0),
  'panel.documents': () => togglePanel('documents'),
  'panel.annotations': () => togglePanel('annotations'),
  'focus-mode.toggle': toggleFocusMode,
  'window.full-screen': () => void call('window.full-screen', null),
  'settings.open': () => openDialog({ kind: 'settings' }),
  'theme.light': () => setTheme('light'),
  'theme.dark': () => setTheme('dark'),
  'theme.contrast': () => setTheme('contrast'),
  'theme.system': () => setTheme('system'),
  'language.system': () => chooseLanguage('system'),
  'language.en': () => chooseLanguage('en'),
  'language.zh-CN': () => chooseLanguage('zh-CN'),
  'help.guides': () => openDialog({ kind: 'guides' }),
  'help.details': copyDetails,
  'hints.toggle': toggleHints,
  'help.about': () => openDialog({ kind: 'about-postil' }),
  'help.shortcuts': () => openDialog({ kind: 'shortcuts' }),
  'select.widen': widenSelection,
  'select.paragraph': paragraphSelection,
  'select.narrow': narrowSelection,
  ...Object.fromEntries(motionRuns),
};

/** Runs the command; false when it did not apply. */
export function runCommand(id: string): boolean {
  return runs[id]?.() !== false;
}
