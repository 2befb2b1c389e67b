/** One reading: what is asked of the thread that reads, and what it answers. */

import type { Table } from '../../../core/exchange/table';
import type { Language } from '../../../core/locale/language';
import { t } from '../../../core/locale/t';
import type { RichFormat } from '../readers';
import { loadReader } from './formats';
import { MOST_BLOCKS } from './limits';
import { type ImageBytes, type ReadFile, type RichRead, Unreadable } from './read';

export interface Job {
  readonly format: RichFormat;
  readonly file: ReadFile;
  /** The id of an image that is wanted instead of the text; null for the text. */
  readonly image: string | null;
  /** The rows of a table are wanted instead of its text. */
  readonly rows?: true;
}

/** A job as the thread gets it: with the language in which it says what is wrong. */
export type Asked = Job & { readonly language: Language };

export type Answer =
  /** The looks as JSON, because a string crosses threads many times faster. */
  | { readonly kind: 'text'; readonly read: Omit<RichRead, 'rich'> & { readonly rich: string } }
  | { readonly kind: 'image'; readonly image: ImageBytes | null }
  | { readonly kind: 'rows'; readonly table: Table }
  /** A plain sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Never throws: what a reader throws is told as damage of the file, for files are hostile and readers large. */
export async function readHere({ format, file, image, rows }: Job): Promise<Answer> {
  try {
    if (rows) return { kind: 'rows', table: (await import('./rows')).rowsOf(file) };
    const reader = await loadReader[format]();
    if (image !== null) return { kind: 'image', image: (await reader.image?.(file, image)) ?? null };
    const read = await reader.read(file);
    if (read.rich.blocks.length > MOST_BLOCKS)
      throw new Unreadable(t('reading.many-blocks', { most: MOST_BLOCKS }));
    return { kind: 'text', read: { ...read, rich: JSON.stringify(read.rich) } };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', reason: error.message };
    if (error instanceof RangeError && /call stack/i.test(error.message))
      return { kind: 'refused', reason: t('reading.too-deep') };
    const what = error instanceof Error ? error.message : String(error);
    return { kind: 'refused', reason: t('reading.damaged', { cause: what.slice(0, 200) }) };
  }
}
