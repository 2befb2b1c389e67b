import { expect, test } from 'vitest';
import { commands, isOffered } from '../core/command-table';
import { runs } from './commands';

test('every command of the table does something, and nothing runs that is not in the table', () => {
  expect(Object.keys(runs).sort()).toEqual(commands.map((row) => row.id).sort());
});

test('every command is reached by the keyboard: by keys of its own, or by its name in the palette', () => {
  expect(commands.filter((row) => row.keys.length === 0 && !isOffered(row))).toEqual([]);
  expect(commands.filter((row) => row.menu !== null && !isOffered(row))).toEqual([]);
  const palette = commands.find((row) => row.id === 'palette.open');
  expect(palette).toMatchObject({ keys: ['Mod+K'], scope: 'window' });
});

test('no key stands for two commands that both hear it', () => {
  const owners = new Map<string, string[]>();
  for (const { id, keys } of commands)
    for (const key of keys) owners.set(key, [...(owners.get(key) ?? []), id]);
  expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
});
