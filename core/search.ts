/** Search with options: case, whole words, diacritics, patterns. Patterns run on RE2, so that none can hang. */
import { RE2JS } from 're2js';
import { fail, ok, type Result } from './failure';
import { isGraphemeBoundary } from './graphemes';
import type { Span } from './model';

export interface Query {
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  /** TEXT is a pattern in RE2's syntax; it matches within a line. */
  readonly regex: boolean;
  /** `e` finds `é`, however it is written. */
  readonly foldDiacritics: boolean;
}

export const plainQuery = (text: string): Query => ({
  text,
  caseSensitive: false,
  wholeWord: false,
  regex: false,
  foldDiacritics: false,
});

/** Searches a text slice by slice: every step gives the next matches and where it stands (UTF-16 offset). */
export type Search = (text: string) => Generator<{ readonly spans: readonly Span[]; readonly at: number }>;

/** About this much (UTF-16 units) is searched in one step; a step ends at a line end where there is one. */
const STEP = 262_144;

const wordUnit = /[\p{L}\p{N}\p{M}_]/u;

/** True when the span neither begins nor ends inside a run of letters and digits. */
function isWhole(text: string, { start, end }: Span): boolean {
  const before =
    start > 0 ? String.fromCodePoint(text.codePointAt(start - (isLow(text, start - 1) ? 2 : 1)) ?? 0) : '';
  const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : '';
  return !wordUnit.test(before) && !wordUnit.test(after);
}

const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

interface Folded {
  readonly text: string;
  /** For each unit of the folded text, where the character it comes from starts and ends in the original; null: the same. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

const marks = /\p{M}+/gu;
const onlyAscii = /^[\0-\x7f]*$/;

/** TEXT without its diacritics, and the way back. */
export function fold(text: string): Folded {
  if (onlyAscii.test(text)) return { text, starts: null, ends: null };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(marks, '');
    const end = at + letter.length;
    // A mark by itself belongs to the letter before it.
    if (plain === '')
      for (let i = ends.length - 1, last = ends[i]; i >= 0 && ends[i] === last; i--) ends[i] = end;
    for (let i = 0; i < plain.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    parts.push(plain);
    at = end;
  }
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

type Matches = (text: string) => Iterable<Span>;

function* nativeMatches(pattern: RegExp, text: string): Generator<Span> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

function* patternMatches(pattern: RE2JS, text: string): Generator<Span> {
  const matcher = pattern.matcher(text);
  while (matcher.find())
    if (matcher.end() > matcher.start()) yield { start: matcher.start(), end: matcher.end() };
}

function matcherOf(query: Query): Result<Matches> {
  if (query.regex) {
    try {
      const flags = RE2JS.MULTILINE | (query.caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
      const pattern = RE2JS.compile(query.text, flags);
      return ok((text) => patternMatches(pattern, text));
    } catch (error) {
      return fail('pattern', `This is no pattern: ${(error as Error).message}.`);
    }
  }
  const literal = (query.foldDiacritics ? fold(query.text).text : query.text).replace(
    /[\\^$.*+?()[\]{}|/]/g,
    '\\$&',
  );
  if (literal === '') return ok(() => []);
  const pattern = new RegExp(literal, query.caseSensitive ? 'gu' : 'giu');
  return ok((text) => nativeMatches(pattern, text));
}

/** The end of the step that starts at FROM: after a line end, where one comes before twice the step. */
function stepEnd(text: string, from: number): number {
  if (text.length - from <= STEP) return text.length;
  const newline = text.slice(from + STEP, from + 2 * STEP).indexOf('\n');
  return newline < 0 ? Math.min(text.length, from + 2 * STEP) : from + STEP + newline + 1;
}

/**
 * The search for QUERY. Matches come in order, without overlap, never splitting a character. A query with a line
 * end in it is searched in one step. Refuses a pattern that is none (code `pattern`).
 */
export function searchFor(query: Query): Result<Search> {
  const matches = matcherOf(query);
  if (!matches.ok) return matches;
  const inOneStep = !query.regex && query.text.includes('\n');
  return ok(function* search(text) {
    for (let from = 0; from < text.length; ) {
      const to = inOneStep ? text.length : stepEnd(text, from);
      const piece = from === 0 && to === text.length ? text : text.slice(from, to);
      const folded = query.foldDiacritics ? fold(piece) : { text: piece, starts: null, ends: null };
      const spans: Span[] = [];
      for (const { start, end } of matches.value(folded.text)) {
        const span = {
          start: from + (folded.starts?.[start] ?? start),
          end: from + (folded.ends?.[end - 1] ?? end),
        };
        if (!isGraphemeBoundary(text, span.start) || !isGraphemeBoundary(text, span.end)) continue;
        if (!query.wholeWord || isWhole(text, span)) spans.push(span);
      }
      yield { spans, at: to };
      from = to;
    }
  });
}

/** All matches at once, at most LIMIT. */
export function searchAll(search: Search, text: string, limit = Infinity): Span[] {
  const found: Span[] = [];
  for (const { spans } of search(text)) {
    for (const span of spans) {
      if (found.length >= limit) return found;
      found.push(span);
    }
  }
  return found;
}
