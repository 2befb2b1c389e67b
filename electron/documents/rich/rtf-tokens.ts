/** The tokens of Rich Text Format (specification 1.9.1, “Basic entities”). */

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  /** A control word, or a symbol as its one character; VALUE is its number. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** Bytes of text in the code page that holds; `data`: those that follow `\bin` and are no text. */
  | { readonly kind: 'bytes' | 'data'; readonly bytes: readonly number[] | Uint8Array };

const [OPEN, CLOSE, SLASH, QUOTE, MINUS, SPACE, CR, LF] = [123, 125, 92, 39, 45, 32, 13, 10];

const isLetter = (byte: number | undefined) => byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/** No word of the standard is longer. */
const LONGEST_WORD = 32;

export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at++;
    } else if (byte === CR || byte === LF) at++;
    else if (byte !== SLASH) {
      const start = at;
      while (at < bytes.length && ![OPEN, CLOSE, SLASH, CR, LF].includes(bytes[at] as number)) at++;
      yield { kind: 'bytes', bytes: bytes.subarray(start, at) };
    } else if (bytes[at + 1] === QUOTE) {
      const code = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
      if (!Number.isNaN(code)) yield { kind: 'bytes', bytes: [code] };
      at += 4;
    } else if (!isLetter(bytes[at + 1])) {
      if (at + 1 < bytes.length)
        yield { kind: 'word', name: String.fromCharCode(bytes[at + 1] as number), value: null };
      at += 2;
    } else {
      let end = at + 1;
      while (isLetter(bytes[end]) && end - at <= LONGEST_WORD) end++;
      const name = String.fromCharCode(...bytes.subarray(at + 1, end));
      let last = end;
      if (bytes[last] === MINUS && isDigit(bytes[last + 1])) last++;
      while (isDigit(bytes[last]) && last - end < 11) last++;
      const value = last > end ? Number(String.fromCharCode(...bytes.subarray(end, last))) : null;
      at = bytes[last] === SPACE ? last + 1 : last;
      if (name === 'bin' && value !== null && value > 0) {
        yield { kind: 'data', bytes: bytes.subarray(at, at + value) };
        at += value;
      } else yield { kind: 'word', name, value };
    }
  }
}
