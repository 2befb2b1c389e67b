import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Unreadable } from './read';
import { read } from './table';
import { fuzzRich } from './testing/fuzz';
import { shown } from './testing/shown';
import { type Parts, type SheetXml, xlsx } from './testing/xlsx';

const textOf = async (content: string | Uint8Array, name = 'a.csv') =>
  (await read({ bytes: typeof content === 'string' ? Buffer.from(content) : content, name })).text;

const interviews = `id;name;words
1;Öhm;"She said: ""no""; twice
and left"
2;😀;x

3;"a\tb";
`;

test('[YA52] CSV: rows that hold anything are rows of a table, cells as spreadsheets quote them', async () => {
  expect(await shown('csv', interviews)).toMatchInlineSnapshot(`
    "row header: "id\\tname\\twords"
    row: "1\\tÖhm\\tShe said: \\"no\\"; twice and left"
    row: "2\\t😀\\tx"
    row: "3\\ta b\\t""
  `);
});

test('[YA52] any table comes back cell by cell, whatever its delimiter and line ends', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '😀', '"', ',', ';', ' ', '\n') });
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 8 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  const ends = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(tables, fc.constantFrom(',', ';', '|'), ends, async (rows, delimiter, end) => {
      const quoted = rows.map((row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(delimiter));
      const expected = rows
        .filter((row) => row.some((it) => it !== ''))
        .map((row) => row.map((it) => it.replace(/\n/g, ' ')).join('\t'));
      const text = await textOf(`sep=${delimiter}${end}${quoted.join(end)}`);
      expect(text).toBe(expected.join('\n'));
    }),
  );
});

test.each([
  ['what Excel says of the delimiter', 'sep=|\r\na|b\r\nc,d|e\r\n', 'a\tb\nc,d\te'],
  ['a lone CR', 'a,b\rc,d\r', 'a\tb\nc\td'],
  ['mixed line ends', 'a,b\r\nc,d\ne,f', 'a\tb\nc\td\ne\tf'],
  ['commas in sentences, semicolons between cells', 'a;b\nx, y;z\nx, y, v;w', 'a\tb\nx, y\tz\nx, y, v\tw'],
  ['rows of different length', 'a,b\nc\nd,e,f', 'a\tb\nc\nd\te\tf'],
  ['one column', 'text\none\ntwo', 'text\none\ntwo'],
  ['a quotation that nobody ends', 'a,b\n"c,d\ne,f', 'a\tb\nc,d e,f'],
  ['a NUL', 'a,b\nc\u0000,d', 'a\tb\nc\u0000\td'],
])('[YA53] CSV with %s', async (_, source, text) => {
  expect(await textOf(source)).toBe(text);
});

test('[YA53] UTF-16 of Excel and old code pages', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('ä\tb\r\nc\td\ud800', 'utf16le')]);
  expect(await textOf(utf16, 'a.tsv')).toBe('ä\tb\nc\td\ufffd');
  expect(await textOf(Buffer.from('Größe;Maß\nfünf;süß\n', 'latin1'))).toBe('Größe\tMaß\nfünf\tsüß');
});

test('[YA53] a row of more cells than anybody could look through is refused with its number', () => {
  const bytes = Buffer.from(`a,b\n${'x,'.repeat(5000)}y`);
  expect(() => read({ bytes, name: 'a.csv' })).toThrow(
    'Its row 2 has 5,001 cells; Postil reads tables of up to 1,000 columns.',
  );
});

const styles = `
  <numFmts><numFmt numFmtId="164" formatCode="dd&quot;. of &quot;mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.0"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="46"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="18"/></cellXfs>`;
const strings =
  '<si><t>When</t></si><si><r><t>Who </t></r><r><rPr><b/></rPr><t>said it</t></r></si><si><t>東</t><rPh><t>ひがし</t></rPh></si>';
const sheet: SheetXml = {
  name: 'Visits &amp; more',
  rows: `
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>In_x000D_line</t></is></c></row>
    <row r="2"><c r="A2" s="1"><v>45351</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="b"><v>1</v></c><c r="D2"><f>1+2</f><v>0.30000000000000004</v></c></row>
    <row r="9"><c r="A9" s="2"><v>45351.75</v></c><c r="B9" s="3"><v>0.125</v></c><c r="C9" s="4"><v>1.5</v></c><c r="D9" t="str"><f>A1</f><v>text of a formula</v></c></row>
    <row r="10"><c r="A10" s="6"><v>45351.5</v></c><c r="B10" s="5"><v>2.25</v></c><c r="C10" s="7"><v>0.5</v></c><c r="D10" t="e"><v>#N/A</v></c></row>
    <row r="11"><c r="A11" s="1"/></row>`,
};
const hidden: SheetXml = { name: 'Lists', rows: '<row><c><v>1</v></c></row>', state: 'hidden' };
const second: SheetXml = { name: 'Second', rows: '<row><c t="inlineStr"><is><t>only</t></is></c></row>' };
const parts: Parts = {
  styles,
  strings,
  more: {
    'xl/comments1.xml': '<comments><comment><text><r><t>Check this</t></r></text></comment></comments>',
  },
};
const book = xlsx([sheet, hidden, second], parts);

test('[YA54] XLSX: sheets under their names; dates, numbers and results of formulas as the workbook shows them', async () => {
  expect(await shown('xlsx', book)).toMatchInlineSnapshot(`
    "heading1: "Visits & more"
    row: "When\\tWho said it\\t\\tIn line" {"said it" bold}
    row: "2024-02-29\\t東\\tTRUE\\t0.3"
    row: "29. of February 2024\\t12.50%\\t36:00:00\\ttext of a formula"
    row: "2024-02-29 12:00\\t2.3\\t12:00 PM\\t#N/A"
    heading1: "Second"
    row: "only""
  `);
  const { rich } = await read({ bytes: book, name: 'a.xlsx' });
  expect(rich.omissions).toEqual([
    { what: 'hidden sheets', count: 1, example: 'Lists' },
    { what: 'comments on cells', count: 1, example: 'Check this' },
  ]);
});

test('[YA71] XLSX: numbers by their own formats, bold runs and cells, links out of the workbook and by formula', async () => {
  const codes = [
    '00000',
    '#,##0.00 [$€-407]',
    '0.0&quot; kg&quot;;(0.0&quot; kg&quot;)',
    '# ?/?',
    ';;;',
    '&quot;broken',
  ];
  const looks = `<numFmts>${codes.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code}"/>`).join('')}</numFmts>
    <fonts><font/><font><b/><i val="0"/></font></fonts>
    <cellXfs><xf/>${codes.map((_, i) => `<xf numFmtId="${170 + i}"/>`).join('')}<xf fontId="1"/></cellXfs>`;
  const texts =
    '<si><r><t>as the cell </t></r><r><rPr><i/></rPr><t>slanted</t></r><r><rPr/><t> plain</t></r></si>';
  const number = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
  const rows = `<row>${number(1, 1067)}${number(2, -1234.5)}${number(3, 12.34)}${number(3, -12.34)}</row>
    <row>${number(4, 2.75)}${number(5, 7)}${number(6, 7)}</row>
    <row><c s="7" t="s"><v>0</v></c><c r="B3" t="str"><v>there</v></c><c t="str"><f>HYPERLINK("https://example.com/f","by formula")</f><v>by formula</v></c></row>
    <row><c r="A4" t="str"><v>runs nothing</v></c></row>`;
  const relation = (id: string, target: string) =>
    `<Relationship Id="${id}" Target="${target}" TargetMode="External"/>`;
  const file = xlsx(
    [
      {
        name: 'S',
        rows,
        behind: '<hyperlinks><hyperlink ref="B3:B4" r:id="a"/><hyperlink ref="A4" r:id="b"/></hyperlinks>',
      },
    ],
    {
      styles: looks,
      strings: texts,
      more: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('a', 'https://example.com/s')}${relation('b', 'javascript:x')}</Relationships>`,
        // As LibreOffice writes it: how the remark is drawn stands beside its words.
        'xl/comments1.xml':
          '<comments><comment><text><t>Why?</t></text><anchor><from><col>3</col></from></anchor></comment></comments>',
      },
    },
  );
  expect(await shown('xlsx', file)).toMatchInlineSnapshot(`
    "heading1: "S"
    row: "01067\\t-1,234.50 €\\t12.3 kg\\t(12.3 kg)"
    row: "2 3/4\\t7\\t7"
    row: "as the cell slanted plain\\tthere\\tby formula" {"as the cell " bold; "slanted" italic; "there" https://example.com/s; "by formula" https://example.com/f}
    row: "runs nothing""
  `);
  const { rich } = await read({ bytes: file, name: 'a.xlsx' });
  expect(rich.omissions).toEqual([{ what: 'comments on cells', count: 1, example: 'Why?' }]);
});

test('[YA54] days of workbooks that count from 1904', async () => {
  const bytes = xlsx([{ name: 'S', rows: '<row><c s="1"><v>0</v></c></row>' }], { styles, is1904: true });
  expect(await textOf(bytes, 'a.xlsx')).toBe('S\n1904-01-01');
});

test('[YA55] workbooks with a password, of the old format, cut off or no workbooks are refused in plain words', () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      read({ bytes, name: 'a.xlsx' });
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable);
      return (error as Error).message;
    }
    throw new Error('it was read');
  };
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  expect(refusal(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toMatch('password');
  expect(refusal(Buffer.concat([compound, Buffer.alloc(500)]))).toMatch('Save it as .xlsx');
  expect(refusal(book.slice(0, book.length - 100))).toMatch('its end is missing');
  expect(refusal(Buffer.from('id,text\n1,a,b,c,d,e,f,g\n'))).toMatch('no zip archive');
  const other = xlsx([], { more: { 'xl/workbook.xml': '<workbook><broken' } });
  expect(refusal(other)).toMatch('damaged');
});

test('[YA56] damaged tables are read or refused, and no more', async () => {
  await fuzzRich('csv', interviews);
  await fuzzRich('tsv', interviews.replaceAll(';', '\t'));
  await fuzzRich('xlsx', book);
});
