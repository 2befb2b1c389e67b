/**
 * Word documents by their own XML (ECMA-376), not by way of HTML: that way the numbers of lists, the places of comments,
 * tabs, empty lines and the ends of pages would be lost. Projection docx/1: tracked changes are taken as accepted;
 * notes and comments stand behind the text, text boxes behind the paragraph on which they hang.
 */
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { onePart } from './archive';
import { type Note, WordNotes } from './docx-notes';
import { numberingOf } from './docx-numbering';
import { type WordContext, WordParagraphs } from './docx-paragraph';
import { type WordParts, wordNamespaces, wordParts } from './docx-parts';
import { stylesOf } from './docx-styles';
import { Flow } from './flow';
import { imageOf } from './image-type';
import type { ReadImage, ReadRich } from './read';
import { childOf, elementsOf, readParts, replay, wordsOf, type XmlNode, type XmlVisit } from './xml-parts';

const words: ReadonlySet<string> = new Set(['w:t']);
const trees: ReadonlySet<string> = new Set(['w:p', 'w:trPr', 'w:tcPr', 'w:altChunk']);
/** They say how things look, or say again what the first choice says. */
const leftOut: ReadonlySet<string> = new Set(
  'w:tblPr w:tblGrid w:tblPrEx w:sectPr w:sdtPr w:sdtEndPr w:del w:moveFrom mc:Fallback'.split(' '),
);

/** What is known of the row or cell under way. */
interface RowState {
  isDeleted: boolean;
  after: number;
}

interface CellState {
  columns: number;
  /** It belongs to the cell above. */
  isContinued: boolean;
  hasBegun: boolean;
}

class WordReading implements XmlVisit {
  readonly trees = trees;
  private readonly out = new RichBuilder();
  private readonly flow = new Flow(this.out);
  private readonly notes: WordNotes;
  private readonly numbering;
  private readonly changes = { insertions: 0 };
  private paragraphs: WordParagraphs;
  private readonly rows: RowState[] = [];
  private readonly cells: CellState[] = [];
  /** What paragraphs whose end was deleted hold: they go on in the next one. */
  private carried: XmlNode[] = [];
  /** The note that is written, and whether its label was. */
  private note: Note | null = null;
  private owesLabel = false;
  private readonly styles;

  constructor(private readonly parts: WordParts) {
    this.styles = stylesOf(parts.trees('styles', 'w:style'));
    this.numbering = numberingOf(parts.trees('numbering', 'w:abstractNum', 'w:num'));
    this.notes = new WordNotes(parts);
    this.paragraphs = this.paragraphsOf(parts.path);
  }

  finish() {
    readParts(this.parts.text, this.parts.path, wordNamespaces, this);
    this.endCarried();
    for (let note = this.notes.next(); note; note = this.notes.next()) this.writeNote(note);
    for (const node of this.notes.unused()) this.out.omit('unpointed-notes', wordsOf(node, words));
    this.tellHeaders();
    this.tellChanges();
    return this.out.finish();
  }

  open(name: string, attributes: XmlNode['attributes']): boolean {
    if (leftOut.has(name)) return false;
    if (name === 'w:tbl') {
      this.endCarried();
      this.ensureCell();
      this.flow.beginTable();
    } else if (name === 'w:tr') {
      this.flow.beginRow();
      this.rows.push({ isDeleted: false, after: 0 });
    } else if (name === 'w:tc') this.cells.push({ columns: 1, isContinued: false, hasBegun: false });
    else if (name === 'w:subDoc') this.out.omit('documents-elsewhere', attributes['r:id'] ?? '');
    return true;
  }

  close(name: string): void {
    if (name === 'w:tbl') this.flow.endTable();
    else if (name === 'w:tr') {
      const row = this.rows.pop();
      if (row && !row.isDeleted && row.after > 0) this.emptyCell(row.after);
      this.flow.endRow();
    } else if (name === 'w:tc') {
      this.endCarried();
      this.ensureCell();
      if (this.cells.pop()?.hasBegun) this.flow.endCell();
    }
  }

  tree(node: XmlNode): void {
    if (node.name === 'w:p') this.paragraph(node);
    else if (node.name === 'w:trPr') this.rowFacts(node);
    else if (node.name === 'w:tcPr') this.cellFacts(node);
    else this.out.omit('embedded-documents');
  }

  private paragraph(node: XmlNode): void {
    const properties = childOf(node, 'w:pPr');
    const content = elementsOf(node).filter(({ name }) => name !== 'w:pPr');
    if (this.rows.some((it) => it.isDeleted)) {
      this.paragraphs.deleted(node);
      return;
    }
    if (this.cells.at(-1)?.isContinued) {
      const covered = wordsOf(node, words);
      if (covered !== '') this.out.omit('covered-words', covered);
      return;
    }
    this.ensureCell();
    this.carried.push(...content);
    if (childOf(childOf(properties, 'w:rPr'), 'w:del')) return;
    this.write(properties);
  }

  /** Writes what was carried as one paragraph of PROPERTIES, then the boxes that hang on it. */
  private write(properties: XmlNode | undefined): void {
    const { carried } = this;
    this.carried = [];
    const look = this.styles.paragraph(properties);
    const marker = look.numbering && this.numbering(look.numbering);
    const label = marker?.label ?? null;
    const { quoted } = look;
    if (this.note) {
      this.flow.begin('note', { label: this.owesLabel ? this.note.label : null });
      this.owesLabel = false;
    } else if (look.kind === 'paragraph' && marker && label?.trim() === '')
      // Pandoc's way to go on with an item: a number that is a space.
      this.flow.begin('paragraph', { level: marker.depth + 1, quoted });
    else if (look.kind === 'paragraph' && marker)
      this.flow.begin('item', { level: marker.depth + 1, label, quoted });
    else this.flow.begin(look.kind, { level: look.level, label, quoted });
    const boxes = this.paragraphs.write(carried);
    this.flow.end();
    for (const box of boxes) {
      replay(box, this);
      this.endCarried();
    }
  }

  private endCarried(): void {
    if (this.carried.length > 0) this.write(undefined);
  }

  private rowFacts(node: XmlNode): void {
    const row = this.rows.at(-1);
    if (!row) return;
    row.isDeleted = childOf(node, 'w:del') !== undefined;
    if (row.isDeleted) return;
    const header = childOf(node, 'w:tblHeader');
    if (header && !/^(0|false|off)$/.test(header.attributes['w:val'] ?? '')) this.flow.markHeader();
    row.after = countIn(node, 'w:gridAfter', 0);
    const before = countIn(node, 'w:gridBefore', 0);
    if (before > 0) this.emptyCell(before);
  }

  private cellFacts(node: XmlNode): void {
    const cell = this.cells.at(-1);
    if (!cell) return;
    cell.columns = countIn(node, 'w:gridSpan', 1);
    const merged = childOf(node, 'w:vMerge');
    cell.isContinued = merged !== undefined && merged.attributes['w:val'] !== 'restart';
  }

  private emptyCell(columns: number): void {
    this.flow.beginCell(columns);
    this.flow.endCell();
  }

  private ensureCell(): void {
    const cell = this.cells.at(-1);
    if (!cell || cell.hasBegun || this.rows.some((it) => it.isDeleted)) return;
    cell.hasBegun = true;
    this.flow.beginCell(cell.columns);
  }

  private paragraphsOf(path: string): WordParagraphs {
    const context: WordContext = {
      flow: this.flow,
      styles: this.styles,
      relations: this.parts.relationsOf(path),
      changes: this.changes,
      noteSign: (kind, id) => this.notes.sign(kind, id),
    };
    return new WordParagraphs(context);
  }

  private writeNote(note: Note): void {
    if (this.note?.kind !== note.kind)
      this.paragraphs = this.paragraphsOf(this.parts.pathsOf(`${note.kind}s`)[0] ?? this.parts.path);
    this.paragraphs.reset();
    this.note = note;
    this.owesLabel = true;
    replay(note.node, this);
    this.endCarried();
    // A note without a paragraph still shows that it is there.
    if (!this.owesLabel) return;
    this.flow.begin('note', { label: note.label });
    this.flow.end();
  }

  private tellHeaders(): void {
    for (const kind of ['header', 'footer'])
      for (const node of this.parts.trees(kind, kind === 'header' ? 'w:hdr' : 'w:ftr')) {
        const found = wordsOf(node, words);
        if (found !== '') this.out.omit('headers-and-footers', found);
      }
  }

  private tellChanges(): void {
    const deletions = this.out.countOf('tracked-deletions');
    const { insertions } = this.changes;
    if (deletions + insertions === 0) return;
    this.out.notice(t('reading.tracked-counted', { inserted: insertions, deleted: deletions }));
  }
}

/** The number that the child NAME of NODE gives, between 0 and 1000. */
function countIn(node: XmlNode, name: string, usual: number): number {
  const number = Number.parseInt(childOf(node, name)?.attributes['w:val'] ?? '', 10);
  return number >= 0 ? Math.min(1000, number) || usual : usual;
}

export const read: ReadRich = ({ bytes }) => ({
  ...new WordReading(wordParts(bytes)).finish(),
  encoding: 'Word (.docx)',
  guessed: false,
});

export const image: ReadImage = ({ bytes }, id) => imageOf(onePart(bytes, id));
