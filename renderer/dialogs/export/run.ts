/** Runs exports, wet and dry, page after page. */

import { ok, type Result } from '../../../core/failure';
import type { ExportOptions } from '../../../core/formats/report';
import type { ExportPage } from '../../../core/views';
import { call } from '../../api';

export interface Running {
  /** The last page, or null when it was stopped before. */
  readonly done: Promise<Result<ExportPage | null>>;
  stop(): void;
}

let count = 0;

/** Exports to FILE, or (null) only finds out what would be lost. It ends the one before. */
export function runExport(
  options: ExportOptions,
  file: string | null,
  over: boolean,
  onPage: (page: ExportPage) => void,
): Running {
  const id = `export-${++count}`;
  let isStopped = false;
  const work = async (): Promise<Result<ExportPage | null>> => {
    const started = await call('export.start', { id, options, file, over });
    if (!started.ok) return started;
    while (!isStopped) {
      const page = await call('export.next', { id });
      // One that was stopped too late is told as done: its files are there.
      if (page.ok ? page.value.report : !isStopped) return page;
      if (page.ok) onPage(page.value);
    }
    await call('export.stop', { id });
    return ok(null);
  };
  return {
    done: work(),
    stop: () => {
      isStopped = true;
    },
  };
}
