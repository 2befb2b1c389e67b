/** From document offsets to places in the DOM and back. Only mounted blocks have places. */
import type { BlockWindow, MountedBlock } from './window';

export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** The DOM point of OFFSET (UTF-16), clipped to the mounted blocks. */
export function toDomPoint(window: BlockWindow, offset: number): DomPoint {
  const block = blockFor(window, offset);
  if (!block) return { node: window.root, offset: 0 };
  return pointIn(block, offset);
}

/** OFFSET inside BLOCK, clipped to what the block shows. */
export function pointIn({ node, element, start, end }: MountedBlock, offset: number): DomPoint {
  if (!node) return { node: element, offset: 0 };
  return { node, offset: Math.max(0, Math.min(offset, end) - start) };
}

/** The mounted block that owns OFFSET, or the nearest one. */
export function blockFor(window: BlockWindow, offset: number): MountedBlock | null {
  if (window.end === window.first) return null;
  let low = window.first;
  let high = window.end - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((window.get(middle) as MountedBlock).start <= offset) low = middle;
    else high = middle - 1;
  }
  return window.get(low) ?? null;
}

/** The document offset of a DOM point; element points too, as after a triple click. Null outside of the text. */
export function toOffset(window: BlockWindow, node: Node, offset: number): number | null {
  const block = window.holding(node);
  if (block) {
    if (node === block.node) return Math.min(block.start + offset, block.end);
    return offset > 0 ? block.end : block.start;
  }
  if (node !== window.root) return null;
  const child = node.childNodes[offset];
  const next = child && window.holding(child);
  if (next) return next.start;
  return window.get(window.end - 1)?.end ?? null;
}
