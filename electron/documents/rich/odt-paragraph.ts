/** Writes what stands in the paragraphs of an OpenDocument text; white space collapses as ODF 1.3, 6.1.2 has it. */
import type { Omitted } from '../../../core/rich-builder';
import type { Flow } from './flow';
import { linkOf } from './links';
import type { OdtStyles } from './odt-styles';
import { childOf, elementsOf, outermost, textOf, wordsOf, type XmlNode } from './xml-parts';

interface Look {
  readonly format: number;
  readonly link: string | null;
}

export interface OdtContext {
  readonly flow: Flow;
  readonly styles: OdtStyles;
  readonly paths: readonly string[];
  /** The sign of a note or comment, which is written later. */
  readonly noteSign: (node: XmlNode) => string;
  /** Names of the comments whose end is marked: their sign stands there. */
  readonly ended: ReadonlySet<string>;
}

/** More spaces in a row than this are not believed: `<text:s text:c="999999999"/>` would be a trap. */
const MOST_SPACES = 1000;
const MOST_SIDE = 10_000;
const paragraphs: ReadonlySet<string> = new Set(['text:p', 'text:h', 'text:list', 'table:table']);
const frames: ReadonlySet<string> = new Set([
  ...['draw:frame', 'draw:g', 'draw:custom-shape', 'draw:rect', 'draw:ellipse', 'draw:line', 'draw:path'],
  ...['draw:polygon', 'draw:polyline', 'draw:connector', 'draw:caption', 'draw:control', 'draw:a'],
]);
const showable = /\.(png|jpe?g|gif|webp|bmp|avif)$/i;

/** Left out with all that they hold; some are told. */
const leftOut: Readonly<Record<string, Omitted | null>> = {
  'text:ruby-text': 'readings',
  'text:hidden-text': 'hidden-passages',
  'office:forms': null,
  'text:note-citation': null,
  'text:bookmark': null,
  'text:soft-page-break': null,
};

export class OdtParagraphs {
  private boxes: XmlNode[] = [];
  private readonly signs = new Map<string, string>();
  private isFresh = true;
  private isAfterSign = false;
  private space: Look | null = null;

  constructor(private readonly context: OdtContext) {}

  /**
   * Writes what NODE, a paragraph or heading, holds, and gives the boxes that hang on it. ISAFTERSIGN: the sign of a
   * note, which is no text, stands before it, and a space of the file between them.
   */
  write(node: XmlNode, isAfterSign = false): readonly XmlNode[] {
    this.isAfterSign = isAfterSign;
    this.isFresh = true;
    this.space = null;
    // The looks of the paragraph's own style are those of all its characters: drawn by its kind, if at all.
    this.inlines(node, { format: 0, link: null });
    const { boxes } = this;
    this.boxes = [];
    return boxes;
  }

  private inlines(node: XmlNode, look: Look): void {
    for (const child of node.children)
      if (typeof child === 'string') this.text(child, look);
      else this.inline(child, look);
  }

  private inline(node: XmlNode, look: Look): void {
    const { attributes } = node;
    const { flow, styles } = this.context;
    if (frames.has(node.name)) {
      this.frame(node);
      return;
    }
    const told = leftOut[node.name];
    if (told !== undefined) {
      if (told !== null) flow.out.omit(told, wordsOf(node, null));
      return;
    }
    switch (node.name) {
      case 'text:span': {
        const format = styles.characters(attributes['text:style-name']);
        if (format === null) flow.out.omit('hidden-passages', wordsOf(node, null));
        else this.inlines(node, { ...look, format: look.format | format });
        break;
      }
      case 'text:a':
        this.inlines(node, { ...look, link: linkOf(attributes['xlink:href'] ?? null) ?? look.link });
        break;
      case 'text:s':
        if (this.isAfterSign) break;
        this.exact(
          ' '.repeat(Math.min(MOST_SPACES, Math.max(0, Number(attributes['text:c'] ?? 1) || 0))),
          look,
        );
        break;
      case 'text:tab':
        if (this.isAfterSign) break;
        this.exact('\t', look);
        break;
      case 'text:line-break':
        this.exact('\n', look);
        break;
      case 'text:note':
        this.mark(this.context.noteSign(node));
        break;
      case 'office:annotation': {
        const sign = this.context.noteSign(node);
        const name = attributes['office:name'];
        if (name !== undefined && this.context.ended.has(name)) this.signs.set(name, sign);
        else this.mark(sign);
        break;
      }
      case 'office:annotation-end': {
        const sign = this.signs.get(attributes['office:name'] ?? '');
        if (sign !== undefined) this.mark(sign);
        break;
      }
      default:
        this.inlines(node, look);
    }
  }

  private text(text: string, look: Look): void {
    let at = 0;
    for (const found of text.matchAll(/[ \t\r\n]+/g)) {
      this.exact(text.slice(at, found.index), look);
      if (!this.isFresh) this.space ??= look;
      at = found.index + found[0].length;
    }
    this.exact(text.slice(at), look);
  }

  private exact(text: string, { format, link }: Look): void {
    if (text === '') return;
    this.flush();
    this.context.flow.text(text, format, link);
    this.isFresh = false;
    this.isAfterSign = false;
  }

  private flush(): void {
    if (this.space) this.context.flow.text(' ', this.space.format, this.space.link);
    this.space = null;
  }

  private mark(sign: string): void {
    this.flush();
    this.context.flow.mark(sign);
  }

  /** An image stands where its frame hangs; paragraphs in a box stand behind the paragraph. */
  private frame(node: XmlNode): void {
    const { flow, paths } = this.context;
    const images = outermost(node, new Set(['draw:image']));
    if (outermost(node, paragraphs).length > 0) this.boxes.push(node);
    else if (images.length > 0) {
      const held = images.flatMap(({ attributes }) => {
        const path = (attributes['xlink:href'] ?? '').replace(/^\.\//, '');
        return paths.includes(path) ? [path] : [];
      });
      const frame = node.name === 'draw:frame' ? node : (outermost(node, new Set(['draw:frame']))[0] ?? node);
      const words = textOf(childOf(frame, 'svg:desc')) || textOf(childOf(frame, 'svg:title'));
      this.flush();
      flow.image({
        alt: words.replace(/\s+/g, ' ').trim(),
        id: held.find((path) => showable.test(path)) ?? held[0] ?? null,
        width: pixels(frame.attributes['svg:width']),
        height: pixels(frame.attributes['svg:height']),
      });
      this.isFresh = false;
    } else flow.out.omit('drawings-formulas', node.attributes['draw:name'] ?? '');
  }

  /** Tells of what stands in NODE, which is no paragraph, frames among it. */
  loose(node: XmlNode): readonly XmlNode[] {
    if (elementsOf(node).length > 0) this.frame(node);
    const { boxes } = this;
    this.boxes = [];
    return boxes;
  }
}

const perInch: Readonly<Record<string, number>> = { in: 1, cm: 2.54, mm: 25.4, pt: 72, pc: 6, px: 96 };

/** A length such as `5.1cm` in CSS pixels. */
function pixels(length: string | undefined): number | null {
  const found = /^([\d.]+)(in|cm|mm|pt|pc|px)$/.exec(length ?? '');
  const size = found ? Math.round((Number(found[1]) / (perInch[found[2] as string] ?? 1)) * 96) : 0;
  return size > 0 && size <= MOST_SIDE ? size : null;
}
