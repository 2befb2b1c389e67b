import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsAsDocuments } from './rows-as-documents';
import { isTable, MOST_ROWS, type Table, viewOfTable } from './table';

const table = (text: string): Table => {
  const [columns = [], ...rows] = text.split('\n').map((line) => line.split('|'));
  return { columns, rows, notices: [] };
};

test('[XI26] the longest column is guessed as the text, one that tells all rows apart as the name', () => {
  const survey = table(
    'who|Id|place|age|answer\nAnna|a1|Bonn|31|We came by the early train.\nAnna|a2|Bonn||\nBerta|a3|Köln|4.5|Never.\nBerta|a4|Köln|-7|It rained.',
  );
  expect(viewOfTable(survey, 'survey.csv')).toEqual({
    name: 'survey.csv',
    rows: 4,
    columns: [
      { name: 'who', kind: 'choice', choices: 2, filled: 4 },
      { name: 'Id', kind: 'text', choices: 0, filled: 4 },
      { name: 'place', kind: 'choice', choices: 2, filled: 4 },
      { name: 'age', kind: 'number', choices: 0, filled: 3 },
      { name: 'answer', kind: 'text', choices: 0, filled: 3 },
    ],
    first: survey.rows,
    text: 'answer',
    called: 'Id',
    notices: [],
  });
});

test('[XI26] one value is no choice, and neither are dates or what seldom comes twice', () => {
  const kinds = (...values: string[]) =>
    viewOfTable({ columns: ['a'], rows: values.map((value) => [value]), notices: [] }, 'a.csv').columns[0]
      ?.kind;
  expect(kinds('yes', 'yes', 'no', 'no')).toBe('choice');
  expect(kinds('yes', 'yes', 'yes', '')).toBe('text');
  expect(kinds('1951-01-10', '1951-01-10', '2.3.1951', '2.3.1951')).toBe('text');
  expect(kinds('a', 'a', 'b')).toBe('text');
  expect(kinds('1', '1', '-2.5', '')).toBe('number');
  expect(kinds('', '')).toBe('text');
});

test('[XI26] no column is taken for a name that is the text, leaves a row without, says a thing twice, or is long', () => {
  const called = (text: string) => viewOfTable(table(text), 'a.csv').called;
  expect(called('note|text\nx|A long text.\ny|Another one.')).toBe('note');
  expect(called('note|text\nx|A long text.\nx|Another one.')).toBeNull();
  expect(called('note|text\nx|A long text.\n|Another one.')).toBeNull();
  expect(called('text|note\nA long text.|x\nAnother one.|y')).toBeNull();
  expect(called(`note|text\n${'x'.repeat(61)}|${'y'.repeat(90)}\nz|More.`)).toBeNull();
  // The first column tells them apart, too; but one is called so.
  expect(called('note|标题|text\nx|p|A long text.\ny|q|Another one.')).toBe('标题');
});

test('[XI26] of many rows five are shown, and of a long cell the beginning, never half a character', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 700 }), { minLength: 1 }), (cells) => {
      const view = viewOfTable({ columns: ['a'], rows: cells.map((cell) => [cell]), notices: [] }, 'a.csv');
      expect(view.first.length).toBe(Math.min(5, cells.length));
      for (const [n, [shown = '']] of view.first.entries()) {
        expect(shown.length).toBeLessThanOrEqual(301);
        const cell = cells[n] as string;
        if (shown !== cell) expect(cell.startsWith(shown.slice(0, -1))).toBe(true);
        expect(shown).not.toMatch(/[\ud800-\udbff]…$/);
      }
    }),
  );
  const [[shown]] = viewOfTable({ columns: ['a'], rows: [[`${'x'.repeat(299)}😀`]], notices: [] }, 'a.csv')
    .first as [[string]];
  expect(shown).toBe(`${'x'.repeat(299)}…`);
});

test('[XI27] every row with a text is one document; only the chosen columns become fields', () => {
  const cell = fc.stringMatching(/^[a-c ]{0,4}$/);
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(rows, fc.subarray(['b', 'c']), (all, fields) => {
      const made = rowsAsDocuments(
        { columns: ['a', 'b', 'c'], rows: all, notices: [] },
        { text: 'a', name: null, fields },
      );
      if (!made.ok) throw new Error(made.failure.message);
      const { documents, schema, problems } = made.value;
      const filled = all.filter(([text]) => text.trim() !== '');
      expect(documents.map((it) => it.text)).toEqual(filled.map(([text]) => text));
      expect(documents.length + problems.length).toBe(all.length);
      expect(schema.documentFields.map((it) => it.name)).toEqual(fields);
      for (const { layers } of documents)
        for (const name of Object.keys(layers[0]?.fields ?? {})) expect(fields).toContain(name);
    }),
  );
});

test('[XI27] more rows than can be files are refused, and so is a column that is not there', () => {
  const many = { columns: ['a'], rows: Array.from({ length: MOST_ROWS + 1 }, () => ['x']), notices: [] };
  expect(rowsAsDocuments(many, { text: null, name: null, fields: null })).toMatchObject({
    ok: false,
    failure: { code: 'too-many', message: expect.stringContaining('20,001 rows') },
  });
  const made = rowsAsDocuments(table('a|b\nx|y'), { text: 'a', name: null, fields: ['c'] });
  expect(made).toMatchObject({ ok: false, failure: { code: 'no-column' } });
});

test('[XI26] a table is known by the end of its name', () => {
  expect(['a.csv', 'B.TSV', 'c/d.xlsx', 'e.jsonl', 'f.ndjson'].every(isTable)).toBe(true);
  expect(['a.txt', 'csv', 'a.csv.txt', 'a.json'].some(isTable)).toBe(false);
});
