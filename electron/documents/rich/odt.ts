/**
 * OpenDocument texts, from their content.xml. Projection odt/2: tracked changes are taken as accepted; notes and
 * comments stand behind the text, what stands in a frame behind the paragraph on which it hangs.
 */
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { onePart } from './archive';
import { Flow } from './flow';
import { imageOf } from './image-type';
import { OdtLists } from './odt-lists';
import { OdtParagraphs } from './odt-paragraph';
import { type OdtParts, odtNamespaces, odtParts } from './odt-parts';
import { type OdtStyles, odtStylesOf } from './odt-styles';
import type { ReadImage, ReadRich } from './read';
import {
  childOf,
  readParts,
  replay,
  textOf,
  treesIn,
  wordsOf,
  type XmlNode,
  type XmlVisit,
} from './xml-parts';

const trees: ReadonlySet<string> = new Set(
  'text:p text:h text:tracked-changes draw:frame draw:g draw:custom-shape'.split(' '),
);
/** They say how things look, or how an index is made. */
const leftOut: ReadonlySet<string> = new Set([
  ...'office:automatic-styles office:font-face-decls office:scripts office:forms table:shapes'.split(' '),
  ...'text:sequence-decls text:variable-decls text:user-field-decls text:alphabetical-index-auto-mark-file'.split(
    ' ',
  ),
]);
const paragraphNames: ReadonlySet<string> = new Set(['text:p', 'text:h']);
/** More columns or rows than these are not believed of one cell. */
const MOST_REPEATS = 1000;
const MOST_LEVEL = 6;

interface Note {
  readonly node: XmlNode;
  readonly label: string;
}

class OdtReading implements XmlVisit {
  readonly trees = trees;
  private readonly out = new RichBuilder();
  private readonly flow = new Flow(this.out);
  private readonly styles: OdtStyles;
  private readonly paragraphs: OdtParagraphs;
  private readonly lists: OdtLists;
  /** How often the cells under way are repeated. */
  private readonly cells: number[] = [];
  private headerRows = 0;
  /** Footnotes, endnotes and comments that are still to be written. */
  private readonly notes: readonly [Note[], Note[], Note[]] = [[], [], []];
  private readonly counts: [number, number, number] = [0, 0, 0];
  private label: string | null = null;
  private isInNotes = false;

  constructor(private readonly parts: OdtParts) {
    const names = ['style:style', 'text:list-style', 'text:outline-style'];
    this.styles = odtStylesOf([
      ...treesIn(parts.styles, 'styles.xml', odtNamespaces, names),
      ...treesIn(parts.content, 'content.xml', odtNamespaces, names),
    ]);
    this.lists = new OdtLists(this.styles.list, this.styles.outline);
    this.paragraphs = new OdtParagraphs({
      flow: this.flow,
      styles: this.styles,
      paths: parts.paths,
      noteSign: (node) => this.noteSign(node),
      ended: new Set(
        [...parts.content.matchAll(/annotation-end\s[^<>]*name="([^"<>]*)"/g)].map(
          (found) => found[1] as string,
        ),
      ),
    });
  }

  finish() {
    readParts(this.parts.content, 'content.xml', odtNamespaces, this);
    this.isInNotes = true;
    for (let list = this.waiting(); list; list = this.waiting()) this.writeNote(list.shift() as Note);
    for (const node of treesIn(this.parts.styles, 'styles.xml', odtNamespaces, [
      'style:header',
      'style:footer',
    ])) {
      const found = wordsOf(node, null);
      if (found !== '') this.out.omit('headers-and-footers', found);
    }
    return this.out.finish();
  }

  open(name: string, attributes: XmlNode['attributes']): boolean {
    if (leftOut.has(name) || (name.startsWith('text:') && name.endsWith('-source'))) return false;
    switch (name) {
      case 'text:section':
        return !this.isHidden(attributes);
      case 'text:list':
        this.lists.begin({ attributes });
        break;
      case 'text:list-item':
        this.lists.item({ attributes });
        break;
      case 'table:table':
        this.flow.beginTable();
        break;
      case 'table:table-header-rows':
        this.headerRows++;
        break;
      case 'table:table-row':
        this.flow.beginRow();
        if (this.headerRows > 0) this.flow.markHeader();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.flow.beginCell(1);
        this.cells.push(repeats(attributes['table:number-columns-repeated']));
        break;
      default:
    }
    return true;
  }

  close(name: string): void {
    switch (name) {
      case 'text:list':
        this.lists.end();
        break;
      case 'table:table':
        this.flow.endTable();
        break;
      case 'table:table-header-rows':
        this.headerRows--;
        break;
      case 'table:table-row':
        this.flow.endRow();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        this.flow.endCell();
        for (let more = (this.cells.pop() ?? 1) - 1; more > 0; more--) {
          this.flow.beginCell(1);
          this.flow.endCell();
        }
        break;
      }
      default:
    }
  }

  tree(node: XmlNode): void {
    if (paragraphNames.has(node.name)) this.paragraph(node);
    else if (node.name === 'text:tracked-changes') this.changes(node);
    else this.behind(this.paragraphs.loose(node));
  }

  private isHidden(attributes: XmlNode['attributes']): boolean {
    const isHidden =
      attributes['text:display'] === 'none' || this.styles.hidesSection(attributes['text:style-name']);
    if (isHidden) this.out.omit('hidden-sections', attributes['text:name'] ?? '');
    return isHidden;
  }

  private paragraph(node: XmlNode): void {
    const style = node.attributes['text:style-name'];
    if (this.styles.characters(style) === null) {
      this.out.omit('hidden-passages', wordsOf(node, null));
      return;
    }
    if (this.styles.beginsPage(style) && !this.isInNotes && this.out.size > 0) this.flow.pageBreak();
    const isAfterSign = this.isInNotes && this.label !== null;
    this.begin(node, style);
    const boxes = this.paragraphs.write(node, isAfterSign);
    this.flow.end();
    this.behind(boxes);
  }

  private begin(node: XmlNode, style: string | undefined): void {
    const place = this.lists.take();
    const named = this.styles.kind(style);
    const quoted = named === 'quotation' ? 1 : 0;
    const kind = named === 'quotation' || named === 'title' ? 'paragraph' : named;
    if (this.isInNotes) {
      this.flow.begin('note', { label: this.label });
      this.label = null;
    } else if (node.name === 'text:h') {
      const level = Math.max(1, Math.trunc(Number(node.attributes['text:outline-level'])) || 1);
      const label = place ? place.label : this.lists.heading(level);
      this.flow.begin('heading', { level: Math.min(MOST_LEVEL, level), label, quoted });
    } else if (place?.isItem)
      this.flow.begin('item', { level: this.lists.level, label: place.label, quoted });
    else if (named === 'title') this.flow.begin('heading', { level: 1 });
    else this.flow.begin(kind, { level: this.lists.level, quoted });
  }

  private behind(boxes: readonly XmlNode[]): void {
    for (const box of boxes) replay(box, this);
  }

  private changes(node: XmlNode): void {
    let [inserted, deleted] = [0, 0];
    for (const region of node.children) {
      if (typeof region === 'string') continue;
      const deletion = childOf(region, 'text:deletion');
      if (childOf(region, 'text:insertion')) inserted++;
      if (!deletion) continue;
      deleted++;
      const words = deletion.children.map((it) =>
        typeof it !== 'string' && paragraphNames.has(it.name) ? wordsOf(it, null) : '',
      );
      this.out.omit('tracked-deletions', words.join(' ').trim());
    }
    if (inserted + deleted > 0) this.out.notice(t('reading.tracked-counted', { inserted, deleted }));
  }

  private noteSign(node: XmlNode): string {
    const isComment = node.name === 'office:annotation';
    const which = isComment ? 2 : node.attributes['text:note-class'] === 'endnote' ? 1 : 0;
    const number = ++this.counts[which];
    const own = textOf(childOf(node, 'text:note-citation')).trim().slice(0, 20);
    const sign = isComment ? `c${number}` : own || String(number);
    const author = textOf(childOf(node, 'dc:creator')).replace(/\s+/g, ' ').trim().slice(0, 100);
    const body = isComment ? node : (childOf(node, 'text:note-body') ?? node);
    this.notes[which].push({ node: body, label: isComment ? `${sign} ${author}`.trim() : `${sign}.` });
    return sign;
  }

  private waiting(): Note[] | undefined {
    return this.notes.find((it) => it.length > 0);
  }

  private writeNote({ node, label }: Note): void {
    this.label = label;
    replay(node, this);
    // A note without a paragraph still shows that it is there.
    if (this.label === null) return;
    this.flow.begin('note', { label });
    this.flow.end();
  }
}

const repeats = (said: string | undefined) => Math.min(MOST_REPEATS, Math.max(1, Number(said) || 1));

export const read: ReadRich = ({ bytes }) => ({
  ...new OdtReading(odtParts(bytes)).finish(),
  encoding: 'OpenDocument (.odt)',
  guessed: false,
});

export const image: ReadImage = ({ bytes }, id) => imageOf(onePart(bytes, id));
