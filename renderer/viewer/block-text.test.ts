import { expect, test } from 'vitest';
import { BlockTable } from '../../core/blocks';
import { directionAt, isContinuation, visibleEnd } from './block-text';

test('the \\r of a CRLF is not shown, a lone one ends its block', () => {
  const table = new BlockTable('ab\r\ncd\ref');
  expect([0, 1, 2].map((i) => table.text.slice(table.start(i), visibleEnd(table, i)))).toEqual([
    'ab',
    'cd',
    'ef',
  ]);
});

test('a continuation takes the direction of its paragraph', () => {
  const table = new BlockTable(`12 ${'שלום '.repeat(500)}${'abc '.repeat(600)}\nabc`);
  expect(isContinuation(table, 0)).toBe(false);
  expect(isContinuation(table, 2)).toBe(true);
  expect(directionAt(table, 2)).toBe('rtl');
  expect(isContinuation(table, table.count - 1)).toBe(false);
  expect(directionAt(table, table.count - 1)).toBe('ltr');
});
