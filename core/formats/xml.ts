/** XML: what it can hold, written; and read as small trees, within bounds. */
import { SaxesParser } from 'saxes';
import { t } from '../locale/t';
import { NotReadable } from './imported';

/** What XML 1.0 has no way to write (its production 2, Char), lone surrogates among it. */
const impossible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** TEXT with U+FFFD for each character that XML can't hold: as long as before, in every unit but bytes. */
export const xmlSafe = (text: string): string => text.replace(impossible, '\ufffd');

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** TEXT for an element's content: a carriage return would be read as a line feed (XML 2.11). */
export const xmlText = (text: string): string =>
  xmlSafe(text).replace(/[&<>\r]/g, (found) => names[found] ?? found);

/** TEXT for an attribute in double quotes: white space would be read as spaces (XML 3.3.3). */
export const xmlValue = (text: string): string =>
  xmlSafe(text).replace(/[&<>"\t\n\r]/g, (found) => names[found] ?? found);

/** ` name="value"` for each of ATTRIBUTES that is there. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | null>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlValue(value)}"`))
    .join('');

export interface XmlElement {
  /** Without a namespace's prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of the element itself, not of what stands in it. */
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

export interface XmlBounds {
  readonly depth: number;
  readonly elements: number;
  /** In UTF-16 units. */
  readonly length: number;
}

export const xmlBounds: XmlBounds = { depth: 200, elements: 20_000_000, length: 400_000_000 };

export interface XmlEvents {
  /** An element begins that is not in a tree. PARENTS are those around it, outermost first. */
  readonly opened?: (element: XmlElement, parents: readonly XmlElement[]) => void;
  /** A tree is whole. */
  readonly tree: (element: XmlElement, parents: readonly XmlElement[]) => void;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

const local = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

/** Most elements have no prefixes: their attributes, which the parser made for this one alone, are taken as they are. */
function localAttributes(attributes: Record<string, string>): Record<string, string> {
  for (const key in attributes)
    if (key.includes(':'))
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
  return attributes;
}

/**
 * Reads XML and hands out each outermost element whose name is in TREES as a tree; a document larger than memory's
 * patience is never a tree as a whole. Entities other than XML's five are an error, so none can be blown up.
 * Throws NotReadable with the line for what is not well-formed or is beyond BOUNDS.
 */
export function readXml(
  xml: string,
  trees: ReadonlySet<string>,
  events: XmlEvents,
  bounds: XmlBounds = xmlBounds,
): void {
  if (xml.length > bounds.length) throw new NotReadable(t('problems.xml-large'));
  const parser = new SaxesParser({ xmlns: false });
  const open: Growing[] = [];
  /** Where in `open` the tree under way begins; -1 outside of one. */
  let root = -1;
  let count = 0;
  const refuse = (what: string) =>
    new NotReadable(t('problems.xml-line', { line: String(parser.line), what }));
  parser.on('error', (error) => {
    throw refuse(t('problems.xml-damaged', { why: error.message.replace(/^[\d:]+\s*/, '') }));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > bounds.elements) throw refuse(t('problems.xml-many'));
    if (open.length >= bounds.depth) throw refuse(t('problems.xml-deep'));
    const own = localAttributes(attributes);
    const element: Growing = {
      name: local(name),
      attributes: own,
      children: [],
      text: '',
      line: parser.line,
    };
    if (root >= 0) open.at(-1)?.children.push(element);
    else if (trees.has(element.name)) root = open.length;
    else events.opened?.(element, open);
    open.push(element);
  });
  const text = (piece: string) => {
    const last = open.at(-1);
    if (last && root >= 0) last.text += piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element || open.length !== root) return;
    root = -1;
    events.tree(element, open);
  });
  parser.write(xml).close();
}

/** The children of ELEMENT called NAME. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((it) => it.name === name);

/** The text of ELEMENT's first child called NAME; empty without one. */
export const textOf = (element: XmlElement, name: string): string =>
  element.children.find((it) => it.name === name)?.text ?? '';
