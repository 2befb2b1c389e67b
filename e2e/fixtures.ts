/** Postil as a person starts it: real Electron, a project of their own, settings of their own. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import type { Annotation } from '../core/model';

export { expect };

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export interface Folder {
  /** Absolute. */
  readonly path: string;
  write(file: string, content: string | Uint8Array): string;
  read(file: string): string;
  /** All files below, relative, with `/`. */
  files(): string[];
  /** The annotations on disk of the one layer of DOCUMENT; [] when there is no file yet. */
  annotations(document: string): Annotation[];
}

export interface Options {
  /** Null: the first edit asks for the name. */
  readonly annotator?: string | null;
  readonly args?: readonly string[];
  /** The system's, as POSIX names it; English unless told otherwise, whoever runs the tests. */
  readonly language?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

interface Fixtures {
  /** Off, because what hints say is nothing that other tests look for. */
  withHints: boolean;
  /** An empty project folder. */
  folder: Folder;
  /** Starts Postil on PATH (the project folder unless told otherwise); settings stay between starts of one test. */
  start: (path?: string | null, options?: Options) => Promise<Started>;
}

export function folderAt(path: string): Folder {
  const files = () =>
    (readdirSync(path, { recursive: true }) as string[])
      .filter((file) => statSync(join(path, file), { throwIfNoEntry: false })?.isFile())
      .map((file) => file.replaceAll('\\', '/'))
      .sort();
  return {
    path,
    files,
    write(file, content) {
      const target = join(path, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
      return target;
    },
    read: (file) => readFileSync(join(path, file), 'utf8'),
    annotations(document) {
      const file = files().find((it) => /^annotations\/[^/]+\//.test(it) && it.endsWith(`/${document}.json`));
      return file ? (JSON.parse(readFileSync(join(path, file), 'utf8')).annotations as Annotation[]) : [];
    },
  };
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  folder: async ({}, use) => {
    const path = realpathSync(mkdtempSync(join(tmpdir(), 'postil-project-')));
    await use(folderAt(path));
    rmSync(path, { recursive: true, force: true });
  },

  withHints: [false, { option: true }],

  start: async ({ folder, withHints }, use) => {
    const settings = mkdtempSync(join(tmpdir(), 'postil-settings-'));
    const chosen = { format: 'postil-settings', version: 1, hints: { on: withHints, seen: [] } };
    writeFileSync(join(settings, 'settings.json'), JSON.stringify(chosen));
    const running = new Set<ElectronApplication>();
    const complaints: string[] = [];
    await use(
      async (path = folder.path, { annotator = 'Tess', args = [], language = 'en_US.UTF-8', size } = {}) => {
        const { POSTIL_ANNOTATOR: _, ...inherited } = process.env;
        const app = await electron.launch({
          args: ['.', ...(path === null ? [] : [path]), ...args],
          env: {
            ...(inherited as Record<string, string>),
            POSTIL_USER_DATA: settings,
            LANG: language,
            LANGUAGE: language,
            LC_ALL: language,
            ...(annotator === null ? {} : { POSTIL_ANNOTATOR: annotator }),
          },
          chromiumSandbox: process.getuid?.() !== 0,
        });
        running.add(app);
        app.on('close', () => running.delete(app));
        const page = await app.firstWindow();
        page.on('console', (message) => {
          if (message.type() === 'warning' || message.type() === 'error') complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(String(error)));
        if (size) {
          await app.evaluate(({ BrowserWindow }, wanted) => {
            BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
          }, size);
        }
        return { app, page };
      },
    );
    for (const app of running) await app.close();
    rmSync(settings, { recursive: true, force: true });
    expect(complaints, 'the window’s console is silent').toEqual([]);
  },
});
