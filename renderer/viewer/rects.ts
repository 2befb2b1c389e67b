/** Where characters stand on the screen. All in CSS pixels of the window; only mounted blocks have rectangles. */
import { isGraphemeBoundary, nextGrapheme, previousGrapheme } from '../../core/graphemes';
import { blockFor, pointIn, toOffset } from './positions';
import type { BlockWindow, MountedBlock } from './window';

const scratch = document.createRange();

/** The rectangles of [START, END) inside BLOCK, one for each line or run of one direction. */
export function rectsIn({ node, start: from }: MountedBlock, start: number, end: number): DOMRect[] {
  if (!node || end <= start) return [];
  scratch.setStart(node, start - from);
  scratch.setEnd(node, end - from);
  const rects = [...scratch.getClientRects()];
  release();
  return rects;
}

/** A range left on a node would be updated at every change of the DOM. */
const release = () => scratch.setStart(document, 0);

export interface Caret {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The caret at OFFSET; with AT_END the place after the character before it, where a soft line break splits the two. */
export function caretAt(window: BlockWindow, offset: number, atEnd = false): Caret | null {
  const block = blockFor(window, atEnd ? offset - 1 : offset);
  if (!block) return null;
  if (!block.node) return emptyCaret(block);
  const point = pointIn(block, offset);
  const at = block.start + point.offset;
  const rightToLeft = getComputedStyle(block.element).direction === 'rtl';
  if (atEnd && at > block.start) {
    const last = rectsIn(block, at - 1, at).at(-1);
    if (last) return { x: rightToLeft ? last.left : last.right, top: last.top, bottom: last.bottom };
  }
  scratch.setStart(point.node, point.offset);
  scratch.collapse(true);
  const rect = scratch.getClientRects()[0];
  release();
  const next = at < block.end ? rectsIn(block, at, at + 1)[0] : undefined;
  // Where a line is broken inside a word the engine may answer with the end of the line above.
  const isAbove = rect && next && next.height > 0 && next.top - rect.top > rect.height / 2;
  if (isAbove) return { x: rightToLeft ? next.right : next.left, top: next.top, bottom: next.bottom };
  if (rect) return { x: rect.left, top: rect.top, bottom: rect.bottom };
  const before = at > block.start ? rectsIn(block, at - 1, at).at(-1) : undefined;
  if (before) return { x: rightToLeft ? before.left : before.right, top: before.top, bottom: before.bottom };
  return emptyCaret(block);
}

/** Fonts differ, but for an empty line this share of the size looks like the carets of its neighbours. */
const EMPTY_HEIGHT = 1.17;

function emptyCaret({ element }: MountedBlock): Caret {
  const box = element.getBoundingClientRect();
  const { direction, fontSize } = getComputedStyle(element);
  const inset = Math.max(0, (box.height - Number.parseFloat(fontSize) * EMPTY_HEIGHT) / 2);
  return {
    x: direction === 'rtl' ? box.right - 1 : box.left,
    top: box.top + inset,
    bottom: box.bottom - inset,
  };
}

/** The caret position nearest to a point, snapped to a grapheme boundary; null outside of the text. */
export function offsetFromPoint(window: BlockWindow, text: string, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint(x, y);
  const offset = range && toOffset(window, range.startContainer, range.startOffset);
  if (offset === null) return null;
  return isGraphemeBoundary(text, offset) ? offset : previousGrapheme(text, offset);
}

/** The offset of the character whose own rectangle holds the point; null beside the text. */
export function characterAt(window: BlockWindow, text: string, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint(x, y);
  const block = range && window.holding(range.startContainer);
  if (!range || !block?.node || range.startContainer !== block.node) return null;
  const offset = block.start + range.startOffset;
  // The caret goes to the nearer edge, so the character may lie on either side.
  const sides = [
    [offset, Math.min(nextGrapheme(text, offset), block.end)],
    [Math.max(previousGrapheme(text, offset), block.start), offset],
  ] as const;
  for (const [start, end] of sides)
    for (const rect of rectsIn(block, start, end))
      if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return start;
  return null;
}
