import { expect, test } from 'vitest';
import { labelKeyIntent } from './label-key';

const selection = { start: 1, end: 5 };
const word = { start: 2, end: 4 };

test.each([
  ['[L1] a selection', { selection, picked: null, word, shift: false }, { kind: 'add', span: selection }],
  [
    '[L1] a selection with Shift',
    { selection, picked: null, word, shift: true },
    { kind: 'add', span: selection },
  ],
  [
    '[L1] a selection and a pick',
    { selection, picked: 'a', word, shift: false },
    { kind: 'add', span: selection },
  ],
  [
    '[L1] both with Shift',
    { selection, picked: 'a', word: null, shift: true },
    { kind: 'add', span: selection },
  ],
  ['[L2] a pick', { selection: null, picked: 'a', word: null, shift: false }, { kind: 'relabel', id: 'a' }],
  [
    '[L2] a pick at a word',
    { selection: null, picked: 'a', word, shift: false },
    { kind: 'relabel', id: 'a' },
  ],
  [
    '[L3] a pick with Shift',
    { selection: null, picked: 'a', word, shift: true },
    { kind: 'add-beside', id: 'a' },
  ],
  ['[L4] the word', { selection: null, picked: null, word, shift: false }, { kind: 'add', span: word }],
  [
    '[L4] the word with Shift',
    { selection: null, picked: null, word, shift: true },
    { kind: 'add', span: word },
  ],
] as const)('%s', (_, situation, intent) => {
  expect(labelKeyIntent(situation)).toEqual(intent);
});

test.each([false, true])('[L5] nothing at all, Shift %s', (shift) => {
  const intent = labelKeyIntent({ selection: null, picked: null, word: null, shift });
  expect(intent).toMatchObject({ kind: 'nothing', message: expect.stringMatching(/Select some text/) });
});
