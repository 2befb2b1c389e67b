/** Writes the cells of a table so that columns stay columns: where a cell spans, empty ones stand. */
import type { BlockFacts, RichBuilder } from '../../../core/rich-builder';

/** More columns than this are not believed: `colspan="1000"` in every row would be a trap. */
const MOST_COLUMNS = 300;

export class Grid {
  /** By column, how many more rows a cell from above reaches into. */
  private readonly reach: number[] = [];
  private column = 0;
  /** Empty cells that a cell across columns still wants in this row. */
  private owed = 0;
  private hasBegun = false;

  constructor(private readonly out: RichBuilder) {}

  beginRow(facts: BlockFacts): void {
    if (!this.hasBegun || !this.out.isInTable) this.out.beginTable();
    this.hasBegun = true;
    this.out.row(facts);
    this.column = 0;
    this.owed = 0;
  }

  /** Begins a cell; what is written until the next one is in it. ROWS 0 reaches to the end of the table. */
  cell(columns: number, rows: number): void {
    this.pay();
    while (this.isReached(this.column)) this.empty();
    const at = this.column;
    this.step();
    for (let i = at; i < at + columns && i < MOST_COLUMNS; i++) this.reach[i] = (rows || Infinity) - 1;
    this.owed = columns - 1;
  }

  /** Writes what cells from above still reach into. */
  endRow(): void {
    this.pay();
    for (let last = this.reach.length - 1; last >= this.column; last--)
      if (this.isReached(last)) while (this.column <= last) this.empty();
  }

  private isReached(column: number): boolean {
    return column < MOST_COLUMNS && (this.reach[column] ?? 0) > 0;
  }

  private empty(): void {
    this.reach[this.column] = Math.max(0, (this.reach[this.column] ?? 0) - 1);
    this.step();
  }

  private pay(): void {
    for (; this.owed > 0 && this.column < MOST_COLUMNS; this.owed--) this.step();
    this.owed = 0;
  }

  private step(): void {
    if (this.column > 0) this.out.cell();
    this.column++;
  }
}
