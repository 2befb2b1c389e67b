/** The block table: where the paragraphs of a canonical text start and end. Knows no screen. */
import { isGraphemeBoundary, previousGrapheme } from './graphemes';

/** Longer paragraphs are split softly, so that laying one out stays cheap (in UTF-16 units). */
export const SOFT_LIMIT = 2000;

/** How much is scanned before the first paint; the rest follows in slices. */
const SLICE = 65_536;

/**
 * Blocks in text order. Block i owns text[start(i), next(i)): its content up to end(i), then its line end
 * (`\n`, or a lone `\r`); a `\r` before `\n` stays inside the content, as does everything else. Joined, the
 * owned pieces are the text. A softly split piece has no line end: end(i) === next(i).
 */
export class BlockTable {
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private scanned = 0;
  /** Where the next `\r` stands (text.length when there is none): looked up once, not once a line. */
  private carriage = -1;
  private done = false;
  /** Blocks found so far; all of them once scan() has returned true. */
  count = 0;

  /** ISWHOLE says which lines are never split softly, however long (a table row, say). */
  constructor(
    readonly text: string,
    private readonly isWhole: (start: number, end: number) => boolean = () => false,
  ) {
    this.scan(SLICE);
  }

  /** True when the whole text has been scanned. */
  get complete(): boolean {
    return this.done;
  }

  /** Where the scanned part of the text ends (UTF-16). */
  get scannedTo(): number {
    return this.done ? this.text.length : this.scanned;
  }

  /** Scans on until at least UNTIL (UTF-16 offset, the end by default); true when the text is done. */
  scan(until = this.text.length): boolean {
    const { text } = this;
    while (!this.done && this.scanned <= until) {
      const newline = text.indexOf('\n', this.scanned);
      const end = newline < 0 ? text.length : newline;
      this.line(this.scanned, end);
      this.scanned = end + 1;
      if (newline < 0) this.done = true;
    }
    return this.done;
  }

  start(index: number): number {
    return index < this.count ? (this.starts[index] as number) : this.text.length;
  }

  /** The end of the block's content, its line end not counted. */
  end(index: number): number {
    return index < this.count ? (this.ends[index] as number) : this.text.length;
  }

  /** The start of the following block, or text.length. */
  next(index: number): number {
    return index + 1 < this.count ? this.start(index + 1) : this.scannedTo;
  }

  /** The block that owns OFFSET (0..text.length), scanning on where needed. */
  indexAt(offset: number): number {
    if (offset >= this.scannedTo) this.scan(offset);
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** One line without its `\n`: cut at lone `\r`, then softly where it is too long. */
  private line(from: number, to: number): void {
    let start = from;
    for (let at = this.carriageFrom(from); at < to; at = this.carriageFrom(at + 1)) {
      if (this.text.charCodeAt(at + 1) === 10) break;
      this.piece(start, at);
      start = at + 1;
    }
    this.piece(start, to);
  }

  private carriageFrom(offset: number): number {
    if (this.carriage < offset) {
      const found = this.text.indexOf('\r', offset);
      this.carriage = found < 0 ? this.text.length : found;
    }
    return this.carriage;
  }

  private piece(from: number, to: number): void {
    let start = from;
    const isWhole = to - from > SOFT_LIMIT && this.isWhole(from, to);
    while (!isWhole && to - start > SOFT_LIMIT) {
      const cut = this.softCut(start);
      this.push(start, cut);
      start = cut;
    }
    this.push(start, to);
  }

  /** After the last white space of the second half, else at a grapheme boundary. */
  private softCut(start: number): number {
    const limit = start + SOFT_LIMIT;
    for (let at = limit; at > start + SOFT_LIMIT / 2; at--) {
      const code = this.text.charCodeAt(at - 1);
      const blank = code === 32 || code === 9 || code === 0x3000;
      if (blank && isGraphemeBoundary(this.text, at)) return at;
    }
    return isGraphemeBoundary(this.text, limit) ? limit : previousGrapheme(this.text, limit + 1);
  }

  private push(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
