/** Tables in text: which delimiter they have, their header, and their rows with their places. */
import { dsvFormat } from 'd3-dsv';
import { partOf } from './columns';

export interface DelimitedRow {
  /** From 1, the header being row 1; a cell of several lines is in one row. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Delimited {
  readonly delimiter: string;
  readonly head: readonly string[];
  readonly rows: () => Iterable<DelimitedRow>;
}

const delimiters = [',', '\t', ';', '|'];

/** How much of a file is looked at for its header, in UTF-16 units. */
const HEAD = 1 << 14;

const firstRow = (text: string, delimiter: string): readonly string[] => {
  // The row that is cut off at the end is never the first one, but in a file of one row.
  let first: readonly string[] = [];
  dsvFormat(delimiter).parseRows(text.slice(0, HEAD), (row, i) => {
    if (i === 0) first = row;
    return null;
  });
  return first;
};

const known = (head: readonly string[]) => new Set(head.flatMap((header) => partOf(header) ?? [])).size;

/** The table in TEXT: the delimiter is the one that parts the first row into most columns whose names are known. */
export function delimited(text: string): Delimited {
  const heads = delimiters.map((delimiter) => ({ delimiter, head: firstRow(text, delimiter) }));
  const [best] = heads.sort((a, b) => known(b.head) - known(a.head)) as [(typeof heads)[0]];
  return {
    ...best,
    *rows() {
      let number = 1;
      for (const cells of dsvFormat(best.delimiter).parseRows(text).slice(1)) {
        number++;
        if (cells.some((cell) => cell.trim() !== '')) yield { number, cells };
      }
    },
  };
}
