/** A file as rows and columns, for those who import each row as a text of its own. */

import type { Table } from '../../../core/exchange/table';
import { enumerated } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { decode } from '../decode';
import { jsonRows } from './json-rows';
import { type ReadFile, Unreadable } from './read';
import { separatedRows } from './separated';
import { cellWords } from './xlsx-looks';
import { readWorkbook } from './xlsx-workbook';

/** Names of columns: those of HEAD, told apart where they are alike, and `Column 3` where there is none. */
function namesOf(head: readonly string[], count: number): readonly string[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const name = head[i]?.trim() || `Column ${i + 1}`;
    let own = name;
    for (let n = 2; taken.has(own); n++) own = `${name} (${n})`;
    taken.add(own);
    return own;
  });
}

function table(all: readonly (readonly string[])[], notices: readonly string[]): Table {
  const [head = [], ...rest] = all;
  const count = all.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = rest.map((row) => Array.from({ length: count }, (_, i) => row[i] ?? ''));
  return { columns: namesOf(head, count), rows, notices };
}

/** The rows of FILE, by its name; the first row names the columns. Throws Unreadable. */
export function rowsOf(file: ReadFile): Table {
  const rows = read(file);
  if (rows.rows.length === 0) throw new Unreadable(t('reading.no-rows'));
  return rows;
}

function read({ bytes, name }: ReadFile): Table {
  const path = name.toLowerCase();
  if (path.endsWith('.xlsx')) {
    const [first, ...others] = readWorkbook(bytes).sheets.filter(
      ({ rows, isHidden }) => rows.length > 0 && !isHidden,
    );
    if (!first) throw new Unreadable(t('reading.sheets-empty'));
    const notices =
      others.length > 0
        ? [
            t('reading.sheet-only', {
              sheet: first.name,
              others: enumerated(others.map((it) => t('reading.sheet-named', { sheet: it.name }))),
            }),
          ]
        : [];
    return table(
      first.rows.map((row) => row.map(cellWords)),
      notices,
    );
  }
  const { text } = decode(bytes);
  if (/\.(jsonl|ndjson)$/.test(path)) return jsonRows(text);
  return table(separatedRows(text, path.endsWith('.tsv') ? '\t' : null), []);
}
