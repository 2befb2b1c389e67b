/** The paragraphs of an RTF document as they come: kept until they end, for only then is it known what they are. */
import type { Image } from '../../../core/rich';
import type { RichBuilder } from '../../../core/rich-builder';

interface Piece {
  readonly text: string;
  readonly format: number;
  readonly link: string | null;
  /** The number of a note instead of text. */
  readonly mark: string | null;
  /** A picture instead of text. */
  readonly image: Omit<Image, 'at'> | null;
}

const plain = { format: 0, link: null, mark: null, image: null };

interface Note {
  readonly label: string;
  readonly paragraphs: readonly (readonly Piece[])[];
}

export interface RtfStyle {
  readonly number: number;
  /** Of its outline, from 0; null when it does not say. */
  readonly level: number | null;
  readonly name: string;
}

interface Facts {
  readonly outline: number | null;
  readonly style: number;
  readonly isInTable: boolean;
  readonly listLevel: number;
}

const plainFacts: Facts = { outline: null, style: 0, isInTable: false, listLevel: 0 };

const isBlank = (piece: Piece | undefined) =>
  piece !== undefined && piece.text.trim() === '' && piece.mark === null && piece.image === null;

export class RtfPage {
  private pieces: Piece[] = [];
  private facts = plainFacts;
  private label = '';
  private cells: (readonly Piece[])[] = [];
  private isHeader = false;
  /** How many of the pieces stand in a table inside the cell under way. */
  private nested = 0;
  private author = '';
  /** Where what is written goes while a group is put aside; null for the document itself. */
  private ended: (readonly Piece[])[] | null = null;
  private readonly notes: Note[] = [];
  private footnotes = 0;
  private readonly headings = new Map<number, number>();

  constructor(private readonly out: RichBuilder) {}

  text(text: string, format: number, link: string | null): void {
    this.pieces.push({ ...plain, text, format, link });
  }

  image(image: Omit<Image, 'at'>): void {
    this.pieces.push({ ...plain, text: '', image });
  }

  addStyle({ number, level, name }: RtfStyle): void {
    const trimmed = name.trim().replace(/;$/, '');
    const named = /^title$/i.test(trimmed) ? '1' : /^heading ([1-9])\b/i.exec(trimmed)?.[1];
    const outline = level ?? (named === undefined ? null : Number(named) - 1);
    if (outline !== null) this.headings.set(number, outline);
  }

  setLabel(text: string): void {
    // Signs of the font Symbol: its dot is a bullet.
    this.label = text.trim().replace(/^[\u00b7\uf0b7]$/, '•');
  }

  setAuthor(name: string): void {
    this.author = name.trim();
  }

  word(name: string, value: number | null): void {
    switch (name) {
      case 'par':
      case '\r':
      case '\n':
      case 'sect':
        this.endParagraph();
        break;
      case 'page':
        if (this.pieces.length > 0) this.endParagraph();
        if (this.ended === null && !this.facts.isInTable) this.out.block('break');
        break;
      case 'pard':
        this.facts = plainFacts;
        break;
      case 'intbl':
        this.facts = { ...this.facts, isInTable: true };
        break;
      case 'outlinelevel':
        this.facts = { ...this.facts, outline: value };
        break;
      case 's':
        this.facts = { ...this.facts, style: value ?? 0 };
        break;
      case 'ilvl':
        this.facts = { ...this.facts, listLevel: Math.min(Math.max(value ?? 0, 0), 8) };
        break;
      case 'cell':
      case 'nestcell':
        this.endCell(name === 'nestcell');
        break;
      case 'trhdr':
        this.isHeader = true;
        break;
      case 'trowd':
        this.isHeader = false;
        break;
      case 'row':
        this.endRow();
        break;
      default:
    }
  }

  /** Puts aside what comes until the function that this gives is called, which gives its text. */
  aside(): () => string {
    const done = this.putAside();
    return () =>
      done()
        .map((pieces) => pieces.map((it) => it.text).join(''))
        .join(' ');
  }

  /** The same for a footnote or comment, whose sign stands here. */
  note(isComment: boolean): () => void {
    const number = isComment ? null : ++this.footnotes;
    const label = number === null ? ['Comment', this.author].filter(Boolean).join(' by ') : `${number}.`;
    this.pieces.push({ ...plain, text: '', mark: number === null ? '*' : String(number) });
    const done = this.putAside();
    return () => {
      this.notes.push({ label, paragraphs: done() });
    };
  }

  finish(): void {
    if (this.pieces.length > 0 && !this.facts.isInTable) this.endParagraph();
    else if (this.pieces.length > 0) this.endCell(false);
    this.endRow();
    for (const { label, paragraphs } of this.notes)
      for (const [i, pieces] of paragraphs.entries()) {
        this.out.block('note', { label: i === 0 ? label : null });
        // A space parts the sign of a note, which is no text, from its words.
        this.write(
          i === 0 ? pieces.map((it, n) => (n === 0 ? { ...it, text: it.text.trimStart() } : it)) : pieces,
        );
      }
  }

  private putAside(): () => readonly (readonly Piece[])[] {
    const { pieces, facts, label, ended } = this;
    const own: (readonly Piece[])[] = [];
    this.ended = own;
    this.pieces = [];
    this.facts = plainFacts;
    return () => {
      if (this.pieces.length > 0) own.push(this.pieces);
      Object.assign(this, { pieces, facts, label, ended });
      return own;
    };
  }

  private endParagraph(): void {
    if (this.facts.isInTable && this.ended === null) {
      this.pieces.push({ ...plain, text: ' ' });
      return;
    }
    if (this.ended === null && this.cells.length > 0) this.endCutRow();
    const { pieces, facts, label } = this;
    this.pieces = [];
    this.label = '';
    if (this.ended !== null) {
      this.ended.push(pieces);
      return;
    }
    const outline = facts.outline ?? this.headings.get(facts.style) ?? null;
    if (outline !== null && outline >= 0 && outline < 9)
      this.out.block('heading', { level: Math.min(outline + 1, 6), label: label || null });
    else if (label !== '') this.out.block('item', { level: facts.listLevel + 1, label });
    else this.out.block('paragraph');
    this.write(pieces);
  }

  private endCell(isNested: boolean): void {
    if (isNested || this.ended !== null) {
      this.pieces.push({ ...plain, text: ' ' });
      this.nested = this.pieces.length;
      return;
    }
    this.nested = 0;
    this.cells.push(this.pieces);
    this.pieces = [];
    this.label = '';
  }

  /** A row that the paragraph after it ends: some programs leave the end out behind a table in a cell. */
  private endCutRow(): void {
    const { pieces, nested } = this;
    this.pieces = pieces.slice(0, nested);
    if (nested > 0) this.endCell(false);
    this.endRow();
    this.pieces = pieces.slice(nested);
  }

  private endRow(): void {
    if (this.ended !== null || this.cells.length === 0) return;
    if (!this.out.isInTable) this.out.beginTable();
    this.out.row({ header: this.isHeader });
    for (const [i, pieces] of this.cells.entries()) {
      if (i > 0) this.out.cell();
      // The spaces at the end stand for ends of paragraphs that nothing follows.
      let end = pieces.length;
      while (end > 0 && isBlank(pieces[end - 1])) end--;
      this.write(pieces.slice(0, end));
    }
    this.cells = [];
  }

  private write(pieces: readonly Piece[]): void {
    for (const { text, format, link, mark, image } of pieces) {
      if (image !== null) this.out.image(image);
      else if (mark === null) this.out.text(text, format, link);
      else this.out.mark(mark);
    }
  }
}
