/** Keys that a person chose instead of the given ones. */

import { type Command, commands, titleOf } from './command-table';
import { t } from './locale/t';
import type { Label } from './model';

/** By the command's id; an empty list takes its keys away. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/** The command table with OWN keys in place of the given ones. */
export const tableWith = (own: OwnKeys): readonly Command[] =>
  commands.map((row) => (Object.hasOwn(own, row.id) ? { ...row, keys: own[row.id] ?? [] } : row));

/** Keys that mean the same in every program, or get people out of where they are. */
const kept = new Set(['Escape', 'Mod+C', 'Mod+X', 'Mod+V', 'Mod+A', 'Mod+Q', 'Mod+W']);

/** Why the command can't have KEY at all, in plain words; null when it can. */
export function refusalOf({ scope, keys }: Pick<Command, 'scope' | 'keys'>, key: string): string | null {
  if (kept.has(key) && !keys.includes(key)) return t('edit.key-kept');
  if (scope === 'window' && !/^(Mod\+|Alt\+|(Shift\+)?F\d+$)/.test(key)) return t('edit.key-while-typing');
  return null;
}

export type Conflict =
  | { readonly kind: 'command'; readonly id: string; readonly title: string }
  | { readonly kind: 'label'; readonly name: string };

/** Who has KEY already, besides the command ID: a command, or a label, which would lose it. Null when nobody has. */
export function conflictOf(
  table: readonly Command[],
  labels: readonly Label[],
  id: string,
  key: string,
): Conflict | null {
  const owner = table.find((row) => row.id !== id && row.keys.includes(key));
  if (owner) return { kind: 'command', id: owner.id, title: titleOf(owner) };
  const single = /^(?:Shift\+)?([0-9A-Z])$/.exec(key)?.[1]?.toLowerCase();
  const label = single && labels.find((it) => it.key === single);
  return label ? { kind: 'label', name: label.name } : null;
}

/** The command of TABLE that has a label's KEY (one digit or letter, in any case), with Shift or without; null when none has. */
export function commandWithLabelKey(table: readonly Command[], key: string): Command | null {
  const name = key.toUpperCase();
  return (
    table.find(
      ({ scope, keys }) => scope !== 'window' && keys.some((it) => [name, `Shift+${name}`].includes(it)),
    ) ?? null
  );
}

const given = (id: string): readonly string[] => commands.find((row) => row.id === id)?.keys ?? [];

function withKeys(own: OwnKeys, id: string, keys: readonly string[]): OwnKeys {
  const { [id]: _, ...others } = own;
  return keys.join('\n') === given(id).join('\n') ? others : { ...others, [id]: keys };
}

/** OWN with KEY as the only key of the command ID, taken from whoever had it. */
export function bound(own: OwnKeys, id: string, key: string): OwnKeys {
  const taken = tableWith(own)
    .filter((row) => row.id !== id && row.keys.includes(key))
    .reduce(
      (keys, row) =>
        withKeys(
          keys,
          row.id,
          row.keys.filter((it) => it !== key),
        ),
      own,
    );
  return withKeys(taken, id, [key]);
}

/** OWN with the given keys of the command ID back; who took them meanwhile lets them go. */
export const unbound = (own: OwnKeys, id: string): OwnKeys =>
  withKeys(
    given(id).reduce((keys, key) => bound(keys, id, key), own),
    id,
    given(id),
  );
