import { expect, test } from './fixtures';
import { annotationList, annotationRows, dragOver, option, saved, saveStatus, shows, textBox } from './hands';
import { meeting } from './texts';

test('names and roles that people with assistive technology and automation rely on', async ({
  folder,
  start,
}) => {
  folder.write('talks/a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Ada');
  await expect(page).toHaveTitle('talks/a.txt — Postil');
  const documents = page.getByRole('navigation', { name: 'Documents', exact: true });
  await expect(
    documents.getByRole('listbox', { name: 'Documents', exact: true }).getByRole('option'),
  ).toHaveCount(1);
  await expect(option(page, 'talks/a.txt')).toHaveAttribute('aria-selected', 'true');
  await expect(textBox(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(textBox(page)).toHaveAttribute('aria-multiline', 'true');
  await expect(page.getByRole('toolbar', { name: 'Labels' }).getByRole('button')).toHaveCount(10);
  await expect(annotationList(page)).toHaveCount(1);
  await expect(saveStatus(page)).toHaveText('Saved');
  await textBox(page).focus();
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-spoken]')).toHaveText('Inside Person');
});

test('F6 goes round the panes; letters type ahead in Documents, Enter opens', async ({ folder, start }) => {
  for (const name of ['apple.txt', 'birch.txt', 'cedar.txt']) folder.write(name, `About ${name}`);
  const { page } = await start();
  await shows(page, 'About apple.txt');
  await textBox(page).focus();
  await page.keyboard.press('F6');
  await expect(page.locator('[data-pane=annotations] [data-landing]')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('listbox', { name: 'Documents' })).toBeFocused();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await shows(page, 'About cedar.txt');
  await expect(textBox(page)).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('toolbar', { name: 'Labels' }).getByRole('button').first()).toBeFocused();
});

test('a folder dropped on the window opens', async ({ folder, start }) => {
  folder.write('one/a.txt', 'First project.');
  folder.write('two/b.txt', 'Second project.');
  const { page } = await start(`${folder.path}/one`);
  await shows(page, 'First project.');
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [`${folder.path}/two`], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await shows(page, 'Second project.');
  await expect(page).toHaveTitle('b.txt — Postil');
});

test('10,000 documents: listed, searched, opened', async ({ folder, start }) => {
  for (let i = 0; i < 10_000; i++) folder.write(`part-${i % 100}/text-${i}.txt`, `Text number ${i}.`);
  const { page } = await start();
  await expect(page.getByText('0 of 10000 done')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search documents' }).fill('text-9876');
  await option(page, 'part-76/text-9876.txt').click();
  await shows(page, 'Text number 9876.');
});

test('Ctrl+Enter marks done and goes on; the list and the file say so', async ({ folder, start }) => {
  folder.write('a.txt', 'Alpha');
  folder.write('b.txt', 'Beta');
  const { page } = await start();
  await shows(page, 'Alpha');
  await textBox(page).focus();
  await page.keyboard.press('Control+Enter');
  await shows(page, 'Beta');
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await saved(page);
  const file = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  expect(JSON.parse(folder.read(file))).toMatchObject({ status: 'done', annotations: [] });
});

test('sticky label: every selection gets it until Esc', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Ada');
  await textBox(page).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sticky');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Sticky label' })).toBeVisible();
  await page.keyboard.type('place');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await dragOver(page, 'London');
  await expect(annotationRows(page)).toHaveText([/Place.*London/]);
  await dragOver(page, 'machine');
  await expect(annotationRows(page)).toHaveCount(2);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await dragOver(page, 'talked');
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
});
