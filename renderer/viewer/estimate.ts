/** How tall is a block that was never laid out? A guess from its characters, corrected once it is seen. */

import { isWide } from '../../core/wide';

/** What the type looks like now, in CSS pixels. */
export interface Metrics {
  readonly lineHeight: number;
  /** The average width of a Latin letter in running text. */
  readonly charWidth: number;
  /** A wide (CJK) character. */
  readonly wideWidth: number;
  /** The width of the text column. */
  readonly width: number;
}

/** At most this many characters of a block are looked at. */
const SAMPLES = 48;

/** Breaking at words leaves about half a word empty at each line's end. */
const RAGGED = 2.5;

export interface Extent {
  readonly narrow: number;
  readonly wide: number;
}

/** How many narrow and wide characters text[START, END) holds, by sampling. */
export function extentOf(text: string, start: number, end: number): Extent {
  const length = end - start;
  const step = Math.max(1, Math.ceil(length / SAMPLES));
  let wide = 0;
  let tabs = 0;
  let seen = 0;
  for (let at = start; at < end; at += step) {
    const code = text.charCodeAt(at);
    if (isWide(code)) wide++;
    else if (code === 9) tabs++;
    seen++;
  }
  if (seen === 0) return { narrow: 0, wide: 0 };
  const wideCount = (wide / seen) * length;
  return { narrow: length - wideCount + (tabs / seen) * length * 3, wide: wideCount };
}

/** Pixels; never less than one line. */
export function estimateHeight({ narrow, wide }: Extent, metrics: Metrics): number {
  const slack = wide > narrow ? metrics.wideWidth / 2 : RAGGED * metrics.charWidth;
  const advance = narrow * metrics.charWidth + wide * metrics.wideWidth;
  if (advance <= metrics.width) return metrics.lineHeight;
  const usable = Math.max(metrics.charWidth, metrics.width - slack);
  return Math.ceil(advance / usable) * metrics.lineHeight;
}
