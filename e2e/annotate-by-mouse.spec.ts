import { expect, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, fillsOf, option, painted, saved, shows } from './hands';
import { meeting } from './texts';

test('drag, click a chip, pick, choose among overlaps, remove: mouse only', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  folder.write('sub/b.txt', 'Second document.');
  const { page } = await start();
  await option(page, 'a.txt').click();
  await shows(page, 'Ada Lovelace');

  await dragOver(page, 'Ada Lovelace met Charles Babbage');
  await chip(page, 'Claim').click();
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await dragOver(page, 'Lovelace');
  await chip(page, 'Translation error').click();

  // Three deep: all painted, all listed in the order of the text, longer first.
  await expect(annotationRows(page)).toHaveText([/Claim/, /Person/, /Translation error/]);
  expect(await fillsOf(page, 'claim')).toEqual(['Ada Lovelace met Charles Babbage']);
  expect(await fillsOf(page, 'person')).toEqual(['Ada Lovelace']);
  expect(await fillsOf(page, 'translation-error')).toEqual(['Lovelace']);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => [it.label, it.spans[0]?.exact])).toEqual([
    ['claim', 'Ada Lovelace met Charles Babbage'],
    ['person', 'Ada Lovelace'],
    ['translation-error', 'Lovelace'],
  ]);

  // A click under all three picks the innermost and offers the others.
  await clickOn(page, 'Lovelace');
  const chooser = page.getByRole('menu', { name: 'Annotations here' });
  await expect(chooser.getByRole('menuitemradio')).toHaveText([/Translation error/, /Person/, /Claim/]);
  await expect(chooser.getByRole('menuitemradio', { checked: true })).toHaveText(/Translation error/);
  await chooser.getByRole('menuitemradio', { name: /Person/ }).click();
  await expect(chooser).toBeHidden();
  await expect(annotationRows(page).and(page.locator('[aria-current=true]'))).toHaveText([/Person/]);
  await page.getByRole('button', { name: 'Remove annotation' }).click();
  await expect(annotationRows(page)).toHaveText([/Claim/, /Translation error/]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(annotationRows(page)).toHaveCount(3);

  await option(page, 'sub/b.txt').click();
  await shows(page, 'Second document');
  await expect(annotationRows(page)).toHaveCount(0);
  expect(await painted(page)).toEqual([]);
});

test('identical spans under different labels are ordinary; the same label twice is said', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await dragOver(page, 'London');
  for (const label of ['Place', 'Person', 'Place']) await chip(page, label).click();
  await expect(annotationRows(page)).toHaveCount(2);
  await expect(page.getByText('already there', { exact: false }).first()).toBeVisible();
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.start)).toEqual([36, 36]);
});
