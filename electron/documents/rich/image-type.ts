/** Images that stand in a document as files: of what type they are, by their first bytes. */
import { type ImageBytes, MOST_IMAGE_BYTES } from './read';

/** As in data-image.ts only what a window shows without running anything. */
const types: readonly (readonly [start: RegExp, type: string])[] = [
  [/^\x89PNG\r\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
  [/^BM[\s\S]{12}/, 'image/bmp'],
  [/^[\s\S]{4}ftypavi[fs]/, 'image/avif'],
];

/** BYTES as an image; null when they are of another type, or too many. */
export function imageOf(bytes: Uint8Array | null): ImageBytes | null {
  if (bytes === null || bytes.length > MOST_IMAGE_BYTES) return null;
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const found = types.find(([sign]) => sign.test(start));
  return found ? { bytes, type: found[1] } : null;
}
