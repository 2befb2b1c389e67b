/** Documents that are archives of parts (Word, OpenDocument, EPUB): their texts at once, an image when it is wanted. */

import { NotReadable } from '../../../core/formats/imported';
import { isZip, unzip } from '../../../core/formats/zip';
import { type PlainKey, t } from '../../../core/locale/t';
import { decode } from '../decode';
import { archiveBounds } from './limits';
import { Unreadable } from './read';

const parts = /\.(xml|rels|opf|ncx|x?html?)$|^mimetype$/i;

export interface Archive {
  /** The text of the part at PATH; null when there is none. */
  readonly text: (path: string) => string | null;
  readonly paths: readonly string[];
}

function unpacked(bytes: Uint8Array, wanted: (path: string) => boolean): ReadonlyMap<string, Uint8Array> {
  try {
    return unzip(bytes, wanted, archiveBounds);
  } catch (error) {
    if (error instanceof NotReadable) throw new Unreadable(error.message);
    throw error;
  }
}

/** The parts of BYTES that hold text. REFUSAL is what is said of what is no archive. */
export function openArchive(bytes: Uint8Array, refusal: PlainKey): Archive {
  if (!isZip(bytes)) throw new Unreadable(t(refusal));
  const paths: string[] = [];
  const files = unpacked(bytes, (path) => {
    paths.push(path);
    return parts.test(path);
  });
  return {
    paths,
    text: (path) => {
      const part = files.get(path);
      return part ? decode(part).text : null;
    },
  };
}

/** The part at PATH alone; null when there is none, or it can't be unpacked. */
export function onePart(bytes: Uint8Array, path: string): Uint8Array | null {
  try {
    return unzip(bytes, (it) => it === path, archiveBounds).get(path) ?? null;
  } catch {
    return null;
  }
}

/** The path that TARGET means in the folder of the part FROM: `../media/a.png` in `word/x/y.xml` is `word/media/a.png`. */
export function resolvePart(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}
