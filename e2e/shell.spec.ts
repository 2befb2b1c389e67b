// The shell around the page: starting, the one instance, the menu, closing, settings.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page, test } from '@playwright/test';
import { commands } from '../core/command-table';

interface Bridge {
  readonly postil: {
    invoke(channel: string, input: unknown): Promise<{ ok: boolean; value: never }>;
    on(name: string, listener: (payload: unknown) => void): () => void;
    pathForFile(file: File | undefined): string;
  };
  heard?: unknown[];
}

/** The package's default export is the program's path, which its types do not say. */
const program = createRequire(import.meta.url)('electron') as unknown as string;
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

let folder: string;
let settings: string;
const running = new Set<ElectronApplication>();

async function launch(args: readonly string[] = [], env: Record<string, string> = {}) {
  const app = await electron.launch({
    args: ['.', ...args],
    env: { ...process.env, POSTIL_USER_DATA: settings, ...env } as Record<string, string>,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  running.add(app);
  app.on('close', () => running.delete(app));
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return { app, page };
}

/** Answers `app.info`: what the page is told at its start. */
const info = (page: Page) =>
  page.evaluate(async () => {
    const answer = await (window as unknown as Bridge).postil.invoke('app.info', null);
    return answer.value as {
      open: string | null;
      recent: string[];
      annotator: { id: string; name: string } | null;
    };
  });

/** Collects events of one name; `heard` reads them. */
const listen = (page: Page, name: string) =>
  page.evaluate((event) => {
    const own = window as unknown as Bridge;
    own.heard = [];
    own.postil.on(event, (payload) => own.heard?.push(payload));
  }, name);
const heard = (page: Page) => page.evaluate(() => (window as unknown as Bridge).heard);

/** What the next message box answers, without showing it; the texts of all of them come back. */
const answerBoxes = (app: ElectronApplication, ...responses: number[]) =>
  app.evaluate(({ dialog, app: main }, answers) => {
    const boxes: string[] = [];
    Object.assign(main, { boxes });
    dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
      boxes.push(`${options.message}: ${options.detail}`);
      return { response: answers.shift() ?? 2, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, responses);
const boxes = (app: ElectronApplication) =>
  app.evaluate(({ app: main }) => (main as unknown as { boxes: string[] }).boxes);

const unsaved = (page: Page, count: number, failure: string | null) =>
  page.evaluate(
    (state) => (window as unknown as Bridge).postil.invoke('window.unsaved', state).then(() => undefined),
    { unsaved: count, failure },
  );

const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

const menuNames = ['File', 'Edit', 'Annotate', 'Go', 'View', 'Help'] as const;

test.beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'shell-')));
  settings = join(folder, 'settings');
});

test.afterEach(async () => {
  for (const app of running) {
    await app.evaluate(({ app: main }) => main.exit(0)).catch(() => {});
    await app.close().catch(() => {});
  }
  rmSync(folder, { recursive: true, force: true });
});

test('a path on the command line is opened, and the sample is copied where it can be written', async () => {
  const project = join(folder, 'my project');
  mkdirSync(project);
  const first = await launch([project]);
  expect((await info(first.page)).open).toBe(project);
  await first.app.close();

  const second = await launch(['--sample']);
  const { open } = await info(second.page);
  expect(open).toBe(join(settings, 'Sample project'));
  expect(readdirSync(open ?? '').length).toBeGreaterThan(0);
});

test('without a path the last project is opened, and one that is gone is passed over', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  for (const project of [one, two]) {
    mkdirSync(project);
    writeFileSync(join(project, 'a.txt'), 'a\n');
    const { app, page } = await launch([project]);
    await expect.poll(async () => (await info(page)).recent[0]).toBe(project);
    await app.close();
  }
  rmSync(two, { recursive: true });
  const { page } = await launch();
  expect((await info(page)).open).toBe(one);
});

test('a second start opens its path in the window that is there', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  mkdirSync(one);
  mkdirSync(two);
  const { app, page } = await launch([one]);
  await info(page);
  await listen(page, 'path.open');
  const second = spawnSync(program, [...asRoot, '.', two], {
    env: { ...process.env, POSTIL_USER_DATA: settings },
    timeout: 15_000,
  });
  expect(second.status).toBe(0);
  await expect.poll(() => heard(page)).toEqual([{ path: two }]);
  expect(app.windows()).toHaveLength(1);
});

test('the menu shows every command with its key, and a click asks the page for it', async () => {
  const { app, page } = await launch();
  await listen(page, 'menu.command');
  const items = await app.evaluate(({ Menu }) => {
    const all = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
    const undo = all.find(({ id }) => id === 'history.undo');
    undo?.click();
    return all
      .filter(({ id }) => id?.includes('.'))
      .map(({ id, accelerator, registerAccelerator }) => ({ id, accelerator, registerAccelerator }));
  });
  expect(items).toContainEqual({
    id: 'history.undo',
    accelerator: 'CommandOrControl+Z',
    registerAccelerator: false,
  });
  // All of them, in the order of the table, and no other.
  const wanted = menuNames.flatMap((name) => commands.filter(({ menu }) => menu === name));
  expect(items.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  // Nor is a menu one long list.
  const longest = await app.evaluate(({ Menu }) =>
    Math.max(
      ...(Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
        (submenu?.items.map(({ type }) => (type === 'separator' ? '|' : '.')).join('') ?? '')
          .split('|')
          .map((group) => group.length),
      ),
    ),
  );
  expect(longest).toBeLessThanOrEqual(8);
  expect(items.filter(({ registerAccelerator }) => registerAccelerator)).toEqual([]);
  await expect.poll(() => heard(page)).toEqual([{ id: 'history.undo' }]);
});

test('the window closes at once when everything is saved', async () => {
  const { app, page } = await launch();
  await unsaved(page, 3, null);
  await unsaved(page, 0, null);
  const closed = app.waitForEvent('close');
  await closeWindow(app);
  await closed;
});

test('closing waits for edits that are being saved', async () => {
  const { app, page } = await launch();
  await answerBoxes(app);
  await unsaved(page, 1, null);
  await closeWindow(app);
  await page.waitForTimeout(500);
  expect(page.isClosed()).toBe(false);
  expect(await boxes(app)).toEqual([]);
  const closed = app.waitForEvent('close');
  await unsaved(page, 0, null).catch(() => {});
  await closed;
});

test('closing asks when edits cannot be saved: stay, try again, close without saving', async () => {
  const { app, page } = await launch();
  await answerBoxes(app, 2, 0, 1);
  await unsaved(page, 2, 'The disk is full.');

  await closeWindow(app);
  await expect.poll(() => boxes(app)).toHaveLength(1);
  expect((await boxes(app))[0]).toMatch(/^2 changes could not be saved: The disk is full\./);
  expect(page.isClosed()).toBe(false);

  const closed = app.waitForEvent('close');
  await closeWindow(app);
  await closed;
});

test('an annotator named from outside keeps one id; a name given in the app too', async () => {
  const first = await launch([], { POSTIL_ANNOTATOR: 'Anna' });
  const anna = (await info(first.page)).annotator;
  expect(anna?.name).toBe('Anna');
  await first.app.close();

  const again = await launch(['--annotator=Anna']);
  expect((await info(again.page)).annotator).toEqual(anna);
  await again.app.close();

  const own = await launch();
  expect((await info(own.page)).annotator).toBeNull();
  await own.page.evaluate(() =>
    (window as unknown as Bridge).postil.invoke('annotator.set', { name: 'Ben' }),
  );
  const ben = (await info(own.page)).annotator;
  expect(ben?.name).toBe('Ben');
  await own.app.close();

  const later = await launch();
  expect((await info(later.page)).annotator).toEqual(ben);
});

test('broken settings are set aside, and the app starts all the same', async () => {
  mkdirSync(settings);
  writeFileSync(join(settings, 'settings.json'), '{"recent": [');
  const { app, page } = await launch();
  expect((await info(page)).recent).toEqual([]);
  expect(readdirSync(settings).filter((name) => name.startsWith('settings.broken-'))).toHaveLength(1);
  await app.close();
});

test('the window comes back where it was, unless that is on no screen', async () => {
  const bounds = { x: 40, y: 30, width: 900, height: 600 };
  const size = ({ BrowserWindow }: typeof Electron.Main) => BrowserWindow.getAllWindows()[0]?.getBounds();
  const first = await launch();
  await first.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  );
  // The window system resizes in its own time.
  await expect.poll(() => first.app.evaluate(size)).toMatchObject({ width: 900, height: 600 });
  await first.app.close();
  const file = join(settings, 'settings.json');
  const saved = JSON.parse(readFileSync(file, 'utf8'));
  expect(saved.bounds).toMatchObject({ width: 900, height: 600 });
  const second = await launch();
  expect(await second.app.evaluate(size)).toMatchObject({ width: 900, height: 600 });
  await second.app.close();

  writeFileSync(file, JSON.stringify({ ...saved, bounds: { ...bounds, x: -20_000 } }));
  const third = await launch();
  expect((await third.app.evaluate(size))?.x).toBeGreaterThanOrEqual(0);
});

test('the path of a dropped file is known to the page', async () => {
  const file = join(folder, 'dropped.txt');
  writeFileSync(file, 'x\n');
  const { page } = await launch();
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.setInputFiles('#dropped', file);
  const path = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped');
    return (window as unknown as Bridge).postil.pathForFile(input?.files?.[0]);
  });
  expect(path).toBe(file);
});

test('an error in the main process ends the app instead of showing a box that nobody sees', async () => {
  const { app } = await launch();
  const exit = new Promise((resolve) => app.process().once('exit', resolve));
  await app
    .evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('broken');
        }),
    )
    .catch(() => {});
  expect(await exit).toBe(1);
});
