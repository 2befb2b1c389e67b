/** Tells text from what only bears the name of text, by its first bytes. */

import { type PlainKey, t } from '../../core/locale/t';

/** How many bytes of a file are looked at. */
export const SNIFF_BYTES = 8192;

const formats: readonly (readonly [key: PlainKey, magic: string])[] = [
  ['files.is-pdf', '%PDF-'],
  ['files.is-zip', 'PK\x03\x04'],
  ['files.is-png', '\x89PNG\r\n'],
  ['files.is-jpeg', '\xff\xd8\xff'],
  ['files.is-gif', 'GIF8'],
  ['files.is-utf32', '\xff\xfe\x00\x00'],
];

/** Control characters that text does not hold: all below U+0020 but TAB, LF, VT, FF, CR and ESC (ISO-2022 uses it). */
const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;

const hasUtf16Bom = (head: Uint8Array) =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

/** Why HEAD (a file's first bytes) is not text, in plain words; null when nothing speaks against it. */
export function binaryReason(head: Uint8Array): string | null {
  if (head.length === 0) return t('files.empty');
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  const known = formats.find(([, magic]) => start.startsWith(magic));
  if (known) return t(known[0]);
  if (hasUtf16Bom(head)) return null;
  const sample = head.subarray(0, SNIFF_BYTES);
  let zeros = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (isControl(byte)) controls++;
  }
  if (zeros > sample.length / 100) return t('files.many-nulls');
  if (controls > sample.length / 20) return t('files.many-controls');
  return null;
}
