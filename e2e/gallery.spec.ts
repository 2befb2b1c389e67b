/** Every screen, to be looked at: `POSTIL_GALLERY=1 npm run e2e -- gallery` paints them into out/gallery. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { starterSchema } from '../core/starter';
import { expect, test } from './fixtures';
import {
  annotateFull,
  annotation,
  fullSchema,
  harbour,
  harbourAnnotations,
  harbourRelations,
  writeLayer,
  writeManifest,
} from './full-project';
import { chip, clickOn, dragOver, option, placeOf, saved, shows, textBox } from './hands';

const target = 'out/gallery';
mkdirSync(target, { recursive: true });

async function paint(page: Page, name: string): Promise<void> {
  await page.mouse.move(2, 2);
  await page.screenshot({ path: join(target, `${name}.png`), animations: 'disabled' });
}

async function both(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await paint(page, `${name}-${colorScheme}`);
  }
}

/** Pictures of dialogs, each by its name and how OPEN opens it; Esc closes it. */
async function dialogs(
  page: Page,
  open: (how: string) => Promise<unknown>,
  all: readonly (readonly [name: string, how: string])[],
): Promise<void> {
  for (const [name, how] of all) {
    await open(how);
    await expect(page.getByRole('dialog')).toBeVisible();
    await both(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

const text = 'Every morning the ferry crosses the bay, and every evening it comes back. '.repeat(400);
const rightToLeft =
  'في الصباح تعبر العبّارة الخليج إلى ليسه، ثم تعود في المساء.\n\nسارت ميرا على الرصيف مع يوناس.\n';

/** Label NUMBER of fifty; every tenth has a name of 300 characters. */
const manyLabels = Array.from({ length: 50 }, (_, n) => ({
  ...starterSchema().labels[n % 10],
  id: `l${n}`,
  name: n % 10 === 9 ? `Label ${n} ${'with a very long name '.repeat(14)}`.slice(0, 300) : `Label ${n}`,
  key: null,
}));

for (const scale of [1, 2]) {
  test(`annotating, every dialog and view, at scale ${scale}`, async ({ folder, start }) => {
    test.setTimeout(900_000);
    writeManifest(folder, fullSchema);
    folder.write('guidelines.md', '# Guidelines\n\nLabel what is said.\n\n## Person\n\nA *named* person.\n');
    folder.write('harbour.txt', harbour);
    folder.write('note.txt', 'Lisse again.\n');
    folder.write('right-to-left.txt', rightToLeft);
    folder.write('deep.txt', text.slice(0, 600));
    folder.write('many.txt', text);
    const { app, page } = await start(folder.path, {
      size: { width: 1440, height: 900 },
      args: [`--force-device-scale-factor=${scale}`],
    });
    const byKey = async (keys: string) => {
      await textBox(page).focus();
      await page.keyboard.press(keys);
    };
    const size = (width: number, height: number) =>
      app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
        width,
        height,
      ] as const);
    await annotateFull(page, folder);
    const ids = starterSchema().labels.map(({ id }) => id);
    const deep = ids
      .slice(0, 8)
      .map((id, n) => annotation(text, `d${n}`, id, { start: 10 + n * 4, end: 260 - n * 12 }));
    writeLayer(folder, 'deep.txt', text.slice(0, 600), deep);
    const many = Array.from({ length: 5000 }, (_, n) =>
      annotation(text, `m${n}`, ids[n % 10] as string, { start: n * 5, end: n * 5 + 3 + (n % 9) }),
    );
    writeLayer(folder, 'many.txt', text, many);

    await option(page, 'harbour.txt').click();
    await clickOn(page, 'Nobody');
    if (scale === 2) {
      await both(page, 'annotate@2');
      await dialogs(page, byKey, [
        ['schema@2', 'Control+Shift+s'],
        ['export@2', 'Control+e'],
        ['settings@2', 'Control+,'],
      ]);
      return;
    }
    for (const [width, height] of [
      [1000, 640],
      [2560, 1440],
      [1440, 900],
    ] as const) {
      await size(width, height);
      await both(page, `annotate-${width}`);
    }
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await paint(page, 'annotate-forced');
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
    await paint(page, 'annotate-contrast');
    await page.emulateMedia({ contrast: null });
    await clickOn(page, 'Mira Okafor');
    await both(page, 'chooser');
    await page.keyboard.press('Escape');
    for (const [name, keys] of [
      ['facts', 'Control+i'],
      ['guidelines', 'Control+g'],
      ['history', 'Control+Shift+h'],
    ] as const) {
      await byKey(keys);
      await both(page, name);
      await byKey(keys);
    }
    await dialogs(page, byKey, [
      ['schema', 'Control+Shift+s'],
      ['export', 'Control+e'],
      ['import', 'Control+Shift+e'],
      ['shortcuts', '?'],
      ['commands', 'Control+k'],
      ['label-by-name', 'l'],
      ['about-document', 'Alt+Enter'],
      ['print', 'Control+p'],
      ['guides', 'F1'],
      ['settings', 'Control+,'],
      ['annotate-all', 'a'],
    ]);
    await textBox(page).focus();
    await page.keyboard.press('r');
    await expect(page.getByRole('region', { name: 'New relation' })).toBeVisible();
    await both(page, 'relation-bar');
    await page.keyboard.press('Escape');
    await textBox(page).focus();
    await page.keyboard.press('Control+Shift+a');
    await expect(page.getByRole('button', { name: 'Whole project' })).toHaveAttribute('aria-pressed', 'true');
    await both(page, 'passages');
    await textBox(page).focus();
    await page.keyboard.press('Control+Shift+a');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Lisse');
    await both(page, 'find');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+f');
    await page.keyboard.type('Lisse');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
    ).toBeVisible();
    await both(page, 'search');
    await page.getByRole('button', { name: 'Close the search' }).click();
    for (const [document, words] of [
      ['right-to-left.txt', 'ليسه'],
      ['deep.txt', 'ferry'],
      ['many.txt', 'ferry'],
    ] as const) {
      await option(page, document).click();
      await shows(page, words);
      await both(page, document.replace('.txt', ''));
    }
    await size(1000, 640);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    await expect(page.getByRole('navigation', { name: 'Documents', exact: true })).toBeHidden();
    // Painted as it is now, not as it was before.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.capturePage());
    // A picture of the page would be cut: its own pixels are twice as large now.
    const whole = await app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
    );
    writeFileSync(join(target, 'zoom-200.png'), Buffer.from(whole ?? '', 'base64'));
  });
}

test('nothing yet: welcome, an empty folder, no annotations, fifty labels, ten thousand documents', async ({
  folder,
  start,
}) => {
  test.setTimeout(600_000);
  const size = { width: 1440, height: 900 };
  const welcome = await start(null, { size });
  await expect(welcome.page.getByRole('heading', { name: 'Postil' })).toBeVisible();
  await both(welcome.page, 'welcome');
  await welcome.app.close();
  writeManifest(folder, { ...fullSchema, labels: manyLabels });
  const { page } = await start(folder.path, { size });
  await expect(page.getByRole('navigation', { name: 'Documents' })).toBeVisible();
  await both(page, 'empty-folder');
  folder.write('a.txt', harbour);
  for (let i = 0; i < 10_000; i++) folder.write(`part-${i % 100}/text-${i}.txt`, `Text number ${i}.`);
  await option(page, 'a.txt').click();
  await shows(page, 'harbour');
  await both(page, 'fifty-labels');
});

test.describe('what comes up', () => {
  test.use({ withHints: true });

  test('hints, messages, menus, banners, what can not be read or saved, rows, About, focus mode, Chinese', async ({
    folder,
    start,
  }) => {
    test.setTimeout(600_000);
    writeManifest(folder, fullSchema);
    folder.write('harbour.txt', harbour);
    folder.write('moved.txt', harbour);
    folder.write('broken.docx', 'This is no Word document.');
    folder.write(
      'survey.csv',
      'Id,Place,Answer\n1,Lisse,We came by the early ferry.\n2,Aster Bay,Nobody told us.\n',
    );
    folder.write(
      'table.md',
      `# Ferries\n\n| Household | Said | Count | When |\n|---|---|---|---|\n| one | ${'it was late and '.repeat(6)} | 12 | in spring |\n`,
    );
    const { app, page } = await start(folder.path, { size: { width: 1440, height: 900 } });
    const menu = (id: string) =>
      app.evaluate(({ Menu }, it) => Menu.getApplicationMenu()?.getMenuItemById(it)?.click(), id);
    await option(page, 'harbour.txt').click();
    await expect(page.locator('.hint')).toBeVisible();
    await both(page, 'hint');
    await dragOver(page, 'Aster Bay');
    await page.mouse.click(...(await middleOf(page, 'Aster Bay')), { button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await both(page, 'text-menu');
    await page.keyboard.press('Escape');
    await chip(page, 'Place').click();
    await saved(page);
    writeLayer(folder, 'moved.txt', harbour, harbourAnnotations(), harbourRelations);
    folder.write('moved.txt', `Another first line.\n${harbour.replace('Mira Okafor', 'Mira O.')}`);
    await chip(page, 'Person').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await both(page, 'label-menu');
    await page.keyboard.press('Escape');
    await textBox(page).focus();
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await both(page, 'message');
    for (const [document, words] of [
      ['moved.txt', 'Another first line'],
      ['table.md', 'Household'],
    ] as const) {
      await option(page, document).click();
      await shows(page, words);
      await both(page, document.replace(/\..*/, ''));
    }
    await option(page, 'broken.docx').click();
    await expect(page.getByRole('heading', { name: /broken\.docx/ }).last()).toBeVisible();
    await both(page, 'unreadable');
    await option(page, 'survey.csv').click();
    await shows(page, 'early ferry');
    await dialogs(page, menu, [
      ['rows', 'rows.open'],
      ['about', 'help.about'],
    ]);
    await option(page, 'harbour.txt').click();
    await shows(page, 'Mira');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 640));
    await menu('settings.open');
    await expect(page.getByRole('dialog')).toBeVisible();
    await both(page, 'settings-1000');
    await page.keyboard.press('Escape');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
    await menu('focus-mode.toggle');
    await expect(page.locator('nav.panel')).toBeHidden();
    await both(page, 'focus-mode');
    await menu('focus-mode.toggle');
    await menu('language.zh-CN');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await both(page, 'chinese');
    await dialogs(page, menu, [
      ['chinese-settings-open', 'settings.open'],
      ['chinese-schema-open', 'schema.open'],
      ['chinese-export-open', 'export.open'],
      ['chinese-help-shortcuts', 'help.shortcuts'],
    ]);
  });
});

async function middleOf(page: Page, words: string): Promise<[number, number]> {
  const { start, end } = await placeOf(page, words);
  return [(start.x + end.x) / 2, start.y];
}
