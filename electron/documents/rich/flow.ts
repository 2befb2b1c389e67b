/** Writes the paragraphs of word processors: begun when they hold something, kept apart by spaces inside cells. */
import type { BlockKind, Image } from '../../../core/rich';
import type { BlockFacts, RichBuilder } from '../../../core/rich-builder';
import { Grid } from './grid';

interface Paragraph {
  readonly kind: Exclude<BlockKind, 'row'>;
  readonly facts: BlockFacts;
}

/** One table as far as it was read. */
interface TableState {
  readonly grid: Grid;
  hasRow: boolean;
  header: boolean;
  isInCell: boolean;
}

export class Flow {
  /** The paragraph under way, and whether something of it was written, or the end of a page. */
  private current: Paragraph | null = null;
  private hasBegun = false;
  private hadBreak = false;
  /** Of tables in cells only the words are written. */
  private readonly tables: TableState[] = [];
  private isFreshCell = true;
  private owesSpace = false;

  constructor(readonly out: RichBuilder) {}

  get isInCell(): boolean {
    return this.tables[0]?.isInCell === true;
  }

  /** Begins a paragraph; one that stays empty is an empty line, but in cells. */
  begin(kind: Paragraph['kind'], facts: BlockFacts): void {
    if (this.isInCell) this.owesSpace = !this.isFreshCell;
    else {
      this.current = { kind, facts };
      this.hasBegun = false;
      this.hadBreak = false;
    }
  }

  end(): void {
    if (this.isInCell) return;
    if (!this.hadBreak) this.start();
    this.out.end();
    this.current = null;
  }

  text(text: string, format = 0, link: string | null = null): void {
    if (text === '') return;
    this.start();
    this.out.text(text, format, link);
  }

  image(image: Omit<Image, 'at'>): void {
    this.start();
    this.out.image(image);
  }

  mark(label: string): void {
    this.start();
    this.out.mark(label);
  }

  /** The end of a page; when it begins a paragraph, or ends one, no empty line is left there. */
  pageBreak(): void {
    if (this.isInCell) {
      this.owesSpace = !this.isFreshCell;
      return;
    }
    this.out.block('break');
    this.out.end();
    this.hadBreak = true;
    if (!this.current || !this.hasBegun) return;
    this.current = { ...this.current, facts: { ...this.current.facts, label: null } };
    this.hasBegun = false;
  }

  beginTable(): void {
    this.tables.push({ grid: new Grid(this.out), hasRow: false, header: false, isInCell: false });
  }

  endTable(): void {
    this.tables.pop();
  }

  /** Begins a row, which is written with its first cell. */
  beginRow(): void {
    const { table } = this;
    if (!table) return;
    table.hasRow = false;
    table.header = false;
  }

  markHeader(): void {
    if (this.table) this.table.header = true;
  }

  /** Begins a cell that spans COLUMNS. */
  beginCell(columns: number): void {
    const { table } = this;
    if (!table) return;
    if (!table.hasRow) table.grid.beginRow({ header: table.header });
    table.hasRow = true;
    table.grid.cell(columns, 1);
    table.isInCell = true;
    this.isFreshCell = true;
    this.owesSpace = false;
  }

  endCell(): void {
    if (this.table) this.table.isInCell = false;
  }

  endRow(): void {
    if (this.table?.hasRow) this.table.grid.endRow();
  }

  /** The table whose rows are written; none while those of a table in a cell are read. */
  private get table(): TableState | undefined {
    return this.tables.length === 1 ? this.tables[0] : undefined;
  }

  private start(): void {
    if (this.isInCell) {
      if (this.owesSpace) this.out.text(' ');
      this.owesSpace = false;
      this.isFreshCell = false;
    } else if (this.current && !this.hasBegun) {
      this.out.block(this.current.kind, this.current.facts);
      this.hasBegun = true;
    }
  }
}
