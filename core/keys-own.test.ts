import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from './command-table';
import {
  bound,
  commandWithLabelKey,
  conflictOf,
  type OwnKeys,
  refusalOf,
  tableWith,
  unbound,
} from './keys-own';
import { starterSchema } from './starter';

const keysOf = (own: OwnKeys, id: string) => tableWith(own).find((row) => row.id === id)?.keys;
const given = (id: string) => keysOf({}, id);

test('[B8] a key goes from one command to another, and back', () => {
  const own = bound({}, 'annotation.note', 'Mod+E');
  expect(keysOf(own, 'annotation.note')).toEqual(['Mod+E']);
  expect(keysOf(own, 'export.open')).toEqual([]);
  expect(unbound(own, 'annotation.note')).toEqual({ 'export.open': [] });
  expect(unbound(own, 'export.open')).toEqual({ 'annotation.note': [] });
  expect(bound(own, 'export.open', 'Mod+E')).toEqual({ 'annotation.note': [] });
  // One of two keys is taken: the other stays.
  expect(keysOf(bound({}, 'annotation.note', 'Delete'), 'annotation.remove')).toEqual(['Backspace']);
});

test('[B8] no key ever belongs to two', () => {
  const ids = fc.constantFrom(...commands.map((row) => row.id));
  const keys = fc.oneof(fc.constantFrom(...commands.flatMap((row) => row.keys)), fc.constantFrom('M', 'F12'));
  const edits = fc.array(fc.tuple(ids, fc.option(keys)), { maxLength: 20 });
  fc.assert(
    fc.property(edits, (all) => {
      let own: OwnKeys = {};
      for (const [id, key] of all) own = key === null ? unbound(own, id) : bound(own, id, key);
      const used = tableWith(own).flatMap((row) => row.keys);
      expect(new Set(used).size).toBe(used.length);
      const [last] = all.slice(-1);
      if (last) expect(keysOf(own, last[0])).toEqual(last[1] === null ? given(last[0]) : [last[1]]);
      for (const { id } of commands) own = unbound(own, id);
      expect(own).toEqual({});
    }),
  );
});

test('[B9] conflicts', () => {
  const { labels } = starterSchema();
  expect(conflictOf(commands, labels, 'annotation.note', 'Mod+E')).toMatchObject({
    kind: 'command',
    id: 'export.open',
  });
  expect(conflictOf(commands, labels, 'annotation.note', '1')).toEqual({ kind: 'label', name: 'Person' });
  expect(conflictOf(commands, labels, 'annotation.note', 'Shift+1')).toEqual({
    kind: 'label',
    name: 'Person',
  });
  expect(conflictOf(commands, labels, 'annotation.note', 'N')).toBeNull();
  expect(conflictOf(commands, labels, 'annotation.note', 'M')).toBeNull();
});

test('[B9] refusals', () => {
  const [window, annotate] = [
    { scope: 'window', keys: [] } as const,
    { scope: 'annotate', keys: [] } as const,
  ];
  for (const key of ['M', '1', 'Shift+M', 'Enter', 'Backspace', 'Tab', '.']) {
    expect(refusalOf(window, key)).toContain('while you type');
    expect(refusalOf(annotate, key)).toBeNull();
  }
  for (const key of ['Mod+M', 'Alt+M', 'F4', 'Shift+F12']) expect(refusalOf(window, key)).toBeNull();
  for (const key of ['Escape', 'Mod+C', 'Mod+V']) expect(refusalOf(annotate, key)).toContain('everywhere');
  expect(refusalOf({ scope: 'annotate', keys: ['Escape'] }, 'Escape')).toBeNull();
});

test('[B11] a command of one’s own that has a label’s key is found, with Shift or without', () => {
  expect(commandWithLabelKey(tableWith({}), 'p')).toBeNull();
  expect(commandWithLabelKey(tableWith({}), 'n')?.id).toBe('annotation.note');
  expect(commandWithLabelKey(tableWith(bound({}, 'label.repeat', 'P')), 'p')?.id).toBe('label.repeat');
  expect(commandWithLabelKey(tableWith(bound({}, 'label.repeat', 'Shift+7')), '7')?.id).toBe('label.repeat');
  expect(commandWithLabelKey(tableWith(bound({}, 'label.repeat', 'Mod+7')), '7')).toBeNull();
});
