import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withDisplays } from './displays.mjs';

const hasXvfb = spawnSync('which', ['Xvfb']).status === 0;
const socket = (name: string) => `/tmp/.X11-unix/X${name.slice(1)}`;

test.skipIf(!hasXvfb)('every worker has a display of its own, which ends with the tests', async () => {
  const names = await withDisplays(2, async (given) => {
    expect(new Set(given).size).toBe(2);
    expect(given.map(socket).filter(existsSync)).toHaveLength(2);
    return given;
  });
  await expect.poll(() => names.map(socket).filter(existsSync), { timeout: 30_000 }).toEqual([]);
  await expect(withDisplays(1, () => Promise.reject(new Error('the tests')))).rejects.toThrow('the tests');
});

/** Shows a display to a program that says which it got, and then waits. */
const program = `
  import { withDisplays } from ${JSON.stringify(join(import.meta.dirname, 'displays.mjs'))};
  import { run } from ${JSON.stringify(join(import.meta.dirname, 'run.mjs'))};
  const waits = (name) => 'console.log("' + name + '"); setInterval(() => {}, 1000)';
  process.exitCode = await withDisplays(1, ([name]) => run(process.execPath, ['-e', waits(name)]));
`;

test.skipIf(!hasXvfb)('a run that is asked to end takes its display and its program along', async () => {
  const ran = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(ran.stdout, 'data');
  const name = String(said).trim();
  expect(existsSync(socket(name))).toBe(true);
  ran.kill('SIGTERM');
  expect(await once(ran, 'close')).toEqual([143, null]);
  await expect.poll(() => existsSync(socket(name)), { timeout: 30_000 }).toBe(false);
});
