/** How the window looks: theme and text size, remembered. */
import { call } from '../api';
import { get, set } from '../state';

const SIZE = { smallest: 11, usual: 17, largest: 34 };

export function setTheme(theme: 'system' | 'light' | 'dark'): void {
  const { info } = get();
  if (info) set({ info: { ...info, theme } });
  showTheme(theme);
  void call('theme.set', theme);
}

/** The style sheet follows the system unless <html> says otherwise. */
export function showTheme(theme: 'system' | 'light' | 'dark'): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

const size = (): number => Number(localStorage.getItem('text-size')) || SIZE.usual;

export const textSize = (): number => Math.round((size() / SIZE.usual) * 100);

/** Larger (1), smaller (-1), or as it was (0). */
export function zoom(step: -1 | 0 | 1): void {
  const next = step === 0 ? SIZE.usual : Math.min(SIZE.largest, Math.max(SIZE.smallest, size() + step));
  localStorage.setItem('text-size', String(next));
  showTextSize();
}

export function showTextSize(): void {
  document.documentElement.style.setProperty('--text-size', `${size()}px`);
  set({ zoom: textSize() });
}
