/** The panes of the window: going from one to the next, showing and hiding, putting the focus somewhere. */
import { t } from '../../core/locale/t';
import { currentViewer } from '../current-viewer';
import { leaveFocusMode } from '../session/focus-mode';
import { speak } from '../session/say';

const order = ['documents', 'side', 'labels', 'text', 'search', 'annotations'] as const;

/** Where the focus goes inside a pane. */
const landing = '[data-landing], [data-side-landing]';

const paneOf = (name: string) => document.querySelector<HTMLElement>(`[data-pane=${name}]`);

function focusPane(name: (typeof order)[number]): boolean {
  const pane = paneOf(name);
  if (!pane || pane.offsetWidth === 0) return false;
  if (name === 'text') currentViewer()?.focus();
  else (pane.querySelector<HTMLElement>(landing) ?? pane).focus();
  speak(t(`app.pane.${name}`));
  return true;
}

/** F6: the next pane (1) or the previous one (-1), round the end. */
export function nextPane(step: -1 | 1): void {
  const here = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane');
  const at = order.indexOf(here as (typeof order)[number]);
  for (let i = 1; i <= order.length; i++) {
    const name = order[(Math.max(0, at) + step * i + order.length * 2) % order.length];
    if (name && focusPane(name)) return;
  }
}

/** With SHOW it only shows. */
type Toggle = (show: boolean) => void;
const toggles = new Map<string, Toggle>();

/** The layout tells how a side panel is shown or hidden. */
export function registerToggle(name: string, toggle: Toggle): () => void {
  toggles.set(name, toggle);
  return () => toggles.delete(name);
}

export const togglePanel = (name: 'documents' | 'annotations'): void => {
  leaveFocusMode();
  toggles.get(name)?.(false);
};

export const showPanel = (name: 'documents' | 'annotations'): void => {
  leaveFocusMode();
  toggles.get(name)?.(true);
};
