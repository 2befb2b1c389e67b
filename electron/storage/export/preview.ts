/** The first lines of an export: quick, whatever the size of the project. */

import type { ExportPreview } from '../../../core/views';
import type { ExportRun } from './run';

/** So much is shown, in UTF-16 units. */
const HEAD = 4_000;
/** After so many ms what there is must do. */
const PATIENCE = 300;

/** Of a folder the first file of the format's own extension is shown, of several documents the first. */
export async function preview(run: ExportRun): Promise<ExportPreview> {
  const { extension, shape } = run.description;
  const began = performance.now();
  let name: string | null = null;
  let head = '';
  for await (const { to, data } of run.pieces()) {
    const isShown = name === null ? shape !== 'folder' || to.endsWith(extension) : to === name;
    if (isShown && !to.startsWith('.')) {
      if (typeof data !== 'string') return { name: to, head: null };
      name = to;
      head += data.slice(0, HEAD);
    }
    if (head.length >= HEAD || performance.now() - began > PATIENCE) break;
  }
  return { name: name ?? '', head: head.slice(0, HEAD) };
}
