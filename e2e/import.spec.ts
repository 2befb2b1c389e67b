import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Folder, type Started, test as tests } from './fixtures';
import { annotationRows, chip, fillsOf, option, saved, shows, textBox } from './hands';

/** Writes FILE outside of the project and gives its path. */
const test = tests.extend<{ outside: (file: string, content: string) => string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  outside: async ({}, use) => {
    const path = mkdtempSync(join(tmpdir(), 'postil-import-'));
    await use((file, content) => {
      writeFileSync(join(path, file), content);
      return join(path, file);
    });
    rmSync(path, { recursive: true, force: true });
  },
});

const ours = (folder: Folder) => folder.files().filter((file) => !file.startsWith('.postil/'));
const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Import/ });
const outlookOf = (page: Page) => dialogOf(page).getByRole('region', { name: 'What will be imported' });

/** Opens the dialog and points the system's one at FILE. */
async function choose({ app, page }: Started, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+e');
  await expect(dialogOf(page).getByRole('button', { name: 'Choose files…' })).toBeFocused();
  await page.keyboard.press('Enter');
}

const importIt = (page: Page) => dialogOf(page).getByRole('button', { name: 'Import', exact: true }).click();

/** Imports, and leaves what is told of it. */
async function importAndClose(page: Page): Promise<void> {
  await importIt(page);
  await dialogOf(page).getByRole('button', { name: 'Close' }).click();
}

const story = '👩‍🚀 Ada met Bob in Bonn.';

/** A Label Studio task about the story, whose offsets count as JavaScript does. */
const task = (rows: readonly (readonly [label: string, words: string])[]) =>
  JSON.stringify([
    {
      id: 1,
      data: { text: story, postil_path: 'story.txt' },
      annotations: [
        {
          id: 1,
          result: rows.map(([label, words], n) => ({
            id: `r${n}`,
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            value: {
              start: story.indexOf(words),
              end: story.indexOf(words) + words.length,
              text: words,
              labels: [label],
            },
          })),
        },
      ],
    },
  ]);

test('a Label Studio file goes onto the document that is there: its unit is found out and told, undo takes it back', async ({
  folder,
  start,
  outside,
}) => {
  folder.write('story.txt', story);
  const started = await start();
  const { page } = started;
  await shows(page, 'Ada');
  await choose(
    started,
    outside(
      'tasks.json',
      task([
        ['Person', 'Ada'],
        ['Ship', 'Bonn'],
      ]),
    ),
  );
  const dialog = dialogOf(page);
  await expect(dialog.getByText('1 document, 2 annotations')).toBeVisible();
  await expect(dialog.getByLabel('Format')).toHaveValue('auto');
  await expect(dialog.getByLabel('Format').locator('option:checked')).toHaveText(
    'Label Studio (found by itself)',
  );
  await expect(dialog.getByText(/UTF-16 units: 2 of 2 quotes fit/)).toBeVisible();
  await expect(dialog.getByRole('list', { name: 'Where each document goes' })).toContainText(
    'story.txtthe same text · 2',
  );
  await expect(dialog.getByLabel('Person becomes').locator('option:checked')).toHaveText('Person');
  await expect(outlookOf(page)).toContainText('1 new label: Ship');
  await dialog.getByLabel('Ship becomes').selectOption('Place');
  await expect(outlookOf(page)).not.toContainText('Ship');
  expect(ours(folder)).toEqual(['story.txt']);
  await importIt(page);
  await expect(dialog.getByRole('region', { name: 'Import result' })).toContainText('2 annotations');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Imported from tasks.json: 2 annotations.')).toBeVisible();
  await expect(annotationRows(page)).toHaveText([/Person.*Ada/, /Place.*Bonn/]);
  expect(await fillsOf(page, 'person')).toEqual(['Ada']);
  expect(await fillsOf(page, 'place')).toEqual(['Bonn']);
  expect(folder.annotations('story.txt').map((it) => [it.spans[0]?.start, it.origin])).toEqual([
    [story.indexOf('Ada'), 'import:tasks.json'],
    [story.indexOf('Bonn'), 'import:tasks.json'],
  ]);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(annotationRows(page)).toHaveCount(0);
  await saved(page);
  expect(folder.annotations('story.txt')).toEqual([]);
});

test('doccano lines become new documents; undo takes them away, redo brings them back', async ({
  folder,
  start,
  outside,
}) => {
  folder.write('a.txt', 'Nothing of it.');
  const started = await start();
  const { page } = started;
  await shows(page, 'Nothing');
  const lines = [
    { id: 1, text: 'Ada was here.', label: [[0, 3, 'Person']] },
    { id: 2, text: 'Bonn is a town.', label: [[0, 4, 'Town']] },
  ];
  await choose(started, outside('lines.jsonl', lines.map((it) => JSON.stringify(it)).join('\n')));
  await expect(outlookOf(page)).toContainText('2 new documents');
  await importAndClose(page);
  await shows(page, 'Ada was here');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada/]);
  const imported = ours(folder).filter((file) => file.startsWith('imported/'));
  expect(imported).toHaveLength(2);
  expect(imported.map((file) => folder.read(file)).sort()).toEqual(['Ada was here.', 'Bonn is a town.']);
  expect(folder.read('postil.json')).toContain('"Town"');

  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await shows(page, 'Nothing of it');
  await expect(option(page, imported[0] as string)).toHaveCount(0);
  expect(ours(folder).filter((file) => file.startsWith('imported/'))).toEqual([]);
  expect(folder.read('postil.json')).not.toContain('"Town"');
  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+z');
  await expect(option(page, imported[0] as string)).toHaveCount(1);
  expect(ours(folder).filter((file) => file.startsWith('imported/'))).toEqual(imported);
});

test('an import that is the first edit asks for the name, and goes on', async ({
  folder,
  start,
  outside,
}) => {
  folder.write('story.txt', story);
  const started = await start(folder.path, { annotator: null });
  const { page } = started;
  await shows(page, 'Ada');
  await choose(started, outside('tasks.json', task([['Person', 'Ada']])));
  await expect(outlookOf(page)).toContainText('1 annotation');
  await importIt(page);
  await page.getByRole('dialog', { name: 'Who annotates?' }).getByLabel('Your name').fill('Tess');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada/]);
  await expect(page.getByText('Imported from tasks.json: 1 annotation.')).toBeVisible();
  expect(folder.annotations('story.txt').map((it) => it.spans[0]?.exact)).toEqual(['Ada']);
});

test('a damaged file is refused with the place, and nothing is changed', async ({
  folder,
  start,
  outside,
}) => {
  folder.write('a.txt', 'Nothing of it.');
  const started = await start();
  const { page } = started;
  await shows(page, 'Nothing');
  const good = JSON.stringify({ id: 1, text: 'Ada was here.', label: [[0, 3, 'Person']] });
  await choose(started, outside('lines.jsonl', `${good}\n{"id": 2, "text": "Bo\n`));
  await expect(dialogOf(page).getByText(/line 2/i)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden();
  expect(ours(folder)).toEqual(['a.txt']);
});

/** Lets go of PATH over the window, as the system's file manager does. */
async function dropFile(page: Page, path: string): Promise<void> {
  const input = await page.evaluateHandle(() => {
    const element = document.createElement('input');
    element.type = 'file';
    document.body.append(element);
    return element;
  });
  await input.setInputFiles(path);
  await input.evaluate((element) => {
    const transfer = new DataTransfer();
    for (const file of element.files ?? []) transfer.items.add(file);
    element.remove();
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  });
}

const answerWith = (app: ElectronApplication, response: number) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showMessageBox = (async () => ({ response: chosen, checkboxChecked: false })) as never;
  }, response);

test('a dropped file that is no document is offered for import; another annotator’s layer takes it', async ({
  folder,
  start,
  outside,
}) => {
  folder.write('story.txt', story);
  const { app, page } = await start();
  await shows(page, 'Ada');
  const file = outside('tasks.json', task([['Person', 'Ada']]));
  await answerWith(app, 0);
  await dropFile(page, file);
  const dialog = dialogOf(page);
  await dialog.getByLabel('Another annotator’s').check();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await dialog.getByLabel('Name', { exact: true }).fill('Zoe');
  await importAndClose(page);
  await expect(annotationRows(page)).toHaveCount(0);
  const layers = ours(folder).filter((it) => it.endsWith('/story.txt.json'));
  expect(layers).toHaveLength(1);
  expect(layers[0]).toMatch(/^annotations\/zoe-/);
  expect(folder.annotations('story.txt').map((it) => it.spans[0]?.exact)).toEqual(['Ada']);
});

test('as suggestions: told apart, two accepted and one rejected by key, each step taken back by itself', async ({
  folder,
  start,
  outside,
}) => {
  folder.write('story.txt', story);
  const started = await start();
  const { page } = started;
  await shows(page, 'Ada');
  const rows = [
    ['Person', 'Ada'],
    ['Person', 'Bob'],
    ['Place', 'Bonn'],
  ] as const;
  await choose(started, outside('tasks.json', task(rows)));
  await dialogOf(page).getByLabel('Suggestions, which I accept or reject').check();
  await expect(outlookOf(page)).toContainText('3 annotations (as suggestions)');
  await importAndClose(page);
  const origins = () => folder.annotations('story.txt').map((it) => `${it.spans[0]?.exact} ${it.origin}`);
  const suggested = (words: string) => `${words} suggestion:tasks.json`;
  const accepted = (words: string) => `${words} import:tasks.json`;
  await expect(annotationRows(page)).toHaveText([
    /Person.*suggested.*Ada/,
    /Person.*suggested.*Bob/,
    /Place.*suggested.*Bonn/,
  ]);
  expect(origins()).toEqual(['Ada', 'Bob', 'Bonn'].map(suggested));
  // A dashed bar and a dashed stripe, and no colour behind the words.
  await expect(page.locator('.viewer-bar.is-suggested')).toHaveCount(3);
  await expect(page.locator('.viewer-stripe.is-suggested')).toHaveCount(3);
  const left = page.getByRole('status', { name: 'Suggestions left' });
  await expect(left).toHaveText('3 suggested');

  await textBox(page).focus();
  await page.keyboard.press('Control+F9');
  await page.keyboard.press('Shift+Enter');
  await expect(left).toHaveText('2 of 3 left');
  await expect(page.locator('.viewer-bar.is-suggested')).toHaveCount(2);
  await page.keyboard.press('Shift+Backspace');
  await expect(left).toHaveText('1 of 3 left');
  await page.keyboard.press('Shift+Enter');
  await expect(left).toBeHidden();
  await expect(page.getByText('No suggestion is left in this document.')).toBeVisible();
  await expect(annotationRows(page)).toHaveText([/^Person\s*Ada/, /^Place\s*Bonn/]);
  await expect(page.locator('.viewer-bar.is-suggested, .viewer-stripe.is-suggested')).toHaveCount(0);
  await saved(page);
  expect(origins()).toEqual(['Ada', 'Bonn'].map(accepted));

  await page.keyboard.press('Control+z');
  await saved(page);
  expect(origins()).toEqual([accepted('Ada'), suggested('Bonn')]);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(origins()).toEqual([accepted('Ada'), suggested('Bob'), suggested('Bonn')]);

  await page.getByLabel('Suggestions', { exact: true }).and(page.locator('select')).selectOption('only');
  await expect(annotationRows(page)).toHaveText([/Bob/, /Bonn/]);
  await annotationRows(page).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Reject this suggestion' }).click();
  await expect(annotationRows(page)).toHaveText([/Bonn/]);
  await chip(page, 'Place').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Accept all suggestions with it' }).click();
  await expect(page.getByText('Accepted: 1 suggestion of Place')).toBeVisible();
  await saved(page);
  expect(origins()).toEqual([accepted('Ada'), accepted('Bonn')]);
});
