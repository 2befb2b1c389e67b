/** A project of very many documents is opened. */
import { join } from 'node:path';
import { Project } from '../electron/storage/project';
import { type Running, rest, startApp } from './app';
import { type Bench, type Group, MB, many, repeat } from './bench';
import { between, during } from './probe';
import { annotator, makeManyDocuments, makeSettings } from './projects';
import { row } from './rows';
import { orThrow } from './storage';

/** Asks the app to open FOLDER as the system does for a dropped one; gives the time, in ms since 1970. */
const ask = ({ app }: Running, folder: string): Promise<number> =>
  app.evaluate(({ BrowserWindow }, path) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('event', 'path.open', { path });
    return performance.timeOrigin + performance.now();
  }, folder);

async function inStorage(bench: Bench, folder: string): Promise<number> {
  const before = performance.now();
  const settings = makeSettings(bench.temporary);
  const { project } = orThrow(await Project.open(folder, null, annotator, settings, () => undefined));
  const time = performance.now() - before;
  orThrow(await project.close());
  return time;
}

export const listing: Group = {
  name: 'project',
  async run(bench) {
    const folder = makeManyDocuments(join(bench.temporary, 'many'), bench.manyDocuments);
    const small = bench.project({ bytes: MB, spans: 0, copies: 6 }).folder;
    const alone = await repeat(bench.times(8), () => inStorage(bench, folder));
    const running = await startApp(bench.temporary, small);
    const { page } = running;
    const origin = await page.evaluate(() => performance.timeOrigin);
    const shown = await repeat(bench.times(8, 2), async () => {
      let asked = 0;
      const times = await during(page, ['list painted'], async () => {
        asked = await ask(running, folder);
      });
      await rest(page, 500 + bench.manyDocuments / 5);
      await during(page, ['list painted'], () => ask(running, small));
      await rest(page, 300);
      return between({ ...times, asked: asked - origin }, 'asked', 'list painted');
    });
    await running.close();
    const size = many(bench.manyDocuments, 'documents');
    return [
      row('open a project → list shown', size, shown),
      row('… of it storage, measured alone', size, alone),
    ];
  },
};
