/** Postil is launched until its first document is painted, and an empty Electron window beside it, in turns. */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import electron from 'electron';
import { type Group, MB, repeat } from './bench';
import { makeSettings } from './projects';
import { row } from './rows';

/** In plain Node the package is the path of the program. */
const program = electron as unknown as string;
const hook = resolve('bench/launch-hook.cjs');
const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Launches and gives the ms until what SELECTOR means was painted. */
function launch(args: readonly string[], selector: string, userData: string): Promise<number> {
  return new Promise((done, failed) => {
    const start = performance.timeOrigin + performance.now();
    const child = spawn(program, [...root, '-r', hook, ...args], {
      env: { ...process.env, POSTIL_USER_DATA: userData, BENCH_SELECTOR: selector },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const timer = setTimeout(() => child.kill(), 60_000);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
      });
    child.on('error', failed);
    child.on('close', () => {
      clearTimeout(timer);
      const painted = Number(/painted ([\d.]+)/.exec(said)?.[1]);
      if (painted) done(painted - start);
      else failed(new Error(`Electron was launched and painted nothing: ${args.join(' ')}\n${said}`));
    });
  });
}

export const launching: Group = {
  name: 'launch',
  async run(bench) {
    const project = bench.project({ bytes: MB, spans: 0, copies: 6 }).folder;
    const settings = makeSettings(bench.temporary);
    const plain = mkdtempSync(join(bench.temporary, 'empty-'));
    const found = await repeat(bench.times(9, 2), async () => ({
      postil: await launch(['.', project], '[data-start]', settings),
      empty: await launch(['bench/empty-window'], 'p', plain),
    }));
    const numbers = (what: (it: (typeof found)[number]) => number) => found.map(what);
    return [
      row(
        'launch → first document painted',
        '16 KB',
        numbers((it) => it.postil),
      ),
      row(
        'launch → empty Electron window painted',
        '',
        numbers((it) => it.empty),
      ),
      row(
        'launch: longer than an empty window',
        '16 KB',
        numbers((it) => it.postil - it.empty),
      ),
    ];
  },
};
