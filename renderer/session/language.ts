/** Which language the window speaks. */
import { setLanguage } from '../../core/locale/current';
import { type Language, type LanguageChoice, languages } from '../../core/locale/language';
import { call } from '../api';
import { get, set } from '../state';
import { say } from './say';

function show(language: Language): void {
  setLanguage(language);
  document.documentElement.lang = language;
  set({ language });
}

/** The page comes in its language (electron/protocol.ts). */
export function recallLanguage(): void {
  const language = languages.find((it) => it === document.documentElement.lang);
  if (language) show(language);
}

/** At once, menu and messages included; what was said before stays as it is. */
export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  const chosen = await call('language.set', choice);
  if (!chosen.ok) return say(chosen.failure.message);
  const { info } = get();
  if (info) set({ info: { ...info, language: choice } });
  show(chosen.value);
}
