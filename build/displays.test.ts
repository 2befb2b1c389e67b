import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
