/** The extents of all blocks, kept for re-estimating when the type changes: eight bytes a block instead of reading the text again. */
import type { Extent } from './estimate';

export class Extents {
  private narrow = new Float32Array(1024);
  private wide = new Float32Array(1024);
  private size = 0;

  clear(): void {
    this.size = 0;
  }

  push(extent: Extent): void {
    if (this.size === this.narrow.length) {
      this.narrow = doubled(this.narrow);
      this.wide = doubled(this.wide);
    }
    this.narrow[this.size] = extent.narrow;
    this.wide[this.size++] = extent.wide;
  }

  get(index: number): Extent {
    return { narrow: this.narrow[index] ?? 0, wide: this.wide[index] ?? 0 };
  }
}

function doubled(array: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(array.length * 2);
  larger.set(array);
  return larger;
}
