// Settings, high contrast, focus mode and full screen: what is painted, what is kept, what a restart brings back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { annotationRows, clickOn, saved, shows, textBox } from './hands';

const paragraph =
  'The lock keeper of Ellerby counted the barges every morning, and every evening the lamps that came back. ';
const long = Array.from({ length: 60 }, (_, i) => `${i + 1}. ${paragraph.repeat(5)}`).join('\n');

const settingsOf = async (app: ElectronApplication) => {
  const folder = await app.evaluate(({ app: main }) => main.getPath('userData'));
  return () => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
};

/** Of the first whole line of the view: the document offset of its block, and the number of letters before it. */
const topOf = (page: Page) =>
  page.evaluate(() => {
    const { top } = (document.querySelector('.viewer-scroller') as HTMLElement).getBoundingClientRect();
    for (const block of document.querySelectorAll<HTMLElement>('.viewer-text > [data-start]')) {
      if (block.getBoundingClientRect().bottom <= top) continue;
      const text = block.querySelector('span')?.firstChild as Text;
      const range = document.createRange();
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        if (range.getBoundingClientRect().top >= top) return { block: Number(block.dataset.start), at };
      }
    }
    throw new Error('no line is in view');
  });

const look = (page: Page) =>
  page.evaluate(() => {
    const text = getComputedStyle(document.querySelector('.viewer-text') as HTMLElement);
    const [size, height, width] = [text.fontSize, text.lineHeight, text.width].map(Number.parseFloat);
    const [page_, ink] = [getComputedStyle(document.body).backgroundColor, text.color];
    return { family: text.fontFamily, size, height, width: width ?? 0, page: page_, ink };
  });

test('settings are seen at once, keep the place in the text, and outlast a restart', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', long);
  const first = await start(undefined, { annotator: null, size: { width: 1500, height: 900 } });
  const { page } = first;
  const stored = await settingsOf(first.app);
  await shows(page, 'Ellerby');
  await textBox(page).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown');
  const before = { top: await topOf(page), look: await look(page) };
  expect(before.top.block).toBeGreaterThan(0);
  expect(before.look).toMatchObject({ size: 17, page: 'rgb(252, 251, 248)' });

  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Berta');
  await page.keyboard.press('Tab');
  await expect.poll(() => stored().annotator?.name).toBe('Berta');

  await dialog.getByRole('slider', { name: 'Size' }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await dialog.getByRole('slider', { name: 'Line length' }).focus();
  for (let i = 0; i < 25; i++) await page.keyboard.press('ArrowLeft');
  await dialog.getByRole('slider', { name: 'Line height' }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await dialog.getByRole('radio', { name: 'Sans', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => look(page)).toMatchObject({ size: 21, height: 37.8 });
  const changed = await look(page);
  expect(changed.family).toContain('monospace');
  // 45 letters of one width, and no more.
  const letter = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    pen.font = `21px ${getComputedStyle(document.querySelector('.viewer-text') as HTMLElement).fontFamily}`;
    return pen.measureText('0').width;
  });
  expect(Math.abs(changed.width - 45 * letter)).toBeLessThan(2);
  // The line that begins the view holds what began it before.
  const after = await topOf(page);
  expect(after.block).toBe(before.top.block);
  expect(Math.abs(after.at - before.top.at)).toBeLessThanOrEqual(45);

  await dialog.getByRole('radio', { name: 'High contrast' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(() => look(page)).toMatchObject({ page: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
  await dialog.getByLabel('Offsets in exports').selectOption('byte');
  await dialog.getByLabel('Backups kept').fill('7');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Show hints').uncheck();
  const wanted = {
    font: 'mono',
    size: 21,
    measure: 45,
    leading: 1.8,
    unit: 'byte',
    backups: 7,
  };
  await expect.poll(() => stored().preferences).toMatchObject(wanted);
  expect(stored()).toMatchObject({ theme: 'contrast', hints: { on: false } });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export' }).getByText('UTF-8 bytes')).toBeVisible();
  await page.keyboard.press('Escape');
  await first.app.close();

  const second = await start(undefined, { annotator: null, size: { width: 1500, height: 900 } });
  await shows(second.page, 'Ellerby');
  expect(await look(second.page)).toMatchObject({ size: 21, height: 37.8, page: 'rgb(255, 255, 255)' });
  await textBox(second.page).focus();
  await second.page.keyboard.press('Control+,');
  const again = second.page.getByRole('dialog', { name: 'Settings' });
  await expect(again.getByLabel('Your name')).toHaveValue('Berta');
  await again.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => look(second.page)).toMatchObject({ size: 17, page: before.look.page });
  await again.getByRole('button', { name: 'Keys…' }).click();
  await expect(second.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('focus mode shows the text alone, labels work there, and a restart comes back to it', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', long);
  const first = await start();
  const { page } = first;
  await shows(page, 'Ellerby');
  const panels = [
    page.getByRole('navigation', { name: 'Documents' }),
    page.getByRole('list', { name: 'Annotations' }),
    page.getByRole('toolbar', { name: 'Labels' }),
    page.getByRole('status', { name: 'Save status' }),
  ];
  await clickOn(page, 'Ellerby');
  await page.keyboard.press('Shift+F11');
  for (const panel of panels) await expect(panel).toBeHidden();
  await expect(textBox(page)).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.locator('.viewer-name')).toHaveText('Place');
  await expect.poll(() => folder.annotations('a.txt').map(({ label }) => label)).toEqual(['place']);
  await first.app.close();

  const second = await start();
  await shows(second.page, 'Ellerby');
  await expect(second.page.getByRole('toolbar', { name: 'Labels' })).toBeHidden();
  await textBox(second.page).focus();
  await second.page.keyboard.press('Escape');
  await expect(second.page.getByRole('toolbar', { name: 'Labels' })).toBeVisible();
  await expect(annotationRows(second.page)).toHaveCount(1);
  await saved(second.page);

  const isFull = () =>
    second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
  await second.page.keyboard.press('F11');
  await expect.poll(isFull).toBe(true);
  await second.page.keyboard.press('F11');
  await expect.poll(isFull).toBe(false);
});
