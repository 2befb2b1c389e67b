/** The text nodes of a mounted block and the characters they hold. */
import type { Span } from '../../core/model';

/** A text node; its characters are the text's, one for one. */
export interface Leaf extends Span {
  readonly node: Text;
  /** The box that is drawn in place of its one character. */
  readonly image: HTMLElement | null;
}

/** Where lines are broken by themselves: a cell of a row, else the whole block. A cell owns the tab behind it. */
export interface Cell extends Span {
  readonly element: HTMLElement;
  /** It has a tab at its end, where no line of it ends. */
  readonly hasTab: boolean;
}

/** The index of the last of SPANS, which stand in text order, that begins at or before OFFSET; -1 when there are none. */
function lastIndexFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The index of the leaf that holds the unit at OFFSET; the last one at the end; -1 when there are none. */
export const leafIndexAt = (leaves: readonly Leaf[], offset: number): number => lastIndexFrom(leaves, offset);

/** The cell in which a caret at OFFSET stands. */
export const cellAt = (cells: readonly Cell[], offset: number): Cell =>
  cells[lastIndexFrom(cells, offset)] as Cell;

/** The parts of [START, END) in each leaf, as offsets of the text. */
export function* partsIn(
  leaves: readonly Leaf[],
  start: number,
  end: number,
): Generator<{ leaf: Leaf; start: number; end: number }> {
  for (let i = Math.max(0, leafIndexAt(leaves, start)); i < leaves.length; i++) {
    const leaf = leaves[i] as Leaf;
    if (leaf.start >= end) return;
    const [from, to] = [Math.max(start, leaf.start), Math.min(end, leaf.end)];
    if (to > from) yield { leaf, start: from, end: to };
  }
}

/** A range over [START, END) for painting; null when there is nothing to paint. */
export function rangeOver(leaves: readonly Leaf[], start: number, end: number): StaticRange | null {
  const first = leaves[leafIndexAt(leaves, start)];
  const last = leaves[leafIndexAt(leaves, end - 1)];
  if (!first || !last || end <= start) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: Math.max(0, start - first.start),
    endContainer: last.node,
    endOffset: Math.min(end, last.end) - last.start,
  });
}
