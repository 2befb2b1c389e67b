/** A small disk of its own, where the tests run as root on Linux; elsewhere those tests are left out. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });

export const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'postil-mount-'));
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'postil-test', folder);
    run('umount', folder);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

/** A disk of SIZE kilobytes; its folder. */
export function smallDisk(size: number): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postil-disk-')));
  run('mount', '-t', 'tmpfs', '-o', `size=${size}k`, 'postil-test', folder);
  onTestFinished(() => {
    run('umount', '-l', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const makeReadOnly = (folder: string) => run('mount', '-o', 'remount,ro', folder);
export const makeWritable = (folder: string) => run('mount', '-o', 'remount,rw', folder);
