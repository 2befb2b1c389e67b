/** The selection in the text, and what follows from it. */

import type { Span } from '../../core/model';
import { selectParagraphs } from '../../core/paragraphs';
import { widen } from '../../core/widen';
import { currentViewer } from '../current-viewer';
import { dismissHint } from '../hints/now';
import { get, selectedSpan, set } from '../state';
import type { Motion, Selection } from '../viewer/interface';
import { addLabelOn } from './annotate';
import { tellCaret } from './caret-words';
import { stopReading } from './documents';
import { leaveFocusMode } from './focus-mode';
import { leaveRelation, relatingNow } from './relations';

/** The viewer says that the person moved the caret or the selection. */
export function selectionMoved(selection: Selection): void {
  const { picked } = get();
  narrower = [];
  const selecting = selection.anchor !== selection.focus;
  set({ selection, picked: selecting ? null : picked, chooser: null });
  tellCaret();
}

/** Moves the caret; without Shift, a picked annotation is let go. */
export function move(motion: Motion): void {
  if (!motion.extend && get().picked) set({ picked: null });
  currentViewer()?.move(motion);
}

export function select(span: Span): void {
  set({ selection: { anchor: span.start, focus: span.end }, picked: null });
}

/** Selections to go back to with select.narrow, newest last. */
let narrower: Selection[] = [];

/** Word, sentence, paragraph, everything. */
export function widenSelection(): void {
  const state = get();
  if (!state.document) return;
  const { focus } = state.selection;
  const next = widen(state.document.text, selectedSpan(state) ?? { start: focus, end: focus });
  const kept = [...narrower, state.selection];
  select(next);
  narrower = kept;
}

/** The paragraph, then the next one, too. */
export function paragraphSelection(): void {
  const state = get();
  if (!state.document) return;
  const { focus } = state.selection;
  const next = selectParagraphs(state.document.text, selectedSpan(state) ?? { start: focus, end: focus });
  const kept = [...narrower, state.selection];
  select(next);
  narrower = kept;
}

export function narrowSelection(): void {
  const last = narrower.pop();
  if (last) set({ selection: last });
}

export function selectAll(): void {
  const { document } = get();
  if (document) select({ start: 0, end: document.text.length });
}

/** Sticky mode: a finished selection gets the label at once. */
export function applySticky(): void {
  const { sticky } = get();
  const span = selectedSpan(get());
  if (sticky && span) addLabelOn(sticky, span);
}

let hovered = '';

/** Names what the pointer rests on, for the status bar. */
export function hover(ids: readonly string[], link: string | null): void {
  const key = [...ids, link].join();
  if (key === hovered) return;
  hovered = key;
  set({ hovered: ids, hoveredLink: link });
}

/** Esc: clears the chooser, then the selection, then the pick, then the sticky mode, then a hint, then focus mode. */
export function escapeOut(): boolean {
  const state = get();
  if (stopReading()) return true;
  if (state.chooser) set({ chooser: null });
  else if (relatingNow(state)) leaveRelation();
  else if (selectedSpan(state))
    set({ selection: { anchor: state.selection.focus, focus: state.selection.focus } });
  else if (state.picked) set({ picked: null });
  else if (state.find) set({ find: null });
  else if (state.sticky) set({ sticky: null });
  else if (dismissHint()) return true;
  else if (state.focusMode) leaveFocusMode();
  else return false;
  return true;
}
