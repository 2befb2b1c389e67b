/** Markdown as GitHub writes it (GFM), by micromark and mdast. Projection md/1. */
import type { List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { Format } from '../../../core/rich';
import { type BlockFacts, RichBuilder } from '../../../core/rich-builder';
import { decode } from '../decode';
import { dataImage } from './data-image';
import { parseMarkdown } from './md-tree';
import type { ReadImage, ReadRich } from './read';

/** Where a block stands: how deep in lists and quotations, and the marker that its first block shows. */
interface Place {
  readonly level: number;
  readonly quoted: number;
  /** Of the list item whose first block comes next. */
  marker: string | null;
}

interface Inline {
  readonly format: number;
  readonly link: string | null;
}

const plain: Inline = { format: 0, link: null };

function readingOf(text: string): MarkdownReading {
  const { targets, nodes } = parseMarkdown(text);
  return new MarkdownReading(nodes, targets);
}

export const read: ReadRich = ({ bytes }) => {
  const { text, encoding, guessed } = decode(bytes);
  return { ...readingOf(text).finish(), encoding, guessed };
};

export const image: ReadImage = ({ bytes }, id) => {
  const address = readingOf(decode(bytes).text).held[Number(id)];
  return address === undefined ? null : dataImage(address);
};

class MarkdownReading {
  private readonly out = new RichBuilder();
  private readonly footnotes = new Map<string, number>();
  /** Addresses of the images that the file itself holds; an image's id is its place here. */
  readonly held: string[] = [];

  constructor(
    nodes: Iterable<RootContent>,
    private readonly targets: ReadonlyMap<string, string>,
  ) {
    for (const node of nodes) this.block(node, { level: 0, quoted: 0, marker: null });
  }

  finish() {
    return this.out.finish();
  }

  private begin(kind: Parameters<RichBuilder['block']>[0], place: Place, facts: BlockFacts = {}): void {
    const { level, quoted, marker } = place;
    const isItem = kind === 'paragraph' && marker !== null;
    this.out.block(isItem ? 'item' : kind, { level, quoted, label: marker, ...facts });
    place.marker = null;
  }

  private block(node: RootContent, place: Place): void {
    switch (node.type) {
      case 'heading':
        this.begin('heading', { ...place, marker: null }, { level: node.depth, label: place.marker });
        place.marker = null;
        this.inlines(node.children, plain);
        break;
      case 'paragraph':
        this.begin('paragraph', place);
        this.inlines(node.children, plain);
        break;
      case 'blockquote':
        this.quote(node.children, place);
        break;
      case 'list':
        this.list(node, place);
        break;
      case 'code':
        this.begin('code', place);
        this.out.text(node.value);
        break;
      case 'table':
        this.table(node, place);
        break;
      case 'thematicBreak':
        this.begin('break', place);
        break;
      case 'footnoteDefinition':
        place.marker = `${this.numberOf(node.identifier)}.`;
        for (const child of node.children) this.note(child, place);
        break;
      case 'html':
        this.out.omit('html-pieces', node.value);
        break;
      default:
    }
  }

  private quote(children: readonly RootContent[], place: Place): void {
    const inside = { ...place, quoted: place.quoted + 1 };
    for (const child of children) this.block(child, inside);
    place.marker = inside.marker;
  }

  private note(node: RootContent, place: Place): void {
    if (node.type === 'paragraph') {
      this.begin('note', place);
      this.inlines(node.children, plain);
    } else this.block(node, place);
  }

  private list({ children, ordered, start }: List, place: Place): void {
    children.forEach((item, i) => {
      const number = ordered ? `${(start ?? 1) + i}.` : '•';
      this.item(item, { level: place.level + 1, quoted: place.quoted, marker: boxOf(item) ?? number });
    });
  }

  private item(item: ListItem, place: Place): void {
    // An item without a text of its own still shows its marker.
    if (item.children[0]?.type !== 'paragraph' && item.children[0]?.type !== 'heading')
      this.begin('paragraph', place);
    for (const child of item.children) this.block(child, place);
  }

  private table({ children }: Table, { level, quoted }: Place): void {
    this.out.beginTable();
    children.forEach((row, i) => {
      this.out.row({ header: i === 0, level, quoted });
      row.children.forEach((cell, n) => {
        if (n > 0) this.out.cell();
        this.inlines(cell.children, plain);
      });
    });
  }

  private inlines(nodes: readonly PhrasingContent[], look: Inline): void {
    for (const node of nodes) this.inline(node, look);
  }

  private inline(node: PhrasingContent, look: Inline): void {
    const within = (format: number) => ({ ...look, format: look.format | format });
    switch (node.type) {
      case 'text':
        this.write(node.value, look);
        break;
      case 'emphasis':
        this.inlines(node.children, within(Format.italic));
        break;
      case 'strong':
        this.inlines(node.children, within(Format.bold));
        break;
      case 'delete':
        this.inlines(node.children, within(Format.strike));
        break;
      case 'inlineCode':
        this.write(node.value, within(Format.code));
        break;
      case 'break':
        this.write('\n', look);
        break;
      case 'link':
        this.inlines(node.children, { ...look, link: node.url });
        break;
      case 'linkReference':
        this.inlines(node.children, { ...look, link: this.targets.get(node.identifier) ?? null });
        break;
      case 'image':
        this.image(node.alt, node.url);
        break;
      case 'imageReference':
        this.image(node.alt, this.targets.get(node.identifier) ?? '');
        break;
      case 'footnoteReference':
        this.out.mark(String(this.numberOf(node.identifier)));
        break;
      case 'html':
        if (/^<br\s*\/?>$/i.test(node.value)) this.write('\n', look);
        else this.out.omit('html-tags', node.value);
        break;
      default:
    }
  }

  private image(alt: string | null | undefined, address: string): void {
    const id = address.startsWith('data:') ? String(this.held.push(address) - 1) : null;
    this.out.image({ alt: alt ?? '', id, width: null, height: null });
  }

  /** A soft line break of the source is a space. */
  private write(text: string, { format, link }: Inline): void {
    this.out.text(text === '\n' ? text : text.replace(/[ \t]*(\r\n?|\n)[ \t]*/g, ' '), format, link);
  }

  private numberOf(identifier: string): number {
    const number = this.footnotes.get(identifier) ?? this.footnotes.size + 1;
    this.footnotes.set(identifier, number);
    return number;
  }
}

const boxOf = ({ checked }: ListItem) => (typeof checked === 'boolean' ? (checked ? '☑' : '☐') : null);
