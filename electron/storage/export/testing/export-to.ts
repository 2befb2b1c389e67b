/** Exports as the window does: started, then page after page. */

import type { Result } from '../../../../core/failure';
import type { ExportOptions } from '../../../../core/formats/report';
import type { ExportPage } from '../../../../core/views';
import type { Project } from '../../project';

export async function exportTo(
  { exports }: Project,
  options: ExportOptions,
  file: string | null,
  over = true,
): Promise<Result<ExportPage>> {
  const started = await exports.start('test', options, file, over);
  if (!started.ok) return started;
  for (;;) {
    const page = await exports.next('test');
    if (!page.ok || page.value.report) return page;
  }
}
