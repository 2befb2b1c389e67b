/** What comes with the app to be read: its guides, the licences of what it is made of, and what it runs on. */
import { readdir, readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { fail, ok, type Result } from '../core/failure';
import type { AppDetails, Guide } from '../core/views';

export const appDetails = (): AppDetails => ({
  postil: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  node: process.versions.node,
  system: `${type()} ${release()} ${process.arch}`,
});

export async function licences(): Promise<Result<string>> {
  return ok(await readFile(join(app.getAppPath(), 'out/licences.txt'), 'utf8').catch(() => ''));
}

/** Their order is that of their names, their title their first heading. Code `unreadable`. */
export async function guides(): Promise<Result<readonly Guide[]>> {
  const folder = join(app.getAppPath(), 'docs/guides');
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return ok(texts.map((text, i) => ({ title: /^# (.*)$/m.exec(text)?.[1] ?? names[i] ?? '', text })));
  } catch (error) {
    return fail('unreadable', (error as Error).message);
  }
}
