/** Builds a text and its looks block by block, so that every reader projects in the same way (rich.ts). */

import type { omissions } from './locale/en/omissions';
import { t } from './locale/t';
import {
  type BlockKind,
  IMAGE,
  type Image,
  type Mark,
  MOST_WIDTH,
  MOST_WORD,
  type Omission,
  type RichBlock,
  type RichText,
  type Run,
  type Table,
} from './rich';
import { longestWord, widthOf } from './wide';

/** What a text may leave out; said in words of the catalog. */
export type Omitted = keyof typeof omissions;

export interface BlockFacts {
  readonly level?: number;
  readonly quoted?: number;
  readonly label?: string | null;
  readonly header?: boolean;
}

/** Mutable while it builds; `finish` gives the values. */
export class RichBuilder {
  private readonly pieces: string[] = [];
  private length = 0;
  private readonly blocks: RichBlock[] = [];
  private readonly runs: Run[] = [];
  private readonly images: Image[] = [];
  private readonly marks: Mark[] = [];
  private readonly tables: { columns: number[]; words: number[] }[] = [];
  private readonly omitted = new Map<Omitted, Omission>();
  private readonly notices: string[] = [];
  private open: RichBlock | null = null;
  /** The table whose rows come; its index, and the cell and how wide it is so far. */
  private table: number | null = null;
  private cellIndex = 0;
  /** In Latin letters. */
  private cellWidth = 0;
  private cellWord = 0;

  /** UTF-16 units so far. */
  get size(): number {
    return this.length;
  }

  /** True between a block and its end. */
  get isOpen(): boolean {
    return this.open !== null;
  }

  /** True from the beginning of a table until a block of another kind. */
  get isInTable(): boolean {
    return this.table !== null;
  }

  /** True when nothing was written into the open block yet. */
  get isEmpty(): boolean {
    return this.open !== null && this.open.start === this.length;
  }

  /** Begins a block; the one before it ends. */
  block(kind: Exclude<BlockKind, 'row'>, facts: BlockFacts = {}): void {
    this.begin(kind, facts, null);
  }

  /** Begins a table; its rows follow until the next block of another kind. */
  beginTable(): void {
    this.end();
    this.tables.push({ columns: [], words: [] });
    this.table = this.tables.length - 1;
  }

  /** Begins a row of the table and its first cell. Needs a table. */
  row(facts: BlockFacts = {}): void {
    if (this.table === null) throw new Error('a row without a table');
    this.begin('row', facts, this.table);
    this.cellIndex = 0;
    this.cellWidth = 0;
    this.cellWord = 0;
  }

  /** Ends a cell and begins the next one of the row. */
  cell(): void {
    if (this.open?.kind !== 'row') throw new Error('a cell without a row');
    this.endCell();
    this.push('\t');
    this.cellIndex++;
    this.cellWidth = 0;
    this.cellWord = 0;
  }

  /** Adds characters to the open block (a paragraph is begun when none is). */
  text(text: string, format = 0, link: string | null = null): void {
    if (text === '') return;
    if (!this.open) this.block('paragraph');
    const clean = this.open?.kind === 'row' ? text.replace(/[\t\r\n]/g, ' ') : text.replace(/\r\n?/g, '\n');
    const start = this.length;
    this.push(clean);
    if (this.open?.kind === 'row') {
      this.cellWidth += widthOf(clean, MOST_WIDTH);
      this.cellWord = Math.max(this.cellWord, longestWord(clean));
    }
    if (format === 0 && link === null) return;
    const last = this.runs.at(-1);
    if (
      last &&
      last.end === start &&
      last.format === format &&
      last.link === link &&
      last.start >= (this.open?.start ?? 0)
    )
      this.runs[this.runs.length - 1] = { ...last, end: this.length };
    else this.runs.push({ start, end: this.length, format, link });
  }

  /** Adds an image to the open block. */
  image(image: Omit<Image, 'at'>): void {
    if (!this.open) this.block('paragraph');
    this.images.push({ at: this.length, ...image });
    this.push(IMAGE);
    this.cellWidth++;
  }

  /** Puts a footnote's number where the text now ends. */
  mark(label: string): void {
    if (!this.open) this.block('paragraph');
    this.marks.push({ at: this.length, label });
  }

  /** Ends the open block, if there is one. */
  end(): void {
    const { open } = this;
    if (!open) return;
    if (open.kind === 'row') this.endCell();
    this.blocks.push({ ...open, end: this.length });
    this.open = null;
  }

  /** Counts something that the text leaves out; the first EXAMPLE is kept. */
  omit(what: Omitted, example = '', count = 1): void {
    const before = this.omitted.get(what);
    const short = example.length > 120 ? `${example.slice(0, 119)}…` : example;
    this.omitted.set(what, {
      what: t(`omissions.${what}`),
      count: (before?.count ?? 0) + count,
      example: before?.example || short,
    });
  }

  /** How often WHAT was left out so far. */
  countOf(what: Omitted): number {
    return this.omitted.get(what)?.count ?? 0;
  }

  /** Tells the person something, once. */
  notice(text: string): void {
    if (!this.notices.includes(text)) this.notices.push(text);
  }

  finish(): { readonly text: string; readonly rich: RichText } {
    this.end();
    const { blocks, runs, images, marks, notices } = this;
    const tables: readonly Table[] = this.tables;
    const omissions = [...this.omitted.values()];
    // Halves of a pair may come apart (as two escapes, in two runs), so only the whole text tells which are lone.
    const joined = this.pieces.join('');
    const text = joined.replace(/\p{Cs}/gu, '\ufffd');
    if (text !== joined) this.notice(t('reading.lone-halves'));
    return { text, rich: { blocks, runs, images, marks, tables, omissions, notices } };
  }

  private begin(kind: BlockKind, facts: BlockFacts, table: number | null): void {
    this.end();
    if (table === null) this.table = null;
    if (this.blocks.length > 0) this.push('\n');
    const { level = 0, quoted = 0, label = null, header = false } = facts;
    const at = this.length;
    this.open = { start: at, end: at, kind, level, quoted, label, table, header };
  }

  private endCell(): void {
    const table = this.tables[this.table as number];
    if (!table) return;
    const at = this.cellIndex;
    table.columns[at] = Math.max(table.columns[at] ?? 0, Math.min(MOST_WIDTH, this.cellWidth));
    table.words[at] = Math.max(table.words[at] ?? 0, Math.min(MOST_WORD, this.cellWord));
  }

  private push(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }
}
