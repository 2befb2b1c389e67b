import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvText, passagesCsv, unguarded } from './csv';

/** A reader of RFC 4180, written apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let [row, at]: [string[], number] = [[], 0];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else for (; text[at] !== ',' && text[at] !== '\r'; at++) cell += text[at];
    row.push(cell);
    if (text[at] === '\r') {
      rows.push(row);
      [row, at] = [[], at + 2];
    } else at++;
  }
  return rows;
}

test('[V7] what is written can be read again, cell by cell', () => {
  const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom("'=1", "''-", "'a", "'", '=', '\t'));
  const cells = fc.array(word, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 5 }), (rows) => {
      const text = csvText(rows);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(parse(text.slice(1)).map((row) => row.map(unguarded))).toEqual(rows);
    }),
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =cmd', "'  =cmd"],
  ['\t=cmd', "'\t=cmd"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ['a=b', 'a=b'],
  ['say "no", then', '"say ""no"", then"'],
  ['two\nlines', '"two\nlines"'],
])('[V8] no cell is a formula: %j', (cell, written) => {
  expect(csvCell(cell)).toBe(written);
});

test('[V7] numbers stay numbers, and a line holds where a passage stands', () => {
  const annotation = {
    id: 'x',
    label: 'person',
    spans: [
      { start: 3, end: 6, exact: 'Ada', prefix: 'to ', suffix: ' and' },
      { start: 20, end: 25, exact: 'Byron', prefix: 'o ', suffix: '.' },
    ],
    attributes: {},
    note: '-',
    origin: 'manual',
    createdAt: '2025',
    updatedAt: '2025',
  };
  const passages = [{ document: 'a,b.txt', annotator: 'Anna', own: true, annotation, relations: 0 }];
  expect(parse(passagesCsv(passages, []).slice(1))).toEqual([
    [
      'document',
      'annotator',
      'label',
      'start_utf16',
      'end_utf16',
      'before',
      'quote',
      'after',
      'note',
      'created',
    ],
    ['a,b.txt', 'Anna', 'person', '3', '25', 'to ', 'Ada … Byron', '.', "'-", '2025'],
  ]);
});
