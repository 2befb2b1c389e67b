import type { Layer } from '../core/model';
import { expect, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, fillsOf, option, saved, shows, textBox } from './hands';
import { meeting } from './texts';

const layerOf = (folder: { files(): string[]; read(file: string): string }, document: string): Layer => {
  const file = folder.files().find((it) => it.endsWith(`/${document}.json`)) as string;
  return JSON.parse(folder.read(file)) as Layer;
};

const manifest = {
  format: 'postil-project',
  version: 1,
  id: 'p',
  name: 'Letters',
  sources: ['**/*'],
  schema: {
    labels: [
      { id: 'person', name: 'Person', color: '#0072b2', key: '1', description: 'Anybody who is named.' },
      { id: 'place', name: 'Place', color: '#d55e00', key: '2' },
    ],
    attributes: [],
    relationTypes: [],
    documentFields: [
      { id: 'genre', name: 'Genre', kind: 'choice', choices: ['letter', 'report'] },
      { id: 'reviewed', name: 'Reviewed', kind: 'boolean' },
    ],
  },
  settings: {},
};

test('status, fields and memos of document and project: on disk, undone, redone, over a restart', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  folder.write('b.txt', 'Another text.');
  folder.write('postil.json', JSON.stringify(manifest));
  const first = await start();
  const { page } = first;
  await shows(page, 'Ada');
  await textBox(page).focus();
  await page.keyboard.press('Control+i');
  const pane = page.getByRole('region', { name: 'Document', exact: true });
  await expect(pane.getByText('2 to do')).toBeVisible();
  await pane.getByRole('radio', { name: 'In progress' }).check();
  await pane.getByRole('radiogroup', { name: 'Genre' }).getByRole('radio', { name: 'report' }).check();
  await pane.getByRole('radiogroup', { name: 'Reviewed' }).getByRole('radio', { name: 'Yes' }).check();
  await pane.getByRole('textbox', { name: 'Memo on the document' }).fill('A short one.');
  await pane.getByRole('textbox', { name: 'Memo on the project' }).fill('Ask about 1833.');
  await page.keyboard.press('Escape');
  await expect(textBox(page)).toBeFocused();
  await saved(page);
  expect(layerOf(folder, 'a.txt')).toMatchObject({
    status: 'in-progress',
    memo: 'A short one.',
    fields: { genre: 'report', reviewed: true },
  });
  expect(JSON.parse(folder.read('postil.json')).memo).toBe('Ask about 1833.');
  await expect(pane.getByText('1 in progress · 1 to do')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(pane.getByRole('textbox', { name: 'Memo on the project' })).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(pane.getByRole('textbox', { name: 'Memo on the document' })).toHaveValue('');
  await saved(page);
  expect(JSON.parse(folder.read('postil.json')).memo).toBe('');
  expect(layerOf(folder, 'a.txt').memo).toBe('');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await saved(page);
  await first.app.close();

  const again = await start();
  const facts = again.page.getByRole('region', { name: 'Document', exact: true });
  await expect(facts.getByRole('textbox', { name: 'Memo on the document' })).toHaveValue('A short one.');
  await expect(facts.getByRole('textbox', { name: 'Memo on the project' })).toHaveValue('Ask about 1833.');
  await expect(facts.getByRole('radio', { name: 'In progress' })).toBeChecked();
});

test('a memo that is left by opening another document stays with its own', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  folder.write('b.txt', 'Another text.');
  const { page } = await start();
  await shows(page, 'Ada');
  await textBox(page).focus();
  await page.keyboard.press('Control+i');
  const memo = page.getByRole('textbox', { name: 'Memo on the document' });
  await memo.fill('Of the first.');
  await page.keyboard.press('Control+PageDown');
  await shows(page, 'Another text');
  await expect(memo).toHaveValue('');
  await saved(page);
  expect(layerOf(folder, 'a.txt').memo).toBe('Of the first.');
  expect(folder.files().filter((it) => it.endsWith('/b.txt.json'))).toEqual([]);
});

test('the guidelines follow the label at hand, and change with their file', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  folder.write('postil.json', JSON.stringify(manifest));
  const filler = 'A rule that explains itself.\n\n'.repeat(40);
  folder.write(
    'guidelines.md',
    `# How we annotate\n\n<script>alert(1)</script> [Here](https://example.com)\n\n${filler}\n## Person\n\nNames and *titles*.\n\n${filler}\n## Place\n\nCities.\n`,
  );
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await dragOver(page, 'London');
  await chip(page, 'Place').click();
  await page.keyboard.press('Control+g');
  const pane = page.getByRole('region', { name: 'Guidelines' });
  await expect(pane.getByRole('heading', { name: 'Place' })).toBeInViewport();
  await expect(pane.getByRole('heading', { name: 'Person' })).not.toBeInViewport();
  await clickOn(page, 'Ada Lovelace');
  await expect(pane.getByText('Anybody who is named.')).toBeVisible();
  await expect(pane.getByRole('heading', { name: 'Person' })).toBeInViewport();
  await expect(pane.locator('em')).toHaveText('titles');
  await expect(pane.getByText('<script>alert(1)</script>')).toHaveCount(1);
  await expect(pane.getByRole('link')).toHaveCount(0);
  folder.write('guidelines.md', '## Person\n\nOnly the living.\n');
  await expect(pane.getByText('Only the living.')).toBeVisible();
});

test('the edit history shows every step, marks where one is, and jumps both ways', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  folder.write('b.txt', 'Delta.');
  const { page } = await start();
  for (const [words, key] of [
    ['Alpha', '1'],
    ['beta', '2'],
    ['gamma', '3'],
  ] as const) {
    await dragOver(page, words);
    await page.keyboard.press(key);
  }
  await option(page, 'b.txt').click();
  await dragOver(page, 'Delta');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Shift+H');
  const steps = page.getByRole('listbox', { name: 'Edit history' }).getByRole('option');
  await expect(steps).toHaveText([
    /Add Person.*now.*b\.txt/,
    /Add Place.*a\.txt/,
    /Add Organisation.*a\.txt/,
    /Add Person.*a\.txt/,
    /Before all/,
  ]);
  await steps.nth(3).click();
  await expect(page).toHaveTitle('a.txt — Postil');
  await expect(annotationRows(page)).toHaveText([/Alpha/]);
  await expect(steps.nth(3)).toHaveAttribute('aria-selected', 'true');
  await saved(page);
  expect(folder.annotations('a.txt')).toHaveLength(1);
  expect(folder.annotations('b.txt')).toHaveLength(0);
  expect(await fillsOf(page, 'place')).toEqual([]);

  await expect(page.getByRole('listbox', { name: 'Edit history' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveText([/Alpha/, /beta/, /gamma/]);
  await expect.poll(() => fillsOf(page, 'place')).toEqual(['gamma']);
  await saved(page);
  expect(folder.annotations('a.txt')).toHaveLength(3);
});
