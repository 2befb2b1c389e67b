/** Bytes to canonical text: decoded, and otherwise unchanged. CRLF stays CRLF; a BOM is not part of the text. */

import { analyse } from 'chardet';
import { t } from '../../core/locale/t';
import { decodeWindows1252 } from './single-byte';

export interface Decoded {
  readonly text: string;
  /** What the bytes were taken for, for people: `UTF-8`, `GB18030`, … */
  readonly encoding: string;
  /** True when neither a BOM states it nor valid UTF-8 proves it. */
  readonly guessed: boolean;
}

/** In bytes: enough for chardet to tell the East Asian encodings apart, little enough to be quick. */
const SAMPLE = 64 * 1024;

const boms: readonly (readonly [bom: readonly number[], label: string, name: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8', 'UTF-8'],
  [[0xff, 0xfe], 'utf-16le', 'UTF-16LE'],
  [[0xfe, 0xff], 'utf-16be', 'UTF-16BE'],
];

/** Null when BYTES are not valid in that encoding, or this platform does not know it. */
function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes what a BOM or plain UTF-8 settles, and guesses the rest. Never fails: see binary.ts for what is no text. */
export function decode(bytes: Uint8Array): Decoded {
  const stated = boms.find(([bom]) => bom.every((byte, i) => bytes[i] === byte));
  if (stated) {
    const [bom, label, encoding] = stated;
    return decodeAs(bytes.subarray(bom.length), label, encoding);
  }
  const text = decodeStrictly(bytes, 'utf-8');
  return text === null ? guess(bytes) : { text, encoding: 'UTF-8', guessed: false };
}

function decodeAs(bytes: Uint8Array, label: string, encoding: string): Decoded {
  const text = decodeStrictly(bytes, label);
  if (text !== null) return { text, encoding, guessed: false };
  // What can't be decoded becomes U+FFFD, so that the rest of the text can be read.
  const repaired = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  return { text: repaired, encoding: t('files.with-damage', { encoding }), guessed: true };
}

/** From shortly before the first byte that is not ASCII: what comes before tells nothing about the encoding. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE);
}

/** Long sequences that are valid UTF-8 hardly come about by chance, so a few bad bytes among them are damage. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample);
  const bad = text.split('\ufffd').length - 1;
  return (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - bad > 10 * bad;
}

function guess(bytes: Uint8Array): Decoded {
  const sample = sampleOf(bytes);
  if (isDamagedUtf8(sample)) return decodeAs(bytes, 'utf-8', 'UTF-8');
  for (const { name } of analyse(sample)) {
    if (/^(ASCII|UTF-)/.test(name)) continue;
    // The Web reads Latin-1 as Windows-1252, and so do we: the difference is quotation marks and dashes.
    if (name === 'windows-1252' || name === 'ISO-8859-1') break;
    const text = decodeStrictly(bytes, name.toLowerCase());
    if (text !== null) return { text, encoding: name, guessed: true };
  }
  return { text: decodeWindows1252(bytes), encoding: 'Windows-1252', guessed: true };
}
