import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { annotation, writeLayer } from './full-project';
import { annotationRows, chip, dragOver, option, saved, shows, textBox } from './hands';

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** «Привет» and more in Windows-1251, long enough to be recognised. */
const cyrillic = Buffer.from(
  [...'Привет, мир. Сегодня в городе идёт дождь, и все сидят дома у окна и пьют чай.'].map((letter) => {
    const code = letter.charCodeAt(0);
    if (code < 128) return code;
    if (letter === 'ё') return 0xb8;
    return code - 0x410 + 0xc0;
  }),
);

test('nested folders, encodings and files that cannot be opened', async ({ folder, start }) => {
  folder.write('a.txt', '\uFEFFWith a byte order mark.');
  folder.write('deep/er/b.txt', utf16('Sixteen bits: 林小雨'));
  folder.write('deep/c.txt', cyrillic);
  folder.write(
    'picture.txt',
    new Uint8Array(400).map((_, i) => (i % 3 === 0 ? 0 : i)),
  );
  folder.write('node_modules/x/readme.txt', 'not a document');
  const { page } = await start();
  await expect(page.getByRole('navigation', { name: 'Documents' })).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(4);
  await shows(page, 'With a byte order mark.');
  expect((await textBox(page).textContent())?.startsWith('With')).toBe(true);

  await option(page, 'deep/er/b.txt').click();
  await shows(page, 'Sixteen bits: 林小雨');
  await option(page, 'deep/c.txt').click();
  await shows(page, 'Привет, мир.');
  await expect(page.getByText('it was taken for', { exact: false })).toContainText(/windows-1251/i);

  await option(page, 'picture.txt').click();
  await expect(page.getByRole('heading', { name: 'picture.txt can’t be opened' })).toBeVisible();
  await option(page, 'a.txt').click();
  await shows(page, 'With a byte order mark.');
  // Looking changes nothing on disk.
  expect(folder.files().filter((file) => file.includes('postil') || file.startsWith('annotations'))).toEqual(
    [],
  );
});

test('new and removed files appear by themselves; a changed source is read again, a moved quote makes it read-only', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  const { page } = await start();
  await dragOver(page, 'beta');
  await chip(page, 'Person').click();
  await saved(page);
  folder.write('new/b.txt', 'Newcomer.');
  await expect(option(page, 'new/b.txt')).toBeVisible();
  rmSync(join(folder.path, 'new/b.txt'));
  await expect(option(page, 'new/b.txt')).toHaveCount(0);

  folder.write('a.txt', 'Alpha beta gamma, and a tail.');
  await shows(page, 'and a tail');
  await expect(annotationRows(page)).toHaveCount(1);
  await dragOver(page, 'tail');
  await chip(page, 'Place').click();
  await saved(page);

  const before = folder.annotations('a.txt');
  expect(before).toHaveLength(2);
  folder.write('a.txt', 'In front. Alpha beta gamma, and a tail.');
  await shows(page, 'In front.');
  await expect(page.getByText(/Read-only\..*2 have moved/)).toBeVisible();
  await dragOver(page, 'front');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveCount(2);
  expect(folder.annotations('a.txt')).toEqual(before);
});

test('a renamed source: its annotations are offered to the file with the same words', async ({
  folder,
  start,
}) => {
  folder.write('old.txt', 'Some words here.');
  const first = await start();
  await dragOver(first.page, 'words');
  await chip(first.page, 'Person').click();
  await saved(first.page);
  await first.app.close();
  rmSync(join(folder.path, 'old.txt'));
  folder.write('renamed.txt', 'Some words here.');
  const { page } = await start();
  await page.getByRole('button', { name: 'Link them to renamed.txt' }).click();
  await expect(page).toHaveTitle('renamed.txt — Postil');
  await expect(annotationRows(page)).toHaveText([/Person.*words/]);
  expect(folder.annotations('renamed.txt')).toHaveLength(1);
  expect(folder.files().filter((file) => file.endsWith('old.txt.json'))).toEqual([]);
});

test('a single text file opens by itself, with the welcome screen when nothing is asked for', async ({
  folder,
  start,
}) => {
  folder.write('only.txt', 'Only this one.');
  folder.write('other.txt', 'Not this one.');
  const first = await start(join(folder.path, 'only.txt'));
  await shows(first.page, 'Only this one.');
  await expect(first.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(1);
});

test('the welcome screen opens the sample', async ({ start }) => {
  const { page } = await start(null);
  await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible();
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first()).toBeVisible();
  await option(page, 'Start here.txt').click();
  await shows(page, 'Welcome to Postil');
});

test('a document that is clicked while the annotations of another are on their way opens', async ({
  folder,
  start,
}) => {
  const long = 'Alpha beta gamma. '.repeat(10_000);
  folder.write('a.txt', long);
  folder.write('b.txt', 'Beside it.');
  const first = await start();
  await dragOver(first.page, 'Alpha');
  await chip(first.page, 'Person').click();
  await saved(first.page);
  await first.app.close();
  const many = Array.from({ length: 40_000 }, (_, n) =>
    annotation(long, `n${n}`, 'person', { start: n * 4, end: n * 4 + 3 }),
  );
  writeLayer(folder, 'a.txt', long, many);
  const { page } = await start();
  await expect(annotationRows(page).first()).toBeVisible();
  await option(page, 'b.txt').click();
  await shows(page, 'Beside it.');
  // From within the page: the text is there for a moment only before its annotations are.
  await page.evaluate(async () => {
    const click = (path: string) =>
      document.querySelector<HTMLElement>(`[role=option][aria-label="${path}"]`)?.click();
    click('a.txt');
    while (!document.querySelector('[role=textbox]')?.textContent?.includes('Alpha'))
      await new Promise((done) => requestAnimationFrame(done));
    click('b.txt');
  });
  await shows(page, 'Beside it.');
  await expect(option(page, 'b.txt')).toHaveAttribute('aria-selected', 'true');
});
