import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, fillsOf, option, saved, textBox } from './hands';
import { meeting } from './texts';

test('a label’s menu: by right-click and by keys; sticky, next, its passages, change', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  await dragOver(page, 'London');
  await page.keyboard.press('3');
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  const menu = page.getByRole('menu', { name: 'Label Place' });
  const current = annotationRows(page).and(page.locator('[aria-current]'));

  // By the mouse, and the focus stays where it was.
  await chip(page, 'Place').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Next annotation with this label' }).click();
  await expect(menu).toBeHidden();
  await expect(current).toHaveText(/Place.*London/);
  await expect(textBox(page)).toBeFocused();

  // By keys, from the chip.
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await chip(page, 'Place').focus();
    await page.keyboard.press(key);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(chip(page, 'Place')).toBeFocused();
  }
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem').first().waitFor();
  await page.keyboard.type('sti');
  await page.keyboard.press('Enter');
  await expect(chip(page, 'Place')).toHaveClass(/pressed/);
  await dragOver(page, 'machine');
  await expect(annotationRows(page)).toHaveCount(3);
  await chip(page, 'Place').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'End the sticky label' }).click();
  await expect(chip(page, 'Place')).not.toHaveClass(/pressed/);

  await chip(page, 'Place').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Show only this label in the list' }).click();
  await expect(annotationRows(page)).toHaveText([/London/, /machine/]);
  await chip(page, 'Place').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Show all labels in the list' }).click();
  await expect(annotationRows(page)).toHaveCount(3);

  await chip(page, 'Place').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'All passages of this label' }).click();
  await expect(page.getByRole('button', { name: 'Whole project' })).toHaveAttribute('aria-pressed', 'true');
  await chip(page, 'Place').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Change label…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change label' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill('Location');
  await page.keyboard.press('Enter');
  await expect(chip(page, 'Location')).toBeVisible();
  await saved(page);
  expect(JSON.parse(folder.read('postil.json')).schema.labels[2]).toMatchObject({ name: 'Location' });
  expect(folder.annotations('a.txt').map((it) => it.label)).toEqual(['person', 'place', 'place']);
});

test('an annotation’s menu in the list: by right-click and by keys, here and from another document', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  folder.write('b.txt', 'Ada wrote to Charles.\n');
  const { page } = await start();
  await option(page, 'b.txt').click();
  await dragOver(page, 'Charles');
  await page.keyboard.press('1');
  await option(page, 'a.txt').click();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  await dragOver(page, 'London');
  await page.keyboard.press('3');
  await saved(page);
  const item = (name: string) => page.getByRole('menuitem', { name });
  await annotationRows(page).nth(1).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Annotation London' })).toBeVisible();
  await item('Another label…').click();
  const byName = page.getByRole('dialog', { name: 'Label by name' });
  await expect(byName.getByPlaceholder('Type a label’s name')).toBeFocused();
  await page.keyboard.type('organ');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page).nth(1)).toHaveText(/Organisation.*London/);
  expect(await fillsOf(page, 'organisation')).toEqual(['London']);

  // The menu's key on the list is about the row where one is.
  await annotationRows(page).nth(0).click();
  await page.getByRole('list', { name: 'Annotations' }).locator('..').focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: 'Annotation Ada Lovelace' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(item('Remove annotation')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveText([/London/]);
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveCount(2);

  // What stands in another document is gone to first.
  await page.getByRole('button', { name: 'Whole project' }).click();
  await annotationRows(page).filter({ hasText: 'b.txt' }).click({ button: 'right' });
  await item('Remove annotation').click();
  await expect(option(page, 'b.txt')).toHaveAttribute('aria-selected', 'true');
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
  expect(folder.annotations('b.txt')).toEqual([]);
  expect(folder.annotations('a.txt').map((it) => it.label)).toEqual(['person', 'organisation']);
});
