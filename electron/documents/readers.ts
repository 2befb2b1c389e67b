/** Which files are documents, and what makes their text. Adding a format is a file and a row here. */
import { type Decoded, decode } from './decode';

export interface Reader {
  /** Lower case, with the dot. */
  readonly extension: string;
  /** Rule and version that make the canonical text; stands in every annotations file. */
  readonly projection: string;
  readonly read: (bytes: Uint8Array) => Decoded;
}

const readers: readonly Reader[] = [{ extension: '.txt', projection: 'txt/1', read: decode }];

/** The reader for a document of this path, if there is one; upper case does not matter. */
export function readerFor(path: string): Reader | undefined {
  const name = path.toLowerCase();
  return readers.find((reader) => name.endsWith(reader.extension));
}

/** For messages: `.txt`. */
export const readableTypes = readers.map((reader) => reader.extension).join(', ');
