/** Lexical's nodes for rich text: a line, a cell of a row, a run of characters. Made once, never changed. */

import { type EditorConfig, ElementNode, TextNode } from 'lexical';
import { t } from '../../core/locale/t';
import { Format } from '../../core/rich';
import type { Line, Segment } from '../../core/rich-lines';
import type { PictureShelf } from './pictures';

/** What a line's element needs to know beside the line. */
export interface LineLook extends Line {
  /** `grid-template-columns` of a row; null for what is no row. */
  readonly tracks: string | null;
  readonly isStacked: boolean;
  /** Marks of a line without characters. */
  readonly mark: string | null;
  /** Labels of turns stand above the words: they are too long to stand beside them. */
  readonly turnsAbove: boolean;
}

const spoken: Readonly<Record<string, string>> = {
  item: 'list item',
  row: 'table row',
  code: 'code',
  caption: 'caption',
  note: 'note',
  turn: 'turn',
};

export class LineNode extends ElementNode {
  look: LineLook | null = null;

  override $config() {
    return this.config('line', { extends: ElementNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.look = before.look;
  }

  override createDOM(): HTMLElement {
    const { look } = this;
    if (!look) throw new Error('a line without its look');
    const { block, isFirst, isLast, gap, joined, tracks } = look;
    const isHeading = block.kind === 'heading';
    const element = document.createElement(isHeading ? `h${Math.min(6, Math.max(1, block.level))}` : 'p');
    element.className = `rich is-${tracks === null && block.kind === 'row' ? 'paragraph' : block.kind}`;
    const { classList, dataset, style } = element;
    if (isFirst) classList.add('is-first');
    if (isLast) classList.add('is-last');
    if (isFirst && look.start === 0) classList.add('is-top');
    if (gap !== 'none') classList.add(`gap-${gap}`);
    if (spoken[block.kind]) element.setAttribute('aria-roledescription', spoken[block.kind] as string);
    if (block.level > 0 && !isHeading) style.setProperty('--level', String(Math.min(block.level, 12)));
    if (block.quoted > 0) {
      classList.add('is-quoted');
      style.setProperty('--quoted', String(Math.min(block.quoted, 8)));
      style.setProperty('--joined', String(Math.min(joined, 8)));
    }
    if (block.label !== null && isFirst) dataset.label = block.label;
    if (block.kind === 'turn' && look.turnsAbove) classList.add('is-above');
    if (look.mark !== null) dataset.mark = look.mark;
    if (block.header) classList.add('is-header');
    if (look.opens) classList.add('is-opening');
    if (tracks !== null) {
      if (look.isStacked) classList.add('is-stacked');
      style.gridTemplateColumns = tracks;
    }
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

export class CellNode extends ElementNode {
  mark: string | null = null;
  /** It takes a line of its own. */
  isLong = false;

  override $config() {
    return this.config('cell', { extends: ElementNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.mark = before.mark;
    this.isLong = before.isLong;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = this.isLong ? 'rich-cell is-long' : 'rich-cell';
    if (this.mark !== null) element.dataset.mark = this.mark;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  /** Else Lexical would end it with a line break of its own where it is empty. */
  override isInline(): boolean {
    return true;
  }
}

/** Our bits and Lexical's differ. */
const formats = [
  [Format.bold, 1],
  [Format.italic, 2],
  [Format.strike, 4],
  [Format.underline, 8],
  [Format.code, 16],
  [Format.sub, 32],
  [Format.sup, 64],
] as const;

export const lexicalFormat = (format: number): number =>
  formats.reduce((sum, [ours, theirs]) => sum | (format & ours ? theirs : 0), 0);

export class RunNode extends TextNode {
  segment: Segment | null = null;
  shelf: PictureShelf | null = null;

  override $config() {
    return this.config('run', { extends: TextNode });
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before);
    this.segment = before.segment;
    this.shelf = before.shelf;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const { segment } = this;
    if (!segment) throw new Error('a run without its segment');
    const { image, link, before, after } = segment;
    const element =
      image && this.shelf ? this.shelf.frame(image, this.getTextContent()) : super.createDOM(config);
    if (link !== null) {
      element.classList.add('rich-link');
      element.setAttribute('role', 'link');
      element.title = t('viewer.link', { address: link });
    }
    if (before !== null) element.dataset.before = before;
    if (after !== null) element.dataset.after = after;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** The theme that Lexical draws formats with that have no element of their own. */
export const runTheme = {
  text: {
    strikethrough: 'run-struck',
    underline: 'run-underlined',
    underlineStrikethrough: 'run-struck-underlined',
  },
};
