/** From the scattered pieces of a PDF page to its lines in reading order. Coordinates are PDF points, y upwards. */

/** A piece of text as pdf.js gives it. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
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

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    // Raised and lowered signs stand on the line that they belong to.
    const last = row?.[0];
    if (last && Math.abs(last.y - piece.y) < 0.45 * Math.max(last.size, piece.size)) row?.push(piece);
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
    ordered(
      band.filter((it) => it.end <= gutter),
      depth + 1,
      into,
    );
    ordered(
      band.filter((it) => it.end > gutter),
      depth + 1,
      into,
    );
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

/** Pieces beside each other as words: a space where there is a gap, unless one is there already. */
function join(pieces: readonly Piece[]): string {
  let text = '';
  let end: number | null = null;
  for (const piece of pieces) {
    const isApart = end !== null && piece.x - end > SPACE * piece.size;
    text += isApart && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ` ${piece.text}` : piece.text;
    end = piece.x + piece.width;
  }
  return text.replace(/[ \t\u00a0]+/g, (run) => (run.includes('\u00a0') ? '\u00a0' : ' ')).trim();
}

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
    const text = row.map((it) => join(it.pieces)).join(' ');
    return {
      text,
      x: whole.x,
      y: whole.y,
      end: whole.end,
      size: median(whole.pieces.map((it) => it.size)),
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
