/** guidelines.md of a project: read when it is looked at. */
import { ok, type Result } from '../../core/failure';
import type { Emit } from './emit';
import { asFailure } from './failures';
import { quickStamp } from './layer-list';
import { readInside } from './read-inside';

const GUIDELINES = 'guidelines.md';

export class Guidelines {
  private stamp: string | null;

  constructor(
    private readonly root: string,
    private readonly emit: Emit,
  ) {
    this.stamp = quickStamp(root, GUIDELINES);
  }

  /** Null when there is no such file. Codes: `outside`, `too-large`, and those of failures.ts. */
  async read(): Promise<Result<string | null>> {
    try {
      return ok(await readInside(this.root, GUIDELINES));
    } catch (error) {
      return { ok: false, failure: asFailure(error, GUIDELINES) };
    }
  }

  /** Tells the window when it is another than before. */
  look(): void {
    const stamp = quickStamp(this.root, GUIDELINES);
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    this.emit('guidelines.changed', null);
  }
}
