/** The panel below Documents: facts of the document, guidelines, or the steps that were done. */
import { flushSync } from 'react-dom';
import { focusText } from '../current-viewer';
import { showPanel } from '../panels/panes';
import { type Side, set } from '../state';

const KEY = 'side';
const sides: readonly Side[] = ['document', 'guidelines', 'history'];

/** What was open when the window was closed. */
export function recallSide(): void {
  const side = sides.find((it) => it === localStorage.getItem(KEY));
  if (side) set({ side });
}

function show(side: Side | null): void {
  set({ side });
  if (side) localStorage.setItem(KEY, side);
  else localStorage.removeItem(KEY);
}

export const showSide = (side: Side): void => show(side);

export function closeSide(): void {
  show(null);
  focusText();
}

/** Shows SIDE and goes there; when one is there already, closes it. */
export function toggleSide(side: Side): void {
  const isHere = document.activeElement?.closest('[data-side]')?.getAttribute('data-side') === side;
  if (isHere) {
    closeSide();
    return;
  }
  showPanel('documents');
  flushSync(() => show(side));
  document.querySelector<HTMLElement>('[data-side] [data-side-landing]')?.focus();
}
