/** Texts that differ in their line ends alone, and the way between them. */

/** CR LF as one LF: what is left counts a line end once. */
export const once = (text: string): string => (text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text);

/** For comparing: line ends of every kind as one space, which some tools put in their place; halves of pairs as U+FFFD. */
export const flat = (text: string): string =>
  text.replace(/\r\n|[\r\n\u2028\u2029]/g, ' ').replace(/\p{Cs}/gu, '\ufffd');

/** True when A and B are the same but for their line ends. */
export const isAlike = (a: string, b: string): boolean => a === b || flat(a) === flat(b);

/** Where every CR of a CR LF stands in TEXT. */
function pairs(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) found.push(at);
  return found;
}

/** How many of SORTED are below VALUE. */
function below(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface LineMap {
  /** From TEXT to the same with every CR LF as one. */
  readonly toOnce: (offset: number) => number;
  /** And back; the end of a line comes before its CR. */
  readonly fromOnce: (offset: number) => number;
}

const identity: LineMap = { toOnce: (offset) => offset, fromOnce: (offset) => offset };

/** The way between TEXT and `once(TEXT)`, in UTF-16 units. */
export function lineMap(text: string): LineMap {
  const at = pairs(text);
  if (at.length === 0) return identity;
  // The n-th pair stands n units earlier where those before it count once.
  const shrunk = at.map((offset, n) => offset - n);
  return {
    toOnce: (offset) => offset - below(at, offset),
    fromOnce: (offset) => offset + below(shrunk, offset),
  };
}
