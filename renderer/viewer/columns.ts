/** How wide the columns of a table are: the same for all its rows, from what is known of the whole table. */
import type { RichText, Table } from '../../core/rich';

/** All in characters. */
export interface Columns {
  readonly widths: readonly number[];
  /** No narrower than this as long as all of them have room, so that no word is broken. */
  readonly least: readonly number[];
  /** Together. */
  readonly total: number;
  /**
   * Too many to stand side by side: each row then takes several lines of cells, in the same way as the others.
   */
  readonly isStacked: boolean;
  /** In stacked rows: columns of sentences, which take a line of their own instead of a narrow cell. */
  readonly isLong: readonly boolean[];
}

/** Of a cell's padding, on both sides, and of a bold or wide letter, so that short words are not broken. */
const PADDING = 3.6;
const LEAST = 4;
/** A column is never narrower than about this when there are many of them. */
export const STACKED_WIDTH = 11;
/** A column that would take so many lines of such a cell holds sentences. */
const LONG = 3 * STACKED_WIDTH;
/** What the column of text holds. */
const MEASURE = 68;

const known = new WeakMap<Table, Columns>();

/** The columns of table INDEX of RICH. */
export function columnsOf(rich: RichText, index: number): Columns {
  const table = rich.tables[index] ?? { columns: [1], words: [1] };
  const before = known.get(table);
  if (before) return before;
  const widths = table.columns.map((characters) => Math.max(LEAST, characters * 1.06) + PADDING);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const isStacked = total > MEASURE * 1.25 && widths.length * STACKED_WIDTH > MEASURE;
  const least = widths.map((width, i) => Math.min(width, (table.words[i] ?? 0) * 1.06 + PADDING));
  const columns = { widths, least, total, isStacked, isLong: widths.map((it) => isStacked && it > LONG) };
  known.set(table, columns);
  return columns;
}

/** Of a character, in em: not `ch`, which differs between a bold row and the others. */
const CHARACTER = 0.6;

/** The same for `grid-template-columns`: a row's own words don't matter, so that rows align. */
export function tracksOf({ widths, least, isStacked }: Columns): string {
  if (isStacked) return `repeat(auto-fill, minmax(${em(STACKED_WIDTH)}, 1fr))`;
  const all = least.reduce((sum, width) => sum + width, 0);
  // Its share of the line is the most that a column may claim where the words of all are wider than that.
  const share = (width: number) => `${Math.floor((width / all) * 10_000) / 100}%`;
  return widths
    .map((width, i) => {
      const claim = least[i] ?? 0;
      return `minmax(min(${em(claim)}, ${share(claim)}), ${em(width)})`;
    })
    .join(' ');
}

const em = (characters: number) => `${Math.round(characters * CHARACTER * 100) / 100}em`;
