/** What an EPUB says of itself: its chapters in their order, their titles, and whether they are locked. */

import { parse } from 'parse5';
import { t } from '../../../core/locale/t';
import { type Archive, openArchive, resolvePart } from './archive';
import { omitted, silent } from './html-elements';
import { attribute, childrenOf, type Element, isElement, type Node, wordsIn } from './html-tree';
import { Unreadable } from './read';
import { asHtml } from './xhtml';
import { childOf, elementsOf, treesIn, wordsOf, type XmlNode } from './xml-parts';

/** Names are told apart well enough without namespaces here. */
const plain: ReadonlyMap<string, string> = new Map();

/** They make fonts unusable outside of the book, and lock nothing. */
const fontLocks: readonly string[] = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

export interface Chapter {
  readonly path: string;
  /** As the table of contents has it; null when it does not. */
  readonly title: string | null;
  /** It is itself a table of contents. */
  readonly isContents: boolean;
}

export interface Book {
  readonly chapters: readonly Chapter[];
  readonly archive: Archive;
}

/** Without its fragment, and with escaped characters as they are. */
function pathOf(from: string, href: string): string {
  const bare = href.replace(/[?#].*$/s, '');
  try {
    return resolvePart(from, decodeURIComponent(bare));
  } catch {
    return resolvePart(from, bare);
  }
}

/** Elements of the tree below NODE, in order. */
function* elementsBelow(node: Node): Generator<Element> {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isElement(next)) yield next;
    for (const child of [...childrenOf(next)].reverse()) waiting.push(child);
  }
}

/** Titles by path, from the book's own table of contents (EPUB 3) or the older NCX. The first for a file counts. */
function titlesIn(archive: Archive, nav: string | null, ncx: string | null): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const add = (from: string, href: string | null, title: string) => {
    if (href === null || title === '') return;
    const path = pathOf(from, href);
    if (!titles.has(path)) titles.set(path, title);
  };
  const page = nav === null ? null : archive.text(nav);
  if (nav !== null && page !== null)
    for (const element of elementsBelow(parse(asHtml(page))))
      if (element.tagName === 'a') add(nav, attribute(element, 'href'), wordsIn(element));
  const points = ncx === null ? [] : treesIn(archive.text(ncx), ncx, plain, ['navMap']);
  const waiting = points.flatMap(elementsOf).reverse();
  for (let next = waiting.pop(); next && ncx !== null; next = waiting.pop()) {
    const label = childOf(next, 'navLabel');
    if (next.name !== 'navPoint') continue;
    add(ncx, childOf(next, 'content')?.attributes.src ?? null, label ? wordsOf(label, null) : '');
    for (const child of [...elementsOf(next)].reverse()) waiting.push(child);
  }
  return titles;
}

/** Throws Unreadable when one of PATHS is encrypted. */
function refuseLocked(archive: Archive, paths: ReadonlySet<string>): void {
  const path = 'META-INF/encryption.xml';
  for (const locked of treesIn(archive.text(path), path, plain, ['EncryptedData'])) {
    const algorithm = childOf(locked, 'EncryptionMethod')?.attributes.Algorithm ?? '';
    const uri = childOf(childOf(locked, 'CipherData'), 'CipherReference')?.attributes.URI ?? '';
    if (!fontLocks.includes(algorithm) && paths.has(pathOf('', uri)))
      throw new Unreadable(t('reading.epub-locked'));
  }
}

/** Throws Unreadable for what is no EPUB, or is locked. */
export function openBook(bytes: Uint8Array): Book {
  const archive = openArchive(bytes, 'reading.no-epub');
  const container = 'META-INF/container.xml';
  const [root] = treesIn(archive.text(container), container, plain, ['rootfile']);
  const path = root?.attributes['full-path'] ?? archive.paths.find((it) => /\.opf$/i.test(it));
  const opf = path === undefined ? null : archive.text(path);
  if (path === undefined || opf === null) throw new Unreadable(t('reading.epub-lost'));
  const trees = treesIn(opf, path, plain, ['manifest', 'spine', 'guide']);
  const of = (name: string): readonly XmlNode[] => trees.filter((it) => it.name === name).flatMap(elementsOf);
  const items = new Map(of('manifest').map((it) => [it.attributes.id ?? '', it.attributes]));
  const itemPath = (id: string | undefined) => {
    const href = id === undefined ? undefined : items.get(id)?.href;
    return href === undefined ? null : pathOf(path, href);
  };
  const nav = [...items.values()].find((it) => /(^|\s)nav(\s|$)/.test(it.properties ?? ''));
  const navPath = nav?.href === undefined ? null : pathOf(path, nav.href);
  const ncx = trees.find(({ name }) => name === 'spine')?.attributes.toc;
  const titles = titlesIn(archive, navPath, itemPath(ncx));
  const contents = new Set([
    navPath,
    ...of('guide')
      .filter((it) => it.attributes.type === 'toc')
      .map((it) => pathOf(path, it.attributes.href ?? '')),
  ]);
  const paths = of('spine').flatMap((it) => itemPath(it.attributes.idref) ?? []);
  if (paths.length === 0) throw new Unreadable(t('reading.epub-bare'));
  refuseLocked(archive, new Set(paths));
  return {
    archive,
    chapters: paths.map((it) => ({ path: it, title: titles.get(it) ?? null, isContents: contents.has(it) })),
  };
}

/** The path that SRC means in the chapter at PATH; null when the book does not hold it. */
export function imagePath({ archive }: Book, path: string, src: string): string | null {
  if (/^[a-z][a-z\d+.-]*:/i.test(src) || src.trim() === '') return null;
  const found = pathOf(path, src.trim());
  return archive.paths.includes(found) ? found : null;
}

/** What the chapter calls itself. */
export function titleOf(page: Node): string | null {
  for (const element of elementsBelow(page)) if (element.tagName === 'title') return wordsIn(element) || null;
  return null;
}

/** True when PAGE shows words or an image, so that it is worth a break before it. */
export function showsSomething(page: Node): boolean {
  for (const element of elementsBelow(page)) {
    if (element.tagName === 'img') return true;
    const isShown = !silent.has(element.tagName) && omitted[element.tagName] === undefined;
    const hasWords = (node: Node) => node.nodeName === '#text' && 'value' in node && /\S/.test(node.value);
    if (isShown && childrenOf(element).some(hasWords)) return true;
  }
  return false;
}
