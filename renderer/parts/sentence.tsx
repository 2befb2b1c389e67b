/** A text of the catalogs with parts that are more than text: a key, a link, a name in bold. */
import { Fragment, type ReactNode } from 'react';
import type { en } from '../../core/locale/en/catalog';
import { type Key, t } from '../../core/locale/t';
import type { ValuesOf } from '../../core/locale/translated';

type Values<K extends Key> = ValuesOf<typeof en, K>[0];

/** Stands where a node belongs while the text is put together; no document name holds this private character. */
const mark = (name: string): string => `\uF8FE${name}\uF8FE`;

/** The text of KEY, with NODES in the places of its values, wherever the language wants them. */
export function sentence<K extends Key>(
  key: K,
  nodes: { readonly [Name in keyof Values<K>]: ReactNode },
): ReactNode {
  const marks = Object.fromEntries(Object.keys(nodes).map((name) => [name, mark(name)]));
  const parts = t(key, ...([marks] as unknown as ValuesOf<typeof en, K>)).split('\uF8FE');
  return parts.map((part, i) => {
    const shown = i % 2 === 0 ? part : (nodes as Readonly<Record<string, ReactNode>>)[part];
    // biome-ignore lint/suspicious/noArrayIndexKey: the places of a text do not move
    return <Fragment key={i}>{shown}</Fragment>;
  });
}
