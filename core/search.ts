/** Search with options: case, whole words, diacritics, patterns. Patterns run on RE2, so that none can hang. */

import { RE2JS } from 're2js';
import { fail, ok, type Result } from './failure';
import { type Folded, fold } from './fold';
import { isGraphemeBoundary } from './graphemes';
import { t } from './locale/t';
import type { Span } from './model';
import type { Query } from './query';

export interface Step {
  readonly spans: readonly Span[];
  /** How far the text is searched (UTF-16 offset). */
  readonly at: number;
}

/** Searches a text slice by slice, so that others can run in between. */
export type Search = (text: string) => Generator<Step>;

/** About this much (UTF-16 units) is searched in one step, some 10 ms of work; it ends at a line end where there is one. */
const STEP = { literal: 262_144, folded: 131_072, pattern: 65_536 };

const wordUnit = /[\p{L}\p{N}\p{M}_]/u;
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** True when the span neither begins nor ends inside a run of letters and digits. */
function isWhole(text: string, { start, end }: Span): boolean {
  const before =
    start > 0 ? String.fromCodePoint(text.codePointAt(start - (isLow(text, start - 1) ? 2 : 1)) ?? 0) : '';
  const after = end < text.length ? String.fromCodePoint(text.codePointAt(end) ?? 0) : '';
  return !wordUnit.test(before) && !wordUnit.test(after);
}

/** What finds the matches in a piece of text; ACCEPT says whether one may stand. */
interface Matcher {
  readonly step: number;
  /** How far behind the end of its piece a match may reach, in units. */
  readonly reach: number;
  matches(piece: string, accept: (span: Span) => boolean): Iterable<Span>;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function literalMatcher(text: string, { caseSensitive, foldDiacritics }: Query): Matcher {
  const pattern = new RegExp(escaped(text), caseSensitive ? 'gu' : 'giu');
  return {
    step: foldDiacritics ? STEP.folded : STEP.literal,
    reach: foldDiacritics ? 8 * text.length : 2 * text.length,
    *matches(piece, accept) {
      pattern.lastIndex = 0;
      for (let match = pattern.exec(piece); match; match = pattern.exec(piece)) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (accept(span)) yield span;
        // What may not stand hides nothing: on from its second character, where a pair counts as one.
        else pattern.lastIndex = span.start + ((piece.codePointAt(span.start) ?? 0) > 0xffff ? 2 : 1);
      }
    },
  };
}

/** `\n`, `\r\n` and a lone `\r` end a line. */
const lines = /[^\r\n]+/g;

function patternMatcher(text: string, { caseSensitive }: Query): Result<Matcher> {
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(text, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const why = (error as Error).message.replace('error parsing regexp: ', '').replace('(?i)', '');
    return fail('pattern', t('edit.pattern-wrong', { cause: why }));
  }
  return ok({
    step: STEP.pattern,
    reach: 0,
    *matches(piece, accept) {
      for (const line of piece.matchAll(lines)) {
        const matcher = pattern.matcher(line[0]);
        while (matcher.find()) {
          const span = { start: line.index + matcher.start(), end: line.index + matcher.end() };
          if (span.end > span.start && accept(span)) yield span;
        }
      }
    },
  });
}

/** The end of the step that starts at FROM: after a line end, where one comes before twice the step. */
function stepEnd(text: string, from: number, step: number): number {
  if (text.length - from <= step) return text.length;
  const newline = text.slice(from + step, from + 2 * step).indexOf('\n');
  if (newline >= 0) return from + step + newline + 1;
  const end = Math.min(text.length, from + 2 * step);
  return isLow(text, end) ? end - 1 : end;
}

/** Where the matches of a step stand in TEXT; at most STEP and the reach are looked at. */
function* spansIn(text: string, from: number, to: number, matcher: Matcher, query: Query): Generator<Span> {
  const piece = text.slice(from, to + matcher.reach);
  const folded: Folded = query.foldDiacritics ? fold(piece) : { text: piece, starts: null, ends: null };
  const placed = ({ start, end }: Span): Span => ({
    start: from + (folded.starts?.[start] ?? start),
    end: from + (folded.ends?.[end - 1] ?? end),
  });
  const accept = (span: Span): boolean => {
    const { start, end } = placed(span);
    if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return false;
    return !query.wholeWord || isWhole(text, { start, end });
  };
  for (const span of matcher.matches(folded.text, accept)) {
    const { start, end } = placed(span);
    if (start >= to) return;
    yield { start, end };
  }
}

/**
 * The search for QUERY. Matches come in order, without overlap, never splitting a character. Refuses a pattern
 * that can't be read (code `pattern`). A pattern looks at a line of over 131,072 units in pieces.
 */
export function searchFor(query: Query): Result<Search> {
  const text = query.foldDiacritics ? fold(query.text).text : query.text;
  if (text === '') return ok(function* () {});
  const matcher = query.regex ? patternMatcher(text, query) : ok(literalMatcher(text, query));
  if (!matcher.ok) return matcher;
  return ok(function* search(text) {
    for (let from = 0; from < text.length; ) {
      const to = stepEnd(text, from, matcher.value.step);
      const spans = [...spansIn(text, from, to, matcher.value, query)];
      from = Math.max(to, spans.at(-1)?.end ?? 0);
      yield { spans, at: from };
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
