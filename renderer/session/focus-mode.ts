/** Focus mode: the text alone with its margin; labels work by their keys. Remembered on this machine. */
import { t } from '../../core/locale/t';
import { currentViewer } from '../current-viewer';
import { get, set } from '../state';
import { say } from './say';

const KEY = 'focus-mode';

function show(focusMode: boolean): void {
  set({ focusMode });
  document.documentElement.toggleAttribute('data-focus-mode', focusMode);
  if (focusMode) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
}

export const recallFocusMode = (): void => show(localStorage.getItem(KEY) === 'yes');

export function leaveFocusMode(): void {
  if (get().focusMode) show(false);
}

export function toggleFocusMode(): void {
  show(!get().focusMode);
  if (!get().focusMode) return;
  // What had the focus may be hidden now.
  currentViewer()?.focus();
  say(t('settings.focusMode'));
}
