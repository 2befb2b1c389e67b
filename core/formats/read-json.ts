/** Reading JSON that others wrote, line by line or as one list: what is damaged is told, the rest is kept. */
import { z } from 'zod';
import { t } from '../locale/t';
import type { Attributes, AttributeValue } from '../model';
import {
  type ImportedAnnotation,
  type ImportedDocument,
  type ImportedLayer,
  type ImportProblem,
  NotReadable,
  type SourceFile,
} from './imported';
import { atItem, atLine } from './where';

export type Fields = Readonly<Record<string, unknown>>;

export interface Item {
  readonly value: Fields;
  /** `line 3`, `item 3`. */
  readonly where: string;
  /** The same in English, whatever the language: what has no name is called by it. */
  readonly called: string;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An offset in whatever unit. */
export const offset = z.int().nonnegative();

/** The name of a label or of a relation’s type. */
export const nameShape = z.string().min(1);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands for a document: an object, or spaCy’s pair of a text and what is said of it. */
function asFields(value: unknown): Fields | null {
  if (isFields(value)) return value;
  if (!Array.isArray(value) || typeof value[0] !== 'string' || !isFields(value[1])) return null;
  return { ...value[1], text: value[0] };
}

/** The objects of FILE, a JSON list or one object a line; throws NotReadable when it holds none. */
export function jsonItems(file: SourceFile, problems: ImportProblem[]): Item[] {
  const text = file.text();
  const items: Item[] = [];
  const take = (value: unknown, called: string, where: string) => {
    const fields = asFields(value);
    if (fields) items.push({ value: fields, where, called });
    else
      problems.push({ where, reason: value === undefined ? t('problems.no-json') : t('problems.no-object') });
  };
  const whole = /^\s*\[/.test(text) ? parsed(text) : undefined;
  if (Array.isArray(whole) && asFields(whole) === null)
    for (const [n, value] of whole.entries()) take(value, `item ${n + 1}`, atItem(n + 1));
  else {
    let line = 0;
    for (const row of text.split('\n')) {
      line++;
      if (row.trim() !== '') take(parsed(row), `line ${line}`, atLine(line));
    }
    // One object over many lines.
    if (items.length === 0) {
      const fields = asFields(parsed(text));
      if (fields) return [{ value: fields, where: atItem(1), called: 'item 1' }];
    }
  }
  if (items.length === 0) throw notReadable(file, problems);
  return items;
}

/** Why nothing of FILE could be read: the first of PROBLEMS. */
export function notReadable(file: SourceFile, problems: readonly ImportProblem[]): NotReadable {
  const [first] = problems;
  return new NotReadable(
    first
      ? t('problems.first', { file: file.path, where: first.where, reason: first.reason })
      : t('problems.empty', { file: file.path }),
  );
}

/** The first object of FILE, for telling formats apart; null when there is none. */
export function firstItem(file: SourceFile): Fields | null {
  const text = file.text();
  const start = text.search(/\S/);
  if (start < 0) return null;
  const end = text.indexOf('\n', start);
  const line = parsed(text.slice(start, end < 0 ? text.length : end));
  const whole = asFields(line) === null ? parsed(text) : line;
  return asFields(whole) ?? (Array.isArray(whole) ? asFields(whole[0]) : null);
}

/** Those of LIST that are of SHAPE; the others are told. */
export function eachOf<T>(
  list: unknown,
  shape: z.ZodType<T>,
  where: string,
  what: string,
  problems: ImportProblem[],
): T[] {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) {
    problems.push({ where, reason: t('problems.no-list', { what }) });
    return [];
  }
  return list.flatMap((value: unknown, n) => {
    const made = shape.safeParse(value);
    if (made.success) return [made.data];
    problems.push({ where, reason: t('problems.unreadable-n', { what, n: String(n + 1) }) });
    return [];
  });
}

/** An answer made of any JSON value: what is neither text, number, yes or no, nor texts goes as JSON text. */
export function answerOf(value: unknown): AttributeValue | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value) && value.every((it) => typeof it === 'string'))
    return value.length === 0 ? null : value;
  return JSON.stringify(value);
}

/** The answers in VALUES, but for the keys that mean something else. */
export function answersIn(values: Fields, but: readonly string[] = []): Attributes {
  const rows = Object.entries(values).flatMap(([key, value]) => {
    const answer = but.includes(key) ? null : answerOf(value);
    return answer === null ? [] : [[key, answer] as const];
  });
  return Object.fromEntries(rows);
}

/** What may name a document. */
const nameKeys = ['path', 'filename', 'file_name', 'name', 'title'];

/** The name that VALUES give the document, and the key it stands under. */
export function nameIn(values: Fields): { readonly name: string; readonly key: string } {
  const key = nameKeys.find((it) => typeof values[it] === 'string' && values[it] !== '');
  return key === undefined ? { name: '', key: '' } : { name: String(values[key]), key };
}

/** TIME as ISO 8601 in UTC; null when it is no time. */
export const isoTime = (time: unknown): string | null =>
  typeof time === 'string' && !Number.isNaN(Date.parse(time)) ? new Date(time).toISOString() : null;

/** What a file says of an annotation that it says nothing of. */
export const nothingSaid = {
  attributes: {},
  note: '',
  createdAt: null,
  updatedAt: null,
  isSuggestion: false,
} as const satisfies Partial<ImportedAnnotation>;

/** An annotation that the file says nothing more of than where it stands. */
export const plainAnnotation = (
  id: string,
  label: string,
  start: number,
  end: number,
  exact: string | null = null,
): ImportedAnnotation => ({
  id,
  label,
  spans: [{ start, end, exact, prefix: '', suffix: '' }],
  ...nothingSaid,
});

/** A document with one layer of nobody's. */
export const plainDocument = (
  name: string,
  text: string,
  layer: Partial<ImportedLayer>,
): ImportedDocument => ({ name, text, sha256: null, layers: [{ ...emptyLayer, ...layer }] });

export const emptyLayer: ImportedLayer = {
  annotator: null,
  annotations: [],
  relations: [],
  fields: {},
  memo: '',
  status: null,
};
