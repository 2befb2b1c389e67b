/** Pages saved from a browser, by parse5, which repairs broken markup as browsers do. Projection html/1. */
import { parse } from 'parse5';
import { RichBuilder } from '../../../core/rich-builder';
import { type Decoded, decode } from '../decode';
import { dataImage } from './data-image';
import { writeHtml } from './html-blocks';
import { attribute, childrenOf, type Element, isElement, type Node } from './html-tree';
import type { ReadImage, ReadRich } from './read';
import { asHtml } from './xhtml';

/** Where browsers look for the encoding (HTML Standard, prescan). In bytes. */
const PRESCAN = 1024;

/** A byte order mark and valid UTF-8 are surer than what the page says of itself; that is surer than a guess. */
function decodePage(bytes: Uint8Array): Decoded {
  const decoded = decode(bytes);
  if (!decoded.guessed) return decoded;
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (label === undefined || /^utf-?(8|16)/i.test(label)) return decoded;
  try {
    return { text: new TextDecoder(label).decode(bytes), encoding: label.toUpperCase(), guessed: false };
  } catch {
    // An encoding that nobody knows: the guess stands.
    return decoded;
  }
}

/** Numbers the images that the page itself holds, in their order. */
function imageIds(): (element: Element) => string | null {
  let count = 0;
  return (element) => (attribute(element, 'src')?.trimStart().startsWith('data:') ? String(count++) : null);
}

/** What browsers read as XML by its name. */
const pageOf = (text: string, name: string) => parse(/\.xhtml$/i.test(name) ? asHtml(text) : text);

export const read: ReadRich = ({ bytes, name }) => {
  const { text, encoding, guessed } = decodePage(bytes);
  const out = new RichBuilder();
  writeHtml(pageOf(text, name), out, imageIds());
  return { ...out.finish(), encoding, guessed };
};

export const image: ReadImage = ({ bytes, name }, id) => {
  const idOf = imageIds();
  const waiting: Node[] = [pageOf(decodePage(bytes).text, name)];
  while (waiting.length > 0) {
    const node = waiting.pop() as Node;
    if (isElement(node) && node.tagName === 'img' && idOf(node) === id)
      return dataImage(attribute(node, 'src') ?? '');
    for (const child of [...childrenOf(node)].reverse()) waiting.push(child);
  }
  return null;
};
