/** The command table as this person has it. */
import type { Command } from '../../core/command-table';
import { type OwnKeys, tableWith } from '../../core/keys-own';
import { call } from '../api';
import { say } from '../session/say';
import { get, set, useSession } from '../state';

const none: OwnKeys = {};
let made: { readonly own: OwnKeys; readonly table: readonly Command[] } = {
  own: none,
  table: tableWith(none),
};

function tableOf(own: OwnKeys): readonly Command[] {
  if (made.own !== own) made = { own, table: tableWith(own) };
  return made.table;
}

export const ownKeys = (): OwnKeys => get().info?.keys ?? none;

export const currentTable = (): readonly Command[] => tableOf(ownKeys());

export const useTable = (): readonly Command[] => tableOf(useSession((state) => state.info?.keys) ?? none);

/** Takes KEYS into use, and keeps them on this machine. */
export async function changeKeys(keys: OwnKeys): Promise<void> {
  const { info } = get();
  if (!info) return;
  set({ info: { ...info, keys } });
  const kept = await call('keys.set', keys);
  if (!kept.ok) say(kept.failure.message);
}
