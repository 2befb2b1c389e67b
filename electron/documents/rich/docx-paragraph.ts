/** Writes what stands in the paragraphs of a Word document: runs, fields, changes, images, marks. */
import { hex } from 'dingbat-to-unicode';
import type { RelationsOf } from './docx-parts';
import type { Styles } from './docx-styles';
import type { Flow } from './flow';
import { linkOf } from './links';
import { childOf, elementsOf, outermost, textOf, wordsOf, type XmlNode } from './xml-parts';

interface Look {
  readonly link: string | null;
}

/** Between its begin and its separator a field's instruction stands, then what it shows. */
interface Field {
  instruction: string;
  showsResult: boolean;
}

/** What paragraphs share, of the main text or of one kind of notes. */
export interface WordContext {
  readonly flow: Flow;
  readonly styles: Styles;
  readonly relations: RelationsOf;
  readonly changes: { insertions: number };
  /** The sign of the note or comment ID, which is written later; null when the document lacks it. */
  readonly noteSign: (kind: 'footnote' | 'endnote' | 'comment', id: string) => string | null;
}

const EMU_PER_PIXEL = 9525;
const MOST_SIDE = 10_000;
const rules: ReadonlySet<string> = new Set(['v:rect', 'v:line']);
const pictures: ReadonlySet<string> = new Set(['a:blip', 'v:imagedata']);
const boxes: ReadonlySet<string> = new Set(['w:txbxContent']);
const words: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t']);
/** What a formula that is a mere line of signs is made of. */
const plainMath: ReadonlySet<string> = new Set(['m:oMathPara', 'm:oMath', 'm:r', 'm:t', 'm:rPr', 'w:rPr']);

/** Writes one paragraph after the other; fields may reach from one into the next. */
export class WordParagraphs {
  private fields: Field[] = [];
  private boxes: XmlNode[] = [];
  /** The number of a note was just drawn, so that the space behind it is none of the text. */
  private isAfterNumber = false;

  constructor(private readonly context: WordContext) {}

  /** Writes CONTENT, the children of paragraphs, and gives the text boxes that hang on them. */
  write(content: readonly XmlNode[]): readonly XmlNode[] {
    this.inlines(content, { link: null });
    const { boxes } = this;
    this.boxes = [];
    return boxes;
  }

  /** Begins a note: what is open in the text before does not reach into it. */
  reset(): void {
    this.fields = [];
    this.isAfterNumber = false;
  }

  private inlines(nodes: readonly XmlNode[], look: Look): void {
    for (const node of nodes) this.inline(node, look);
  }

  private inline(node: XmlNode, look: Look): void {
    switch (node.name) {
      case 'w:r':
        this.run(node, look);
        break;
      case 'w:ins':
      case 'w:moveTo':
        if (wordsOf(node, words, 1) !== '') this.context.changes.insertions++;
        this.inlines(elementsOf(node), look);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.deleted(node);
        break;
      case 'w:hyperlink':
        this.inlines(elementsOf(node), { link: this.target(node) ?? look.link });
        break;
      case 'w:fldSimple':
        this.inlines(elementsOf(node), { link: linkIn(node.attributes['w:instr'] ?? '') ?? look.link });
        break;
      case 'w:sdt':
        this.inlines(elementsOf(childOf(node, 'w:sdtContent') ?? node), look);
        break;
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        this.inlines(elementsOf(node), look);
        break;
      case 'mc:AlternateContent':
        this.inlines(elementsOf(alternative(node)), look);
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        this.formula(node, look);
        break;
      default:
    }
  }

  /** Tells of words that a tracked change took away. */
  deleted(node: XmlNode): void {
    const gone = wordsOf(node, words);
    if (gone !== '') this.context.flow.out.omit('tracked-deletions', gone);
  }

  private target({ attributes }: XmlNode): string | null {
    const anchor = attributes['w:anchor'];
    const found = this.context.relations.get(attributes['r:id'] ?? '');
    if (found?.isExternal) return linkOf(anchor === undefined ? found.target : `${found.target}#${anchor}`);
    return anchor === undefined ? null : `#${anchor}`;
  }

  private run(node: XmlNode, { link }: Look): void {
    const format = this.context.styles.characters(childOf(node, 'w:rPr'));
    if (format === null) {
      for (const child of elementsOf(node)) if (child.name === 'w:fldChar') this.fieldSign(child);
      const hidden = wordsOf(node, words);
      if (hidden !== '') this.context.flow.out.omit('hidden-passages', hidden);
      return;
    }
    for (const child of elementsOf(node)) this.piece(child, format, link ?? this.fieldLink());
  }

  private piece(node: XmlNode, format: number, link: string | null): void {
    const { flow } = this.context;
    const { attributes } = node;
    switch (node.name) {
      case 'w:t':
        this.text(wordText(node), format, link);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.text('\t', format, link);
        break;
      case 'w:br':
        if (attributes['w:type'] === 'page') flow.pageBreak();
        else this.text('\n', format, link);
        break;
      case 'w:cr':
        this.text('\n', format, link);
        break;
      case 'w:noBreakHyphen':
        this.text('\u2011', format, link);
        break;
      case 'w:softHyphen':
        this.text('\u00ad', format, link);
        break;
      case 'w:sym':
        this.text(symbol(attributes['w:font'] ?? '', attributes['w:char'] ?? ''), format, link);
        break;
      case 'w:footnoteRef':
      case 'w:endnoteRef':
      case 'w:annotationRef':
        this.isAfterNumber = true;
        break;
      case 'w:footnoteReference':
        this.note('footnote', node);
        break;
      case 'w:endnoteReference':
        this.note('endnote', node);
        break;
      case 'w:commentReference':
        this.note('comment', node);
        break;
      case 'w:fldChar':
        this.fieldSign(node);
        break;
      case 'w:instrText': {
        const field = this.fields.at(-1);
        if (field) field.instruction += textOf(node);
        break;
      }
      case 'w:ruby':
        flow.out.omit('readings', wordsOf(childOf(node, 'w:rt') ?? node, words));
        this.inlines(elementsOf(childOf(node, 'w:rubyBase') ?? node), { link });
        break;
      case 'mc:AlternateContent':
        for (const child of elementsOf(alternative(node))) this.piece(child, format, link);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(node);
        break;
      default:
    }
  }

  private text(text: string, format: number, link: string | null): void {
    const shown = this.isAfterNumber ? text.replace(/^[ \t]/, '') : text;
    this.isAfterNumber = false;
    if (this.fields.every((it) => it.showsResult)) this.context.flow.text(shown, format, link);
    else if (text.trim() !== '') this.context.flow.out.omit('field-instructions', text);
  }

  private note(kind: 'footnote' | 'endnote' | 'comment', { attributes }: XmlNode): void {
    const sign = this.context.noteSign(kind, attributes['w:id'] ?? '');
    if (sign !== null) this.context.flow.mark(sign);
  }

  private fieldSign({ attributes }: XmlNode): void {
    const type = attributes['w:fldCharType'];
    if (type === 'begin') this.fields.push({ instruction: '', showsResult: false });
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate') {
      const field = this.fields.at(-1);
      if (field) field.showsResult = true;
    }
  }

  private fieldLink(): string | null {
    for (const { instruction } of [...this.fields].reverse()) {
      const link = linkIn(instruction);
      if (link !== null) return link;
    }
    return null;
  }

  /** The pictures of a drawing stand where it hangs, the paragraphs of its boxes behind the paragraph. */
  private drawing(node: XmlNode): void {
    const found = outermost(node, boxes);
    this.boxes.push(...found);
    const facts = outermost(node, new Set(['wp:docPr', 'v:shape']))[0]?.attributes;
    const extent = outermost(node, new Set(['wp:extent']))[0]?.attributes;
    const images = outermost(node, pictures);
    for (const { attributes } of found.length > 0 ? [] : images) {
      const held = this.context.relations.get(attributes['r:embed'] ?? attributes['r:id'] ?? '');
      this.context.flow.image({
        alt: (facts?.descr ?? facts?.alt ?? '').replace(/\s+/g, ' ').trim(),
        id: held && !held.isExternal ? held.target : null,
        width: pixels(extent?.cx),
        height: pixels(extent?.cy),
      });
    }
    if (found.length > 0 || images.length > 0) return;
    // A rule across the page (ECMA-376 part 4, 19.1.2.14), as pandoc and Word's three hyphens make it.
    if (outermost(node, rules).some(({ attributes }) => /^(t|true|1)$/.test(attributes.hr ?? '')))
      this.context.flow.pageBreak();
    else this.context.flow.out.omit('drawings-diagrams', facts?.descr ?? facts?.name ?? '');
  }

  private formula(node: XmlNode, look: Look): void {
    const isPlain = (it: XmlNode): boolean =>
      plainMath.has(it.name) && (it.name.endsWith('rPr') || elementsOf(it).every(isPlain));
    const signs = wordsOf(node, words);
    if (isPlain(node)) this.text(signs, 0, look.link);
    else this.context.flow.out.omit('formulas', signs);
  }
}

/** Without xml:space="preserve" white space at the ends is the file's, not the text's; line ends are spaces always. */
function wordText(node: XmlNode): string {
  const text = textOf(node).replace(/[\r\n\t]+/g, ' ');
  return node.attributes.space === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

/** A sign of a font that only holds symbols, as the character that it looks like; else as the file has it. */
function symbol(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (!(code > 0 && code <= 0xffff) || (code >= 0xd800 && code < 0xe000)) return '';
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return hex(font, low.toString(16).toUpperCase().padStart(2, '0'))?.string ?? String.fromCharCode(code);
}

/** The first of the choices; the fallback says the same for older programs. */
const alternative = (node: XmlNode) => childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback') ?? node;

/** Where a HYPERLINK field leads; null for another field. */
function linkIn(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"/i.exec(instruction);
  return found ? linkOf(found[1] === undefined ? (found[2] ?? '') : `#${found[2]}`) : null;
}

function pixels(emu: string | undefined): number | null {
  const size = Math.round(Number(emu) / EMU_PER_PIXEL);
  return size > 0 && size <= MOST_SIDE ? size : null;
}
