/** Walks a tree of HTML and writes what a browser would show as blocks. Nothing of it ever enters a page as HTML. */
import type { BlockKind } from '../../../core/rich';
import type { RichBuilder } from '../../../core/rich-builder';
import { Grid } from './grid';
import { blocks, formats, omitted, silent } from './html-elements';
import { attribute, childrenOf, type Element, isElement, type Node, numberIn, wordsIn } from './html-tree';
import { linkOf } from './links';
import { markerOf } from './list-markers';

interface Look {
  readonly format: number;
  readonly link: string | null;
}

/** Numbers the items of one list. TYPE is null for bullets. */
interface List {
  readonly type: string | null;
  readonly step: number;
  next: number;
}

/** What holds for all that stands inside an element; put back when the element ends. */
interface Place {
  readonly kind: Exclude<BlockKind, 'row'>;
  readonly headingLevel: number;
  readonly level: number;
  readonly quoted: number;
  readonly isPre: boolean;
  readonly list: List | null;
  /** The table whose rows come. */
  readonly grid: Grid | null;
  /** Inside a cell nothing breaks the line. */
  readonly isInCell: boolean;
  readonly look: Look;
}

/** What an element does when it ends; null when nothing of it is looked at. */
type Leave = (() => void) | null;

const white = /[ \t\n\r\f]+/g;

/** In CSS pixels: larger images are not believed. */
const MOST_SIDE = 10_000;

/** Writes TREE into OUT. IMAGE_ID names the image of an <img> inside the file; null when the file does not hold it. */
export function writeHtml(tree: Node, out: RichBuilder, imageId: (element: Element) => string | null): void {
  new Walk(out, imageId).run(tree);
}

class Walk {
  private place: Place = {
    kind: 'paragraph',
    headingLevel: 0,
    level: 0,
    quoted: 0,
    isPre: false,
    list: null,
    grid: null,
    isInCell: false,
    look: { format: 0, link: null },
  };
  /** Shown before the next block. */
  private marker: string | null = null;
  /** White space and line breaks are written only when more follows in the block. */
  private space: Look | null = null;
  private breaks = 0;
  /** Nothing was written into the block or cell yet. */
  private isFresh = true;

  constructor(
    private readonly out: RichBuilder,
    private readonly imageId: (element: Element) => string | null,
  ) {}

  /** Depth first without recursion: broken pages nest thousands deep. */
  run(tree: Node): void {
    const stack: { readonly children: readonly Node[]; next: number; readonly leave: Leave }[] = [
      { children: childrenOf(tree), next: 0, leave: null },
    ];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const node = frame.children[frame.next++];
      if (node === undefined) {
        stack.pop();
        frame.leave?.();
      } else if (isElement(node)) {
        const leave = this.enter(node);
        if (leave) stack.push({ children: childrenOf(node), next: 0, leave });
      } else if (node.nodeName === '#text' && 'value' in node) this.text(node.value);
      // An instruction of XML, which HTML takes for a comment, says nothing to people.
      else if (node.nodeName === '#comment' && 'data' in node && !/^\?xml\b/.test(node.data))
        this.out.omit('html-comments', node.data.trim());
    }
    this.endBlock();
  }

  private enter(element: Element): Leave {
    const { tagName } = element;
    if (silent.has(tagName)) return null;
    if (this.marker !== null && attribute(element, 'type') === 'checkbox' && tagName === 'input') {
      // The box of a task takes the place of its bullet, as in Markdown.
      this.marker = attribute(element, 'checked') === null ? '☐' : '☑';
      return null;
    }
    const what = omitted[tagName] ?? (isHidden(element) ? 'hidden-passages' : null);
    if (what !== null) {
      const words = wordsIn(element);
      if (tagName !== 'noscript' || words !== '') this.out.omit(what, words);
      return null;
    }
    if (tagName === 'br') this.lineBreak();
    else if (tagName === 'hr') this.rule();
    else if (tagName === 'img') this.image(element);
    else return blocks.has(tagName) ? this.enterBlock(element) : this.enterInline(element);
    return null;
  }

  private enterInline(element: Element): Leave {
    const before = this.place;
    const link = element.tagName === 'a' ? linkOf(attribute(element, 'href')) : null;
    const format = before.isPre && element.tagName === 'code' ? 0 : (formats[element.tagName] ?? 0);
    this.place = {
      ...before,
      look: { format: before.look.format | format, link: link ?? before.look.link },
    };
    return () => {
      this.place = before;
    };
  }

  private enterBlock(element: Element): Leave {
    const before = this.place;
    const { tagName } = element;
    const isCell = (tagName === 'td' || tagName === 'th') && !before.isInCell;
    if (!isCell) this.endBlock();
    this.place = { ...before, ...this.inside(element, before) };
    const { marker } = this;
    return () => {
      // An item without a text still shows its marker.
      if (tagName === 'li' && marker !== null && this.marker === marker) this.ensure();
      if (tagName === 'tr' && !before.isInCell) before.grid?.endRow();
      if (isCell) this.dropSpace();
      else this.endBlock();
      this.place = before;
    };
  }

  /** What is other inside a block element than around it. */
  private inside(element: Element, { level, quoted, isInCell }: Place): Partial<Place> {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) return { kind: 'heading', headingLevel: Number(tagName[1]) };
    if (tagName === 'pre') return { kind: 'code', isPre: true };
    if (tagName === 'figcaption' || tagName === 'caption') return { kind: 'caption' };
    if (tagName === 'blockquote') return { quoted: quoted + 1 };
    if (tagName === 'dd') return { level: level + 1 };
    if (/^(ul|ol|menu|dir)$/.test(tagName)) return this.enterList(element);
    if (tagName === 'li') return this.enterItem(element);
    return isInCell ? {} : this.enterTable(element);
  }

  private enterList(element: Element): Partial<Place> {
    // The item around it has no text of its own.
    if (this.marker !== null) this.ensure();
    this.endBlock();
    const isReversed = attribute(element, 'reversed') !== null;
    const items = childrenOf(element).filter((it) => isElement(it) && it.tagName === 'li').length;
    const start = Number.parseInt(attribute(element, 'start') ?? '', 10);
    const list: List = {
      type: element.tagName === 'ol' ? (attribute(element, 'type') ?? '1') : null,
      step: isReversed ? -1 : 1,
      next: Number.isSafeInteger(start) ? start : isReversed ? items : 1,
    };
    return { list, level: this.place.level + 1 };
  }

  private enterItem(element: Element): Partial<Place> {
    const { list, level } = this.place;
    if (list === null || list.type === null) this.marker = '•';
    else {
      const own = Number.parseInt(attribute(element, 'value') ?? '', 10);
      if (Number.isSafeInteger(own)) list.next = own;
      this.marker = markerOf(list.next, list.type);
      list.next += list.step;
    }
    return list === null ? { level: level + 1 } : {};
  }

  private enterTable(element: Element): Partial<Place> {
    const { tagName } = element;
    const { grid, level, quoted } = this.place;
    if (tagName === 'table') return { grid: new Grid(this.out) };
    if (tagName === 'tr' && grid) {
      const cells = childrenOf(element).filter(isElement);
      const isHead = cells.length > 0 && cells.every((it) => it.tagName === 'th');
      const parent = element.parentNode;
      const header = isHead || (parent !== null && isElement(parent) && parent.tagName === 'thead');
      grid.beginRow({ header, level, quoted });
    } else if ((tagName === 'td' || tagName === 'th') && grid) {
      grid.cell(numberIn(element, 'colspan', 1000) || 1, numberIn(element, 'rowspan', 65_534) ?? 1);
      this.marker = null;
      this.dropSpace();
      this.isFresh = true;
      return { isInCell: true };
    }
    return {};
  }

  private lineBreak(): void {
    if (this.place.isInCell) this.space ??= this.place.look;
    else {
      this.space = null;
      this.breaks++;
    }
  }

  private rule(): void {
    this.endBlock();
    if (this.place.isInCell) return;
    this.out.block('break', { quoted: this.place.quoted });
    this.out.end();
  }

  private image(element: Element): void {
    this.ensure();
    this.flush();
    this.out.image({
      alt: (attribute(element, 'alt') ?? '').replace(white, ' ').trim(),
      id: this.imageId(element),
      width: numberIn(element, 'width', MOST_SIDE),
      height: numberIn(element, 'height', MOST_SIDE),
    });
    this.isFresh = false;
  }

  private text(value: string): void {
    if (this.place.isPre && !this.place.isInCell) {
      this.write(value);
      return;
    }
    let at = 0;
    for (const found of value.matchAll(white)) {
      this.write(value.slice(at, found.index));
      this.space ??= this.place.look;
      at = found.index + found[0].length;
    }
    this.write(value.slice(at));
  }

  private write(text: string): void {
    if (text === '') return;
    this.ensure();
    this.flush();
    this.out.text(text, this.place.look.format, this.place.look.link);
    this.isFresh = false;
  }

  /** Writes what waited for something to follow it. */
  private flush(): void {
    if (this.breaks > 0) this.out.text('\n'.repeat(this.breaks));
    else if (this.space && !this.isFresh) this.out.text(' ', this.space.format, this.space.link);
    this.dropSpace();
  }

  private dropSpace(): void {
    this.space = null;
    this.breaks = 0;
  }

  /** Begins a block when none is open. */
  private ensure(): void {
    if (this.place.isInCell || this.out.isOpen) return;
    const { kind, quoted, headingLevel } = this.place;
    const isItem = kind === 'paragraph' && this.marker !== null;
    const level = kind === 'heading' ? headingLevel : this.place.level;
    this.out.block(isItem ? 'item' : kind, { level, quoted, label: this.marker });
    this.marker = null;
    this.isFresh = true;
  }

  /** Ends the open block; inside a cell, where there are none, words are only kept apart. */
  private endBlock(): void {
    if (this.place.isInCell) {
      this.space ??= this.place.look;
      return;
    }
    this.dropSpace();
    this.out.end();
    this.isFresh = true;
  }
}

/** As the element itself says; style sheets are not read. */
function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== null) return true;
  const style = attribute(element, 'style');
  return style !== null && /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
