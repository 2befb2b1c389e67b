/** What people read, in the language they chose. */

import { createInstance, type i18n } from 'i18next';
import { language } from './current';
import { en } from './en/catalog';
import { type Language, languages } from './language';
import { number } from './numbers';
import type { KeyOf, ValuesOf } from './translated';
import { zhCN } from './zh-CN/catalog';

export type Key = KeyOf<typeof en>;

/** Of a text that wants no values: what a table may hold. */
export type PlainKey = { [K in Key]: ValuesOf<typeof en, K> extends [] ? K : never }[Key];

type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;

const catalogs: Readonly<Record<Language, Catalog>> = { en, 'zh-CN': zhCN };

function create(): i18n {
  const made = createInstance();
  void made.init({
    initAsync: false,
    supportedLngs: [...languages],
    load: 'currentOnly',
    resources: {},
    // A key may hold dots of its own.
    keySeparator: false,
    nsSeparator: false,
    // React and the system's dialogs take text, never markup.
    interpolation: { escapeValue: false },
  });
  return made;
}

/** Made with the first text that has values. */
let library: i18n | undefined;

/** The library with the texts of AREA in LNG: on the way to the first screen, what nobody asks for costs nothing. */
function libraryOf(lng: Language, area: string): i18n {
  library ??= create();
  if (!library.hasResourceBundle(lng, area))
    library.addResourceBundle(lng, area, catalogs[lng][area], false, true, { skipCopy: true });
  return library;
}

/**
 * The text of KEY. Numbers among the values are written as the language writes them; what must stay as it is (an
 * id, a line's number) is given as a string. `count` also chooses the plural.
 */
export function t<K extends Key>(key: K, ...[values]: ValuesOf<typeof en, K>): string {
  const lng = language();
  const dot = key.indexOf('.');
  const [area, name] = [key.slice(0, dot), key.slice(dot + 1)];
  // Most texts are whole, and every row of a list says several: they need no library.
  if (values === undefined) return catalogs[lng][area]?.[name] ?? key;
  const given: Readonly<Record<string, string | number>> = values;
  const replace = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
  );
  return libraryOf(lng, area).t(name, {
    lng,
    ns: area,
    // Apart from the library's own options; and nothing is looked for in values: a document may be called `$t(…)`.
    replace,
    nest: false,
    ...(typeof given.count === 'number' ? { count: given.count } : {}),
  });
}
