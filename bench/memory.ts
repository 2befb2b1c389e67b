/** What the page's process holds for itself with a large document open. */
import { readFileSync } from 'node:fs';
import { annotationsShown, openDocument, type Running, rest, startApp } from './app';
import { type Group, sizeOf } from './bench';
import { row } from './rows';

/** In MB: private dirty pages on Linux; elsewhere what Electron calls private, or the working set. */
async function privateMemory({ app }: Running): Promise<number> {
  const { pid, kilobytes } = await app.evaluate(({ app }) => {
    const page = app.getAppMetrics().find((it) => it.type === 'Tab');
    return { pid: page?.pid ?? 0, kilobytes: page?.memory.privateBytes ?? page?.memory.workingSetSize ?? 0 };
  });
  if (process.platform !== 'linux') return kilobytes / 1024;
  const pages = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Private_Dirty:\s+(\d+)/m.exec(pages)?.[1]) / 1024;
}

async function collectGarbage({ page }: Running): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

export const memory: Group = {
  name: 'memory',
  async run(bench) {
    const { bytes, spans } = bench.usual;
    const project = bench.project({ bytes, spans, copies: 6 });
    const found: { readonly empty: number; readonly full: number; readonly least: number }[] = [];
    // Each start is a new process: there is nothing to warm up.
    for (let left = bench.times(5, 1); left > 0; left--) {
      const running = await startApp(bench.temporary, project.folder, false);
      const empty = await privateMemory(running);
      await openDocument(running.page, project.documents[4] as string);
      await annotationsShown(running.page, spans);
      await rest(running.page, 4000);
      const full = await privateMemory(running);
      await collectGarbage(running);
      await rest(running.page, 500);
      const least = await privateMemory(running);
      await running.close();
      found.push({ empty, full, least });
    }
    const size = sizeOf(bench.usual);
    const numbers = (what: (it: (typeof found)[number]) => number) => found.map(what);
    return [
      row(
        'renderer private memory',
        size,
        numbers((it) => it.full),
        'MB',
      ),
      row(
        '… after a garbage collection',
        size,
        numbers((it) => it.least),
        'MB',
      ),
      row(
        '… with a small document',
        '16 KB',
        numbers((it) => it.empty),
        'MB',
      ),
    ];
  },
};
