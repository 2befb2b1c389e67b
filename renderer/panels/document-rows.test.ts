import { expect, test } from 'vitest';
import type { DocumentRow } from '../../core/views';
import { documentRows } from './document-rows';

const row = (path: string, parts: Partial<DocumentRow> = {}): DocumentRow => ({
  path,
  size: 1,
  refused: null,
  warning: null,
  status: 'todo',
  annotations: 0,
  ...parts,
});
const rows = [
  row('b.txt'),
  row('x/a.txt', { status: 'done' }),
  row('x/y/c.txt', { refused: 'It is empty.' }),
  row('a.txt'),
];
const shown = (...args: Parameters<typeof documentRows>) =>
  documentRows(...args).map((it) => (it.kind === 'folder' ? `${it.folder}/ ${it.count}` : it.document.path));

test('documents stand below the heading of their folder, those of the project first', () => {
  expect(shown(rows, '', 'all', new Set())).toEqual([
    'b.txt',
    'a.txt',
    'x/ 1',
    'x/a.txt',
    'x/y/ 1',
    'x/y/c.txt',
  ]);
});

test('a closed folder keeps its heading and its count', () => {
  expect(shown(rows, '', 'all', new Set(['x']))).toEqual(['b.txt', 'a.txt', 'x/ 1', 'x/y/ 1', 'x/y/c.txt']);
});

test('search looks at the whole path, in any case; filters at the status and at refusals', () => {
  expect(shown(rows, 'X/A', 'all', new Set())).toEqual(['x/ 1', 'x/a.txt']);
  expect(shown(rows, '', 'done', new Set())).toEqual(['x/ 1', 'x/a.txt']);
  expect(shown(rows, '', 'refused', new Set())).toEqual(['x/y/ 1', 'x/y/c.txt']);
});
