import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Folder, test } from './fixtures';
import { fillsOf, option, saved, shows, textBox } from './hands';

const survey = `Id,Place,Age,Answer
a-1,Lisbon,31,"We came by the early train, and the hall was full."
a-2,Lisbon,,Nobody told us where to wait.
a-3,Porto,64,
a-4,Porto,27,The soup was good; 水 was not.
`;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Make a document of each row' });
const submit = (page: Page) => dialogOf(page).getByRole('button', { name: /^Make \d/ });
const made = (folder: Folder) => folder.files().filter((file) => file.startsWith('imported/'));
const fieldsOf = (folder: Folder, document: string) => {
  const file = folder.files().find((it) => it.startsWith('annotations/') && it.endsWith(`/${document}.json`));
  return file === undefined ? null : JSON.parse(folder.read(file)).fields;
};

/** Goes on with Tab (or back) until CONTROL has the focus. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(control).toBeFocused({ timeout: 100 });
  }).toPass();
}

test('rows of a CSV that is open become documents, by keyboard; undo takes them back', async ({
  folder,
  start,
}) => {
  folder.write('survey.csv', survey);
  folder.write('imported/survey/a-2.txt', 'Here before.');
  const { page } = await start();
  await option(page, 'survey.csv').click();
  await shows(page, 'early train');
  await textBox(page).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('each row');
  await page.keyboard.press('Enter');
  // Guessed: the longest column is the text, the one that tells rows apart the name.
  await expect(submit(page)).toBeFocused();
  const preview = dialogOf(page).getByRole('region', { name: 'First rows' });
  await expect(preview.getByRole('columnheader')).toHaveText([
    'nameId',
    'fieldPlace',
    'fieldAge',
    'textAnswer',
  ]);
  await expect(preview.getByRole('row')).toHaveCount(5);
  await expect(dialogOf(page).getByRole('region', { name: 'What will be made' })).toContainText(
    '3 new documents in imported/survey/1 row without a text: left outDocuments are there already.',
  );
  // Another text, and back; then Age stays out.
  await tabTo(page, dialogOf(page).getByRole('combobox', { name: 'Text of each document' }), 'Shift+Tab');
  await page.keyboard.type('Pl');
  await expect(submit(page)).toHaveText('Make 4 documents');
  await page.keyboard.press('End');
  await expect(submit(page)).toHaveText('Make 3 documents');
  await tabTo(page, dialogOf(page).getByRole('checkbox', { name: /^Age/ }), 'Tab');
  await page.keyboard.press('Space');
  await expect(preview.getByRole('columnheader', { name: 'Age' })).toHaveText('left outAge');
  await page.keyboard.press('Enter');

  const done = page.getByRole('dialog', { name: 'Imported from survey.csv' });
  await expect(done).toContainText('3 new documents');
  await expect(done).toContainText('1 new document field: Place');
  await expect(done).toContainText('row 3: “Answer” is empty.');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('imported/survey/a-1.txt — Postil');
  await expect(textBox(page)).toHaveText('We came by the early train, and the hall was full.');
  await expect(page.getByRole('region', { name: 'This document' }).getByLabel('Lisbon')).toBeChecked();
  expect(made(folder)).toEqual([
    'imported/survey/a-1.txt',
    'imported/survey/a-2 2.txt',
    'imported/survey/a-2.txt',
    'imported/survey/a-4.txt',
  ]);
  expect(folder.read('imported/survey/a-2.txt')).toBe('Here before.');
  expect(folder.read('imported/survey/a-2 2.txt')).toBe('Nobody told us where to wait.');
  expect(folder.read('imported/survey/a-4.txt')).toBe('The soup was good; 水 was not.');
  expect(fieldsOf(folder, 'imported/survey/a-4.txt')).toEqual({ place: 'Porto' });
  // They are documents like any other.
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('1');
  await expect.poll(() => fillsOf(page, 'person')).toEqual(['We']);
  await page.keyboard.press('Control+z');
  await saved(page);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Rows of survey.csv')).toBeVisible();
  await expect(option(page, 'imported/survey/a-1.txt')).toHaveCount(0);
  expect(made(folder)).toEqual(['imported/survey/a-2.txt']);
  expect(JSON.parse(folder.read('postil.json')).schema.documentFields).toEqual([]);
});

test('rows of a JSONL from elsewhere, imported by keyboard: the first edit asks for the name and goes on', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Anything.');
  const elsewhere = mkdtempSync(join(tmpdir(), 'postil-rows-'));
  const file = join(elsewhere, 'talks.jsonl');
  const lines = [
    { speaker: 'Ines', words: 'The bridge was closed.', minutes: 3 },
    { speaker: 'Omar', words: 'It rained for three days.', minutes: 4.5 },
    { speaker: 'Ines', words: '   ', minutes: 1 },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { app, page } = await start(folder.path, { annotator: null });
  await shows(page, 'Anything.');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+e');
  await page.keyboard.press('Enter');
  await expect(submit(page)).toBeFocused();
  await expect(submit(page)).toHaveText('Make 2 documents');
  expect(folder.files()).toEqual(['a.txt']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Who annotates?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Imported from talks.jsonl: 2 new documents.')).toBeVisible();
  await expect(textBox(page)).toHaveText('The bridge was closed.');
  const [first = '', second = ''] = made(folder);
  expect(made(folder)).toEqual(['imported/talks/row-1.txt', 'imported/talks/row-2.txt']);
  expect(folder.read(second)).toBe('It rained for three days.');
  expect(fieldsOf(folder, first)).toEqual({ speaker: 'Ines', minutes: 3 });
  expect(fieldsOf(folder, second)).toEqual({ speaker: 'Omar', minutes: 4.5 });
  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(option(page, first)).toHaveCount(0);
  expect(made(folder)).toEqual([]);
  rmSync(elsewhere, { recursive: true });
});
