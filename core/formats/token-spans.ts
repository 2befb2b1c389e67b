/** Annotations in tokens, for the formats that tag words: CoNLL, Hugging Face’s token form; and what cuts a word. */

import { losses as why } from '../locale/en/losses';
import type { Span } from '../model';
import type { ExportDocument, Lose, LossReason } from './format';
import { type Placed, placed } from './json-lines';
import { type Sentence, sentencesIn } from './tokens';

/** From token FIRST to token LAST of a sentence, both included, from 0. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

export interface TaggedSentence {
  readonly tokens: readonly string[];
  /** In order; no two share a token. */
  readonly spans: readonly TokenSpan[];
}

/** Those of the ends of SPANS (UTF-16) that lie inside a token of TEXT. */
export function insideTokens(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const offsets = spans.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  const inside = new Set<number>();
  let next = 0;
  if (offsets.length > 0)
    for (const { tokens } of sentencesIn(text))
      for (const { start, end } of tokens)
        for (; (offsets[next] ?? Infinity) < end; next++)
          if ((offsets[next] as number) > start) inside.add(offsets[next] as number);
  return inside;
}

/** Sentences of TEXT, joined where one of SPANS (by start) goes on into the next: no annotation is cut. */
function* joined(text: string, spans: readonly Placed[]): Generator<Sentence> {
  let [next, reach] = [0, 0];
  let open: (Span & { readonly tokens: Span[] }) | null = null;
  for (const sentence of sentencesIn(text)) {
    for (; (spans[next]?.start ?? Infinity) < sentence.start; next++)
      reach = Math.max(reach, (spans[next] as Placed).end);
    if (open && reach > sentence.start) {
      for (const token of sentence.tokens) open.tokens.push(token);
      open = { start: open.start, end: sentence.end, tokens: open.tokens };
    } else {
      if (open) yield open;
      open = { ...sentence, tokens: [...sentence.tokens] };
    }
  }
  if (open) yield open;
}

/**
 * DOCUMENT as sentences of tagged tokens. Its annotations (which do not overlap) are widened to whole tokens; that,
 * and those that hold no token or share one with an annotation before them, is told.
 */
export function* taggedSentences(
  document: ExportDocument,
  label: (id: string) => string,
  lose: Lose,
): Generator<TaggedSentence> {
  const { text, path } = document;
  const spans = [...placed(document)].sort((a, b) => a.start - b.start || b.end - a.end);
  const told = ({ annotation }: Placed, fate: 'dropped' | 'flattened', reason: LossReason) =>
    lose({ document: path, id: annotation.id, fate, what: 'annotation', reason });
  let next = 0;
  const noWord = why['no-word'];
  for (const { tokens, start, end } of joined(text, spans)) {
    const made: TokenSpan[] = [];
    let [first, taken] = [0, 0];
    for (; (spans[next]?.start ?? Infinity) < end; next++) {
      const span = spans[next] as Placed;
      if (span.end <= start) {
        told(span, 'dropped', noWord);
        continue;
      }
      while ((tokens[first] as Span).end <= span.start) first++;
      let last = first;
      while ((tokens[last + 1]?.start ?? Infinity) < span.end) last++;
      const [head, tail] = [tokens[first] as Span, tokens[last] as Span];
      if (head.start >= span.end) told(span, 'dropped', noWord);
      else if (first < taken) told(span, 'dropped', why['shared-word']);
      else {
        if (head.start < span.start || tail.end > span.end) told(span, 'flattened', why['cut-word']);
        made.push({ first, last, label: label(span.annotation.label) });
        taken = last + 1;
      }
    }
    yield { tokens: tokens.map((it) => text.slice(it.start, it.end)), spans: made };
  }
  for (; next < spans.length; next++) told(spans[next] as Placed, 'dropped', noWord);
}
