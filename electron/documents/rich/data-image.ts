/** Images that stand in a document as `data:` addresses. */
import { type ImageBytes, MOST_IMAGE_BYTES } from './read';

/** What a window shows without running anything; SVG may hold scripts and is none of them. */
const shown = /^data:\s*(image\/(?:png|jpe?g|gif|webp|bmp|avif))\s*;\s*base64\s*,/i;

/** The image at ADDRESS; null when it is of another type, or too large. */
export function dataImage(address: string): ImageBytes | null {
  const found = shown.exec(address.trimStart());
  if (!found?.[1] || address.length > MOST_IMAGE_BYTES * 1.4) return null;
  const bytes = Buffer.from(address.trimStart().slice(found[0].length), 'base64');
  return bytes.length === 0 || bytes.length > MOST_IMAGE_BYTES
    ? null
    : { bytes, type: found[1].toLowerCase() };
}
