/** Annotations over tokens: which of them stand on each token or a part of it. */
import type { Annotation, Span } from '../model';
import { sentencesIn } from './tokens';

export interface Token extends Span {
  /** From 1, as WebAnno counts. */
  readonly sentence: number;
  readonly token: number;
}

export interface Placed {
  readonly annotation: Annotation;
  /** What tokens cover of it, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Numbers of its tokens, from 0. */
  readonly first: number;
  readonly last: number;
}

/** A whole token or a part of one, and what stands on it. */
export interface Unit extends Span {
  /** `1-3`, `1-3.2`. */
  readonly name: string;
  readonly rows: readonly Placed[];
}

export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

export function sentencesOf(text: string): Sentence[] {
  return Array.from(sentencesIn(text), ({ start, end, tokens }, n) => ({
    start,
    end,
    tokens: tokens.map((it, i) => ({ ...it, sentence: n + 1, token: i + 1 })),
  }));
}

/** Where ANNOTATION stands on TOKENS; null when it touches none. */
export function place(annotation: Annotation, tokens: readonly Token[]): Placed | null {
  const [from, to] = [annotation.spans[0]?.start ?? 0, annotation.spans.at(-1)?.end ?? 0];
  const first = below(tokens, (it) => it.end <= from);
  const last = below(tokens, (it) => it.start < to) - 1;
  const [start, end] = [tokens[first], tokens[last]];
  if (!start || !end || first > last) return null;
  return { annotation, first, last, start: Math.max(from, start.start), end: Math.min(to, end.end) };
}

/** How many of TOKENS at their beginning are as IS says. */
function below(tokens: readonly Token[], is: (token: Token) => boolean): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(tokens[middle] as Token)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The units of every token, the whole one first. PLACED are in the order of their first tokens. */
export function* unitsOf(tokens: readonly Token[], placed: readonly Placed[]): Generator<readonly Unit[]> {
  let active: Placed[] = [];
  let next = 0;
  for (const [n, token] of tokens.entries()) {
    active = active.filter((it) => it.last >= n);
    for (; next < placed.length && (placed[next] as Placed).first <= n; next++)
      active.push(placed[next] as Placed);
    const name = `${token.sentence}-${token.token}`;
    const parts = new Map<string, { start: number; end: number; rows: Placed[] }>();
    const whole: Placed[] = [];
    for (const it of active) {
      const [start, end] = [Math.max(it.start, token.start), Math.min(it.end, token.end)];
      if (start === token.start && end === token.end) whole.push(it);
      else {
        const part = parts.get(`${start}-${end}`) ?? { start, end, rows: [] };
        part.rows.push(it);
        parts.set(`${start}-${end}`, part);
      }
    }
    const ordered = [...parts.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    yield [
      { name, start: token.start, end: token.end, rows: whole },
      ...ordered.map((part, i) => ({ ...part, name: `${name}.${i + 1}` })),
    ];
  }
}
