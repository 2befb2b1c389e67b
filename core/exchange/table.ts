/** A table whose rows may become documents: what a person needs to see of it to choose its columns. */

export interface Table {
  /** One name for each column, each only once. */
  readonly columns: readonly string[];
  /** Each as long as `columns`; the row of names is not among them. */
  readonly rows: readonly (readonly string[])[];
  /** What the person should know: sheets and lines that are not among the rows. */
  readonly notices: readonly string[];
}

/** What the values of a column are. */
export interface ColumnValues {
  readonly kind: 'number' | 'choice' | 'text';
  /** The different values of a choice, in the order in which they come; [] for the others. */
  readonly choices: readonly string[];
  /** Rows that hold something in it. */
  readonly filled: number;
}

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnValues['kind'];
  /** How many different values a choice has; 0 for the others. */
  readonly choices: number;
  readonly filled: number;
}

export interface TableView {
  /** The file's own name: new documents go below `imported/<name>/`. */
  readonly name: string;
  /** How many there are. */
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  /** The first rows; what is long is cut. */
  readonly first: readonly (readonly string[])[];
  /** The column that is likely the text. */
  readonly text: string;
  /** The one that is likely the name; null when none is. */
  readonly called: string | null;
  readonly notices: readonly string[];
}

/** Which columns become what. */
export interface RowChoices {
  /** The column of the texts; null takes the one with most characters. */
  readonly text: string | null;
  /** The column that names the documents; null numbers them. */
  readonly name: string | null;
  /** The columns that become document fields; null: all that are left. */
  readonly fields: readonly string[] | null;
}

/** What can be read as rows, by its name. */
export const isTable = (path: string): boolean => /\.(csv|tsv|xlsx|jsonl|ndjson)$/i.test(path);

/** Each becomes a file of its own, with one for what is said of it beside. */
export const MOST_ROWS = 20_000;

/** What row N (from 0) of COUNT is called when no column names it: in the order of its number, and so it sorts. */
export const nameOfRow = (n: number, count: number): string =>
  `row-${String(n + 1).padStart(String(count).length, '0')}`;

/** Columns of at most this many different values, and more than one, each twice on the average, are a choice. */
const MOST_CHOICES = 20;
const FIRST_ROWS = 5;
/** Of a cell that is shown, in UTF-16 units. */
const LONGEST_SHOWN = 300;
/** A name is a line that can be read in a list, in UTF-16 units. */
const LONGEST_NAME = 60;

/** A day is no choice, however often it comes. */
const date = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/;
const number = /^-?\d{1,15}(\.\d+)?$/;
const naming = /^(id|key|name|title|file|code|no\.?|nr\.?|number|编号|名称|标题|文件)$/i;

/** The values of column AT. */
export function valuesOf({ rows }: Pick<Table, 'rows'>, at: number): ColumnValues {
  const values = rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
  const filled = values.length;
  if (filled > 0 && values.every((value) => number.test(value)))
    return { kind: 'number', choices: [], filled };
  const different = [...new Set(values)];
  const isChoice =
    different.length > 1 &&
    different.length <= MOST_CHOICES &&
    filled >= 2 * different.length &&
    !different.every((value) => date.test(value));
  return { kind: isChoice ? 'choice' : 'text', choices: isChoice ? different : [], filled };
}

/** The column with most characters. */
export function longestColumn({ columns, rows }: Pick<Table, 'columns' | 'rows'>): number {
  const sums = columns.map((_, i) => rows.reduce((sum, row) => sum + (row[i]?.length ?? 0), 0));
  return sums.indexOf(Math.max(...sums));
}

/** The column other than TEXT that tells every row from the others: one that is called so, or the first. */
function namingColumn({ columns, rows }: Table, text: number): number | null {
  const tells = (at: number) => {
    const values = rows.map((row) => row[at]?.trim() ?? '');
    const areNames = values.every((it) => it !== '' && it.length <= LONGEST_NAME && !/[\r\n]/.test(it));
    return areNames && new Set(values).size === values.length;
  };
  const called = columns.flatMap((name, at) => (naming.test(name) ? [at] : []));
  return [...called, 0].find((at) => at !== text && tells(at)) ?? null;
}

/** TEXT up to MOST units, never within a character's pair. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;

/** TABLE (with at least one row) of the file NAME, as the dialog shows it. */
export function viewOfTable(table: Table, name: string): TableView {
  const { columns, rows, notices } = table;
  const text = longestColumn(table);
  const called = namingColumn(table, text);
  return {
    name,
    rows: rows.length,
    columns: columns.map((column, at) => {
      const { kind, choices, filled } = valuesOf(table, at);
      return { name: column, kind, choices: choices.length, filled };
    }),
    first: rows.slice(0, FIRST_ROWS).map((row) => row.map((cell) => cut(cell, LONGEST_SHOWN))),
    text: columns[text] as string,
    called: called === null ? null : (columns[called] as string),
    notices,
  };
}
