import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Folder, type Started, test as tests } from './fixtures';
import { chip, dragOver, option, saved, shows, textBox } from './hands';
import { meeting } from './texts';

/** TARGET: an empty folder, apart from the project. */
const test = tests.extend<{ target: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  target: async ({}, use) => {
    const path = mkdtempSync(join(tmpdir(), 'postil-export-'));
    await use(path);
    rmSync(path, { recursive: true, force: true });
  },
});

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export' });
const outlookOf = (page: Page) => dialogOf(page).getByRole('region', { name: 'What will be written' });

/** Where the system's save dialog will point. */
const pointTo = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);

async function openDialog(page: Page): Promise<void> {
  await textBox(page).focus();
  await page.keyboard.press('Control+e');
  await expect(dialogOf(page).getByRole('radio', { checked: true }).first()).toBeFocused();
}

/** “Ada Lovelace met” is a place with a note, “Lovelace” in it a person. */
async function annotated(folder: Folder, start: () => Promise<Started>): Promise<Started> {
  folder.write('a.txt', meeting);
  folder.write('b.txt', 'Nobody was here.');
  const started = await start();
  const { page } = started;
  await dragOver(page, 'Lovelace');
  await chip(page, 'Person').click();
  await dragOver(page, 'Ada Lovelace met');
  await chip(page, 'Place').click();
  await page.keyboard.press('n');
  await page.keyboard.type('Not a place');
  await page.keyboard.press('Escape');
  await saved(page);
  return started;
}

test('by keyboard alone: a table, its preview, its files', async ({ folder, start, target }) => {
  const { app, page } = await annotated(folder, start);
  const file = join(target, 'out.csv');
  await pointTo(app, file);
  await openDialog(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('radio', { name: 'CSV table' })).toBeChecked();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('Ada Lovelace');
  await expect(outlookOf(page)).toContainText('2 annotations in 2 documents');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Exported: 2 annotations in 2 documents')).toBeVisible();
  expect(readdirSync(target).sort()).toEqual(
    expect.arrayContaining(['out.csv', 'out.csv.labels.json', 'out.csv.report.json']),
  );
  const rows = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(rows).toHaveLength(3);
  expect(rows.join('\n')).toContain('Not a place');
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(textBox(page)).toBeFocused();
});

test('what a format can’t say is told before it is written, changed by choice, and reported', async ({
  folder,
  start,
  target,
}) => {
  const { app, page } = await annotated(folder, start);
  const file = join(target, 'out.conll');
  await pointTo(app, file);
  await openDialog(page);
  const dialog = dialogOf(page);
  const outlook = outlookOf(page);
  await dialog.getByRole('radio', { name: 'CoNLL-2003' }).check();
  await expect(outlook).toContainText('1 annotation left out');
  await outlook.getByText('It overlaps another that is kept.').click();
  await expect(outlook.getByRole('listitem').first()).toHaveText('Person “Lovelace” a.txt');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('B-Place');

  const kept = dialog.getByRole('combobox', { name: 'Of annotations that overlap, keep' });
  await kept.selectOption('the one whose label stands first in the schema');
  await expect(preview).toContainText('B-Person');
  await outlook.getByText('It overlaps another that is kept.').click();
  await expect(outlook.getByRole('listitem').first()).toHaveText('Place “Ada Lovelace met” a.txt');
  expect(readdirSync(target)).toEqual([]);

  const labels = dialog.getByText('Labels, status, annotators');
  await labels.click();
  await dialog.getByRole('checkbox', { name: 'Person' }).uncheck();
  await expect(outlook).toContainText('1 annotation in 2 documents');
  await expect(outlook).not.toContainText('overlaps');
  await expect(outlook).toContainText('1 note left out');
  await expect(preview).toContainText('B-Place');

  await dialog.getByRole('button', { name: 'Export…' }).click();
  const result = dialog.getByRole('status', { name: 'Export result' });
  await expect(result).toContainText('Exported: 1 annotation in 2 documents');
  await expect(result).toContainText('1 note left out');
  expect(readFileSync(file, 'utf8')).toContain('B-Place');
  expect(readFileSync(file, 'utf8')).not.toContain('B-Person');
  const report = JSON.parse(readFileSync(`${file}.report.json`, 'utf8'));
  const place = folder.annotations('a.txt').find((it) => it.label === 'place');
  expect(report.losses).toContainEqual(
    expect.objectContaining({ what: 'note', documents: [{ path: 'a.txt', ids: [place?.id] }] }),
  );
  await page.keyboard.press('Enter');

  // The format comes back, the filter does not: it must never apply unseen.
  await openDialog(page);
  await expect(dialog.getByRole('radio', { name: 'CoNLL-2003' })).toBeChecked();
  await expect(kept).toHaveValue('label');
  await expect(outlook).toContainText('It overlaps another that is kept.');
  await labels.click();
  await expect(dialog.getByRole('checkbox', { name: 'Person' })).toBeChecked();
});

test('a folder beside the texts is no document, and is replaced when that is said', async ({
  folder,
  start,
}) => {
  const { app, page } = await annotated(folder, start);
  const made = join(folder.path, 'training');
  await pointTo(app, made);
  const dialog = dialogOf(page);
  await openDialog(page);
  await dialog.getByRole('radio', { name: 'brat standoff' }).check();
  await expect(outlookOf(page)).toContainText('2 annotations in 2 documents');
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText('Exported: 2 annotations in 2 documents')).toBeVisible();
  const files = folder.files().filter((file) => file.startsWith('training'));
  expect(files).toEqual(expect.arrayContaining(['training.report.json', 'training/a.ann', 'training/a.txt']));
  expect(folder.read('training/a.ann')).toContain('Ada Lovelace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(2);
  await expect(option(page, 'b.txt')).toBeVisible();

  await openDialog(page);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('exists already. Nothing was written');
  await dialog.getByRole('button', { name: 'Replace it' }).click();
  await expect(dialog.getByText('Exported: 2 annotations in 2 documents')).toBeVisible();
  expect(folder.files().filter((file) => file.startsWith('training'))).toEqual(files);
});

test('what is copied is what would be written', async ({ folder, start, target }) => {
  const { app, page } = await annotated(folder, start);
  const file = join(target, 'out.tsv');
  await pointTo(app, file);
  await openDialog(page);
  const dialog = dialogOf(page);
  await dialog.getByRole('radio', { name: 'TSV table' }).check();
  await dialog.getByRole('button', { name: 'Copy to clipboard' }).click();
  await expect(dialog.getByRole('status', { name: 'Copied' })).toContainText('Copied: ');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText('Exported:')).toBeVisible();
  expect(copied).toBe(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  expect(copied).toContain('Ada Lovelace');
});

test('an export that is stopped leaves nothing, and the dialog stays', async ({ folder, start, target }) => {
  for (let n = 0; n < 8_000; n++) folder.write(`t/${n}.txt`, `text ${n}`);
  const { app, page } = await start();
  await shows(page, 'text');
  const file = join(target, 'out.json');
  await pointTo(app, file);
  await openDialog(page);
  const dialog = dialogOf(page);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('progressbar', { name: 'Writing' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('The export was stopped. Nothing was written.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeEnabled();
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(target)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
