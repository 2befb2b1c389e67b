/** Every place where the same words stand. */
import { isGraphemeBoundary } from './graphemes';
import type { Span } from './model';

/** All exact, case-sensitive, non-overlapping matches of NEEDLE (not empty) in TEXT that split no character. */
export function exactMatches(text: string, needle: string): Span[] {
  if (needle === '') return [];
  const found: Span[] = [];
  for (let at = text.indexOf(needle); at >= 0; ) {
    const end = at + needle.length;
    const whole = isGraphemeBoundary(text, at) && isGraphemeBoundary(text, end);
    if (whole) found.push({ start: at, end });
    at = text.indexOf(needle, whole ? end : at + 1);
  }
  return found;
}
