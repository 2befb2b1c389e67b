/** The tree that parse5 makes, as the walkers of this folder see it. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ParentNode | DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

export const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((it) => it.name === name)?.value ?? null;

/** The whole number in the attribute, at most MOST; null when there is none. */
export function numberIn(element: Element, name: string, most: number): number | null {
  const found = /^\s*(\d{1,9})/.exec(attribute(element, name) ?? '');
  return found ? Math.min(most, Number(found[1])) : null;
}

/** The characters below NODE, at most LIMIT: to say what was left out. Not recursive: trees may be deep. */
export function wordsIn(node: Node, limit = 200): string {
  const waiting: Node[] = [node];
  let found = '';
  while (waiting.length > 0 && found.length < limit) {
    const next = waiting.pop() as Node;
    if (next.nodeName === '#text' && 'value' in next) found += next.value;
    for (const child of [...childrenOf(next)].reverse()) waiting.push(child);
  }
  return found.replace(/\s+/g, ' ').trim().slice(0, limit);
}
