/** The lines of a mounted block as they are broken now: found by bisection, for tops never rise with the offset. */
import { previousGrapheme } from '../../core/graphemes';
import { type Cell, cellAt, leafIndexAt } from './leaves';
import { lineHeightOf, rectsIn } from './rects';
import type { MountedBlock } from './window';

export interface Line {
  /** UTF-16 offsets of the line's characters. */
  readonly start: number;
  readonly end: number;
}

/** The middle of the line that holds the unit at OFFSET of CELL. */
function middleAt(block: MountedBlock, cell: Cell, offset: number): number {
  // One half of a pair or a mark has no rectangle of its own in some fonts: then the next one's will do.
  for (let at = offset; at < cell.end; at++) {
    const rect = rectsIn(block, at, at + 1)[0];
    if (!rect || rect.height === 0) continue;
    // An image stands on its line and rises above it.
    const isImage = block.leaves[leafIndexAt(block.leaves, at)]?.image != null;
    return isImage ? rect.bottom - lineHeightOf(cell.element) / 2 : (rect.top + rect.bottom) / 2;
  }
  const last = rectsIn(block, cell.start, cell.end).at(-1);
  return last ? (last.top + last.bottom) / 2 : 0;
}

/** The line that holds the unit at OFFSET; the last one at the block's end. */
export function lineAt(block: MountedBlock, offset: number): Line {
  const cell = cellAt(block.cells, Math.min(offset, block.end));
  if (cell.start === cell.end) return { start: cell.start, end: cell.end };
  const at = Math.max(cell.start, Math.min(offset, cell.end - 1));
  const middle = middleAt(block, cell, at);
  // Fonts of one line stand at slightly different heights; lines lie further apart than that.
  const apart = block.element.getBoundingClientRect().height > 0 ? lineHeightOf(cell.element) / 2 : 1;
  const start = firstWhere(cell.start, at, (i) => middleAt(block, cell, i) > middle - apart);
  const end = firstWhere(at, cell.end, (i) => middleAt(block, cell, i) > middle + apart);
  return { start, end };
}

/** Where End puts the caret: before the space at which the line is broken, else after its last character. */
export function endOfLine(text: string, block: MountedBlock, line: Line): { offset: number; atEnd: boolean } {
  const cell = cellAt(block.cells, line.start);
  if (cell.hasTab && line.end >= cell.end) return { offset: cell.end - 1, atEnd: false };
  const isSplit = block.end < text.length && !'\r\n'.includes(text.charAt(block.end));
  if (line.end >= block.end && !isSplit) return { offset: block.end, atEnd: false };
  const code = text.charCodeAt(line.end - 1);
  if ((code === 32 || code === 9) && line.end - 1 > line.start)
    return { offset: previousGrapheme(text, line.end), atEnd: false };
  return { offset: line.end, atEnd: true };
}

/** The first line of the block whose bottom lies below Y (CSS pixels of the window). */
export function firstLineBelow(block: MountedBlock, y: number): { offset: number; top: number } {
  // Of a row its first cell: one line of it is as good as another to come back to.
  const cell = block.cells[0] as Cell;
  const half = lineHeightOf(cell.element) / 2;
  if (cell.end === cell.start) return { offset: block.start, top: cell.element.getBoundingClientRect().top };
  const offset = firstWhere(cell.start, cell.end - 1, (i) => middleAt(block, cell, i) + half > y);
  return { offset, top: middleAt(block, cell, offset) - half };
}

/** The first of FROM..TO that is so, or TO; once it is so, it stays so. */
function firstWhere(from: number, to: number, isSo: (offset: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
