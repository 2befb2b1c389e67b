/** Bytes out of an archive as text. */
import { strFromU8 } from 'fflate';

/** BYTES as UTF-8, or as UTF-16 when they begin with its byte order mark; without the mark. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (!((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))) {
    const text = strFromU8(bytes);
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~1);
  const parts: string[] = [];
  for (let at = 2; at < view.byteLength; at += 8192) {
    const units: number[] = [];
    for (let i = at; i < Math.min(at + 8192, view.byteLength); i += 2)
      units.push(view.getUint16(i, first === 0xff));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}
