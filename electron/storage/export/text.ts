/** An export as text in memory, for the clipboard. */
import type { Piece } from '../../../core/formats/format';
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
        message: 'This format is not text, so it can’t be copied. Export it as a file.',
      });
    this.size += data.length;
    if (this.size > MOST_TEXT)
      throw new StorageError({
        code: 'too-large',
        message:
          'This is more than 20 million characters: too much for the clipboard. Nothing was copied; export it as a file.',
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
