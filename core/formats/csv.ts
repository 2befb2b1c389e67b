/** Comma-separated values (RFC 4180), safe to open in a spreadsheet. */
import type { Label } from '../model';
import type { Passage } from '../passages';

/**
 * Spreadsheets run what begins like this as a formula; an apostrophe in front makes it text. What has apostrophes
 * in front already gets one more, so that taking one away always gives back what was there.
 */
const formula = /^'*(?:[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])/;

/** CELL as text of a CSV file: guarded, and in quotes where it holds the DELIMITER, a quote or a line end. */
export function csvCell(cell: string | number, delimiter: ',' | '\t' = ','): string {
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CELL as it was before it was guarded. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/** ROWS with CRLF behind each, and a byte order mark, without which Excel takes UTF-8 for something else. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => csvCell(cell)).join(',')}\r\n`).join('')}`;

const head = [
  'document',
  'annotator',
  'label',
  'start_utf16',
  'end_utf16',
  'before',
  'quote',
  'after',
  'note',
  'created',
];

/** PASSAGES as a table, one line each; a discontinuous one reaches from its first start to its last end. */
export function passagesCsv(passages: readonly Passage[], labels: readonly Label[]): string {
  const names = new Map(labels.map((label) => [label.id, label.name]));
  const lines = passages.map(({ document, annotator, annotation: { label, spans, note, createdAt } }) => {
    const [first, last] = [spans[0], spans.at(-1)];
    return [
      document,
      annotator,
      names.get(label) ?? label,
      first?.start ?? 0,
      last?.end ?? 0,
      first?.prefix ?? '',
      spans.map((span) => span.exact).join(' … '),
      last?.suffix ?? '',
      note,
      createdAt,
    ];
  });
  return csvText([head, ...lines]);
}
