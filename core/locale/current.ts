/** The language of this thread (the page, the main process, each worker): whoever starts it says which. */
import type { Language } from './language';

let now: Language = 'en';

/** The language of everything said from here on. What was said before stays as it is. */
export function setLanguage(language: Language): void {
  now = language;
}

export const language = (): Language => now;
