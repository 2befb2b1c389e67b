/** The cells of a workbook (.xlsx, ECMA-376) as it shows them: results of formulas, dates, numbers, texts. */
import { NotReadable } from '../../../core/formats/imported';
import { childrenOf, readXml, textOf, type XmlElement } from '../../../core/formats/xml';
import { unzip } from '../../../core/formats/zip';
import { Unreadable } from './read';
import { formatCode, shownNumber } from './xlsx-number';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those that hold anything; cells from column A on. */
  readonly rows: readonly (readonly string[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Remarks on cells. */
  readonly comments: readonly string[];
  readonly pictures: number;
}

/** Excel's own bound. */
const MOST_COLUMNS = 16_384;

/** Of a compound file (MS-CFB): old workbooks, and those that a password protects. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

const wanted =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml|comments[^/]*\.xml|media\/.+)$/i;

/** Throws Unreadable. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.subarray(0, 8).equals(compound))
    throw new Unreadable(
      whole.includes(encrypted)
        ? 'It is protected by a password. Save a copy without one, and open that.'
        : 'It is a workbook in the old .xls format. Save it as .xlsx, and open that.',
    );
  try {
    return workbook(unzip(bytes, (path) => wanted.test(path)));
  } catch (error) {
    if (error instanceof NotReadable) throw new Unreadable(`It is damaged. ${error.message}`);
    throw error;
  }
}

function workbook(files: ReadonlyMap<string, Uint8Array>): Workbook {
  const xml = (path: string) => new TextDecoder().decode(files.get(path) ?? new Uint8Array());
  const trees = (path: string, names: readonly string[], tree: (element: XmlElement) => void) => {
    if (files.has(path)) readXml(xml(path), new Set(names), { tree });
  };
  if (!files.has('xl/workbook.xml')) throw new Unreadable('It is no workbook: it has no list of sheets.');
  const targets = new Map<string, string>();
  trees('xl/_rels/workbook.xml.rels', ['Relationship'], ({ attributes: { Id = '', Target = '' } }) => {
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  });
  let is1904 = false;
  const listed: { readonly name: string; readonly path: string; readonly isHidden: boolean }[] = [];
  trees('xl/workbook.xml', ['sheet', 'workbookPr'], ({ name, attributes }) => {
    if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    else
      listed.push({
        name: attributes.name ?? '',
        path: targets.get(attributes.id ?? '') ?? '',
        isHidden: /hidden/i.test(attributes.state ?? ''),
      });
  });
  const strings: string[] = [];
  trees('xl/sharedStrings.xml', ['si'], (item) => strings.push(stringOf(item)));
  const codes = formatsOf((names, tree) => trees('xl/styles.xml', names, tree));
  const textIn = (cell: XmlElement) => cellText(cell, strings, codes, is1904);
  const sheets = listed
    // A sheet that is a chart has no cells.
    .filter(({ path }) => files.has(path))
    .map(({ name, path, isHidden }) => {
      const rows: (readonly string[])[] = [];
      trees(path, ['row'], (row) => {
        const cells = rowOf(row, textIn);
        if (cells.some((it) => it !== '')) rows.push(cells);
      });
      return { name, isHidden, rows };
    });
  const comments: string[] = [];
  for (const path of files.keys())
    if (/^xl\/comments/i.test(path)) trees(path, ['comment'], (it) => comments.push(deepText(it)));
  const pictures = [...files.keys()].filter((path) => path.startsWith('xl/media/')).length;
  return { sheets, comments, pictures };
}

/** The format code of each style that cells name by its index. */
function formatsOf(
  trees: (names: readonly string[], tree: (element: XmlElement) => void) => void,
): readonly string[] {
  const own = new Map<number, string>();
  const codes: string[] = [];
  trees(['numFmts', 'cellXfs'], ({ name, children }) => {
    for (const { attributes } of children) {
      if (name === 'numFmts') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else codes.push(formatCode(Number(attributes.numFmtId ?? 0), own));
    }
  });
  return codes;
}

/** `_x000D_` stands for a character that XML can't hold. */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Of a text in runs too; without the readings beside Japanese characters. */
const stringOf = (item: XmlElement): string =>
  unescaped(
    textOf(item, 't') +
      childrenOf(item, 'r')
        .map((run) => textOf(run, 't'))
        .join(''),
  );

const deepText = ({ text, children }: XmlElement): string => text.trim() + children.map(deepText).join('');

/** `AB12` is column 27; null for what is no address. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rowOf(row: XmlElement, textIn: (cell: XmlElement) => string): readonly string[] {
  const cells: string[] = [];
  let next = 0;
  for (const cell of childrenOf(row, 'c')) {
    const at = columnOf(cell.attributes.r) ?? next;
    const text = textIn(cell);
    next = at + 1;
    if (text === '') continue;
    if (at >= MOST_COLUMNS) throw new NotReadable(`Line ${cell.line}: a cell stands beyond the last column.`);
    while (cells.length < at) cells.push('');
    cells[at] = text;
  }
  return cells;
}

function cellText(
  cell: XmlElement,
  strings: readonly string[],
  codes: readonly string[],
  is1904: boolean,
): string {
  const { t: type = 'n', s: style } = cell.attributes;
  const value = textOf(cell, 'v');
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return childrenOf(cell, 'is').map(stringOf).join('');
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      return shownNumber(number, codes[Number(style ?? 0)] ?? 'General', is1904);
    }
    default:
      // `str`, the text that a formula gives, `e`, an error, and `d`, a date in words.
      return unescaped(value);
  }
}
