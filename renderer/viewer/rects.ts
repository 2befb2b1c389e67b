/** Where characters stand on the screen. All in CSS pixels of the window; only mounted blocks have rectangles. */
import { isGraphemeBoundary, nextGrapheme, previousGrapheme } from '../../core/graphemes';
import { type Cell, cellAt, type Leaf, leafIndexAt, partsIn } from './leaves';
import { blockFor, pointIn, toOffset } from './positions';
import type { BlockWindow, MountedBlock } from './window';

const scratch = document.createRange();

/** The rectangles of [START, END) inside BLOCK, one for each line or run of one direction. */
export function rectsIn({ leaves }: MountedBlock, start: number, end: number): DOMRect[] {
  if (end <= start) return [];
  const rects: DOMRect[] = [];
  // One leaf after the other: a range over several would give the boxes of elements too.
  for (const part of partsIn(leaves, start, end)) rects.push(...rectsOfLeaf(part.leaf, part.start, part.end));
  release();
  return rects;
}

function rectsOfLeaf({ node, image, start: from }: Leaf, start: number, end: number): DOMRect[] {
  if (image) return [image.getBoundingClientRect()];
  scratch.setStart(node, start - from);
  scratch.setEnd(node, end - from);
  return [...scratch.getClientRects()];
}

/** In CSS pixels. */
export const lineHeightOf = (element: HTMLElement) =>
  Number.parseFloat(getComputedStyle(element).lineHeight) || 20;

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
  const at = Math.max(block.start, Math.min(offset, block.end));
  const cell = cellAt(block.cells, at);
  if (cell.end === cell.start) return emptyCaret(cell);
  const point = pointIn(block, at);
  const rightToLeft = getComputedStyle(block.element).direction === 'rtl';
  const leaf = block.leaves[leafIndexAt(block.leaves, at)];
  if (leaf?.image) {
    const box = leaf.image.getBoundingClientRect();
    return {
      x: (leaf.start === at) === rightToLeft ? box.right : box.left,
      top: box.top,
      bottom: box.bottom,
    };
  }
  if (atEnd && at > block.start) {
    const last = rectsIn(block, at - 1, at).at(-1);
    if (last) return { x: rightToLeft ? last.left : last.right, top: last.top, bottom: last.bottom };
  }
  scratch.setStart(point.node, point.offset);
  scratch.collapse(true);
  const rect = scratch.getClientRects()[0];
  release();
  const next = at < cell.end ? rectsIn(block, at, at + 1)[0] : undefined;
  // Where a line is broken inside a word the engine may answer with the end of the line above.
  const isAbove = rect && next && next.height > 0 && next.top - rect.top > rect.height / 2;
  if (isAbove) return { x: rightToLeft ? next.right : next.left, top: next.top, bottom: next.bottom };
  if (rect) return { x: rect.left, top: rect.top, bottom: rect.bottom };
  const before = at > cell.start ? rectsIn(block, at - 1, at).at(-1) : undefined;
  if (before) return { x: rightToLeft ? before.left : before.right, top: before.top, bottom: before.bottom };
  return emptyCaret(cell);
}

/** Fonts differ, but for an empty line this share of the size looks like the carets of its neighbours. */
const EMPTY_HEIGHT = 1.17;

function emptyCaret({ element }: Cell): Caret {
  const { left, right, top, bottom } = contentBox(element);
  const { direction, fontSize } = getComputedStyle(element);
  const inset = Math.max(0, (bottom - top - Number.parseFloat(fontSize) * EMPTY_HEIGHT) / 2);
  return { x: direction === 'rtl' ? right - 1 : left, top: top + inset, bottom: bottom - inset };
}

/** Without the room around it, which is border and padding. */
function contentBox(element: HTMLElement) {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const room = (side: string) =>
    (Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0) +
    (Number.parseFloat(style.getPropertyValue(`padding-${side}`)) || 0);
  return {
    left: box.left + room('left'),
    right: box.right - room('right'),
    top: box.top + room('top'),
    bottom: box.bottom - room('bottom'),
  };
}

/** The caret position nearest to a point, snapped to a grapheme boundary; null outside of the text. */
export function offsetFromPoint(window: BlockWindow, text: string, x: number, y: number): number | null {
  const range = rangeAtPoint(window, x, y);
  const offset =
    range && (besideImage(window, range, x) ?? toOffset(window, range.startContainer, range.startOffset));
  if (offset === null) return null;
  return isGraphemeBoundary(text, offset) ? offset : previousGrapheme(text, offset);
}

/** In the room below a line the engine answers with the line's end, whatever X: the line itself is asked then. */
function rangeAtPoint(window: BlockWindow, x: number, y: number): Range | null {
  const range = document.caretRangeFromPoint(x, y);
  const block = range && window.holding(range.startContainer);
  if (!block?.element.classList.contains('rich')) return range;
  const { top, bottom } = contentBox(block.element);
  // Well inside: where a line holds type of several sizes its own edges are not the box's.
  const inset = lineHeightOf(block.element) / 3;
  if ((y >= top && y <= bottom - inset) || bottom - top < 2 * inset) return range;
  return document.caretRangeFromPoint(x, Math.max(top + inset, Math.min(bottom - inset, y))) ?? range;
}

/** Where the point is on an image: before or behind it, whichever edge is nearer. */
function besideImage(window: BlockWindow, range: Range, x: number): number | null {
  const { startContainer: node, startOffset } = range;
  const leaf = window.holding(node)?.leaves.find((it) => it.image?.contains(node));
  if (!leaf?.image) return null;
  const box = leaf.image.getBoundingClientRect();
  if (x < box.left || x > box.right) return startOffset > 0 ? leaf.end : leaf.start;
  const rightToLeft = getComputedStyle(leaf.image).direction === 'rtl';
  return x < (box.left + box.right) / 2 !== rightToLeft ? leaf.start : leaf.end;
}

/** The offset of the character whose own rectangle holds the point; null beside the text. */
export function characterAt(window: BlockWindow, text: string, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint(x, y);
  const block = range && window.holding(range.startContainer);
  if (!range || !block || block.leaves.length === 0) return null;
  const offset = toOffset(window, range.startContainer, range.startOffset) ?? block.start;
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
