/** Exports in every format by the command line: how fast, and how much memory at most. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FormatId, formatIds } from '../core/formats/catalog';
import { writers } from '../core/formats/writers';
import { type Bench, type Group, MB, many } from './bench';
import { type Row, row } from './rows';

interface Exported {
  readonly seconds: number;
  /** Of all files, in bytes. */
  readonly size: number;
  /** In kilobytes. */
  readonly peak: number;
}

/** All that an export made: the output, the files beside it, its report. */
function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function exportAs(bench: Bench, project: string, format: FormatId): Exported {
  const target = join(bench.temporary, 'exported');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  const hook = join(import.meta.dirname, '../../bench/peak-hook.cjs');
  const cli = join(import.meta.dirname, '../electron/cli.cjs');
  const before = performance.now();
  const args = ['-r', hook, cli, 'export', project, '--format', format, '-o', join(target, 'out')];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * MB });
  const seconds = (performance.now() - before) / 1000;
  if (status !== 0) throw new Error(`${format}: ${stderr}`);
  return { seconds, size: sizeOf(target), peak: Number(/^peak (\d+)$/m.exec(stderr)?.[1]) };
}

export const exporting: Group = {
  name: 'export',
  async run(bench) {
    const { spans } = bench.exported;
    const copies = 20;
    const { folder } = bench.project({ bytes: bench.exported.bytes / copies, spans: spans / copies, copies });
    const size = `${many(spans, 'annotations')}, ${copies} documents`;
    return formatIds
      .filter((id) => writers[id])
      .flatMap((id): Row[] => {
        const runs = Array.from({ length: bench.times(3, 1) }, () => exportAs(bench, folder, id));
        return [
          row(
            `export as ${id}`,
            size,
            runs.map((it) => it.seconds * 1000),
          ),
          row(
            `export as ${id}: a second`,
            size,
            runs.map((it) => it.size / MB / it.seconds),
            'MB',
          ),
          row(
            `export as ${id}: memory at most`,
            size,
            runs.map((it) => it.peak / 1024),
            'MB',
          ),
        ];
      });
  },
};
