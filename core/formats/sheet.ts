/** Worksheets of an Office Open XML workbook (ECMA-376, part 1, 18.3), written row by row. */
import type { Cell, Row } from './table';
import { xmlText, xmlValue } from './xml';

/** Of one cell, in UTF-16 units; Excel cuts nothing, it calls the file damaged. */
export const CELL_LIMIT = 32_767;

/** Styles of a workbook by their place in it; colours follow behind. */
export const styles = { plain: 0, head: 1, colours: 2 } as const;

const column = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : column(Math.floor(index / 26) - 1) + column(index % 26);

/** Excel reads `_x0041_` in a text as one character: an underscore that begins such a thing is written as one. */
const escaped = (text: string) => xmlText(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

const cellXml = (cell: Cell, at: string, style: number): string => {
  const s = style === styles.plain ? '' : ` s="${style}"`;
  if (typeof cell === 'number') return `<c r="${at}"${s}><v>${cell}</v></c>`;
  if (cell === '') return style === styles.plain ? '' : `<c r="${at}"${s}/>`;
  return `<c r="${at}"${s} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
};

/** Row NUMBER (from 1); texts are texts, so none is a formula. STYLE is that of a cell by its column (from 0). */
export const rowXml = (
  cells: Row,
  number: number,
  style: (column: number) => number = () => styles.plain,
): string =>
  `<row r="${number}">${cells.map((cell, i) => cellXml(cell, `${column(i)}${number}`, style(i))).join('')}</row>`;

/** How wide a column of this name is, in characters. */
const widthOf = (header: string) => {
  if (header === 'text' || header === 'memo' || header === 'description') return 56;
  if (header.endsWith('_text') || header === 'note' || header === 'reason') return 36;
  return /^(?:start|end)_/.test(header) ? 11 : 18;
};

/** Up to the rows: the first one is in bold and stays in sight. */
export const sheetHead = (head: readonly string[]): string => {
  const columns = head.map(
    (it, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(it)}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>',
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    `</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
    rowXml(head, 1, () => styles.head),
  ].join('');
};

/** Behind the last of ROWS (the header counts): a filter over all of them. */
export const sheetTail = (head: readonly string[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${column(head.length - 1)}${rows}"/></worksheet>`;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The files around the sheets NAMES, by their paths; COLOURS are those of cells with a style from `styles.colours`. */
export function bookFiles(
  names: readonly string[],
  colours: readonly string[],
): readonly (readonly [string, string])[] {
  const rels = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlValue(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const overrides = names.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  return [
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="${package_}/relationships">${rels.join('')}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesXml(colours)],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
  ];
}

function stylesXml(colours: readonly string[]): string {
  const fills = colours.map(
    (it) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${it.slice(1).toUpperCase()}"/></patternFill></fill>`,
  );
  const cells = colours.map(
    (_, i) => `<xf numFmtId="0" fontId="0" fillId="${i + 2}" borderId="0" xfId="0" applyFill="1"/>`,
  );
  return [
    `${xml}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    // The first two fills are fixed by the format.
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill>`,
    `<fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>`,
    '<borders count="1"><border/></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${cells.join('')}</cellXfs>`,
    '</styleSheet>',
  ].join('');
}
