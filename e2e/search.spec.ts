import type { Page } from '@playwright/test';
import { expect, type Folder, test } from './fixtures';
import {
  annotationRows,
  clickOn,
  dragOver,
  fillsOf,
  option,
  painted,
  saved,
  selectByKeys,
  shows,
  textBox,
} from './hands';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Find in the document' });
const projectField = (page: Page) => page.getByRole('searchbox', { name: 'Find in the project' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Search results' }).getByRole('option');
const bar = (page: Page) => page.locator('.find-bar');
const panel = (page: Page) => page.getByRole('search', { name: 'Find in the project' });
const all = (page: Page) => page.getByRole('dialog', { name: 'Annotate all' });
const toggle = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What is marked as found, in the order of the text. */
const marked = async (page: Page) =>
  (await painted(page)).filter(({ name }) => name === 'search').map(({ text }) => text);

const starts = (folder: Folder, path: string) => folder.annotations(path).map((it) => it.spans[0]?.start);

test('find: words, case, diacritics, patterns; a bad pattern says why; what was chosen is remembered', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Café cafeteria CAFE.\n\nTel 030-12, Tel 040-34.\n');
  const first = await start();
  const { page } = first;
  await shows(page, 'cafeteria');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('cafe');
  await expect(bar(page).getByText('1 of 2')).toBeVisible();
  expect(await marked(page)).toEqual(['cafe', 'CAFE']);

  await toggle(page, 'Ignore diacritics').click();
  await expect(bar(page).getByText('2 of 3')).toBeVisible();
  expect(await marked(page)).toEqual(['Café', 'cafe', 'CAFE']);
  await toggle(page, 'Whole words').click();
  await expect(bar(page).getByText('2 of 2')).toBeVisible();
  expect(await marked(page)).toEqual(['Café', 'CAFE']);
  await toggle(page, 'Match case').click();
  await expect(bar(page).getByText('Not found')).toBeVisible();
  await toggle(page, 'Match case').click();
  await toggle(page, 'Whole words').click();

  await toggle(page, 'Pattern (regular expression)').click();
  await field(page).fill('tel (\\d+');
  await expect(bar(page).getByRole('alert')).toContainText('missing closing )');
  expect(await marked(page)).toEqual([]);
  await field(page).fill('tel \\d+-\\d+');
  await expect(bar(page).getByText('1 of 2')).toBeVisible();
  await field(page).press('Enter');
  await expect(bar(page).getByText('2 of 2')).toBeVisible();
  await field(page).press('Escape');
  await expect(page.getByText('10 characters selected')).toBeVisible();
  await page.keyboard.press('2');
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual(['Tel 040-34']);
  await first.app.close();

  const again = await start();
  await shows(again.page, 'cafeteria');
  await again.page.keyboard.press('Control+f');
  await expect(toggle(again.page, 'Pattern (regular expression)')).toHaveAttribute('aria-pressed', 'true');
  await expect(toggle(again.page, 'Ignore diacritics')).toHaveAttribute('aria-pressed', 'true');
  await expect(toggle(again.page, 'Match case')).toHaveAttribute('aria-pressed', 'false');
});

test('what was found is annotated from the field: Ctrl+Enter, Enter', async ({ folder, start }) => {
  folder.write('a.txt', 'Bern, Basel, Bern.\n');
  const { page } = await start();
  await shows(page, 'Basel');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('bern');
  await expect(bar(page).getByText('1 of 2')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(all(page).getByRole('button', { name: 'Apply to 2' })).toBeFocused();
  await all(page).getByLabel('Label').selectOption('Place');
  await all(page).getByRole('button', { name: 'Apply to 2' }).press('Enter');
  await expect(annotationRows(page)).toHaveText([/Place.*Bern/, /Place.*Bern/]);
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0, 13]);
});

test('find in the project: results in context, opened at the match, selected, ready for a label', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'The river Aare rises here.\n');
  folder.write('b/long.txt', `${'A line about nothing.\n'.repeat(3_000)}The aare again, far below.\n`);
  folder.write('c.txt', 'Nothing at all.\n');
  const { page } = await start();
  await shows(page, 'rises');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('aare');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByText('2 matches in 2 documents')).toBeVisible();
  await expect(results(page)).toHaveText([/The river Aare rises here\./, /The aare again, far below\./]);

  // Down into the list and on to the second: it is opened there.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('b/long.txt — Postil');
  await shows(page, 'The aare again');
  await expect(textBox(page)).toBeFocused();
  await expect(page.getByText('4 characters selected')).toBeVisible();
  await expect(annotationRows(page)).toHaveCount(0);
  await page.keyboard.press('3');
  await expect(annotationRows(page)).toHaveText([/Place.*aare/]);
  expect(await fillsOf(page, 'place')).toEqual(['aare']);

  // F3 goes round to the first, in the other document.
  await page.keyboard.press('F3');
  await expect(page).toHaveTitle('a.txt — Postil');
  await expect(page.getByText('4 characters selected')).toBeVisible();
  await results(page).nth(1).click();
  await expect(page).toHaveTitle('b/long.txt — Postil');
  await saved(page);
  expect(folder.annotations('b/long.txt').map((it) => it.spans[0]?.exact)).toEqual(['aare']);
});

test('find in the project: a bad pattern, nothing found, thousands of results', async ({ folder, start }) => {
  folder.write('a.txt', 'x marks it\n'.repeat(20_000));
  folder.write('b.txt', 'nothing here\n');
  const { page } = await start();
  await shows(page, 'marks');
  await page.keyboard.press('Control+Shift+f');
  await projectField(page).fill('qqq');
  await projectField(page).press('Enter');
  await expect(panel(page).getByText('Not found in any document.')).toBeVisible();
  await toggle(page, 'Pattern (regular expression)').click();
  await projectField(page).fill('[');
  await projectField(page).press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('missing closing ]');
  await projectField(page).fill('x|y');
  await projectField(page).press('Enter');
  await expect(panel(page).getByText('20,000 matches in 1 document')).toBeVisible();
  // Only what is seen is in the page, and the last one is one key away.
  expect(await results(page).count()).toBeLessThan(100);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.locator('#match-19999')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 character selected')).toBeVisible();
  await projectField(page).press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('a long search of the project tells how far it is, and can be cancelled; annotating goes on meanwhile', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Ada was here, zq.\n');
  const line = `${'words without any end '.repeat(12)}\n`;
  for (let i = 0; i < 12; i++) folder.write(`b/${i}.txt`, line.repeat(10_000));
  const { page } = await start();
  await option(page, 'a.txt').click();
  await shows(page, 'Ada');
  await page.keyboard.press('Control+Shift+f');
  await toggle(page, 'Pattern (regular expression)').click();
  await projectField(page).fill('([a-z]+ )*[a-z]*q');
  await projectField(page).press('Enter');
  await expect(panel(page).getByText(/1 match in 1 document · \d+ of 13 searched/)).toBeVisible();
  await dragOver(page, 'Ada');
  await page.keyboard.press('1');
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0]);
  await panel(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(panel(page).getByText('1 match in 1 document', { exact: true })).toBeVisible();
  await expect(panel(page).getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(results(page)).toHaveCount(1);
});

test('annotate all over the project: on disk in every document, taken back by one undo', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Ada met Ada.\n');
  folder.write('b.txt', 'ada and Adam, then Ada.\n');
  folder.write('c/d.txt', 'Here is Ada.\r\n');
  folder.write('e.txt', 'Nobody.\n');
  const { page } = await start();
  await option(page, 'b.txt').click();
  await dragOver(page, 'Ada.');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveCount(1);
  await saved(page);
  await option(page, 'a.txt').click();
  await shows(page, 'Ada met');
  await dragOver(page, 'Ada');
  await page.keyboard.press('1');
  await page.keyboard.press('a');
  await expect(all(page).getByText('2 in this document, 1 labelled already.')).toBeVisible();
  await all(page).getByRole('button', { name: 'In the whole project' }).click();
  await expect(all(page).getByText('5 in 3 documents, 2 labelled already.')).toBeVisible();
  await toggle(page, 'Whole words').click();
  await expect(all(page).getByText('4 in 3 documents, 2 labelled already.')).toBeVisible();
  await expect(all(page).getByRole('checkbox')).toHaveCount(7);
  await all(page).getByRole('button', { name: 'Apply to 2' }).click();
  await expect(page.getByText('Person added 2 times in 2 documents.')).toBeVisible();
  await expect(annotationRows(page)).toHaveCount(2);
  expect(await fillsOf(page, 'person')).toEqual(['Ada', 'Ada']);
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0, 8]);
  expect(starts(folder, 'b.txt')).toEqual([19]);
  expect(starts(folder, 'c/d.txt')).toEqual([8]);

  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveCount(1);
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0]);
  expect(starts(folder, 'b.txt')).toEqual([19]);
  expect(starts(folder, 'c/d.txt')).toEqual([]);
  await page.keyboard.press('Control+y');
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
  expect(starts(folder, 'c/d.txt')).toEqual([8]);
});

test('annotate all: check boxes by keyboard, a whole document at once, and what can’t be annotated is named', async ({
  folder,
  start,
}) => {
  const source = 'Oslo\nOslo\nOslo\n';
  folder.write('a.txt', source);
  folder.write('b.txt', source);
  folder.write('c.txt', source);
  const first = await start();
  await option(first.page, 'c.txt').click();
  await shows(first.page, 'Oslo');
  await dragOver(first.page, 'Oslo');
  await first.page.keyboard.press('3');
  await saved(first.page);
  await first.app.close();
  // The source changes while Postil is closed: its annotations no longer stand.
  folder.write('c.txt', `Bergen, ${source}`);
  const before = folder.read(folder.files().find((it) => it.endsWith('/c.txt.json')) as string);

  const { page } = await start();
  await option(page, 'a.txt').click();
  await shows(page, 'Oslo');
  await clickOn(page, 'Oslo');
  await dragOver(page, 'Oslo');
  await page.keyboard.press('a');
  await all(page).getByLabel('Label').selectOption('Place');
  await all(page).getByRole('button', { name: 'In the whole project' }).click();
  await expect(all(page).getByText('9 in 3 documents, 0 labelled already.')).toBeVisible();
  await expect(all(page).getByText('1 document left out')).toBeVisible();
  await expect(all(page).getByText(/“c.txt” has changed since it was annotated/)).toBeVisible();
  await expect(all(page).getByRole('button', { name: 'Apply to 6' })).toBeVisible();

  // The second of the first document off, the second document off as a whole.
  await all(page).getByRole('checkbox', { name: 'a.txt' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(all(page).getByRole('button', { name: 'Apply to 5' })).toBeVisible();
  for (const key of ['ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await all(page).getByRole('button', { name: 'Apply to 2' }).click();
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0, 10]);
  expect(folder.annotations('b.txt')).toEqual([]);
  expect(folder.read(folder.files().find((it) => it.endsWith('/c.txt.json')) as string)).toBe(before);
});

test('repeated passages: the most frequent first, chosen and annotated over the project', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'The Valley Line\n\nstory one\n\nThe Valley Line\n\nAll rights reserved\n');
  folder.write('b.txt', '  The Valley Line \r\n\r\nstory two\r\n\r\nAll rights reserved\r\n');
  const { page } = await start();
  await shows(page, 'story one');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('repeated');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Repeated passages' });
  await expect(dialog.getByText('2 passages in this project.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveText([
    /The Valley Line.*3 times in 2 documents/,
    /All rights reserved.*2 times in 2 documents/,
  ]);
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(all(page).getByText('3 in 2 documents, 0 labelled already.')).toBeVisible();
  await all(page).getByLabel('Label').selectOption('Boilerplate');
  await all(page).getByRole('button', { name: 'Apply to 3' }).click();
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0, 28]);
  expect(folder.annotations('b.txt').map((it) => it.spans[0])).toMatchObject([
    { start: 2, end: 17, exact: 'The Valley Line' },
  ]);
  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveCount(0);
  await saved(page);
  expect(folder.annotations('b.txt')).toEqual([]);
});

test('presses of keys: two words under the caret take three, all places of a known name take three', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Ada Lovelace met Babbage.\n\nAda Lovelace wrote.\n\nThen Ada Lovelace left.\n');
  const { page } = await start();
  await shows(page, 'Babbage');
  let presses = 0;
  const press = async (key: string) => {
    presses++;
    await page.keyboard.press(key);
  };
  // The caret is inside the first word.
  await selectByKeys(page, 1, 0);
  await press('Alt+Shift+ArrowRight');
  await press('Control+Shift+ArrowRight');
  await press('1');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada Lovelace$/]);
  expect(presses).toBeLessThanOrEqual(3);

  presses = 0;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await press('Tab');
  await press('a');
  await expect(all(page).getByRole('button', { name: 'Apply to 2' })).toBeFocused();
  await press('Enter');
  await expect(annotationRows(page)).toHaveCount(3);
  expect(presses).toBeLessThanOrEqual(3);
  await saved(page);
  expect(starts(folder, 'a.txt')).toEqual([0, 27, 53]);
});
