/** From the scattered pieces of a PDF page to its lines in reading order. Coordinates are PDF points, y upwards. */

import { facingBrackets } from './pdf-characters';
import type { LinkedRun } from './pdf-links';
import { isRightToLeft, readingOrder } from './pdf-order';

/** A piece of text as pdf.js gives it. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** A name that the file's fonts have for this reading; bold and slanted ones are fonts of their own. */
  readonly font: string;
  /** Of `text`. */
  readonly links: readonly LinkedRun[];
}

export interface Line {
  readonly text: string;
  readonly links: readonly LinkedRun[];
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  /** Null when it is set in several. */
  readonly font: string | null;
  /** Left and right edge of the column that it stands in. */
  readonly column: readonly [left: number, right: number];
}

/** Pieces on one baseline, close enough to be one run of words. */
interface Segment {
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
}

/** In font sizes: what lies further apart on a baseline belongs to different columns or cells. */
const FAR = 1.6;
/** In font sizes: a gap of more than this inside a line is a space. */
const SPACE = 0.18;
/** A gutter between columns is at least this wide, in points. */
const GUTTER = 7;
/** Columns have at least this many lines. */
const FEW = 4;
/** Columns inside columns inside columns are looked for no deeper. */
const DEEPEST = 3;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** SIGN is small, a little lower than BASE, and right behind it: the 2 of H₂O, though a raised sign began the line. */
const isLoweredBehind = (sign: Piece, base: Piece) =>
  sign.size < 0.8 * base.size &&
  base.y - sign.y < 0.45 * base.size &&
  Math.abs(sign.x - base.x - base.width) < 0.3 * base.size;

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // Raised and lowered signs stand on the line that they belong to.
    const isNear = first && Math.abs(first.y - piece.y) < 0.45 * Math.max(first.size, piece.size);
    if (row && (isNear || row.some((it) => isLoweredBehind(piece, it)))) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const cut: Piece[][] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      if (piece.x - end > FAR * piece.size) cut.push([]);
      cut.at(-1)?.push(piece);
      end = Math.max(end, piece.x + piece.width);
    }
    return cut.map(segmentOf);
  });
}

function segmentOf(pieces: readonly Piece[]): Segment {
  const sizes = pieces.map((it) => it.size);
  return {
    pieces,
    x: Math.min(...pieces.map((it) => it.x)),
    end: Math.max(...pieces.map((it) => it.x + it.width)),
    y: pieces.find((it) => it.size === Math.max(...sizes))?.y ?? 0,
    size: Math.max(...sizes),
  };
}

/** Where an empty strip parts SEGMENTS into two columns; null when it does not. Few segments may cross it. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * FEW) return null;
  const left = Math.min(...segments.map((it) => it.x));
  const right = Math.max(...segments.map((it) => it.end));
  const width = right - left;
  let best: { at: number; crossing: number } | null = null;
  for (const { x } of segments) {
    // A column begins where some line begins: only there a gutter can end.
    const at = x - GUTTER / 2;
    if (at < left + 0.2 * width || at > right - 0.2 * width) continue;
    const crossing = segments.filter((it) => it.x < x - 0.5 && it.end > x - GUTTER).length;
    const before = segments.filter((it) => it.end <= x - GUTTER);
    const behind = segments.filter((it) => it.x >= x - 0.5);
    if (before.length < FEW || behind.length < FEW || crossing > 0.2 * segments.length) continue;
    // Short words beside each other are a table, to be read row by row.
    const isWide = [before, behind].every((side) => median(side.map((it) => it.end - it.x)) > 0.2 * width);
    if (isWide && (best === null || crossing < best.crossing)) best = { at, crossing };
  }
  return best?.at ?? null;
}

const wordsOf = (segments: readonly Segment[]) =>
  segments.map(({ pieces }) => pieces.map(({ text }) => text).join(' ')).join(' ');

/** SEGMENTS in reading order: what crosses the gutter parts bands, in each of which columns follow each other. */
function ordered(
  segments: readonly Segment[],
  depth: number,
  into: (column: readonly Segment[]) => void,
): void {
  const gutter = depth < DEEPEST ? gutterOf(segments) : null;
  if (gutter === null) {
    if (segments.length > 0) into(segments);
    return;
  }
  let band: Segment[] = [];
  const flush = () => {
    const sides = [band.filter((it) => it.end <= gutter), band.filter((it) => it.end > gutter)] as const;
    for (const side of isRightToLeft(wordsOf(band)) ? [sides[1], sides[0]] : sides)
      ordered(side, depth + 1, into);
    band = [];
  };
  for (const segment of segments) {
    if (segment.x < gutter && segment.end > gutter) {
      flush();
      into([segment]);
    } else band.push(segment);
  }
  flush();
}

/** Pieces beside each other as words, with their links: a space where there is a gap, unless one is there already. */
function join(pieces: readonly Piece[]): { readonly text: string; readonly links: readonly LinkedRun[] } {
  let text = '';
  let before: Piece | null = null;
  const links: LinkedRun[] = [];
  for (const piece of readingOrder(pieces)) {
    const gap = before === null ? 0 : distance(before, piece);
    if (gap > SPACE * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' ';
    // Spaces in a row are one; the pieces of a run are walked, so that links keep their places.
    let at = 0;
    const places = [];
    for (const unit of piece.text) {
      const isSpace = /[ \t\u00a0]/.test(unit);
      const isDoubled = isSpace && (text === '' || /[ \u00a0]$/.test(text));
      for (let i = 0; i < unit.length; i++) places[at++] = text.length;
      if (!isDoubled) text += unit === '\t' ? ' ' : unit;
      else if (unit === '\u00a0' && text !== '') text = `${text.slice(0, -1)}\u00a0`;
    }
    places[at] = text.length;
    for (const { start, end, url } of piece.links)
      links.push({ start: places[start] ?? text.length, end: places[end] ?? text.length, url });
    before = piece;
  }
  return { text: text.trimEnd(), links };
}

const distance = (one: Piece, other: Piece) =>
  Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);

/** The segments of a column that share a baseline, as one line: cells of a table are parted by a space. */
function linesOf(column: readonly Segment[]): Line[] {
  const edges = [Math.min(...column.map((it) => it.x)), Math.max(...column.map((it) => it.end))] as const;
  const rows: Segment[][] = [];
  for (const segment of column) {
    const last = rows.at(-1)?.[0];
    if (last && Math.abs(last.y - segment.y) < 0.45 * last.size) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => {
    const whole = segmentOf(row.flatMap((it) => it.pieces));
    // Cells lie further apart than the words in them: they are parted by the gap.
    const { text, links } = join([...whole.pieces].sort((a, b) => a.x - b.x));
    return {
      text: isRightToLeft(text) ? facingBrackets(text) : text,
      links,
      x: whole.x,
      y: whole.y,
      end: whole.end,
      size: median(whole.pieces.map((it) => it.size)),
      font: whole.pieces.every((it) => it.font === whole.pieces[0]?.font)
        ? (whole.pieces[0]?.font ?? null)
        : null,
      column: edges,
    };
  });
}

/** The lines of a page, in the order in which people read them. */
export function pageLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  const segments = segmentsOf(pieces.filter((it) => it.text.trim() !== ''));
  ordered(segments, 0, (column) => lines.push(...linesOf(column)));
  return lines.filter((line) => line.text !== '');
}
