/** What a line of a rich text looks like: the block it belongs to, its cells, and what stands in them. Pure. */
import type { Span } from './model';
import type { Image, RichBlock, RichText, Run } from './rich';

/** A row longer than this (UTF-16 units) is shown as running text: one line that holds a book is no row. */
export const ROW_LIMIT = 20_000;

/** How much room there is before the next block. */
export type Gap = 'none' | 'tight' | 'wide';

export interface Line extends Span {
  readonly block: RichBlock;
  /** Of its block; other lines of it have no marker and no room above or below. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly gap: Gap;
  /** How many quotations go on below it. */
  readonly joined: number;
  /** It belongs to the first row of its table. */
  readonly opens: boolean;
}

/** Characters that look alike. */
export interface Segment extends Span {
  readonly format: number;
  readonly link: string | null;
  readonly image: Image | null;
  /** Numbers of footnotes that are drawn before and after it. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The line text[START, END) of RICH. The text's first line must begin at its first block. */
export function lineOf(rich: RichText, start: number, end: number): Line | null {
  const index = firstAfter(rich.blocks, start) - 1;
  const block = rich.blocks[index];
  if (!block) return null;
  const isLast = end >= block.end;
  const next = rich.blocks[index + 1] ?? null;
  const gap = isLast ? gapBefore(block, next) : 'none';
  const joined = isLast ? Math.min(block.quoted, next?.quoted ?? 0) : block.quoted;
  const opens = block.table !== null && rich.blocks[index - 1]?.table !== block.table;
  return { start, end, block, isFirst: start === block.start, isLast, gap, joined, opens };
}

function gapBefore(block: RichBlock, next: RichBlock | null): Gap {
  if (!next || (block.table !== null && block.table === next.table)) return 'none';
  if (block.kind === 'heading' || (block.kind === 'break' && next.kind === 'heading')) return 'tight';
  if (block.level > 0 && next.level > 0 && next.kind !== 'heading') return 'tight';
  if (block.kind === next.kind && (block.kind === 'turn' || block.kind === 'note')) return 'tight';
  return 'wide';
}

/** True for a line that is laid out as a row of cells. */
export function isRow(rich: RichText, start: number, end: number): boolean {
  const block = lineOf(rich, start, end)?.block;
  return block?.kind === 'row' && block.end - block.start <= ROW_LIMIT;
}

/** The cells of the row text[START, END); each but the last owns the tab behind it. */
export function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (let at = text.indexOf('\t', start); at >= 0 && at < end; at = text.indexOf('\t', at + 1)) {
    cells.push({ start: from, end: at + 1 });
    from = at + 1;
  }
  cells.push({ start: from, end });
  return cells;
}

/**
 * What stands in [START, END), without gaps. OPEN: a mark right at START is drawn here; else it was drawn at the
 * end of what came before.
 */
export function segmentsOf(rich: RichText, start: number, end: number, open = true): Segment[] {
  const marks = marksIn(rich, start, end, open);
  const images = rich.images.slice(firstFrom(rich.images, start), firstFrom(rich.images, end));
  const cuts = new Set([start, ...marks.keys(), ...images.flatMap(({ at }) => [at, at + 1])]);
  const runs: Run[] = [];
  for (let i = Math.max(0, firstAfter(rich.runs, start) - 1); i < rich.runs.length; i++) {
    const run = rich.runs[i] as Run;
    if (run.start >= end) break;
    if (run.end <= start) continue;
    runs.push(run);
    cuts.add(Math.max(run.start, start)).add(run.end);
  }
  const edges = [...cuts].filter((at) => at >= start && at < end).sort((a, b) => a - b);
  const imageAt = new Map(images.map((image) => [image.at, image]));
  let r = 0;
  return edges.map((from, i) => {
    const to = edges[i + 1] ?? end;
    while ((runs[r]?.end ?? end) <= from) r++;
    const run = runs[r] && (runs[r] as Run).start <= from ? runs[r] : undefined;
    return {
      start: from,
      end: to,
      format: run?.format ?? 0,
      link: run?.link ?? null,
      image: imageAt.get(from) ?? null,
      before: from === start ? (marks.get(start) ?? null) : null,
      after: marks.get(to) ?? null,
    };
  });
}

/** The labels of the marks in [START, END], by where they stand. */
function marksIn(rich: RichText, start: number, end: number, open: boolean): Map<number, string> {
  const found = new Map<number, string>();
  for (let i = firstFrom(rich.marks, start); i < rich.marks.length; i++) {
    const { at, label } = rich.marks[i] as { at: number; label: string };
    if (at > end) break;
    if (at === start && !open) continue;
    found.set(at, found.has(at) ? `${found.get(at)}, ${label}` : label);
  }
  return found;
}

/** The marks of an empty line or cell, which has no characters to draw them at. */
export const marksAt = (rich: RichText, at: number): string | null =>
  marksIn(rich, at, at, true).get(at) ?? null;

/** Where the link at OFFSET leads; null for none. */
export function linkAt(rich: RichText, offset: number): string | null {
  const run = rich.runs[firstAfter(rich.runs, offset) - 1];
  return run && offset < run.end ? run.link : null;
}

/** The index of the first of ROWS that begins after OFFSET. */
export function firstAfter(rows: readonly Span[], offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Span).start > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first of PLACES at OFFSET or behind it. */
function firstFrom(places: readonly { readonly at: number }[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as { at: number }).at >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
