/** What of a block is shown, and how: its visible end, and the direction of a softly split paragraph. */
import type { BlockTable } from '../../core/blocks';

/** The end of what is shown of a block: a `\r` that belongs to a CRLF is part of the line end, not of the text. */
export function visibleEnd(table: BlockTable, index: number): number {
  const end = table.end(index);
  const { text } = table;
  const isCrlf = end > table.start(index) && text.charCodeAt(end - 1) === 13 && text.charCodeAt(end) === 10;
  return isCrlf ? end - 1 : end;
}

/** True where the block is a later piece of a softly split paragraph. */
export function isContinuation(table: BlockTable, index: number): boolean {
  return index > 0 && table.end(index - 1) === table.start(index);
}

const strong = /[\p{L}]/u;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What `dir="auto"` would find for the whole paragraph: the direction of its first letter. */
export function directionAt(table: BlockTable, index: number): 'ltr' | 'rtl' {
  let first = index;
  while (isContinuation(table, first)) first--;
  const opening = table.text.slice(table.start(first), table.end(first));
  const letter = strong.exec(opening);
  return letter && rightToLeft.test(letter[0]) ? 'rtl' : 'ltr';
}
