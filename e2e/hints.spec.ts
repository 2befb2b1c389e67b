import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, option, shows, textBox } from './hands';

test.use({ withHints: true });

test('hints come where they help, once, beside the text, and are gone with Esc, with ×, or for good', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Ada met Ben. Ada left. Ben met Ada. Cleo saw Ada.');
  folder.write('b.txt', 'Another text.');
  const { app, page } = await start();
  const hint = page.locator('.hint');
  const place = () => textBox(page).evaluate((element) => element.getBoundingClientRect().toJSON());
  await expect(hint).toHaveText('Select some words and press 1: they are marked.');
  await expect(page.locator('[data-spoken]')).toHaveText(/Select some words/);
  const [before, box, bar] = [await place(), await hint.boundingBox(), page.locator('.status-bar')];
  expect(box?.y ?? 0).toBeGreaterThanOrEqual((await bar.boundingBox())?.y ?? 9_999);

  await dragOver(page, 'Ada');
  await chip(page, 'Person').click();
  await expect(hint).toHaveText('Ctrl+Z takes that back, and every step before it.');
  // Nothing has moved under the hand.
  expect(await place()).toEqual(before);
  // Esc first does what it is for, then puts the hint away.
  await textBox(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  for (const nth of [1, 2]) {
    await dragOver(page, 'Ada', nth);
    await chip(page, 'Person').click();
  }
  await expect(hint).toHaveText('The same words again? A marks them all at once.');
  await hint.getByRole('button', { name: 'Dismiss the hint' }).click();
  await expect(hint).toHaveCount(0);
  await expect(annotationRows(page)).toHaveCount(3);

  // What is over does not come again, not in another document and not after a restart.
  await option(page, 'b.txt').click();
  await shows(page, 'Another text');
  await expect(hint).toHaveCount(0);
  await app.close();
  const again = await start();
  await shows(again.page, 'Another text');
  await expect(again.page.locator('.status-bar')).toBeVisible();
  await expect(again.page.locator('.hint')).toHaveCount(0);

  // The command turns them off, and on again from the first.
  const toggle = () =>
    again.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('hints.toggle')?.click());
  await toggle();
  await expect(again.page.getByText('No more hints.')).toBeVisible();
  await toggle();
  await expect(again.page.locator('.hint')).toHaveText(/Select some words/);
});
