/** The heights of all blocks as a Fenwick tree: where does block i begin, which block lies at y? */

/** All lengths in CSS pixels. Appending, changing, summing and finding cost O(log n). */
export class Heights {
  private values = new Float32Array(1024);
  /** Node i (from 1) holds the sum of the (i & -i) values that end with value i - 1. */
  private tree = new Float64Array(1025);
  private size = 0;

  get count(): number {
    return this.size;
  }

  get total(): number {
    return this.before(this.size);
  }

  get(index: number): number {
    return this.values[index] ?? 0;
  }

  clear(): void {
    this.size = 0;
  }

  push(height: number): void {
    if (this.size === this.values.length) this.grow();
    const value = Math.fround(height);
    this.values[this.size] = value;
    const node = ++this.size;
    let sum = value;
    for (let step = 1; step < (node & -node); step *= 2) sum += this.tree[node - step] as number;
    this.tree[node] = sum;
  }

  set(index: number, height: number): void {
    const value = Math.fround(height);
    const change = value - this.get(index);
    if (change === 0 || index >= this.size) return;
    this.values[index] = value;
    for (let node = index + 1; node <= this.size; node += node & -node)
      this.tree[node] = (this.tree[node] as number) + change;
  }

  /** The sum of the heights before block INDEX: where it begins. */
  before(index: number): number {
    let sum = 0;
    for (let node = Math.min(index, this.size); node > 0; node -= node & -node)
      sum += this.tree[node] as number;
    return sum;
  }

  /** The block that lies at Y; the first above all, the last below all. */
  indexAt(y: number): number {
    let node = 0;
    let rest = y;
    let step = 1;
    while (step * 2 <= this.size) step *= 2;
    for (; step > 0; step >>= 1) {
      const next = node + step;
      if (next > this.size || (this.tree[next] as number) > rest) continue;
      node = next;
      rest -= this.tree[next] as number;
    }
    return Math.max(0, Math.min(node, this.size - 1));
  }

  private grow(): void {
    const values = new Float32Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const tree = new Float64Array(values.length + 1);
    tree.set(this.tree);
    this.tree = tree;
  }
}
