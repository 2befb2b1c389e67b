/**
 * Tables: CSV, TSV and workbooks. Projections csv/1, tsv/1 and xlsx/2: rows that hold anything are rows of a table;
 * of a workbook one sheet after the other, each under its name.
 */
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { decode } from '../decode';
import { type ReadRich, Unreadable } from './read';
import { separatedRows } from './separated';
import { type Cell, cellWords } from './xlsx-looks';
import { readWorkbook } from './xlsx-workbook';

/** More cells than this in a row are not shown as columns: nobody could find a way among them. */
const MOST_COLUMNS = 1000;

/** Names of columns are words; where a number or nothing stands among them, the first row is like the others. */
const isHeader = (rows: readonly (readonly Cell[])[]) =>
  rows.length > 1 && (rows[0] ?? []).every((cell) => /\p{L}/u.test(cellWords(cell)));

function writeTable(rows: readonly (readonly Cell[])[], out: RichBuilder): void {
  const hasHeader = isHeader(rows);
  out.beginTable();
  for (const [n, row] of rows.entries()) {
    if (row.length > MOST_COLUMNS)
      throw new Unreadable(
        t('reading.row-wide', { row: String(n + 1), cells: row.length, most: MOST_COLUMNS }),
      );
    out.row({ header: hasHeader && n === 0 });
    for (const [i, cell] of row.entries()) {
      if (i > 0) out.cell();
      if (typeof cell === 'string') out.text(cell);
      else for (const { text, format, link } of cell) out.text(text, format, link);
    }
  }
}

function readBook(bytes: Uint8Array) {
  const out = new RichBuilder();
  const { sheets, comments, pictures } = readWorkbook(bytes);
  for (const { name, isHidden, rows } of sheets) {
    if (isHidden) out.omit('hidden-sheets', name);
    if (isHidden || rows.length === 0) continue;
    out.block('heading', { level: 1 });
    out.text(name);
    writeTable(rows, out);
  }
  for (const comment of comments) out.omit('cell-comments', comment);
  if (pictures > 0) out.omit('pictures', '', pictures);
  return { ...out.finish(), encoding: 'Excel (.xlsx)', guessed: false };
}

export const read: ReadRich = ({ bytes, name }) => {
  const path = name.toLowerCase();
  if (path.endsWith('.xlsx')) return readBook(bytes);
  const { text, encoding, guessed } = decode(bytes);
  const out = new RichBuilder();
  writeTable(separatedRows(text, path.endsWith('.tsv') ? '\t' : null), out);
  return { ...out.finish(), encoding, guessed };
};
