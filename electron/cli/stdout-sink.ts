/** An export on standard output: the main file alone. */
import type { Piece } from '../../core/formats/format';
import type { Sink } from '../storage/export/sink';
import { print } from './say';

export class StdoutSink implements Sink {
  /** What the format puts into files beside the main one; they are not printed. */
  readonly sides = new Set<string>();
  /** The main files. */
  readonly files = new Set<string>();

  /** DRY: nothing is printed. */
  constructor(private readonly dry: boolean) {}

  async put({ to, data }: Piece): Promise<void> {
    if (to.startsWith('.')) this.sides.add(to);
    else {
      this.files.add(to);
      if (!this.dry) await print(data);
    }
  }

  async finish(): Promise<null> {
    return null;
  }

  async abandon(): Promise<void> {}
}
