/** From the order in which pieces stand on a line to the order in which they are read (inverse of UAX #9, L2). */
import type { Piece } from './pdf-lines';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const rightToLeftAll = new RegExp(rightToLeft, 'g');

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** True for a text with more letters of Hebrew, Arabic and their kin than of others. */
export function isRightToLeft(text: string): boolean {
  const found = countOf(text, rightToLeftAll);
  return found > 0 && found > countOf(text, /\p{L}/gu) - found;
}

type Kind = 'right' | 'left' | 'number' | 'neutral';

function kindOf(text: string): Kind {
  if (rightToLeft.test(text)) return 'right';
  if (/\p{L}/u.test(text)) return 'left';
  return /\d/.test(text) ? 'number' : 'neutral';
}

/** The level of each piece, as UAX #9 would have given it: what stands between two of a kind is of their kind. */
function levelsOf(kinds: readonly Kind[], base: 0 | 1): readonly number[] {
  const strong = (from: number, step: 1 | -1): Kind | null => {
    for (let i = from + step; i >= 0 && i < kinds.length; i += step)
      if (kinds[i] === 'right' || kinds[i] === 'left') return kinds[i] as Kind;
    return null;
  };
  return kinds.map((kind, i) => {
    if (kind === 'right') return 1;
    if (kind === 'left') return base === 0 ? 0 : 2;
    const [before, behind] = [strong(i, -1), strong(i, 1)];
    const isInside = before === behind && before !== null;
    const around = isInside ? (before === 'right' ? 1 : base === 0 ? 0 : 2) : base;
    return kind === 'number' && around === 1 ? 2 : around;
  });
}

/** PIECES of one line, from left to right on the page, in the order in which people read them. */
export function readingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const kinds = pieces.map(({ text }) => kindOf(text));
  if (!kinds.includes('right')) return pieces;
  const base = isRightToLeft(pieces.map(({ text }) => text).join(' ')) ? 1 : 0;
  const levels = levelsOf(kinds, base);
  let order = pieces.map((piece, i) => ({ piece, level: levels[i] as number }));
  for (const level of [1, 2]) {
    const made: typeof order = [];
    for (let i = 0; i < order.length; ) {
      let end = i;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++;
      if (end > i) made.push(...order.slice(i, end).reverse());
      else made.push(...order.slice(i, ++end));
      i = end;
    }
    order = made;
  }
  return order.map(({ piece }) => piece);
}
