/** How the window looks: theme and text size, remembered. */
import type { ThemeChoice } from '../../core/preferences';
import { call } from '../api';
import { get, set } from '../state';

const SIZE = { smallest: 11, usual: 17, largest: 34 };

/** Asked for when it is needed: the tests of commands have no window. */
const moreContrast = () => matchMedia('(prefers-contrast: more)');

export function setTheme(theme: ThemeChoice): void {
  const { info } = get();
  if (info) set({ info: { ...info, theme } });
  showContrast();
  void call('theme.set', theme);
}

/** High contrast when the system or the person asks for it; light and dark reach the page as the system's wish. */
function showContrast(): void {
  const wanted = moreContrast().matches || get().info?.theme === 'contrast';
  document.documentElement.toggleAttribute('data-contrast', wanted);
}

export function followContrast(): void {
  moreContrast().addEventListener('change', showContrast);
  showContrast();
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
