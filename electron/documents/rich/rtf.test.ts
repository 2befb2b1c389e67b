import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { image, read } from './rtf';
import { fuzzRich } from './testing/fuzz';
import { shown } from './testing/shown';

const head = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset204 Cyr{\*\falt x};}{\f2\fnil\fcharset128 Mincho;}}
{\colortbl;\red255\green0\blue0;}
{\stylesheet{\s0 Normal;}{\s1\outlinelevel0{\*\keycode x} Kapitel;}{\s2 heading 2;}{\*\cs10 Default;}}
{\info{\title Not text}}{\header Page \chpgn\par}`;

const letter = String.raw`${head}
\pard\s1 A title\par
\pard\s2 Below\par
\pard\plain Some {\b bold {\i both}} and \ul under\ulnone , x{\super 2}, a {\field{\*\fldinst{HYPERLINK "https://example.com/a"}}{\fldrslt link}}.\line
Next line\~here\emdash{\footnote\pard\plain {\super\chftn} The {\i note}.\par More of it.} goes{\*\atnid A}{\*\atnauthor Anna}\chatn{\*\annotation Is it so?} on.\par
\pard{\listtext\f0 \'b7\tab}\ilvl0 One{\deleted\revauthdel1  gone}{\revised  new}\par
{\listtext 2.\tab}\ilvl1 Two{\v  secret}\par
\trowd\trhdr\cellx100\cellx200\pard\intbl Name\cell Age\cell\row
\trowd\cellx100\cellx200\pard\intbl Bert\par Brown\cell {\b 7}\cell\row
\pard\par
{\*\shppict{\pict\wmetafile8 0100}}{\nonshppict{\pict 00}}{\*\unknown nothing}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt A box\par}}}Last
}`;

test('[YA62] RTF: headings, items, tables, looks, links, notes; what is left out is told', async () => {
  expect(await shown('rtf', letter)).toMatchInlineSnapshot(`
    "heading1: "A title"
    heading2: "Below"
    paragraph: "Some bold both and under, x2, a link.\\nNext line here— goes on." {"bold " bold; "both" bold italic; "under" underline; "2" sup; "link" https://example.com/a; mark 1 after " here—"; mark * after "— goes"}
    item1 (•): "One new"
    item2 (2.): "Two"
    row header: "Name\\tAge"
    row: "Bert Brown\\t7" {"7" bold}
    paragraph: ""
    paragraph: "Last"
    note (1.): "The note." {"note" italic}
    note: "More of it."
    note (Comment by Anna): "Is it so?""
  `);
  const { rich } = await read({ bytes: Buffer.from(letter), name: 'a.rtf' });
  expect(rich.omissions).toEqual([
    { what: 'headers and footers', count: 1, example: 'Page' },
    { what: 'tracked deletions', count: 1, example: ' gone' },
    { what: 'hidden passages', count: 1, example: ' secret' },
    { what: 'pictures', count: 1, example: '' },
    { what: 'texts in drawings', count: 1, example: 'A box' },
  ]);
  expect(rich.notices).toEqual(['The tracked changes of this file were taken as accepted.']);
});

test('[YA62] RTF as word processors write it: starred footnotes, the title, soft hyphens, a row without its end', async () => {
  const file = String.raw`{\rtf1\ansi{\stylesheet{\s3 Title;}{\s4 Body;}}\pard\s3 On mills\par\pard\s4 Mill\-er{\super\chftn}{\*\footnote\chftn  Of rye.}\par
\trowd\pard\intbl oats\cell\pard\intbl\itap2 one\nestcell two\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard After it.\par}`;
  expect(await shown('rtf', file)).toMatchInlineSnapshot(`
    "heading1: "On mills"
    paragraph: "Mill­er" {mark 1 after "ill­er"}
    row: "oats\\tone two"
    paragraph: "After it."
    note (1.): "Of rye.""
  `);
});

test('[YA70] RTF: a picture stands where it hangs, once, and only of a type that runs nothing', async () => {
  const dot = readFileSync(join(import.meta.dirname, '../../../build/icons/16x16.png'));
  const hex = dot.toString('hex');
  const file = Buffer.concat([
    Buffer.from(
      `{\\rtf1 A {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn a}{\\sv b}}}\\picscalex50\\picwgoal480\\pichgoal240\\pngblip\\bliptag7{\\*\\blipuid 00ff}\n${hex.slice(0, 7)}\n${hex.slice(7)}}}{\\nonshppict{\\pict\\wmetafile8 00}} and {\\pict\\pngblip\\bin${dot.length} `,
    ),
    dot,
    Buffer.from('}{\\pict\\wmetafile8 0100}{\\v{\\pict\\pngblip 8950}} end}'),
  ]);
  const { text, rich } = await read({ bytes: file, name: 'a.rtf' });
  expect(text).toBe('A \ufffc and \ufffc end');
  expect(rich.images).toEqual([
    { at: 2, alt: '', id: '1', width: 16, height: 16 },
    { at: 8, alt: '', id: '2', width: null, height: null },
  ]);
  expect(rich.omissions).toEqual([{ what: 'pictures', count: 2, example: '' }]);
  for (const id of ['1', '2'])
    expect(await image({ bytes: file, name: 'a.rtf' }, id)).toEqual({
      bytes: Uint8Array.from(dot),
      type: 'image/png',
    });
  expect(await image({ bytes: file, name: 'a.rtf' }, '3')).toBeNull();
});

const textOf = async (source: string | Uint8Array) =>
  (await read({ bytes: typeof source === 'string' ? Buffer.from(source, 'latin1') : source, name: 'a.rtf' }))
    .text;

test.each([
  ['escapes of the document’s code page', String.raw`{\rtf1\ansi\ansicpg1252 Gr\'fc\'dfe \'80}`, 'Grüße €'],
  ['bytes as they are', '{\\rtf1\\ansi\\ansicpg1252 Gr\xfc\xdfe}', 'Grüße'],
  ['fonts with a character set', String.raw`${head}\f1\'cf\'f0\'e8\f0  \'e9 {\f1\'e2}}`, 'При é в'],
  ['characters of two bytes', String.raw`${head}\f2\'93\'8c\'8b\'9e}`, '東京'],
  ['Unicode with a stand-in', String.raw`{\rtf1\uc1 a\u233?b\u-10179?\u-8704?c}`, 'aéb😀c'],
  [
    'stand-ins of several characters',
    String.raw`{\rtf1\uc2 a\u233\'65\'27b{\uc0\u233 c}\u233 xxd}`,
    'aébécéd',
  ],
  ['a text for new and one for old readers', String.raw`{\rtf1 {\upr{old}{\*\ud{new\u233?}}}}`, 'newé'],
  ['half a character', String.raw`{\rtf1 a\u-10179?b}`, 'a\ufffdb'],
  ['braces and backslashes', String.raw`{\rtf1 \{a\\b\} a\_b}`, '{a\\b} a\u2011b'],
  ['bytes that are no text', '{\\rtf1 a\\bin6 }}{{\\b}', 'a'],
  ['a code page that nobody knows', String.raw`{\rtf1\ansicpg99999 \'e9}`, 'é'],
  ['NULs, and paragraphs by a backslash at the line’s end', '{\\rtf1 a\u0000b\\\nc}', 'a\u0000b\nc'],
])('[YA63] RTF with %s', async (_, source, text) => {
  expect(await textOf(source)).toBe(text);
});

test('[YA64] what is cut off is shown as far as it goes, and told', async () => {
  const { text, rich } = await read({ bytes: Buffer.from(letter.slice(0, 700)), name: 'a.rtf' });
  expect(text).toMatch(/^A title\nBelow/);
  expect(rich.notices).toContain('The end of the file is missing; it is shown as far as it goes.');
});

test('[YA64] what is no RTF, and what is nested for ever, is refused', () => {
  expect(() => read({ bytes: Buffer.from('Dear Sir'), name: 'a.rtf' })).toThrow('It is no RTF');
  const deep = Buffer.from(`{\\rtf1 ${'{'.repeat(1_000_000)}`);
  expect(() => read({ bytes: deep, name: 'a.rtf' })).toThrow('too deep');
});

test('[YA64] damaged RTF is read or refused, and no more', () => fuzzRich('rtf', letter));

test('[YA64] a long document costs no more than its length', async () => {
  const row = String.raw`\trowd\pard\intbl a{\b b}\cell \u233?\cell\row `;
  const { rich } = await read({ bytes: Buffer.from(`{\\rtf1 ${row.repeat(50_000)}}`), name: 'a.rtf' });
  expect(rich.blocks.length).toBe(50_000);
});
