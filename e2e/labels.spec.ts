import { palette } from '../core/palette';
import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, fillsOf, saved, textBox } from './hands';
import { meeting } from './texts';

interface Label {
  id: string;
  name: string;
  key: string | null;
  color: string;
}

test('L labels by name, and a new name makes the label', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await dragOver(page, 'machine');
  await page.keyboard.press('l');
  await page.keyboard.type('quan');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveText([/Quantity.*machine/]);

  await page.keyboard.press('l');
  await page.keyboard.type('Apparatus');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveCount(2);
  await expect(chip(page, 'Apparatus')).toBeVisible();
  expect(await fillsOf(page, 'apparatus')).toEqual(['machine']);
  await saved(page);
  const { schema } = JSON.parse(folder.read('postil.json')) as { schema: { labels: Label[] } };
  expect(schema.labels.at(-1)).toMatchObject({ id: 'apparatus', name: 'Apparatus', key: null });
});

test('rename, recolour and re-key a label while annotating; a taken key is refused with its owner', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await dragOver(page, 'London');
  await page.keyboard.press('3');
  await chip(page, 'Place').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Change label…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change label' });
  await dialog.getByLabel('Name').fill('Location');
  await dialog.getByLabel(/^Key/).fill('1');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('The key 1 belongs to “Person”.');
  await dialog.getByLabel(/^Key/).fill('o');
  await dialog.getByRole('radio').nth(8).check({ force: true });
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(dialog).toBeHidden();
  await expect(annotationRows(page)).toHaveText([/Location.*London/]);
  await textBox(page).focus();
  await dragOver(page, 'machine');
  await page.keyboard.press('o');
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
  const { schema } = JSON.parse(folder.read('postil.json')) as { schema: { labels: Label[] } };
  expect(schema.labels[2]).toMatchObject({ id: 'place', name: 'Location', key: 'o', color: palette[8] });
  expect(folder.annotations('a.txt').map((it) => it.label)).toEqual(['place', 'place']);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(chip(page, 'Place')).toBeVisible();
});

test('A labels every repetition at once; undo takes them all back', async ({ folder, start }) => {
  folder.write('a.txt', 'The Valley Line\n\nstory\n\nThe Valley Line\n\nmore\n\nThe Valley Line\n');
  const { page } = await start();
  await dragOver(page, 'The Valley Line');
  await page.keyboard.press('8');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Annotate all' });
  await expect(dialog.getByText('3 in this document, 1 labelled already.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Apply to 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveCount(3);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.start)).toEqual([0, 24, 47]);
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveCount(1);
});

test('quick hands: what is typed before the dialog has the focus goes into it, not into the text', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await dragOver(page, 'machine');
  // All in one go, without the pauses that a test has between two presses.
  const burst = (keys: readonly string[]) =>
    page.evaluate((all) => {
      for (const key of all) {
        const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key;
        const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
      }
    }, keys);
  await burst(['l', ...'quantity', 'Enter']);
  await expect(annotationRows(page)).toHaveText([/Quantity.*machine/]);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await dragOver(page, 'London');
  await burst(['3', 'a', 'Enter']);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.label)).toEqual(['place', 'quantity']);
});
