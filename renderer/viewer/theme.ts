/** Light or dark, contrast, forced colours: what the system wishes, and `data-contrast` on <html> for the person. */

export interface Theme {
  readonly dark: boolean;
  readonly contrast: boolean;
  /** The system's own palette replaces ours (Windows high contrast). */
  readonly forced: boolean;
}

const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'] as const;

export function currentTheme(): Theme {
  const [dark, forced] = queries.map((query) => matchMedia(query).matches) as [boolean, boolean];
  return { dark, contrast: document.documentElement.dataset.contrast !== undefined, forced };
}

/** Calls CHANGED whenever the theme or the page's language may have changed; returns what stops it. */
export function watchTheme(changed: () => void): () => void {
  const lists = queries.map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-contrast', 'lang'],
  });
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
    observer.disconnect();
  };
}
