/**
 * Sentences and tokens for the formats that count in them (CoNLL, Prodigy, Hugging Face, WebAnno TSV): one rule
 * for all, by Unicode’s word and sentence boundaries (UAX 29), so that the same text always gives the same tokens.
 */
import type { Span } from '../model';
import { splitsPair } from '../offsets';

export interface Sentence extends Span {
  /** In order, never empty, without white space; offsets are UTF-16 units of the whole text. */
  readonly tokens: readonly Span[];
}

// One locale for every machine: what is exported must not depend on who exports.
const sentenceRule = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordRule = new Intl.Segmenter('en', { granularity: 'word' });

/** Intl.Segmenter is super-linear on long strings: it sees this many units of a paragraph at a time. */
const REACH = 4000;

/** What JavaScript or Python’s str.split() takes for white space, as a class of a pattern: a reader would split a token there. */
const white = '\\s\\x1c-\\x1f\\x85';

export const whiteSpace = new RegExp(`[${white}]+`, 'g');
const solid = new RegExp(`[^${white}]+`, 'g');

/** The words, numbers, signs and marks of TEXT in SPAN, without white space. */
export function tokensIn(text: string, { start, end }: Span): Span[] {
  const tokens: Span[] = [];
  for (const { index, segment } of wordRule.segment(text.slice(start, end)))
    for (const found of segment.matchAll(solid)) {
      const at = start + index + found.index;
      const stop = at + found[0].length;
      // The possessive stands alone, as in every treebank: names are labelled without it.
      if (/..['’]s$/i.test(found[0]))
        tokens.push({ start: at, end: stop - 2 }, { start: stop - 2, end: stop });
      else tokens.push({ start: at, end: stop });
    }
  return tokens;
}

/** The sentences of TEXT, each within one line; the white space between them belongs to none. */
export function* sentencesIn(text: string): Generator<Sentence> {
  for (const line of linesIn(text))
    for (const span of sentencesOf(text, line)) {
      const tokens = tokensIn(text, span);
      const [first, last] = [tokens[0], tokens.at(-1)];
      if (first && last) yield { start: first.start, end: last.end, tokens };
    }
}

/** Lines of TEXT without their ends (`\n`, `\r\n`, a lone `\r`), the empty ones left out. */
function* linesIn(text: string): Generator<Span> {
  for (const { index, 0: line } of text.matchAll(/[^\n\r]+/g))
    yield { start: index, end: index + line.length };
}

function* sentencesOf(text: string, line: Span): Generator<Span> {
  for (let at = line.start; at < line.end; ) {
    const stop = Math.min(at + REACH, line.end);
    const window = text.slice(at, splitsPair(text, stop) ? stop - 1 : stop);
    const ends = Array.from(sentenceRule.segment(window), (it) => at + it.index + it.segment.length);
    // The last sentence goes on behind the window: it is looked at again from its start.
    if (stop < line.end) ends.pop();
    if (stop < line.end && ends.length === 0) ends.push(at + softEnd(window));
    for (const end of ends) {
      yield { start: at, end };
      at = end;
    }
  }
}

/** Where a sentence longer than WINDOW is cut: behind the last white space of its second half, else at its end. */
function softEnd(window: string): number {
  for (let i = window.length; i > window.length / 2; i--) if (/\s/.test(window[i - 1] as string)) return i;
  return window.length;
}
