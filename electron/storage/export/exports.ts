/** The exports of an open project: one at a time, a page after the other. */

import { fail, ok, type Result } from '../../../core/failure';
import { type ExportOptions, shortReport } from '../../../core/formats/report';
import { writers } from '../../../core/formats/writers';
import { t } from '../../../core/locale/t';
import type { Annotator } from '../../../core/model';
import type { ExportPage, ExportPreview } from '../../../core/views';
import { annotatorsOf } from '../annotators';
import type { ProjectOnDisk } from '../read-project';
import { DiskSink } from './disk';
import type { Unsaved } from './gather';
import { ExportJob } from './job';
import { exportFailure, placeFor } from './place';
import { preview } from './preview';
import { ExportRun } from './run';
import { nowhere, type Sink } from './sink';
import { TextSink } from './text';

/** What exports need to know of the project. */
export interface Exported {
  readonly project: () => Promise<Result<ProjectOnDisk>>;
  readonly unsaved: () => Unsaved;
}

export class Exports {
  private current: { readonly id: string; readonly job: ExportJob } | null = null;

  constructor(private readonly at: Exported) {}

  private async begin(options: ExportOptions): Promise<Result<ExportRun>> {
    if (!writers[options.format]) return fail('no-writer', t('storage.export.no-writer'));
    const project = await this.at.project();
    return project.ok ? ok(new ExportRun(project.value, options, this.at.unsaved())) : project;
  }

  async preview(options: ExportOptions): Promise<Result<ExportPreview>> {
    const run = await this.begin(options);
    return run.ok ? ok(await preview(run.value)) : run;
  }

  async annotators(): Promise<Result<readonly Annotator[]>> {
    const project = await this.at.project();
    return project.ok ? ok(annotatorsOf(project.value)) : project;
  }

  /** Begins an export to FILE (absolute), or a dry run; it ends the one before. Codes: those of `placeFor`. */
  async start(id: string, options: ExportOptions, file: string | null, over: boolean): Promise<Result<null>> {
    await this.end();
    const run = await this.begin(options);
    if (!run.ok) return run;
    let sink: Sink = nowhere;
    if (file !== null) {
      const place = placeFor(run.value.project, file, run.value.description.shape, over);
      if (!place.ok) return place;
      try {
        sink = await DiskSink.open(run.value, place.value);
      } catch (error) {
        return { ok: false, failure: exportFailure(error, file) };
      }
    }
    this.current = { id, job: new ExportJob(run.value, sink, file ?? '') };
    return ok(null);
  }

  /** The next page of the export ID. Codes: `export-over`, those of writing. */
  async next(id: string): Promise<Result<ExportPage>> {
    const { current } = this;
    if (current?.id !== id) return fail('export-over', t('storage.export.over'));
    const page = await current.job.next();
    if ((!page.ok || page.value.report) && this.current === current) this.current = null;
    if (!page.ok || !page.value.report) return page;
    return ok({ ...page.value, report: shortReport(page.value.report) });
  }

  /** Stops the export ID; nothing of it is left. */
  async stop(id: string): Promise<Result<null>> {
    if (this.current?.id === id) await this.end();
    return ok(null);
  }

  /** Ends whatever is under way. */
  async end(): Promise<void> {
    const { current } = this;
    this.current = null;
    await current?.job.stop();
  }

  /** The output as text. Codes: `folder`, `not-text`, `too-large`. */
  async text(
    options: ExportOptions,
  ): Promise<Result<{ readonly text: string; readonly sides: readonly string[] }>> {
    const run = await this.begin(options);
    if (!run.ok) return run;
    const isSeveral = run.value.description.shape === 'per-document' && run.value.total > 1;
    if (run.value.description.shape === 'folder' || isSeveral)
      return fail('folder', t('storage.export.folder'));
    const sink = new TextSink();
    const done = await new ExportJob(run.value, sink, t('storage.export.clipboard')).all();
    return done.ok ? ok({ text: sink.text, sides: [...sink.sides] }) : done;
  }
}
