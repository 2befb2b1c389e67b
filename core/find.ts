/** Plain search in a text. */
import type { Span } from './model';

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** All non-overlapping places of QUERY in TEXT, upper and lower case alike, at most LIMIT. */
export function findAll(text: string, query: string, limit = 100_000): Span[] {
  if (query === '') return [];
  const found: Span[] = [];
  const pattern = new RegExp(escaped(query), 'giu');
  for (let match = pattern.exec(text); match && found.length < limit; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
