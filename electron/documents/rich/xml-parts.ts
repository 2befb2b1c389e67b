/** Reads the XML of word processors: large ones as events, their paragraphs as small trees. */

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { t } from '../../../core/locale/t';
import { xmlLimits } from './limits';
import { Unreadable } from './read';

export interface XmlNode {
  /** With the short prefix that stands for its namespace (`w:p`); without one when the namespace is another. */
  readonly name: string;
  /** By name as above; those without a prefix have none. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** Short prefixes by namespace. Files may choose other prefixes, and some do. */
export type Namespaces = ReadonlyMap<string, string>;

export interface XmlVisit {
  /** Names of elements that come as whole trees. */
  readonly trees: ReadonlySet<string>;
  readonly tree: (node: XmlNode) => void;
  /** An element begins that is no tree; false leaves it out with all that it holds. */
  readonly open: (name: string, attributes: XmlNode['attributes']) => boolean;
  readonly close: (name: string) => void;
}

interface Growing extends XmlNode {
  readonly children: (Growing | string)[];
}

function nodeOf(tag: SaxesTagNS, namespaces: Namespaces): Growing {
  const attributes: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const prefix = uri === '' ? undefined : namespaces.get(uri);
    attributes[prefix === undefined ? local : `${prefix}:${local}`] = value;
  }
  const prefix = namespaces.get(tag.uri);
  return { name: prefix === undefined ? tag.local : `${prefix}:${tag.local}`, attributes, children: [] };
}

/**
 * Reads XML (the part PATH, for messages). Entities other than the five of XML are damage, so none can be blown up.
 * Throws Unreadable for what is not well-formed or beyond xmlLimits.
 */
export function readParts(xml: string, path: string, namespaces: Namespaces, visit: XmlVisit): void {
  if (xml.length > xmlLimits.length) throw new Unreadable(t('reading.part-large', { path }));
  const parser = new SaxesParser({ xmlns: true });
  /** The tree under way, and the elements open in it. */
  let growing: Growing[] = [];
  /** Names of what is open outside of trees. */
  const open: string[] = [];
  /** How many elements are open in one that is left out. */
  let left = 0;
  let count = 0;
  parser.on('error', (error) => {
    const cause = error.message.replace(/^[\d:]+\s*/, '').slice(0, 120);
    throw new Unreadable(t('reading.part-damaged', { path, line: String(parser.line), cause }));
  });
  parser.on('opentag', (tag) => {
    if (++count > xmlLimits.elements) throw new Unreadable(t('reading.part-many', { path }));
    if (open.length + growing.length + left >= xmlLimits.depth)
      throw new Unreadable(t('reading.part-deep', { path }));
    if (left > 0) {
      left++;
      return;
    }
    const node = nodeOf(tag, namespaces);
    if (growing.length > 0) {
      growing.at(-1)?.children.push(node);
      growing.push(node);
    } else if (visit.trees.has(node.name)) growing = [node];
    else if (visit.open(node.name, node.attributes)) open.push(node.name);
    else left = 1;
  });
  const text = (piece: string) => {
    if (left === 0) growing.at(-1)?.children.push(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    if (left > 0) left--;
    else if (growing.length > 0) {
      const node = growing.pop() as Growing;
      if (growing.length === 0) visit.tree(node);
    } else visit.close(open.pop() as string);
  });
  parser.write(xml).close();
}

/** The trees called NAMES in XML, wherever they stand. */
export function treesIn(
  xml: string | null,
  path: string,
  namespaces: Namespaces,
  names: readonly string[],
): XmlNode[] {
  const found: XmlNode[] = [];
  const tree = (node: XmlNode) => void found.push(node);
  if (xml !== null)
    readParts(xml, path, namespaces, { trees: new Set(names), tree, open: () => true, close: () => {} });
  return found;
}

/** The same events for what stands in NODE. Not recursive: boxes stand in boxes. */
export function replay(node: XmlNode, visit: XmlVisit): void {
  const stack: { readonly node: XmlNode; next: number }[] = [{ node, next: 0 }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const child = frame.node.children[frame.next++];
    if (child === undefined) {
      stack.pop();
      if (stack.length > 0) visit.close(frame.node.name);
    } else if (typeof child === 'string') continue;
    else if (visit.trees.has(child.name)) visit.tree(child);
    else if (visit.open(child.name, child.attributes)) stack.push({ node: child, next: 0 });
  }
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((it): it is XmlNode => typeof it !== 'string' && it.name === name);

export const elementsOf = (node: XmlNode): readonly XmlNode[] =>
  node.children.filter((it): it is XmlNode => typeof it !== 'string');

/** The elements called NAMES below NODE in their order, but for those that stand in one another. */
export function outermost(node: XmlNode, names: ReadonlySet<string>): XmlNode[] {
  const found: XmlNode[] = [];
  const waiting = [...elementsOf(node)].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop())
    if (names.has(next.name)) found.push(next);
    else for (const child of [...elementsOf(next)].reverse()) waiting.push(child);
  return found;
}

/** The characters directly in NODE. */
export const textOf = (node: XmlNode | undefined): string =>
  node?.children.filter((it) => typeof it === 'string').join('') ?? '';

/** The characters below NODE that stand in elements called NAMES (in any, for null), at most LIMIT; to tell of them. */
export function wordsOf(node: XmlNode, names: ReadonlySet<string> | null, limit = 200): string {
  const waiting: { readonly it: XmlNode | string; readonly counts: boolean }[] = [
    { it: node, counts: names === null || names.has(node.name) },
  ];
  let words = '';
  for (let next = waiting.pop(); next && words.length < limit; next = waiting.pop()) {
    const { it, counts } = next;
    if (typeof it === 'string') words += counts ? it : '';
    else
      for (const child of [...it.children].reverse())
        waiting.push({
          it: child,
          counts:
            typeof child === 'string' ? counts || names === null : names === null || names.has(child.name),
        });
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, limit);
}
