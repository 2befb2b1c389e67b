/**
 * The text layer of a PDF, by pdf.js. Projection pdf/2: pages one after the other, parted by breaks; columns
 * left to right; lines joined to paragraphs; words that were cut at a line's end put together again.
 */
import { enumerated } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { MOST_PAGES } from './limits';
import { linkOf } from './links';
import { ordinary } from './pdf-characters';
import { type Line, type Piece, pageLines } from './pdf-lines';
import { linkedRuns, type PageLink } from './pdf-links';
import { hyphenated, type Paragraph, paragraphsOf } from './pdf-paragraphs';
import { type ReadRich, Unreadable } from './read';

/** pdf.js asks for these when it loads, to draw; text needs none of them, and Node has none. */
class Unused {}

async function library() {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) scope[name] ??= Unused;
  // Its worker, in this thread: the thread itself is one already.
  scope.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

type Library = Awaited<ReturnType<typeof library>>;

async function open({ getDocument }: Library, bytes: Uint8Array) {
  try {
    // A copy: pdf.js takes the buffer away from its owner.
    const data = Uint8Array.from(bytes);
    return await getDocument({ data, isEvalSupported: false, useSystemFonts: false, verbosity: 0 }).promise;
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException') throw new Unreadable(t('reading.locked'));
    throw new Unreadable(t('reading.no-pdf', { cause: message }));
  }
}

type Pages = Awaited<ReturnType<typeof open>>;

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName?: string;
}

/** Where an item stands; null for text that is turned, which has no place among the lines. */
function pieceOf({ str, transform, width, fontName = '' }: Item, links: readonly PageLink[]): Piece | null {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  if (Math.abs(b) > Math.abs(a)) return null;
  const piece = { text: ordinary(str), font: fontName, x, y, width, size: Math.hypot(c, d) || 1 };
  return { ...piece, links: linkedRuns(piece, links) };
}

interface Page {
  readonly lines: readonly Line[];
  readonly turned: readonly string[];
  /** Signs of which the file does not say what they are. */
  readonly unknown: number;
}

/** More links than these on a page are a trap. */
const MOST_LINKS = 5_000;

/** The links of PAGE that lead out of the file; none where they are damaged, for the words are worth more. */
async function linksOf(page: Awaited<ReturnType<Pages['getPage']>>): Promise<readonly PageLink[]> {
  const found: readonly { readonly subtype?: string; readonly url?: unknown; readonly rect?: unknown }[] =
    await page.getAnnotations().catch(() => []);
  const links: PageLink[] = [];
  for (const { subtype, url, rect } of found.slice(0, MOST_LINKS)) {
    if (subtype !== 'Link' || typeof url !== 'string' || linkOf(url) === null || !Array.isArray(rect))
      continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect.map(Number);
    links.push({ url, rect: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] });
  }
  return links;
}

async function readPage(pages: Pages, number: number): Promise<Page> {
  const page = await pages.getPage(number);
  const { items } = await page.getTextContent();
  const links = await linksOf(page);
  page.cleanup();
  const pieces: Piece[] = [];
  const turned: string[] = [];
  let unknown = 0;
  for (const item of items) {
    if (!('str' in item)) continue;
    unknown += item.str.split('\u0000').length - 1;
    const piece = pieceOf(item, links);
    if (piece) pieces.push(piece);
    else if (item.str.trim() !== '') turned.push(item.str);
  }
  return { lines: pageLines(pieces), turned, unknown };
}

/** The size of most characters. */
function bodySize(pages: readonly Page[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages)
    for (const { size, text } of lines) {
      const key = Math.round(size * 2) / 2;
      counts.set(key, (counts.get(key) ?? 0) + text.length);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** 1 to 3 for what is set larger than the text around it and short; 0 for text. */
function headingLevel({ size, text, lines }: Paragraph, body: number): number {
  if (size < 1.15 * body || lines > 3 || text.length > 200) return 0;
  return size >= 1.7 * body ? 1 : size >= 1.35 * body ? 2 : 3;
}

function writeLinked({ text, links }: Paragraph, out: RichBuilder): void {
  let at = 0;
  for (const { start, end, url } of links) {
    // Order comes from the page, so a link may stand before the one that was written.
    if (start < at || end <= start) continue;
    out.text(text.slice(at, start));
    out.text(text.slice(start, end), 0, url);
    at = end;
  }
  out.text(text.slice(at));
}

function write(pages: readonly Page[], out: RichBuilder): void {
  const own = hyphenated(pages.flatMap((page) => page.lines));
  const body = bodySize(pages);
  let cut = 0;
  for (const [i, { lines, turned }] of pages.entries()) {
    const { paragraphs, joined } = paragraphsOf(lines, own);
    cut += joined;
    for (const paragraph of paragraphs) {
      const level = headingLevel(paragraph, body);
      out.block(level > 0 ? 'heading' : 'paragraph', { level });
      writeLinked(paragraph, out);
    }
    for (const text of turned) out.omit('turned-text', text);
    if (i < pages.length - 1) out.block('break', { label: t('reading.pdf-page', { page: String(i + 2) }) });
  }
  if (cut > 0) out.notice(t('reading.pdf-joined', { count: cut }));
  const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
  if (unknown > 0) out.notice(t('reading.pdf-unknown', { count: unknown }));
  out.notice(t('reading.pdf-pictures'));
}

export const read: ReadRich = async ({ bytes }) => {
  const pages = await open(await library(), bytes);
  try {
    if (pages.numPages > MOST_PAGES)
      throw new Unreadable(t('reading.pdf-long', { pages: pages.numPages, most: MOST_PAGES }));
    const read: Page[] = [];
    for (let number = 1; number <= pages.numPages; number++) read.push(await readPage(pages, number));
    const empty = read.flatMap(({ lines }, i) => (lines.length === 0 ? [i + 1] : []));
    if (empty.length === read.length) throw new Unreadable(t('reading.pdf-scanned'));
    const out = new RichBuilder();
    write(read, out);
    if (empty.length > 0)
      out.notice(t('reading.pdf-empty-pages', { pages: enumerated(empty.slice(0, 20).map(String)) }));
    return { ...out.finish(), encoding: 'PDF', guessed: false };
  } finally {
    await pages.destroy();
  }
};
