/** Brings a file's spans into a text: where it says, or where the same words stand now. */
import type { ImportedSpan } from '../formats/imported';
import { snapToGraphemes } from '../graphemes';
import { flat, isAlike, lineMap, once } from '../line-ends';
import type { QuotedSpan, Span } from '../model';
import { splitsPair } from '../offsets';
import { quote } from '../quote';
import type { Locate } from './detect';

export interface Placed {
  readonly fate: 'exact' | 'moved';
  readonly spans: readonly QuotedSpan[];
}

/** How much text is searched for quotes that moved, in UTF-16 units: about a second’s worth. */
const BUDGET = 1e9;
/** So many places of the same words are weighed. */
const MOST_PLACES = 2_000;

/** SPAN widened to whole code points. */
const whole = (text: string, { start, end }: Span): Span => ({
  start: splitsPair(text, start) ? start - 1 : start,
  end: splitsPair(text, end) ? end + 1 : end,
});

/** How many characters A and B share at their ends (STEP -1) or their starts (+1). */
function shared(a: string, b: string, step: -1 | 1): number {
  const most = Math.min(a.length, b.length);
  const at = (text: string, n: number) => text.charCodeAt(step > 0 ? n : text.length - 1 - n);
  let n = 0;
  while (n < most && at(a, n) === at(b, n)) n++;
  return n;
}

/** Finds quotes in TEXT again: the place whose surroundings are most alike, of those the nearest. */
function finder(text: string): (span: ImportedSpan, near: number) => Span | null {
  let left = BUDGET;
  const known = new Map<string, readonly number[]>();
  const lines = lineMap(text);
  const counted = once(text);
  const flattened = flat(counted);
  const offsets = (words: string) => {
    const found: number[] = [];
    for (let at = flattened.indexOf(words); at >= 0 && found.length < MOST_PLACES; ) {
      found.push(at);
      at = flattened.indexOf(words, at + 1);
    }
    left -= found.length < MOST_PLACES ? flattened.length : (found.at(-1) as number);
    return found;
  };
  return ({ exact, prefix, suffix }, near) => {
    const words = flat(exact ?? '');
    if (words === '') return null;
    if (!known.has(words) && left <= 0) return null;
    const places = known.get(words) ?? offsets(words);
    known.set(words, places);
    const [before, after] = [flat(prefix), flat(suffix)];
    const wanted = lines.toOnce(Math.max(0, Math.min(text.length, near)));
    let best: { at: number; score: number; distance: number } | null = null;
    for (const at of places) {
      const score =
        shared(flattened.slice(Math.max(0, at - before.length), at), before, -1) +
        shared(flattened.slice(at + words.length, at + words.length + after.length), after, 1);
      const distance = Math.abs(at - wanted);
      if (best === null || score > best.score || (score === best.score && distance < best.distance))
        best = { at, score, distance };
    }
    if (best === null) return null;
    return whole(text, { start: lines.fromOnce(best.at), end: lines.fromOnce(best.at + words.length) });
  };
}

/** Ascending and apart: what overlaps becomes one. */
function apart(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/**
 * Places spans in TEXT. What the file's own place says is taken when its quote stands there, or when the file has
 * no quote (then on whole characters); else the quote is looked for. Null when a span has no place.
 */
export function placer(text: string, locate: Locate): (spans: readonly ImportedSpan[]) => Placed | null {
  let find: ReturnType<typeof finder> | null = null;
  /** What is found moved as far as what was found before is likely the same passage. */
  let shift = 0;
  const one = (span: ImportedSpan): { span: Span; moved: boolean } | null => {
    const at = locate(span);
    if (span.exact === null || span.exact === '')
      return at && { span: snapToGraphemes(text, at), moved: false };
    if (at && isAlike(text.slice(at.start, at.end), span.exact))
      return { span: whole(text, at), moved: false };
    find ??= finder(text);
    const near = (at?.start ?? span.start) + shift;
    const found = find(span, near);
    if (!found) return null;
    shift = found.start - (at?.start ?? span.start);
    return { span: found, moved: true };
  };
  return (spans) => {
    const placed = spans.map(one);
    if (placed.length === 0 || placed.some((it) => it === null)) return null;
    const found = placed as { span: Span; moved: boolean }[];
    return {
      fate: found.some((it) => it.moved) ? 'moved' : 'exact',
      spans: apart(found.map((it) => it.span)).map((span) => quote(text, span)),
    };
  };
}
