/** Light or dark, contrast, forced colours: the system's wish unless `data-theme` on <html> says otherwise. */

export interface Theme {
  readonly dark: boolean;
  readonly contrast: boolean;
  /** The system's own palette replaces ours (Windows high contrast). */
  readonly forced: boolean;
}

const queries = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
] as const;

export function currentTheme(): Theme {
  const [dark, contrast, forced] = queries.map((query) => matchMedia(query).matches) as [
    boolean,
    boolean,
    boolean,
  ];
  const chosen = document.documentElement.dataset.theme;
  return { dark: chosen === 'dark' || (chosen !== 'light' && dark), contrast, forced };
}

/** Calls CHANGED whenever the theme may have changed; returns what stops it. */
export function watchTheme(changed: () => void): () => void {
  const lists = queries.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
    observer.disconnect();
  };
}
