/** An export as text in memory, for the clipboard. */

import type { Piece } from '../../../core/formats/format';
import { t } from '../../../core/locale/t';
import { StorageError } from '../failures';
import type { Sink } from './sink';

/** In UTF-16 units. */
export const MOST_TEXT = 20_000_000;

export class TextSink implements Sink {
  private parts: string[] = [];
  private size = 0;
  /** Side files, which a clipboard has no place for. */
  readonly sides = new Set<string>();

  get text(): string {
    return this.parts.join('');
  }

  async put({ to, data }: Piece): Promise<void> {
    if (to.startsWith('.')) {
      this.sides.add(to);
      return;
    }
    if (typeof data !== 'string')
      throw new StorageError({
        code: 'not-text',
        message: t('storage.export.no-text'),
      });
    this.size += data.length;
    if (this.size > MOST_TEXT)
      throw new StorageError({
        code: 'too-large',
        message: t('storage.export.too-much'),
      });
    this.parts.push(data);
  }

  async finish(): Promise<null> {
    return null;
  }

  async abandon(): Promise<void> {
    this.parts = [];
  }
}
