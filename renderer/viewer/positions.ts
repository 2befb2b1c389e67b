/** From document offsets to places in the DOM and back. Only mounted blocks have places. */
import { cellAt, leafIndexAt } from './leaves';
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
export function pointIn({ leaves, cells, start, end }: MountedBlock, offset: number): DomPoint {
  const at = Math.max(start, Math.min(offset, end));
  const leaf = leaves[leafIndexAt(leaves, at)];
  const cell = cellAt(cells, at);
  // In the empty cell at the end of a row there is no text to stand in.
  if (!leaf || leaf.start < cell.start) return { node: cell.element, offset: 0 };
  return { node: leaf.node, offset: at - leaf.start };
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
    if (node instanceof Text) {
      const leaf = block.leaves.find((it) => it.node === node);
      if (leaf) return Math.min(leaf.start + offset, leaf.end);
    }
    return atElement(block, node, offset);
  }
  if (node !== window.root) return null;
  const child = node.childNodes[offset];
  const next = child && window.holding(child);
  if (next) return next.start;
  return window.get(window.end - 1)?.end ?? null;
}

/** The offset of a point between elements: where the first characters behind it begin. */
function atElement({ leaves, start, end }: MountedBlock, node: Node, offset: number): number {
  if (offset === 0 && leaves.length === 0) return start;
  const child = node.childNodes[offset];
  const isBehind = (leaf: Text) => {
    if (child) return child === leaf || child.contains(leaf) || follows(leaf, child);
    return !node.contains(leaf) && follows(leaf, node);
  };
  return leaves.find((leaf) => isBehind(leaf.node))?.start ?? end;
}

const follows = (node: Node, other: Node) =>
  (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
