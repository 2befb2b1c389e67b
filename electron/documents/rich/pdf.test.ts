import { expect, test } from 'vitest';
import { read } from './pdf';
import { Unreadable } from './read';
import { column, pdf } from './testing/pdf';
import { shown } from './testing/shown';

const left = column(
  [
    'The first column tells how a river is mea-',
    'sured: by its length, by its depth and by the',
    'well-known colour of its water in spring.',
    'A boat with a ruler goes down the middle.',
    '   On the banks there stand posts, each of',
    'them numbered, so that everybody can re-',
    'member which of them stood under water.',
  ],
  60,
  640,
);

const right = column(
  [
    'The second column goes on with the well-',
    'known posts, and with the people who count',
    'them. They come twice a year, once with the',
    'snow and once without.',
    'Nobody pays them; they are volun-',
    'teers from the villages.',
  ],
  320,
  640,
);

test('[YA50] two columns are read one after the other, under what spans both; cut words are put together', async () => {
  const title = { text: 'Rivers and how they are measured', x: 60, y: 700, size: 22 };
  const spanning = {
    text: 'This summary is set across both of the columns, and is read before either of them is.',
    x: 60,
    y: 670,
  };
  const foot = { text: '1', x: 300, y: 40 };
  const file = pdf([
    [...right, title, ...left, spanning, foot],
    column(['The next page is short.'], 60, 700),
  ]);
  expect(await shown('pdf', file)).toMatchInlineSnapshot(`
    "heading1: "Rivers and how they are measured"
    paragraph: "This summary is set across both of the columns, and is read before either of them is."
    paragraph: "The first column tells how a river is measured: by its length, by its depth and by the well-known colour of its water in spring."
    paragraph: "A boat with a ruler goes down the middle."
    paragraph: "On the banks there stand posts, each of them numbered, so that everybody can remember which of them stood under water."
    paragraph: "1"
    paragraph: "The second column goes on with the well-known posts, and with the people who count them. They come twice a year, once with the snow and once without."
    paragraph: "Nobody pays them; they are volunteers from the villages."
    break (Page 2): ""
    paragraph: "The next page is short.""
  `);
  const { rich } = await read({ bytes: file, name: 'a.pdf' });
  expect(rich.notices).toContain('3 words that were hyphenated at a line’s end were put together.');
});

test('[YA51] what can’t be read is refused in plain words', async () => {
  const refusal = async (bytes: Uint8Array) => {
    const error = await Promise.resolve(read({ bytes, name: 'a.pdf' })).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(Unreadable);
    return (error as Error).message;
  };
  expect(await refusal(pdf([[], []]))).toContain('Run text recognition (OCR)');
  expect(await refusal(Buffer.from('%PDF-1.4 and nothing else'))).toContain('It is damaged, or no PDF');
  const { rich } = await read({ bytes: pdf([left, []]), name: 'a.pdf' });
  expect(rich.notices).toContain('Without text, maybe only pictures: page 2.');
});
