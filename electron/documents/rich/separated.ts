/** Rows of text: CSV and TSV as spreadsheets and programs write them. */
import { dsvFormat } from 'd3-dsv';

const delimiters = [',', ';', '\t', '|'];

/** How much of a file is looked at to find its delimiter, in UTF-16 units. */
const HEAD = 1 << 16;

/** What Excel writes in the first line to say how the others are parted. */
const stated = /^"?sep=([^"\r\n])"?(\r\n?|\n|$)/i;

/** d3-dsv knows CRLF and LF; a lone CR ends lines of very old files, which have no other line end. */
const lineEnds = (text: string) => (text.includes('\n') ? text : text.replaceAll('\r', '\n'));

/** The rows of the beginning, without the last one if it may be cut off. */
function firstRows(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows = dsvFormat(delimiter).parseRows(text.slice(0, HEAD));
  return rows.length > 1 && text.length > HEAD ? rows.slice(0, -1) : rows;
}

/** The delimiter that parts most rows into as many cells as the first row has; a comma when none does. */
function delimiterOf(text: string): string {
  let best = { delimiter: ',', even: 0, columns: 1 };
  for (const delimiter of delimiters) {
    const rows = firstRows(text, delimiter).filter((row) => row.length > 1 || row[0] !== '');
    const columns = rows[0]?.length ?? 1;
    if (columns < 2) continue;
    const even = rows.filter((row) => row.length === columns).length / rows.length;
    if (even > best.even + 0.01 || (even > best.even - 0.01 && columns > best.columns))
      best = { delimiter, even, columns };
  }
  return best.delimiter;
}

/** The rows of TEXT that hold anything. DELIMITER null: found out. */
export function separatedRows(text: string, delimiter: string | null): readonly (readonly string[])[] {
  const said = stated.exec(text);
  const body = lineEnds(said ? text.slice(said[0].length) : text);
  const rows = dsvFormat(said?.[1] ?? delimiter ?? delimiterOf(body)).parseRows(body);
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
