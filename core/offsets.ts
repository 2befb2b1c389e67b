/** Offset units and their conversion: code points and bytes exist only at the border. */

/** What an offset counts: JavaScript units, Unicode scalar values, or UTF-8 bytes. */
export type OffsetUnit = 'utf-16' | 'code-point' | 'byte';

export const offsetUnits: readonly OffsetUnit[] = ['code-point', 'utf-16', 'byte'];

const isHigh = (unit: number) => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number) => (unit & 0xfc00) === 0xdc00;

/** True where OFFSET (UTF-16) lies between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    offset < text.length &&
    isLow(text.charCodeAt(offset)) &&
    isHigh(text.charCodeAt(offset - 1))
  );
}

const STEP = 256;

/** Size in UNIT of the code point that starts at INDEX; a lone surrogate counts as U+FFFD does. */
function sizeAt(text: string, index: number, unit: 'code-point' | 'byte'): { units: number; size: number } {
  const code = text.charCodeAt(index);
  const pair = isHigh(code) && index + 1 < text.length && isLow(text.charCodeAt(index + 1));
  if (unit === 'code-point') return { units: pair ? 2 : 1, size: 1 };
  if (pair) return { units: 2, size: 4 };
  return { units: 1, size: code < 0x80 ? 1 : code < 0x800 ? 2 : 3 };
}

export interface OffsetTable {
  /** The length of the text in the unit. */
  readonly length: number;
  /** From UTF-16 to the unit. An offset inside a pair counts as the pair's start. Throws RangeError outside 0..text.length. */
  from(utf16: number): number;
  /** From the unit to UTF-16. An offset inside a code point's bytes counts as its start. Throws RangeError outside 0..length. */
  to(offset: number): number;
}

const identity = (length: number): OffsetTable => {
  const check = (offset: number) => {
    if (!(offset >= 0 && offset <= length)) throw new RangeError(`offset ${offset} is outside 0..${length}`);
    return offset;
  };
  return { length, from: check, to: check };
};

/** A table for converting many offsets of TEXT: sampled every 256 units, so a look-up scans at most 256. */
export function offsetTable(text: string, unit: OffsetUnit): OffsetTable {
  if (unit === 'utf-16') return identity(text.length);
  const samples = new Float64Array(Math.floor(text.length / STEP) + 1);
  let size = 0;
  let next = 0;
  for (let i = 0; i < text.length; ) {
    const at = sizeAt(text, i, unit);
    // A sample that falls inside a pair holds the value of the pair's start; look-ups step back to it.
    if (next < i + at.units) {
      samples[next / STEP] = size;
      next += STEP;
    }
    i += at.units;
    size += at.size;
  }
  if (next <= text.length) samples[next / STEP] = size;
  const length = size;

  const walk = (fromIndex: number, base: number, stop: (index: number, value: number) => boolean) => {
    let index = splitsPair(text, fromIndex) ? fromIndex - 1 : fromIndex;
    let value = base;
    while (index < text.length) {
      const at = sizeAt(text, index, unit);
      if (stop(index + at.units, value + at.size)) break;
      index += at.units;
      value += at.size;
    }
    return { index, value };
  };

  return {
    length,
    from(utf16) {
      if (!(utf16 >= 0 && utf16 <= text.length))
        throw new RangeError(`offset ${utf16} is outside 0..${text.length}`);
      const slot = Math.floor(utf16 / STEP);
      return walk(slot * STEP, samples[slot] ?? 0, (index) => index > utf16).value;
    },
    to(offset) {
      if (!(offset >= 0 && offset <= length))
        throw new RangeError(`offset ${offset} is outside 0..${length}`);
      let low = 0;
      let high = samples.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((samples[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return walk(low * STEP, samples[low] ?? 0, (_, value) => value > offset).index;
    },
  };
}
