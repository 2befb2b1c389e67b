/** What comes with the app to be read: its guides, the licences of what it is made of, and what it runs on. */
import { readdir, readFile } from 'node:fs/promises';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { fail, ok, type Result } from '../core/failure';
import { language } from '../core/locale/current';
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

/** In the language of the moment and the order of their names; their title is their first heading. Code `unreadable`. */
export async function guides(): Promise<Result<readonly Guide[]>> {
  const docs = join(app.getAppPath(), 'docs');
  const own = language() === 'en' ? '' : `${language()}/`;
  try {
    const names = (await readdir(join(docs, own, 'guides'))).filter((name) => name.endsWith('.md')).sort();
    const paths = [...names.map((name) => `guides/${name}`), 'files.md', 'troubleshooting.md'];
    return ok(
      await Promise.all(
        paths.map(async (path) => {
          const text = await readFile(join(docs, own, path), 'utf8');
          return { path: own + path, title: /^# (.*)$/m.exec(text)?.[1] ?? path, text };
        }),
      ),
    );
  } catch (error) {
    return fail('unreadable', (error as Error).message);
  }
}
