/** Tells text from what only bears the name of text, by its first bytes. */

/** How many bytes of a file are looked at. */
export const SNIFF_BYTES = 8192;

const formats: readonly (readonly [name: string, magic: string])[] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive or an Office document', 'PK\x03\x04'],
  ['a PNG image', '\x89PNG\r\n'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['UTF-32 text, which Postil does not read', '\xff\xfe\x00\x00'],
];

/** Control characters that text does not hold: all below U+0020 but TAB, LF, VT, FF, CR and ESC (ISO-2022 uses it). */
const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;

const hasUtf16Bom = (head: Uint8Array) =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

/** Why HEAD (a file's first bytes) is not text, in plain words; null when nothing speaks against it. */
export function binaryReason(head: Uint8Array): string | null {
  if (head.length === 0) return 'It is empty: there is nothing to annotate.';
  const start = Buffer.from(head.subarray(0, 8)).toString('latin1');
  const known = formats.find(([, magic]) => start.startsWith(magic));
  if (known) return `It is not plain text but ${known[0]}.`;
  if (hasUtf16Bom(head)) return null;
  const sample = head.subarray(0, SNIFF_BYTES);
  let zeros = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) zeros++;
    else if (isControl(byte)) controls++;
  }
  if (zeros > sample.length / 100)
    return 'It looks like binary data (many NUL bytes). If it is UTF-16 text, save it with a byte order mark.';
  if (controls > sample.length / 20) return 'It looks like binary data (many control characters).';
  return null;
}
