// What stays where it is: text, bars and panes while annotating, the page behind a dialog, the line on top of a window
// that is resized, and the panes of a window that was closed while it was narrow.
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  fullSchema,
  harbour,
  harbourAnnotations,
  harbourRelations,
  writeLayer,
  writeManifest,
} from './full-project';
import { annotationRows, chip, clickOn, dragOver, option, saved, shows, textBox } from './hands';

/** Where lines, bars and panes stand, by what they are. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const box = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((it) => Math.round(it * 100) / 100).join(' ');
    };
    const places = [
      'body',
      'nav[aria-label="Documents"]',
      '[role=toolbar][aria-label="Labels"]',
      '[role=textbox][aria-label="Document text"]',
      'aside[data-pane=annotations]',
      '[data-pane=annotations] .panel-head',
      '.annotation-list',
      '.status-bar',
      '[role=status]',
    ];
    const lines = [...document.querySelectorAll('[role=textbox][aria-label="Document text"] p')];
    return Object.fromEntries([
      ...places.map((place) => {
        const found = [...document.querySelectorAll(place)].find((it) => it.getClientRects().length > 0);
        // A list grows with its rows: where it begins is what must stay.
        const where = found ? box(found) : 'gone';
        return [place, place === '.annotation-list' ? where.split(' ').slice(0, 3).join(' ') : where];
      }),
      ...lines.map((line, i) => [`line ${i}`, box(line)]),
    ]);
  });

const resize = async (app: ElectronApplication, page: Page, width: number, height: number) => {
  await app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
};

test.describe('with hints', () => {
  test.use({ withHints: true });

  test('nothing moves while one selects, annotates, picks, takes back, and reads hints and messages', async ({
    folder,
    start,
  }) => {
    folder.write('a.txt', harbour);
    const { page } = await start(undefined, { size: { width: 1280, height: 800 } });
    await shows(page, 'Mira Okafor');
    await expect(page.locator('.hint')).toBeVisible();
    const before = await boxes(page);
    expect(Object.keys(before).length).toBeGreaterThan(12);
    expect(Object.values(before)).not.toContain('gone');
    const stays = async (after: string) => expect(await boxes(page), after).toEqual(before);

    await dragOver(page, 'Mira Okafor');
    await stays('selecting');
    await page.keyboard.press('1');
    await expect(annotationRows(page)).toHaveCount(1);
    await stays('annotating');
    await dragOver(page, 'Okafor walked down to the old harbour');
    await chip(page, 'Claim').click();
    await dragOver(page, 'old harbour');
    await chip(page, 'Place').click();
    await saved(page);
    await expect(annotationRows(page)).toHaveCount(3);
    await stays('annotating over each other, and saving');
    await page.keyboard.press('Escape');
    await stays('clearing the selection');
    await clickOn(page, 'Okafor walked');
    await page.keyboard.press('Escape');
    await textBox(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('heading', { name: 'Selected annotation' })).toBeVisible();
    await stays('picking');
    await page.keyboard.press('Backspace');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect(annotationRows(page)).toHaveCount(2);
    await stays('removing, with its message');
    await page.keyboard.press('Control+z');
    await expect(annotationRows(page)).toHaveCount(3);
    await saved(page);
    await stays('taking it back');
    expect(folder.annotations('a.txt')).toHaveLength(3);
  });
});

test('the page never scrolls, whatever is picked, opened or focused; every item of the menu is in the palette', async ({
  folder,
  start,
}) => {
  writeManifest(folder, fullSchema);
  folder.write('harbour.txt', harbour);
  folder.write('note.txt', 'Lisse again.\n');
  const { app, page } = await start(undefined, { size: { width: 1000, height: 640 } });
  await option(page, 'note.txt').click();
  await dragOver(page, 'Lisse');
  await chip(page, 'Place').click();
  await saved(page);
  writeLayer(folder, 'harbour.txt', harbour, harbourAnnotations(), harbourRelations);
  await option(page, 'harbour.txt').click();
  await clickOn(page, 'Jonas Brandt');
  await expect(page.getByRole('heading', { name: 'Selected annotation' })).toBeVisible();
  const place = await page.locator('.status-bar').boundingBox();
  const stands = async (when: string) => {
    const seen = await page.evaluate(() => {
      const [html, body] = [document.documentElement, document.body];
      const last = [...document.querySelectorAll<HTMLElement>('aside button, aside input, aside a')].at(-1);
      last?.focus();
      for (const it of [html, body]) it.scrollTo(90, 90);
      scrollTo(90, 90);
      const bars = [innerWidth - html.clientWidth, innerHeight - html.clientHeight];
      return [html.scrollTop, body.scrollTop, scrollX, scrollY, ...bars, html.scrollHeight - innerHeight];
    });
    expect(seen, when).toEqual([0, 0, 0, 0, 0, 0, 0]);
    // And no column scrolls around the lists that scroll in it.
    const outer = await page.evaluate(() => {
      const found = [];
      for (let at = document.querySelector('aside.panel')?.parentElement; at; at = at.parentElement)
        found.push(at.scrollHeight - at.clientHeight);
      return Math.max(...found);
    });
    expect(outer, when).toBe(0);
    expect(await page.locator('.status-bar').boundingBox(), when).toEqual(place);
  };
  await stands('with a full inspector');
  // The list keeps rows in sight above the inspector.
  const row = annotationRows(page).and(page.locator('[aria-current]'));
  await expect(row).toBeInViewport({ ratio: 0.9 });
  for (const keys of ['Control+e', 'Control+Shift+s', 'Control+,', 'Control+p', 'Control+k']) {
    await textBox(page).focus();
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await stands(keys);
    if (keys === 'Control+,') {
      // The text that settings change stays in sight beside them.
      // Behind a dialog it has no role.
      const text = await page.locator('.viewer-text').boundingBox();
      const dialog = await page.getByRole('dialog').boundingBox();
      expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(dialog?.x ?? 0);
    }
    if (keys === 'Control+k') {
      const offered = await page.getByRole('option').allTextContents();
      const items = await app.evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
          (submenu?.items ?? []).filter(({ id, type }) => id && type === 'normal').map(({ label }) => label),
        ),
      );
      expect(items.length).toBeGreaterThan(60);
      expect(items.filter((label) => !offered.some((it) => it.startsWith(label)))).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('a resized window keeps its line on top; one closed while narrow has its panes again; all labels are a click away', async ({
  folder,
  start,
}) => {
  const sentences = (from: number) =>
    Array.from(
      { length: 60 },
      (_, i) => `Sentence ${from + i} tells of the ferry that crosses the bay at noon.`,
    );
  const paragraphs = Array.from({ length: 30 }, (_, i) => sentences(1000 + i * 60).join(' '));
  folder.write('a.txt', paragraphs.join('\n\n'));
  folder.write(
    'b.md',
    '| Household | What was said there | Count | When |\n|---|---|---|---|\n| one | it was a long evening, and nobody went home before the ferry did | 12 | in spring |\n',
  );
  const { app, page } = await start(undefined, { size: { width: 1440, height: 900 } });
  await shows(page, 'Sentence 1000');
  const scroller = page.locator('.viewer-scroller');
  /** The number of the sentence in the line on top. */
  const onTop = () =>
    page.evaluate(() => {
      const view = (document.querySelector('.viewer-scroller') as Element).getBoundingClientRect();
      const text = (document.querySelector('.viewer-text') as Element).getBoundingClientRect();
      const at = document.caretRangeFromPoint(text.left + 2, view.top + 14);
      const words = (at?.startContainer.textContent ?? '').slice(at?.startOffset ?? 0);
      return Number(/Sentence (\d+)/.exec(words)?.[1] ?? 0);
    });
  // Far into a paragraph of sixty sentences, where a share of its height is several lines off.
  await scroller.evaluate((element) => {
    element.scrollTop = 9_000;
  });
  await expect.poll(onTop).toBeGreaterThan(1100);
  const wide = await onTop();
  for (const [width, height] of [
    [1000, 640],
    [820, 640],
    [1440, 900],
  ] as const) {
    await resize(app, page, width, height);
    await expect.poll(async () => Math.abs((await onTop()) - wide), `at ${width}`).toBeLessThanOrEqual(1);
  }
  expect(await onTop()).toBe(wide);

  await resize(app, page, 1000, 640);
  await option(page, 'b.md').click();
  await shows(page, 'Household');
  const lines = await page.evaluate(() => {
    const cell = document.querySelector('.rich-cell') as HTMLElement;
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].filter((it) => it.width > 1).map((it) => it.top)).size;
  });
  expect(lines, '“Household” stands on one line').toBe(1);

  await resize(app, page, 600, 440);
  const documents = page.getByRole('navigation', { name: 'Documents', exact: true });
  await expect(documents).toBeHidden();
  const all = page.getByRole('button', { name: 'Show all labels' });
  await expect(chip(page, 'Translation error')).not.toBeInViewport();
  await all.click();
  await expect(chip(page, 'Translation error')).toBeInViewport({ ratio: 1 });
  await all.click();
  await expect(chip(page, 'Translation error')).not.toBeInViewport();
  await app.close();

  const again = await start(undefined, { size: { width: 1280, height: 800 } });
  await expect(again.page.getByRole('navigation', { name: 'Documents', exact: true })).toBeVisible();
  await expect(again.page.locator('aside[data-pane=annotations]')).toBeVisible();
  expect((await again.page.locator('nav.panel').boundingBox())?.width).toBeGreaterThan(150);

  // In focus mode the text stands in the middle.
  await textBox(again.page).focus();
  await again.page.keyboard.press('Shift+F11');
  await expect(again.page.locator('nav.panel')).toBeHidden();
  await expect
    .poll(async () => {
      const box = await textBox(again.page).boundingBox();
      return Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - 640);
    })
    .toBeLessThan(8);
});
