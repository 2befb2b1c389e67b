/** Finds the text nodes and cells of a block that was just mounted, and counts which characters they hold. */
import type { Cell, Leaf } from './leaves';

/** START and END are the block's; its text nodes hold exactly what lies between. */
export function adoptLeaves(element: HTMLElement, start: number, end: number): Leaf[] {
  const only = element.firstChild?.firstChild;
  // Plain text: one text node, or none.
  if (!element.classList.contains('rich'))
    return only instanceof Text ? [{ start, end, node: only, image: null }] : [];
  const leaves: Leaf[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = start;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const to = at + node.data.length;
    leaves.push({ start: at, end: to, node, image: node.parentElement?.closest('.rich-image') ?? null });
    at = to;
  }
  if (at !== end) throw new Error(`The line at ${start} holds ${at - start} characters, not ${end - start}`);
  return leaves;
}

/** A block that is no row is one cell. */
export function adoptCells(
  element: HTMLElement,
  leaves: readonly Leaf[],
  start: number,
  end: number,
): Cell[] {
  const children = element.querySelectorAll<HTMLElement>(':scope > .rich-cell');
  if (children.length === 0) return [{ start, end, element, hasTab: false }];
  let i = 0;
  let at = start;
  return [...children].map((child, n) => {
    const from = at;
    for (; i < leaves.length && child.contains((leaves[i] as Leaf).node); i++) at = (leaves[i] as Leaf).end;
    return { start: from, end: at, element: child, hasTab: n < children.length - 1 };
  });
}
