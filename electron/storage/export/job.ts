/** An export under way, a page at a time, so that it can be watched and stopped. */

import { ok, type Result } from '../../../core/failure';
import type { ExportReport } from '../../../core/formats/report';
import type { ExportPage } from '../../../core/views';
import { exportFailure } from './place';
import type { ExportRun } from './run';
import type { Sink } from './sink';

/** Longest stretch without letting others run, in ms. */
const SLICE = 12;
/** A page is over after so many ms. */
const PAGE = 80;

export class ExportJob {
  private readonly pieces;
  private isOver = false;
  /** The page that is being worked on: nothing is taken away under its hands. */
  private turn: Promise<unknown> = Promise.resolve();

  /** WHERE is for messages. ALLOWED may stop it before it takes its place. */
  constructor(
    readonly run: ExportRun,
    private readonly sink: Sink,
    private readonly where: string,
    private readonly allowed: (report: ExportReport) => boolean = () => true,
  ) {
    this.pieces = run.pieces();
  }

  /** Works on for a page. On a failure, and when it is not allowed, nothing is left of it. Throws EPIPE only. */
  next(): Promise<Result<ExportPage>> {
    const page = this.turn.then(() => this.work());
    this.turn = page.catch(() => undefined);
    return page;
  }

  private async work(): Promise<Result<ExportPage>> {
    const began = performance.now();
    let since = began;
    try {
      while (!this.isOver && performance.now() - began < PAGE) {
        const piece = await this.pieces.next();
        if (piece.done) return ok(await this.finish());
        await this.sink.put(piece.value);
        if (performance.now() - since < SLICE) continue;
        await new Promise((resolve) => setImmediate(resolve));
        since = performance.now();
      }
      return ok(this.page(null, null));
    } catch (error) {
      this.isOver = true;
      await this.sink.abandon();
      // The reader of a pipe went away: nothing is wrong, and there is nobody to tell.
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw error;
      return { ok: false, failure: exportFailure(error, this.where) };
    }
  }

  /** Runs to its end, telling of every page. */
  async all(tell: (page: ExportPage) => void = () => undefined): Promise<Result<ExportPage>> {
    for (;;) {
      const page = await this.next();
      if (!page.ok || page.value.report || this.isOver) return page;
      tell(page.value);
    }
  }

  /** Ends it; nothing is left, unless it was done already. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.turn;
    await this.sink.abandon();
  }

  private async finish(): Promise<ExportPage> {
    this.isOver = true;
    const report = this.run.report();
    if (this.allowed(report)) return this.page(report, await this.sink.finish(report));
    await this.sink.abandon();
    return this.page(report, null);
  }

  private page(report: ExportReport | null, file: string | null): ExportPage {
    const { seen, total } = this.run;
    return { seen, total, report, file };
  }
}
