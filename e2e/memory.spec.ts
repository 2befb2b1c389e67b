import { cpSync } from 'node:fs';
import { expect, test } from './fixtures';
import { option, shows, textBox } from './hands';

test('the window comes back as it was left: panels, their widths, the document, the place in each', async ({
  folder,
  start,
}) => {
  const lines = Array.from({ length: 400 }, (_, i) => `Line ${i + 1} of a text that is scrolled.`);
  folder.write('a.txt', lines.join('\n'));
  folder.write('b.txt', lines.map((line) => line.replace('Line', 'Row')).join('\n'));
  const { app, page } = await start();
  await shows(page, 'Line 1 of');
  const menu = (id: string) =>
    app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  const wheel = async (by: number) => {
    const box = await textBox(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 40, 300);
    await page.mouse.wheel(0, by);
  };
  /** The first line in view. */
  const top = (of: typeof page, word: string) =>
    of.evaluate((wanted) => {
      const box = document.querySelector('[data-pane=text]')?.getBoundingClientRect() as DOMRect;
      const at = document.caretRangeFromPoint(box.left + box.width / 2 - 150, box.top + 12);
      return at?.startContainer.textContent?.match(new RegExp(`${wanted} (\\d+)`))?.[1];
    }, word);
  /** The Annotations are hidden. */
  const hasTextToTheEdge = (of: typeof page) =>
    of.evaluate(
      () => innerWidth - (document.querySelector('.text-panel')?.getBoundingClientRect().right ?? 0) < 8,
    );
  await wheel(3_000);
  await expect.poll(async () => Number(await top(page, 'Line'))).toBeGreaterThan(50);
  const lineOfA = await top(page, 'Line');
  await option(page, 'b.txt').click();
  await shows(page, 'Row 1 of');
  await wheel(1_500);
  await expect.poll(async () => Number(await top(page, 'Row'))).toBeGreaterThan(20);
  const lineOfB = await top(page, 'Row');

  const documents = page.getByRole('navigation', { name: 'Documents' });
  const width = async (of: typeof page) =>
    Math.round((await of.getByRole('navigation', { name: 'Documents' }).boundingBox())?.width ?? 0);
  const edge = await documents.boundingBox();
  await page.mouse.move((edge?.x ?? 0) + (edge?.width ?? 0), 400);
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) + (edge?.width ?? 0) + 60, 400, { steps: 4 });
  await page.mouse.up();
  expect(await width(page)).toBeGreaterThan((edge?.width ?? 0) + 40);
  await menu('panel.annotations');
  await expect.poll(() => hasTextToTheEdge(page)).toBe(true);
  const [wide] = [await width(page)];
  await app.close();

  const again = await start();
  await shows(again.page, `Row ${lineOfB} of`);
  expect(await hasTextToTheEdge(again.page)).toBe(true);
  expect(Math.abs((await width(again.page)) - wide)).toBeLessThan(3);
  expect(await top(again.page, 'Row')).toBe(lineOfB);
  await option(again.page, 'a.txt').click();
  await shows(again.page, `Line ${lineOfA} of`);
  expect(await top(again.page, 'Line')).toBe(lineOfA);
});

test('every list says what to do next, and the sample has a path through it', async ({ folder, start }) => {
  folder.write('empty/notes.zzz', 'Nothing that Postil reads.');
  cpSync('seeds', `${folder.path}/sample`, { recursive: true });
  const { app, page } = await start(`${folder.path}/empty`);
  await expect(page.getByText('No documents here yet.').first()).toBeVisible();
  await app.close();
  const { page: sample } = await start(`${folder.path}/sample`);
  await option(sample, 'Start here.txt').click();
  await shows(sample, 'Ctrl+G the guidelines');
  await sample.keyboard.press('Control+g');
  await expect(sample.getByRole('heading', { name: 'A path through the sample' })).toBeVisible();
  await expect(sample.getByText('Select some words and press a label’s key')).toBeVisible();
});
