/** Lines of JSON (JSONL) as rows: one object a line, its fields the columns. */

import type { Table } from '../../../core/exchange/table';
import { enumerated } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';

export interface JsonLine {
  /** From 1. */
  readonly number: number;
  /** As it stands in the file. */
  readonly source: string;
  /** Null when the line is no JSON object. */
  readonly fields: ReadonlyMap<string, string> | null;
}

/** More fields than this are not columns of a table but data that names its fields. */
const MOST_COLUMNS = 1000;

/** A value as text: what is no text as JSON, nothing as nothing. */
const shown = (value: unknown) =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

function fieldsOf(source: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value).map(([key, it]) => [key, shown(it)]));
  } catch {
    // No JSON, or nested so deep that the engine gives up: the line is kept as it is.
    return null;
  }
}

/** The lines of TEXT that hold anything. */
export const jsonLines = (text: string): readonly JsonLine[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((source, i) => ({ number: i + 1, source, fields: source.trim() === '' ? null : fieldsOf(source) }))
    .filter(({ source }) => source.trim() !== '');

/** `3, 17 and 2 more`. */
export function someNumbers(numbers: readonly number[], most = 5): string {
  const more = numbers.length - most;
  const lines = enumerated(numbers.slice(0, most).map(String));
  return more > 0 ? t('reading.json-lines-more', { lines, more }) : lines;
}

/** Columns in the order in which fields first come. Lines that are no objects are left out and told. */
export function jsonRows(text: string): Table {
  const lines = jsonLines(text);
  const columns = [...new Set(lines.flatMap(({ fields }) => [...(fields?.keys() ?? [])]))].slice(
    0,
    MOST_COLUMNS,
  );
  const rows = lines.flatMap(({ fields }) => (fields ? [columns.map((name) => fields.get(name) ?? '')] : []));
  const bad = lines.flatMap(({ fields, number }) => (fields ? [] : [number]));
  const notices = bad.length > 0 ? [t('reading.json-left-out', { lines: someNumbers(bad) })] : [];
  return { columns, rows, notices };
}
