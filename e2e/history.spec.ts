import { expect, test } from './fixtures';
import { annotationRows, dragOver, saved, shows, textBox } from './hands';

test('undo goes on after a restart; a change from outside is not overwritten by it', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  const first = await start();
  for (const [words, key] of [
    ['Alpha', '1'],
    ['beta', '2'],
    ['gamma', '3'],
  ] as const) {
    await dragOver(first.page, words);
    await first.page.keyboard.press(key);
  }
  await saved(first.page);
  // At once: closing waits until the last step can be taken back after the restart.
  await first.app.close();

  const { page } = await start();
  await shows(page, 'Alpha');
  await expect(annotationRows(page)).toHaveCount(3);
  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveText([/Alpha/, /beta/]);
  await saved(page);

  const file = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  folder.write(file, folder.read(file).replace('"label":"organisation"', '"label":"place"'));
  await expect(annotationRows(page)).toHaveText([/Alpha/, /Place.*beta/]);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/followed by a change from outside/)).toBeVisible();
  await expect(annotationRows(page)).toHaveCount(2);
});
