import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read } from './pdf';
import { ordinary } from './pdf-characters';
import { type Line, type Piece, pageLines } from './pdf-lines';
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
    links: [],
    font: 'a',
    x: 50,
    y,
    end: 550,
    size: 10,
    column: [50, 550],
  });
  const { paragraphs } = paragraphsOf([line('川の長さと深さ', 700), line('を測る。', 688)], new Set());
  expect(paragraphs.map((it) => it.text)).toEqual(['川の長さと深さを測る。']);
});

test('[YA67] a raised and a lowered sign stand on the line that they belong to', () => {
  const piece = (text: string, x: number, y: number, size = 12): Piece => ({
    text,
    x,
    y,
    size,
    width: 0.5 * size * text.length,
    links: [],
    font: 'a',
  });
  const row = [
    piece('H', 50, 700),
    piece('2', 56, 697, 7),
    piece('O and mc', 60, 700),
    piece('2', 108, 704.5, 7),
  ];
  const next = [piece('below', 50, 686)];
  expect(pageLines([...next, ...row]).map((it) => it.text)).toEqual(['H2O and mc2', 'below']);
});

/** WORDS beside each other from X on, as a page shows them from left to right. */
const placed = (words: readonly string[], x: number, y: number): Piece[] =>
  words.map((text, i) => ({
    text,
    y,
    x: x + words.slice(0, i).reduce((sum, it) => sum + 5 * it.length + 3, 0),
    width: 5 * text.length,
    size: 10,
    links: [],
    font: 'a',
  }));

test.each([
  ['Hebrew', ['בתוכו.', '42', 'מספר', 'עם', 'משפט'], 'משפט עם מספר 42 בתוכו.'],
  [
    'Arabic with a number and a Latin name',
    ['الأول', 'البرنامج', 'هذا', '1843', 'Ada', 'سنة', 'كتبت'],
    'كتبت سنة 1843 Ada هذا البرنامج الأول',
  ],
  [
    'Hebrew inside English',
    ['The', 'name', 'הטוב', 'הספר', 'is', 'its', 'title'],
    'The name הספר הטוב is its title',
  ],
  ['English alone', ['words', 'as', 'they', 'stand', '12'], 'words as they stand 12'],
])('[YA72] a line of %s is read in the direction of its writing', (_, words, text) => {
  expect(pageLines(placed(words, 50, 700)).map((it) => it.text)).toEqual([text]);
});

test('[YA72] brackets that a page gives as they look face their words', () => {
  const text = (words: readonly string[]) => pageLines(placed(words, 50, 700)).map((it) => it.text);
  expect(text(['סוגים(', ')שני', 'מלח'])).toEqual(['מלח (שני סוגים)']);
  expect(text(['סוגים)', '(שני', 'מלח'])).toEqual(['מלח (שני סוגים)']);
  expect(text([')one', 'two('])).toEqual([')one two(']);
});

test('[YA67] radicals that fonts put for words, and signs of vertical lines, are the words and signs', () => {
  expect(ordinary('⼈⽐⻚︒ 人 ⺀')).toBe('人比页。 人 ⺀');
});

test('[YA67] a heading of the size of its text is told by its font and its short line', () => {
  const line = (text: string, y: number, font: string, end: number): Line => ({
    text,
    y,
    font,
    end,
    x: 50,
    size: 10,
    links: [],
    column: [50, 300],
  });
  const lines = [
    line('Asking', 700, 'bold', 90),
    line('In the morning nobody looks at the clock, as', 688, 'plain', 298),
    line('it is wrong, which is what they say.', 676, 'slanted', 296),
    line('Nobody minds.', 664, 'plain', 120),
  ];
  expect(paragraphsOf(lines, new Set()).paragraphs.map((it) => it.lines)).toEqual([1, 3]);
});

test('[YA72] columns and paragraphs of Hebrew begin on the right', () => {
  const words = (sign: string) =>
    Array.from({ length: 6 }, (_, i) => ['המילים', 'של', `${sign}${i + 1}שורה`]);
  const columnOf = (sign: string, x: number) => words(sign).flatMap((it, i) => placed(it, x, 700 - 12 * i));
  const lines = pageLines([...columnOf('ב', 50), ...columnOf('א', 330)]);
  expect(lines.map((it) => it.text.slice(0, 1)).join('')).toBe('אאאאאאבבבבבב');
});

test('[YA73] the links of a page lie on the words under them, and only those that lead out of the file', async () => {
  const lines = column(['See the ledger of the mill, or the', 'other book. Write to me.'], 60, 700);
  const to = (url: string) => `/S /URI /URI (${url})`;
  const file = pdf(
    [lines],
    [
      { rect: [78, 697, 127, 710], action: to('https://example.com/ledger') },
      { rect: [60, 685, 112, 697], action: to('https://example.com/other') },
      { rect: [115, 685, 200, 697], action: '/S /JavaScript /JS (app.alert)' },
      { rect: [60, 685, 200, 697], action: to('javascript:x') },
      { rect: [60, 697, 70, 710], action: '/S /GoTo /D [4 0 R /Fit]' },
    ],
  );
  const { text, rich } = await read({ bytes: file, name: 'a.pdf' });
  expect(text).toBe('See the ledger of the mill, or the other book. Write to me.');
  expect(rich.runs.map(({ start, end, link }) => [text.slice(start, end), link])).toEqual([
    ['the ledger', 'https://example.com/ledger'],
    ['other book', 'https://example.com/other'],
  ]);
});

test('[YA68] a PDF whose table is wrong for its pages is read, whatever pdf.js leaves behind', async () => {
  const whole = pdf([column(['The first page.'], 60, 700), column(['The second page.'], 60, 700)]);
  const broken = misplaced(whole, 4);
  expect(broken).not.toEqual(whole);
  expect(await textOf(broken)).toBe(await textOf(whole));
});

test('[YA68] a damaged PDF is read or refused, and no more', async () => {
  await fuzzRich('pdf', pdf([column(['Some words in a line, and', 'some more of them.'], 60, 700), []]));
}, 300_000);
