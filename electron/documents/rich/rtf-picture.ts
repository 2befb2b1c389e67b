/** A picture of an RTF document (specification 1.9.1, “Pictures”): hexadecimal digits, or bytes behind `\\bin`. */
import { MOST_IMAGE_BYTES } from './read';

/** Of `\\picwgoal`, in CSS pixels: 1440 twips are 96 pixels. */
const TWIPS = 15;
const MOST_SIDE = 10_000;

export class RtfPicture {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;
  /** A digit whose other half stands in the next piece. */
  private half = '';
  private type = '';
  private readonly numbers = new Map<string, number>();

  /** KEEPS: its bytes are wanted, not only that it is there. */
  constructor(private readonly keeps: boolean) {}

  /** Only what a window shows; drawings of old Windows and Macs are none of it. */
  get isShown(): boolean {
    return this.length > 0 && /^(png|jpeg)blip$/.test(this.type);
  }

  get size(): { readonly width: number | null; readonly height: number | null } {
    return { width: this.side('picwgoal', 'picscalex'), height: this.side('pichgoal', 'picscaley') };
  }

  word(name: string, value: number | null): void {
    if (name.endsWith('blip') || /^(wmetafile|macpict|dibitmap|wbitmap|pmmetafile)$/.test(name))
      this.type = name;
    else if (value !== null) this.numbers.set(name, value);
  }

  digits(bytes: Uint8Array): void {
    if (!this.keeps) {
      this.length += bytes.length;
      return;
    }
    const found =
      this.half +
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/[^0-9a-f]/gi, '');
    const even = found.length - (found.length % 2);
    this.half = found.slice(even);
    this.data(Buffer.from(found.slice(0, even), 'hex'));
  }

  data(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (this.keeps && this.length <= MOST_IMAGE_BYTES) this.pieces.push(bytes);
  }

  /** Null when there are none, or too many. */
  bytes(): Uint8Array | null {
    return this.length === 0 || this.length > MOST_IMAGE_BYTES
      ? null
      : Uint8Array.from(Buffer.concat(this.pieces));
  }

  private side(goal: string, scale: string): number | null {
    const size = Math.round(((this.numbers.get(goal) ?? 0) * (this.numbers.get(scale) ?? 100)) / 100 / TWIPS);
    return size > 0 && size <= MOST_SIDE ? size : null;
  }
}
