/** Passages that stand more than once: lines and paragraphs, in one text or over a project. */
import type { Span } from './model';
import type { Search } from './search';

export interface Repeat {
  /** The line, without white space at its ends. */
  readonly text: string;
  readonly count: number;
  /** In how many documents. */
  readonly documents: number;
}

/** Shorter lines repeat by chance (UTF-16 units, white space at the ends not counted). */
export const SHORTEST = 8;
/** So many UTF-16 units of different lines are kept; what comes first beyond that is not looked at. */
export const MOST_UNITS = 50_000_000;
/** So many lines are read in one step. */
const STEP = 5_000;

/** `\n`, `\r\n` and a lone `\r` end a line. */
const contents = () => /[^\r\n]+/g;

/** A copy that does not keep the whole text that it was cut from in memory. */
const detached = (text: string) => ` ${text}`.slice(1);

interface Tally {
  count: number;
  documents: number;
  last: string;
}

/** Counts the lines of many documents. */
export class RepeatCollector {
  private readonly lines = new Map<string, Tally>();
  private units = 0;
  /** True when more different lines came than could be kept. */
  isFull = false;

  constructor(private readonly most = MOST_UNITS) {}

  /** Takes in the document at PATH, step by step; each step tells how far it is (UTF-16 offset). */
  *add(path: string, text: string): Generator<number> {
    let left = STEP;
    for (const match of text.matchAll(contents())) {
      const line = match[0].trim();
      if (line.length >= SHORTEST) this.count(path, line);
      if (--left > 0) continue;
      left = STEP;
      yield match.index;
    }
  }

  /** Those that stand more than once: the most frequent first, then the longest. */
  repeats(): Repeat[] {
    return [...this.lines]
      .flatMap(([text, { count, documents }]) => (count > 1 ? [{ text, count, documents }] : []))
      .sort((a, b) => b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  }

  private count(path: string, line: string): void {
    const known = this.lines.get(line);
    if (known) {
      known.count++;
      if (known.last !== path) known.documents++;
      known.last = path;
    } else if (this.units + line.length > this.most) this.isFull = true;
    else {
      this.units += line.length;
      this.lines.set(detached(line), { count: 1, documents: 1, last: path });
    }
  }
}

/** The search for whole lines that are one of LINES, white space at their ends aside. */
export function searchForLines(lines: readonly string[]): Search {
  const wanted = new Set(lines);
  return function* search(text) {
    let spans: Span[] = [];
    let left = STEP;
    for (const match of text.matchAll(contents())) {
      const line = match[0].trim();
      if (wanted.has(line)) {
        const start = match.index + match[0].indexOf(line);
        spans.push({ start, end: start + line.length });
      }
      if (--left > 0) continue;
      yield { spans, at: match.index + match[0].length };
      spans = [];
      left = STEP;
    }
    yield { spans, at: text.length };
  };
}
