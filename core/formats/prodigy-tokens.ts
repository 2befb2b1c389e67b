/**
 * Tokens as Prodigy and spaCy have them: together they are the text. A space behind a token belongs to it (`ws`);
 * any other white space is a token of its own.
 */
import type { Span } from '../model';
import { sentencesIn } from './tokens';

export interface ProdigyToken extends Span {
  readonly ws: boolean;
}

/**
 * The tokens of TEXT in order. Prodigy takes no span that cuts a token, and any tokens it is given: so they are cut
 * where one of SPANS begins or ends. Offsets are UTF-16 units.
 */
export function* prodigyTokens(text: string, spans: readonly Span[]): Generator<ProdigyToken> {
  const sorted = (offsets: number[]) => offsets.sort((a, b) => a - b);
  const cuts = sorted(spans.flatMap(({ start, end }) => [start, end]));
  const [starts, ends] = [new Set(spans.map((it) => it.start)), new Set(spans.map((it) => it.end))];
  let next = 0;
  function* cut(start: number, end: number): Generator<Span> {
    let at = start;
    for (; (cuts[next] ?? Infinity) < end; next++) {
      const offset = cuts[next] as number;
      if (offset > at) yield { start: at, end: offset };
      at = Math.max(at, offset);
    }
    if (at < end) yield { start: at, end };
  }
  /** The white space from START to END, its first space apart when it may belong to the token before. */
  function* gap(start: number, end: number, isAfterToken: boolean): Generator<ProdigyToken | 'ws'> {
    const isOwn = !isAfterToken || text[start] !== ' ' || starts.has(start) || ends.has(start + 1);
    if (!isOwn && start < end) yield 'ws';
    for (const part of cut(isOwn ? start : start + 1, end)) yield { ...part, ws: false };
  }
  let at = 0;
  let before: ProdigyToken | null = null;
  function* between(stop: number): Generator<ProdigyToken> {
    for (const it of gap(at, stop, before !== null)) {
      if (it === 'ws') before = { ...(before as ProdigyToken), ws: true };
      else {
        if (before) yield before;
        before = it;
      }
    }
  }
  for (const { tokens } of sentencesIn(text))
    for (const token of tokens) {
      yield* between(token.start);
      for (const part of cut(token.start, token.end)) {
        if (before) yield before;
        before = { ...part, ws: false };
      }
      at = token.end;
    }
  yield* between(text.length);
  if (before) yield before;
}
