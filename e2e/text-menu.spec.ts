import { expect, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, fillsOf, placeOf, saved, shows, textBox } from './hands';
import { meeting } from './texts';

test('the text’s own menu: on a selection, on annotations, on a plain word; by the mouse and by Shift+F10', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { app, page } = await start();
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const rightClick = async (words: string) => {
    const { start: from, end } = await placeOf(page, words);
    await page.mouse.click((from.x + end.x) / 2, from.y, { button: 'right' });
  };

  // On a selection: it stays as it is, and a label of the submenu goes on it.
  await dragOver(page, 'Ada Lovelace');
  await rightClick('Ada Lovelace');
  await expect(page.getByRole('menu', { name: 'Selection Ada Lovelace' })).toBeVisible();
  await item('Label as').click();
  await item(/^Person/).click();
  await expect(annotationRows(page)).toHaveText([/Person.*Ada Lovelace/]);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(textBox(page)).toBeFocused();
  expect(await fillsOf(page, 'person')).toEqual(['Ada Lovelace']);
  await rightClick('Ada Lovelace');
  await item('Copy').click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Ada Lovelace');
  await rightClick('Ada Lovelace');
  await item('Find this in the document').click();
  await expect(page.locator('.find-bar input').first()).toHaveValue('Ada Lovelace');
  await page.keyboard.press('Escape');

  // By keys, beside the caret: the same menu, and a dialog of one of its commands.
  await dragOver(page, 'London');
  const words = await placeOf(page, 'London');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Selection London' });
  await expect(menu).toBeVisible();
  const box = await menu.boundingBox();
  expect(Math.abs((box?.x ?? 0) - words.end.x)).toBeLessThan(60);
  expect(Math.abs((box?.y ?? 0) - words.end.y)).toBeLessThan(60);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('place');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveCount(2);
  await expect(textBox(page)).toBeFocused();

  // On an annotation: it is picked, and has the menu of its row; what else stands there is a choice away.
  await dragOver(page, 'Lovelace');
  await chip(page, 'Organisation').click();
  await page.keyboard.press('Escape');
  await rightClick('Lovelace');
  await expect(page.getByRole('menu', { name: 'Annotation Lovelace', exact: true })).toBeVisible();
  await item('Also here').click();
  await item(/Person: Ada Lovelace/).click();
  await expect(annotationRows(page).and(page.locator('[aria-current]'))).toHaveText(/Ada Lovelace/);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Annotation Ada Lovelace' })).toBeVisible();
  await item('Remove annotation').click();
  await expect(annotationRows(page)).toHaveCount(2);

  // On a plain word: the caret goes there, and a label is for the word.
  await clickOn(page, 'London');
  await page.keyboard.press('Escape');
  await rightClick('machine');
  await item('Label the word as').click();
  await item(/^Organisation/).click();
  await expect(annotationRows(page)).toHaveText([
    /Organisation.*Lovelace/,
    /Place.*London/,
    /Organisation.*machine/,
  ]);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual([
    'Lovelace',
    'London',
    'machine',
  ]);
});

test('a selection is dragged out with Alt as its words; what is held over the window is seen to be welcome', async ({
  folder,
  start,
}) => {
  folder.write('one/a.txt', meeting);
  folder.write('two/b.txt', 'Second project.');
  const { page } = await start(`${folder.path}/one`);
  const devtools = await page.context().newCDPSession(page);
  await dragOver(page, 'Ada Lovelace');
  await page.evaluate(() => {
    window.addEventListener('dragstart', (event) => {
      document.body.dataset.dragged = event.dataTransfer?.getData('text/plain') ?? '';
    });
  });
  const { start: from, end } = await placeOf(page, 'Ada Lovelace');
  await page.keyboard.down('Alt');
  await page.mouse.move((from.x + end.x) / 2, from.y);
  await page.mouse.down();
  await page.mouse.move(end.x + 80, from.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect(page.locator('body')).toHaveAttribute('data-dragged', 'Ada Lovelace');

  // Over a dialog too; the dialog goes with the project that it was about.
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  const data = { items: [], files: [`${folder.path}/two`], dragOperationsMask: 1 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  const veil = page.getByText('Drop to open a folder or a document');
  await drag('dragEnter');
  await expect(veil).toBeVisible();
  // The pointer leaves the window: what the protocol can't play.
  await page.evaluate(() => document.body.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
  await expect(veil).toBeHidden();
  await drag('dragEnter');
  await drag('dragOver');
  await drag('drop');
  await shows(page, 'Second project.');
  await expect(veil).toBeHidden();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
