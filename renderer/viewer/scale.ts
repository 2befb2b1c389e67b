/** Blink lays out nothing taller than 2^25 physical pixels; taller documents scroll through shrunken spacers. */

/** In physical pixels, well under the limit so that rounding and zoom stay inside. */
const TALLEST = 25_000_000;

/** What one pixel of an unmounted block takes in the scroller: 1, or less where TOTAL (CSS pixels) is too tall. */
export function spacerScale(total: number, devicePixelRatio: number): number {
  const limit = TALLEST / Math.max(1, devicePixelRatio);
  return total <= limit ? 1 : limit / total;
}

/** The window of mounted blocks inside a document, in unscaled pixels. */
export interface Mounted {
  readonly top: number;
  readonly bottom: number;
}

/** From a place in the scroller to a place in the document: the mounted window is life-size, the rest is scaled. */
export function toDocument(place: number, { top, bottom }: Mounted, scale: number): number {
  const scaledTop = top * scale;
  if (place < scaledTop) return place / scale;
  const height = bottom - top;
  if (place <= scaledTop + height) return top + place - scaledTop;
  return bottom + (place - scaledTop - height) / scale;
}

/** The reverse of toDocument(). */
export function toScroller(place: number, { top, bottom }: Mounted, scale: number): number {
  if (place < top) return place * scale;
  if (place <= bottom) return top * scale + place - top;
  return top * scale + bottom - top + (place - bottom) * scale;
}
