/** What people read, in the language they chose. */

import { createInstance, type i18n } from 'i18next';
import { language } from './current';
import { en } from './en/catalog';
import { languages } from './language';
import { number } from './numbers';
import type { KeyOf, ValuesOf } from './translated';
import { zhCN } from './zh-CN/catalog';

export type Key = KeyOf<typeof en>;

/** Of a text that wants no values: what a table may hold. */
export type PlainKey = { [K in Key]: ValuesOf<typeof en, K> extends [] ? K : never }[Key];

type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The texts by `area.key`: a key may hold dots of its own, so the library is told of no separators. */
const flat = (catalog: Catalog) => ({
  translation: Object.fromEntries(
    Object.entries(catalog).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text]),
    ),
  ),
});

function create(): i18n {
  const made = createInstance();
  void made.init({
    initAsync: false,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    load: 'currentOnly',
    resources: { en: flat(en), 'zh-CN': flat(zhCN) },
    keySeparator: false,
    nsSeparator: false,
    // React and the system's dialogs take text, never markup.
    interpolation: { escapeValue: false },
  });
  return made;
}

/** Made with the first text: what has nothing to say (a reader of sound documents, say) pays nothing. */
let library: i18n | undefined;

/**
 * The text of KEY. Numbers among the values are written as the language writes them; what must stay as it is (an
 * id, a line's number) is given as a string. `count` also chooses the plural.
 */
export function t<K extends Key>(key: K, ...[values]: ValuesOf<typeof en, K>): string {
  library ??= create();
  const given: Readonly<Record<string, string | number>> = values ?? {};
  const replace = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
  );
  return library.t(key, {
    lng: language(),
    // Apart from the library's own options; and nothing is looked for in values: a document may be called `$t(…)`.
    replace,
    nest: false,
    ...(typeof given.count === 'number' ? { count: given.count } : {}),
  });
}
