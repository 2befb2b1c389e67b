/**
 * What a document looks like beyond its canonical text: which lines are headings, list items, table rows; which
 * characters are bold or a link; where images stand. It never changes the text, and offsets never depend on it.
 *
 * The projection that makes the text (version 1, the same for every format):
 * - Blocks end in one `\n`; the last one does not. An empty block is an empty line.
 * - A hard line break inside a block is `\n` as well: the block then has several lines.
 * - The cells of a table row are parted by `\t`, rows are blocks of their own. Inside a cell, what would be a
 *   `\t` or `\n` is a space. A cell that spans columns or rows is followed (below it: replaced) by empty cells.
 * - Markers of lists, numbers of footnotes, rules and the like are not text: they are in `label`, and drawn.
 * - An image is U+FFFC; its alternative text is in `images`.
 * - Nothing is normalised: a no-break space stays one, and so does every composed or decomposed letter.
 */
import type { Span } from './model';

export type BlockKind =
  | 'paragraph'
  /** `level` 1 to 6. */
  | 'heading'
  /** `level` is its depth from 1; `label` its number, bullet or check box. */
  | 'item'
  | 'code'
  /** A row of the table `table`. */
  | 'row'
  | 'caption'
  /** A footnote, an endnote or a comment; `label` says which. */
  | 'note'
  /** An empty block that stands for a rule or the end of a page or chapter; `label` may say which. */
  | 'break'
  /** A turn of a conversation or a subtitle; `label` says who or when. */
  | 'turn';

export interface RichBlock extends Span {
  /** Unlike other spans, empty where the block is. `end` leaves out the line end. */
  readonly kind: BlockKind;
  /** Of headings and items; 0 for the others, unless they belong to an item of that depth. */
  readonly level: number;
  /** How many quotations it stands in. */
  readonly quoted: number;
  /** Shown before it, not part of the text; null for nothing. */
  readonly label: string | null;
  /** Index into `tables`; null when it is no row. */
  readonly table: number | null;
  /** A row of headings. */
  readonly header: boolean;
}

/** Formats of characters, to be added. */
export const Format = { bold: 1, italic: 2, code: 4, strike: 8, sub: 16, sup: 32, underline: 64 } as const;

/** A run of characters that look alike; it lies in one block. */
export interface Run extends Span {
  readonly format: number;
  /** Where a link leads, as the file says; null for none. Nothing is ever loaded from there. */
  readonly link: string | null;
}

export interface Image {
  /** Where its U+FFFC stands. */
  readonly at: number;
  readonly alt: string;
  /** Names it inside the file; null when the file does not hold it (it lies in the network). */
  readonly id: string | null;
  /** In CSS pixels, when the file says so. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A sign between characters that is no text: the number of a footnote, drawn raised. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

export interface Table {
  /** Width of the widest cell of each column in Latin letters, at most MOST_WIDTH: what columns are laid out by. */
  readonly columns: readonly number[];
  /** The same of the longest word of each, at most MOST_WORD: less makes a column break words. */
  readonly words: readonly number[];
}

export const MOST_WIDTH = 60;
export const MOST_WORD = 20;

/** Something of the file that is not in the text: what (in plain words, plural), how often, and how the first reads. */
export interface Omission {
  /** In the language of whoever reads: `hidden passages`. */
  readonly what: string;
  readonly count: number;
  readonly example: string;
}

export interface RichText {
  /** In text order, not overlapping; together they cover the text but for line ends. */
  readonly blocks: readonly RichBlock[];
  /** In text order, not overlapping; what lies in none is plain. */
  readonly runs: readonly Run[];
  readonly images: readonly Image[];
  readonly marks: readonly Mark[];
  readonly tables: readonly Table[];
  readonly omissions: readonly Omission[];
  /** Facts the person should know: `The tracked changes of this file were taken as accepted.` */
  readonly notices: readonly string[];
}

/** The character that stands for an image. */
export const IMAGE = '\ufffc';
