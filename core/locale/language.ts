/** The languages of the interface, and which one a person gets. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** `system` follows the languages that the system prefers. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The language of TAG (BCP 47, or a POSIX name such as zh_CN.UTF-8); null when it is none of ours. */
function languageOf(tag: string): Language | null {
  const [language, ...parts] = tag
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .split(/[-_]/);
  if (language === 'en') return 'en';
  if (language !== 'zh') return null;
  if (parts.includes('hans')) return 'zh-CN';
  // Readers of Traditional Chinese get the next language they prefer rather than the other script.
  const isTraditional = parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part));
  return isTraditional ? null : 'zh-CN';
}

/** What CHOICE means where the system prefers PREFERRED (best first): the first of them that we speak, else English. */
export function languageFor(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const found = languageOf(tag);
    if (found) return found;
  }
  return 'en';
}
