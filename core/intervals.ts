/** Spans sorted by start, with a tree of the largest ends: what covers this place, what overlaps that range? */

export interface Interval<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const inOrder = <T>(intervals: readonly Interval<T>[]) =>
  [...intervals].sort((a, b) => a.start - b.start || b.end - a.end);

/**
 * Queries cost O(log n + answers). Insert and remove move array tails, so they are O(n) but in fractions
 * of a millisecond up to some 100,000 spans. Order: start, then longer first, then insertion.
 */
export class IntervalIndex<T> {
  private starts: Int32Array<ArrayBuffer>;
  private ends: Int32Array<ArrayBuffer>;
  private values: T[];
  /** Implicit binary tree: node i holds the largest end below it; leaves start at `leaves`. */
  private tree: Int32Array<ArrayBuffer> = new Int32Array(2);
  private leaves = 1;

  constructor(intervals: readonly Interval<T>[] = []) {
    const sorted = inOrder(intervals);
    const room = Math.max(64, Math.ceil(sorted.length * 1.25));
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.values = new Array<T>(sorted.length);
    for (let i = 0; i < sorted.length; i++) {
      const interval = sorted[i] as Interval<T>;
      this.starts[i] = interval.start;
      this.ends[i] = interval.end;
      this.values[i] = interval.value;
    }
    this.build();
  }

  get size(): number {
    return this.values.length;
  }

  /** Every interval that shares at least one unit with [START, END), in order. */
  overlapping(start: number, end: number): Interval<T>[] {
    const found: Interval<T>[] = [];
    this.collect(1, 0, this.leaves, this.firstAtOrAfter(end), start, found);
    return found;
  }

  /** Every interval that covers the unit at OFFSET, innermost (shortest) first. */
  at(offset: number): Interval<T>[] {
    return this.overlapping(offset, offset + 1).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  insert(start: number, end: number, value: T): void {
    const count = this.size;
    if (count === this.starts.length) this.grow();
    let at = this.firstAtOrAfter(start);
    while (at < count && this.starts[at] === start && (this.ends[at] as number) >= end) at++;
    this.starts.copyWithin(at + 1, at, count);
    this.ends.copyWithin(at + 1, at, count);
    this.starts[at] = start;
    this.ends[at] = end;
    this.values.splice(at, 0, value);
    if (this.size > this.leaves) this.build();
    else this.refresh(at, this.size);
  }

  /** Removes the interval with just this start, end and value (by identity); false when there is none. */
  remove(start: number, end: number, value: T): boolean {
    for (let at = this.firstAtOrAfter(start); at < this.size && this.starts[at] === start; at++) {
      if (this.ends[at] !== end || this.values[at] !== value) continue;
      this.starts.copyWithin(at, at + 1, this.size);
      this.ends.copyWithin(at, at + 1, this.size);
      this.values.splice(at, 1);
      this.refresh(at, this.size + 1);
      return true;
    }
    return false;
  }

  /** Takes all intervals of the values GONE out and puts FRESH in, in one pass: O(n), whatever their number. */
  replace(gone: ReadonlySet<T>, fresh: readonly Interval<T>[]): void {
    const { starts, ends, values } = this;
    const sorted = inOrder(fresh);
    const room = Math.max(64, Math.ceil((values.length + sorted.length) * 1.25));
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.values = [];
    let next = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as T;
      if (gone.has(value)) continue;
      const [start, end] = [starts[i] as number, ends[i] as number];
      for (let it = sorted[next]; it && (it.start - start || end - it.end) < 0; it = sorted[++next])
        this.append(it.start, it.end, it.value);
      this.append(start, end, value);
    }
    for (const it of sorted.slice(next)) this.append(it.start, it.end, it.value);
    this.build();
  }

  private append(start: number, end: number, value: T): void {
    const at = this.values.push(value) - 1;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  /** The first index whose start is at least START. */
  private firstAtOrAfter(start: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private collect(
    node: number,
    from: number,
    to: number,
    limit: number,
    start: number,
    found: Interval<T>[],
  ): void {
    if (from >= limit || (this.tree[node] as number) <= start) return;
    if (to - from === 1) {
      found.push({
        start: this.starts[from] as number,
        end: this.ends[from] as number,
        value: this.values[from] as T,
      });
      return;
    }
    const middle = (from + to) >> 1;
    this.collect(2 * node, from, middle, limit, start, found);
    this.collect(2 * node + 1, middle, to, limit, start, found);
  }

  private build(): void {
    this.leaves = 1;
    while (this.leaves < Math.max(64, this.size)) this.leaves *= 2;
    this.tree = new Int32Array(2 * this.leaves);
    this.refresh(0, this.size);
  }

  /** Recomputes the leaves [FROM, TO) and all that stands above them. */
  private refresh(from: number, to: number): void {
    const { tree, leaves } = this;
    for (let i = from; i < to; i++) tree[leaves + i] = i < this.size ? (this.ends[i] as number) : 0;
    let low = leaves + from;
    let high = leaves + Math.max(from, to - 1);
    while (low > 1) {
      low >>= 1;
      high >>= 1;
      for (let i = low; i <= high; i++) tree[i] = Math.max(tree[2 * i] as number, tree[2 * i + 1] as number);
    }
  }

  private grow(): void {
    const larger = (array: Int32Array<ArrayBuffer>) => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    this.starts = larger(this.starts);
    this.ends = larger(this.ends);
  }
}
