import { expect, test } from 'vitest';
import { Unreadable } from './read';
import { rowsOf } from './rows';
import { xlsx } from './testing/xlsx';

const rows = (content: string | Uint8Array, name: string) =>
  rowsOf({ bytes: typeof content === 'string' ? Buffer.from(content) : content, name });

test('[YA57] rows to import: every column has a name of its own, every row every column', () => {
  expect(rows('id,text,,text\n1,"a\nb"\n2,c,d,e,f\n', 'A.CSV')).toEqual({
    columns: ['id', 'text', 'Column 3', 'text (2)', 'Column 5'],
    rows: [
      ['1', 'a\nb', '', '', ''],
      ['2', 'c', 'd', 'e', 'f'],
    ],
    notices: [],
  });
});

test('[YA57] of a workbook the first sheet that shows anything is read, and the others are named', () => {
  const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
  const book = xlsx([
    { name: 'Hidden', rows: cell('x'), state: 'hidden' },
    { name: 'Empty', rows: '' },
    { name: 'Talks', rows: cell('text') + cell('Hello') },
    { name: 'More', rows: cell('y') },
  ]);
  const read = rows(book, 'a.xlsx');
  expect([read.columns, read.rows]).toEqual([['text'], [['Hello']]]);
  expect(read.notices).toEqual(['Only the sheet “Talks” is read, not “More”.']);
});

test('[YA57] fields of JSON lines are columns; lines that are no objects are told', () => {
  const read = rows(
    '{"text":"a","n":1}\r\n\r\n[1]\n{"n":null,"tags":["x"],"__proto__":"p"}\n{"te',
    'a.jsonl',
  );
  expect(read.columns).toEqual(['text', 'n', 'tags', '__proto__']);
  expect(read.rows).toEqual([
    ['a', '1', '', ''],
    ['', '', '["x"]', 'p'],
  ]);
  expect(read.notices).toEqual(['Lines that are no JSON objects are left out: 3, 5.']);
});

test('[YA57] a file without rows is refused', () => {
  expect(() => rows('id,text\n', 'a.csv')).toThrow(Unreadable);
  expect(() => rows('[]\n', 'a.jsonl')).toThrow('no rows');
});
