import { expect, test } from 'vitest';
import { commands } from '../core/command-table';
import { runs } from './commands';

test('every command of the table does something, and nothing runs that is not in the table', () => {
  expect(Object.keys(runs).sort()).toEqual(commands.map((row) => row.id).sort());
});
