/** Cuts annotations into the pieces that mounted blocks show. Pure but for the blocks' bounds. */
import type { Annotation } from '../../core/model';
import { assignLanes, type LaneSpan } from './lanes';
import { fillLane } from './styles';

export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** Part of one span inside one block. */
export interface Piece extends Bounds {
  readonly annotation: Annotation;
  /** Its level of nesting among all spans. */
  readonly lane: number;
  /** Its fill, see fillLane(). */
  readonly fill: number;
}

/**
 * The pieces of each block, in document order, longer first. BLOCKS follow each other; what lies between the end
 * of one and the start of the next (line ends) is not shown. LANES keeps the lanes from one call to the next.
 */
export function cutPieces(
  annotations: readonly Annotation[],
  blocks: readonly Bounds[],
  lanes: Map<string, number>,
): Piece[][] {
  const pieces: Piece[][] = blocks.map(() => []);
  const [top, bottom] = [blocks[0], blocks.at(-1)];
  if (!top || !bottom) return pieces;
  const spans = annotations
    .flatMap((annotation) =>
      annotation.spans.map(({ start, end }, i) => ({ annotation, start, end, key: `${annotation.id} ${i}` })),
    )
    .filter((span) => span.start < bottom.end && span.end > top.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found = assignLanes(spans, lanes);
  lanes.clear();
  for (const [key, lane] of found) lanes.set(key, lane);
  const ownDepth = depthsByLabel(spans);
  for (const span of spans) {
    const lane = found.get(span.key) ?? 0;
    const fill = fillLane(ownDepth.get(span.key) ?? 0, lane);
    for (let i = firstEndingAfter(blocks, span.start); i < blocks.length; i++) {
      const block = blocks[i] as Bounds;
      if (block.start >= span.end) break;
      const [start, end] = [Math.max(block.start, span.start), Math.min(block.end, span.end)];
      if (end > start) pieces[i]?.push({ annotation: span.annotation, lane, fill, start, end });
    }
  }
  return pieces;
}

/** How deep every span is nested among those of its own label. */
function depthsByLabel(
  spans: readonly (LaneSpan & { readonly annotation: Annotation })[],
): Map<string, number> {
  const rows = new Map<string, LaneSpan[]>();
  for (const span of spans) {
    const row = rows.get(span.annotation.label);
    if (row) row.push(span);
    else rows.set(span.annotation.label, [span]);
  }
  return new Map([...rows.values()].flatMap((row) => [...assignLanes(row)]));
}

function firstEndingAfter(blocks: readonly Bounds[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Bounds).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
