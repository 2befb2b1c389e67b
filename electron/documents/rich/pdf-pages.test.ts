import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from './pdf';
import type { Line } from './pdf-lines';
import { paragraphsOf } from './pdf-paragraphs';
import { fuzzRich } from './testing/fuzz';
import { column, misplaced, pdf } from './testing/pdf';

const fixtures = join(import.meta.dirname, '../../../e2e/fixtures');

const textOf = async (bytes: Uint8Array) => (await read({ bytes, name: 'a.pdf' })).text;

test('[YA67] an article of two columns, with words cut at the ends of lines, is the text that was set', async () => {
  const golden = readFileSync(join(fixtures, 'two-columns.golden.txt'), 'utf8');
  expect(await textOf(readFileSync(join(fixtures, 'two-columns.pdf')))).toBe(golden);
});

test('[YA67] three columns are read one after the other', async () => {
  const words = (name: string) =>
    Array.from({ length: 6 }, (_, i) => `${name} line ${i} of the column goes on`);
  const file = pdf([
    [
      ...column(words('third'), 410, 700),
      ...column(words('first'), 50, 700),
      ...column(words('second'), 230, 700),
    ],
  ]);
  const order = (await textOf(file)).match(/first|second|third/g);
  expect(order).toEqual([...Array(6).fill('first'), ...Array(6).fill('second'), ...Array(6).fill('third')]);
});

test('[YA67] a table in a page is read row by row', async () => {
  const rows = [
    ['Name', 'Age', 'Town'],
    ['Anna', '34', 'Bonn'],
    ['Bert', '51', 'Aachen'],
    ['Cara', '28', 'Jena'],
    ['Dora', '40', 'Ulm'],
  ];
  const cells = rows.flatMap((row, i) =>
    row.map((text, n) => ({ text, x: 60 + 160 * n, y: 600 - 14 * i, size: 10 })),
  );
  const text = await textOf(pdf([[...column(['Who took part in it:'], 60, 640), ...cells]]));
  expect(text.replace(/\s+/g, ' ')).toBe(`Who took part in it: ${rows.flat().join(' ')}`);
});

test('[YA67] lines of Chinese and Japanese are put together without a space', () => {
  const line = (text: string, y: number): Line => ({
    text,
    x: 50,
    y,
    end: 550,
    size: 10,
    column: [50, 550],
  });
  const { paragraphs } = paragraphsOf([line('川の長さと深さ', 700), line('を測る。', 688)], new Set());
  expect(paragraphs.map((it) => it.text)).toEqual(['川の長さと深さを測る。']);
});

test('[YA68] a PDF whose table is wrong for a later page is read, whatever pdf.js leaves behind', async () => {
  const whole = pdf([column(['The first page.'], 60, 700), column(['The second page.'], 60, 700)]);
  const broken = misplaced(whole, 6);
  expect(broken).not.toEqual(whole);
  expect(await textOf(broken)).toBe(await textOf(whole));
});

test('[YA68] a damaged PDF is read or refused, and no more', async () => {
  await fuzzRich('pdf', pdf([column(['Some words in a line, and', 'some more of them.'], 60, 700), []]));
}, 300_000);
