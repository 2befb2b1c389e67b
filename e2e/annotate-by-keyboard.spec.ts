import { expect, test } from './fixtures';
import { annotationRows, fillsOf, saved, selectByKeys, shows, textBox } from './hands';
import { meeting } from './texts';

test('select with the arrow keys, label, relabel, note, move boundaries, remove: keyboard only', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Ada Lovelace');
  await expect(page).toHaveTitle('a.txt — Postil');
  await textBox(page).focus();

  await selectByKeys(page, 0, 3);
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada/]);
  expect(await fillsOf(page, 'person')).toEqual(['Ada']);

  // The end grows by a word: Shift and Ctrl with the right bracket.
  await page.keyboard.press('Control+Shift+BracketRight');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada Lovelace/]);
  await page.keyboard.press('Shift+BracketLeft');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada Lovelac$/]);
  await page.keyboard.press('Shift+BracketRight');

  // Esc lets the selection go, then the pick; Tab picks, and a label's key relabels.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  await page.keyboard.press('2');
  await expect(annotationRows(page)).toHaveText([/Organisation.*Ada Lovelace/]);
  expect(await fillsOf(page, 'person')).toEqual([]);
  expect(await fillsOf(page, 'organisation')).toEqual(['Ada Lovelace']);

  // Shift and a key: a second one on the same words.
  await page.keyboard.press('Shift+Digit1');
  await expect(annotationRows(page)).toHaveCount(2);

  await page.keyboard.press('n');
  await page.keyboard.type('A mathematician');
  await page.keyboard.press('Escape');
  await expect(annotationRows(page).filter({ hasText: 'A mathematician' })).toHaveCount(1);
  await saved(page);
  const onDisk = folder.annotations('a.txt');
  expect(onDisk.map((it) => it.label).sort()).toEqual(['organisation', 'person']);
  expect(onDisk.find((it) => it.label === 'person')).toMatchObject({
    spans: [{ start: 0, end: 12, exact: 'Ada Lovelace', prefix: '' }],
    note: 'A mathematician',
  });

  await page.keyboard.press('Backspace');
  await expect(annotationRows(page)).toHaveText([/Organisation.*Ada Lovelace/]);
  await expect(page.getByText(/^Removed Person: Ada Lovelace/)).toBeVisible();
  await saved(page);
  expect(folder.annotations('a.txt')).toHaveLength(1);
});

test('a key on the word at the caret labels that word; on white space it says so', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Rain  today.');
  const { page } = await start();
  await shows(page, 'Rain');
  await textBox(page).focus();
  await page.keyboard.press('4');
  await expect(annotationRows(page)).toHaveText([/Date.*Rain/]);
  await page.keyboard.press('Escape');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('4');
  await expect(page.getByText('There is no word at the caret.', { exact: false })).toBeVisible();
  await expect(annotationRows(page)).toHaveCount(1);
});

test('ten steps back, ten steps forward: painted, listed and on disk', async ({ folder, start }) => {
  folder.write('a.txt', 'one two three four five six seven eight nine ten');
  const { page } = await start();
  await shows(page, 'one two');
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press(`${(i % 9) + 1}`);
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('ArrowRight');
  }
  await expect(annotationRows(page)).toHaveCount(10);
  await saved(page);
  const [file] = folder.files().filter((it) => it.startsWith('annotations/'));
  const whole = folder.read(file as string);

  for (let i = 9; i >= 0; i--) {
    await page.keyboard.press('Control+z');
    await expect(annotationRows(page)).toHaveCount(i);
  }
  await saved(page);
  expect(folder.annotations('a.txt')).toEqual([]);
  expect(await fillsOf(page, 'person')).toEqual([]);

  for (let i = 1; i <= 10; i++) {
    await page.keyboard.press(i % 2 ? 'Control+y' : 'Control+Shift+z');
    await expect(annotationRows(page)).toHaveCount(i);
  }
  await saved(page);
  expect(folder.read(file as string)).toBe(whole);
  expect(await fillsOf(page, 'person')).toEqual(['one', 'ten']);
});

test('undo goes back to the document that it changed', async ({ folder, start }) => {
  folder.write('a.txt', 'Alpha');
  folder.write('b.txt', 'Beta');
  const { page } = await start();
  await shows(page, 'Alpha');
  await textBox(page).focus();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+PageDown');
  await shows(page, 'Beta');
  await expect(annotationRows(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveTitle('a.txt — Postil');
  await expect(annotationRows(page)).toHaveCount(0);
  await saved(page);
  expect(folder.annotations('a.txt')).toEqual([]);
  await page.keyboard.press('Control+y');
  await expect(annotationRows(page)).toHaveText([/Person.*Alpha/]);
});
