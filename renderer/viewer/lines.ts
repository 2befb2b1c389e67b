/** The lines of a mounted block as they are broken now: found by bisection, for tops never rise with the offset. */
import { previousGrapheme } from '../../core/graphemes';
import { rectsIn } from './rects';
import type { MountedBlock } from './window';

export interface Line {
  /** UTF-16 offsets of the line's characters. */
  readonly start: number;
  readonly end: number;
}

/** The top of the line that holds the unit at OFFSET. */
function topAt(block: MountedBlock, offset: number): number {
  // One half of a pair or a mark has no rectangle of its own in some fonts: then the next one's will do.
  for (let at = offset; at < block.end; at++) {
    const rect = rectsIn(block, at, at + 1)[0];
    if (rect && rect.height > 0) return (rect.top + rect.bottom) / 2;
  }
  const last = rectsIn(block, block.start, block.end).at(-1);
  return last ? (last.top + last.bottom) / 2 : 0;
}

/** The line that holds the unit at OFFSET; the last one at the block's end. */
export function lineAt(block: MountedBlock, offset: number): Line {
  if (!block.node) return { start: block.start, end: block.end };
  const at = Math.max(block.start, Math.min(offset, block.end - 1));
  const middle = topAt(block, at);
  // Fonts of one line stand at slightly different heights; lines lie further apart than that.
  const apart = block.element.getBoundingClientRect().height > 0 ? lineHeightOf(block) / 2 : 1;
  const start = firstWhere(block.start, at, (i) => topAt(block, i) > middle - apart);
  const end = firstWhere(at, block.end, (i) => topAt(block, i) > middle + apart);
  return { start, end };
}

/** Where End puts the caret: before the space at which the line is broken, else after its last character. */
export function endOfLine(text: string, block: MountedBlock, line: Line): { offset: number; atEnd: boolean } {
  const isSplit = block.end < text.length && !'\r\n'.includes(text.charAt(block.end));
  if (line.end >= block.end && !isSplit) return { offset: block.end, atEnd: false };
  const code = text.charCodeAt(line.end - 1);
  if ((code === 32 || code === 9) && line.end - 1 > line.start)
    return { offset: previousGrapheme(text, line.end), atEnd: false };
  return { offset: line.end, atEnd: true };
}

/** The first line of the block whose bottom lies below Y (CSS pixels of the window). */
export function firstLineBelow(block: MountedBlock, y: number): { offset: number; top: number } {
  const half = lineHeightOf(block) / 2;
  if (!block.node) return { offset: block.start, top: block.element.getBoundingClientRect().top };
  const offset = firstWhere(block.start, block.end - 1, (i) => topAt(block, i) + half > y);
  return { offset, top: topAt(block, offset) - half };
}

const lineHeightOf = (block: MountedBlock) =>
  Number.parseFloat(getComputedStyle(block.element).lineHeight) || 20;

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
