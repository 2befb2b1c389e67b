/** The cells of a workbook (.xlsx, ECMA-376) as it shows them: results of formulas, dates, numbers, texts. */

import { NotReadable } from '../../../core/formats/imported';
import { childrenOf, readXml, textOf, type XmlElement } from '../../../core/formats/xml';
import { unzip } from '../../../core/formats/zip';
import { t } from '../../../core/locale/t';
import { linkOf } from './links';
import { Unreadable } from './read';
import { type Cell, dressed, fontFormat, linkInFormula, stringOf, unescaped } from './xlsx-looks';
import { formatCode, shownNumber } from './xlsx-number';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those that hold anything; cells from column A on. */
  readonly rows: readonly (readonly Cell[])[];
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
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml|worksheets\/_rels\/[^/]+\.rels|comments[^/]*\.xml|media\/.+)$/i;

/** Throws Unreadable. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (whole.subarray(0, 8).equals(compound))
    throw new Unreadable(whole.includes(encrypted) ? t('reading.locked') : t('reading.xls-old'));
  try {
    return workbook(unzip(bytes, (path) => wanted.test(path)));
  } catch (error) {
    if (error instanceof NotReadable)
      throw new Unreadable(t('reading.xlsx-damaged', { cause: error.message }));
    throw error;
  }
}

function workbook(files: ReadonlyMap<string, Uint8Array>): Workbook {
  const xml = (path: string) => new TextDecoder().decode(files.get(path) ?? new Uint8Array());
  const trees: Trees = (path, names, tree) => {
    if (files.has(path)) readXml(xml(path), new Set(names), { tree });
  };
  if (!files.has('xl/workbook.xml')) throw new Unreadable(t('reading.xlsx-bare'));
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
  const strings: ReturnType<typeof stringOf>[] = [];
  trees('xl/sharedStrings.xml', ['si'], (item) => strings.push(stringOf(item)));
  const styles = stylesOf((names, tree) => trees('xl/styles.xml', names, tree));
  const sheets = listed
    // A sheet that is a chart has no cells.
    .filter(({ path }) => files.has(path))
    .map(({ name, path, isHidden }) => {
      const rows: (readonly Cell[])[] = [];
      const links = linksOf(trees, path);
      const cellIn = (cell: XmlElement) => {
        const { code, format } = styles[Number(cell.attributes.s ?? 0)] ?? { code: 'General', format: 0 };
        const link = links.get(cell.attributes.r ?? '') ?? linkInFormula(textOf(cell, 'f'));
        return dressed(cellContent(cell, strings, code, is1904), format, link);
      };
      trees(path, ['row'], (row) => {
        const cells = rowOf(row, cellIn);
        if (cells.some((it) => it.length > 0)) rows.push(cells);
      });
      return { name, isHidden, rows };
    });
  const comments: string[] = [];
  for (const path of files.keys())
    if (/^xl\/comments/i.test(path))
      trees(path, ['comment'], (it) => comments.push(childrenOf(it, 'text').map(deepText).join('')));
  const pictures = [...files.keys()].filter((path) => path.startsWith('xl/media/')).length;
  return { sheets, comments, pictures };
}

type Trees = (path: string, names: readonly string[], tree: (element: XmlElement) => void) => void;

interface CellStyle {
  readonly code: string;
  /** Bits of Format. */
  readonly format: number;
}

/** The styles that cells name by their index. */
function stylesOf(
  trees: (names: readonly string[], tree: (element: XmlElement) => void) => void,
): readonly CellStyle[] {
  const own = new Map<number, string>();
  let fonts: readonly number[] = [];
  const styles: CellStyle[] = [];
  trees(['numFmts', 'fonts', 'cellXfs'], ({ name, children }) => {
    if (name === 'fonts') fonts = children.map(fontFormat);
    else
      for (const { attributes } of children) {
        if (name === 'numFmts') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else
          styles.push({
            code: formatCode(Number(attributes.numFmtId ?? 0), own),
            format: fonts[Number(attributes.fontId ?? 0)] ?? 0,
          });
      }
  });
  return styles;
}

/** Where the cells of the sheet at PATH lead out of the workbook, by address. */
function linksOf(trees: Trees, path: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const relations = path.replace(/([^/]+)$/, '_rels/$1.rels');
  trees(relations, ['Relationship'], ({ attributes: { Id = '', Target = '', TargetMode } }) => {
    if (TargetMode === 'External') targets.set(Id, Target);
  });
  const links = new Map<string, string>();
  if (targets.size === 0) return links;
  trees(path, ['hyperlink'], ({ attributes: { ref = '', id = '' } }) => {
    const link = linkOf(targets.get(id) ?? null);
    // Of a range the first cell holds the words.
    if (link !== null) links.set(ref.split(':')[0] as string, link);
  });
  return links;
}

const deepText = ({ text, children }: XmlElement): string => text.trim() + children.map(deepText).join('');

/** `AB12` is column 27; null for what is no address. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rowOf(row: XmlElement, cellIn: (cell: XmlElement) => Cell): readonly Cell[] {
  const cells: Cell[] = [];
  let next = 0;
  for (const element of childrenOf(row, 'c')) {
    const at = columnOf(element.attributes.r) ?? next;
    const cell = cellIn(element);
    next = at + 1;
    if (cell.length === 0) continue;
    if (at >= MOST_COLUMNS) throw new NotReadable(t('reading.cell-beyond', { line: String(element.line) }));
    while (cells.length < at) cells.push('');
    cells[at] = cell;
  }
  return cells;
}

function cellContent(
  cell: XmlElement,
  strings: readonly ReturnType<typeof stringOf>[],
  code: string,
  is1904: boolean,
): ReturnType<typeof stringOf> {
  const { t: type = 'n' } = cell.attributes;
  const value = textOf(cell, 'v');
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr': {
      const [inline] = childrenOf(cell, 'is');
      return inline ? stringOf(inline) : '';
    }
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || !Number.isFinite(number)) return value;
      return shownNumber(number, code, is1904);
    }
    default:
      // `str`, the text that a formula gives, `e`, an error, and `d`, a date in words.
      return unescaped(value);
  }
}
