/** Numbers, times and enumerations as the language writes them. */
import { language } from './current';
import type { Language } from './language';

const numberFormats: Partial<Record<Language, Intl.NumberFormat>> = {};

export function number(value: number): string {
  // Both languages write these alike, and the first format of a thread takes longer than a frame to make.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  numberFormats[language()] ??= new Intl.NumberFormat(language());
  return (numberFormats[language()] as Intl.NumberFormat).format(value);
}

/** English comes in many kinds of dates: the system's own where it speaks English. */
function dateLocale(): string {
  const system = new Intl.DateTimeFormat().resolvedOptions().locale;
  return language() === 'en' && system.startsWith('en') ? system : language();
}

export const time = (value: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(dateLocale(), options).format(value);

/** ITEMS side by side, without a word before the last: `a, b, c`. */
export const enumerated = (items: readonly string[]): string =>
  items.join(language() === 'zh-CN' ? '、' : ', ');

/** ITEMS with a word before the last: `a, b and c`. */
export const conjoined = (items: readonly string[]): string =>
  // British: without a comma before `and`.
  new Intl.ListFormat(language() === 'en' ? 'en-GB' : language()).format(items);

/** Whole sentences one after the other, with the space that the language wants. */
export const sentences = (all: readonly string[]): string => all.join(language() === 'zh-CN' ? '' : ' ');
