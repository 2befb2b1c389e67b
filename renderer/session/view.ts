/** How the window looks: theme, type of the text and the other preferences, kept by the main process. */
import {
  clamped,
  type Preferences,
  ranges,
  type ThemeChoice,
  usualPreferences,
} from '../../core/preferences';
import { call } from '../api';
import { currentViewer } from '../current-viewer';
import { get, set } from '../state';

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

function fontOf({ font, family }: Preferences): string {
  if (font === 'own' && family.trim()) return `"${family.trim()}", var(--serif-font)`;
  return `var(--${font === 'own' ? 'serif' : font}-font)`;
}

/** The text takes its type from theme.css; the line on top stays there. */
export function showPreferences(preferences: Preferences): void {
  const { style } = document.documentElement;
  const apply = () => {
    style.setProperty('--text-font', fontOf(preferences));
    style.setProperty('--text-size', `${preferences.size}px`);
    style.setProperty('--text-line', String(preferences.leading));
    style.setProperty('--text-characters', String(preferences.measure));
    // In type of one width every letter is as wide as a zero.
    style.setProperty('--text-letter', preferences.font === 'mono' ? '1ch' : '0.9ch');
  };
  const viewer = currentViewer();
  if (viewer) viewer.keepPlace(apply);
  else apply();
  set({ zoom: Math.round((preferences.size / usualPreferences.size) * 100) });
}

/** Changes some preferences: seen at once, and kept. */
export function prefer(parts: Partial<Preferences>): void {
  const { info } = get();
  if (!info) return;
  const preferences = { ...info.preferences, ...parts };
  set({ info: { ...info, preferences } });
  showPreferences(preferences);
  void keep();
}

let isKeeping = false;
let isKept = true;

/** While one writing is under way only the newest waits: a slider asks for dozens. */
async function keep(): Promise<void> {
  isKept = false;
  if (isKeeping) return;
  isKeeping = true;
  while (!isKept) {
    const { info } = get();
    isKept = true;
    if (info) await call('preferences.set', info.preferences);
  }
  isKeeping = false;
}

/** Larger (1), smaller (-1), or as it was (0). */
export function zoom(step: -1 | 0 | 1): void {
  const size = get().info?.preferences.size ?? usualPreferences.size;
  prefer({ size: step === 0 ? usualPreferences.size : clamped(size + step, ranges.size) });
}
