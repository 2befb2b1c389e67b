/** A quick look at rows that are just as Postil writes them: zod takes half a second for 50,000 of them. */
import { ID_LIMIT } from './limits';
import type { Annotation } from './model';

type Row = Readonly<Record<string, unknown>>;

const isString = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown) => isString(value) && value.length > 0 && value.length <= ID_LIMIT;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** True when OF has COUNT keys; those it should have are looked at one by one. */
function hasKeys(of: Row, count: number): boolean {
  let left = count;
  for (const _ in of) left--;
  return left === 0;
}

function isSpan(value: unknown, from: number): value is { readonly end: number } {
  if (!isRow(value) || !hasKeys(value, 5)) return false;
  const { start, end, exact, prefix, suffix } = value;
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    isString(exact) &&
    isString(prefix) &&
    isString(suffix) &&
    (start as number) >= from &&
    (start as number) < (end as number) &&
    exact.length === (end as number) - (start as number)
  );
}

function areSpans(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  let from = 0;
  for (const span of value) {
    if (!isSpan(span, from)) return false;
    from = span.end;
  }
  return true;
}

const isAnswer = (value: unknown) =>
  isString(value) ||
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.every(isString));

function areAnswers(value: unknown): boolean {
  if (!isRow(value) || Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key in value) if (key === '__proto__' || !isAnswer(value[key])) return false;
  return true;
}

/**
 * True when VALUE, a value out of JSON, has just the keys of an annotation, each as `annotationShape` wants it: then
 * zod would give back the same. False says nothing: a key may be missing that has a default, or be one too many.
 */
export function isWholeAnnotation(value: unknown): value is Annotation {
  if (!isRow(value) || !hasKeys(value, 8)) return false;
  return (
    isId(value.id) &&
    isId(value.label) &&
    areSpans(value.spans) &&
    areAnswers(value.attributes) &&
    isString(value.note) &&
    isString(value.origin) &&
    isString(value.createdAt) &&
    isString(value.updatedAt)
  );
}
