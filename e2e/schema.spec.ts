import { readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import type { AttributeType, RelationType, Schema } from '../core/model';
import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, fillsOf, shows } from './hands';
import {
  label,
  labelOn,
  labelsIn,
  openSchema,
  row,
  saved,
  schemaOn,
  startAnnotated,
  tick,
} from './schema-hands';
import { meeting } from './texts';

test('a label is made, named, described, keyed and put below another; every step is on disk and undone', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Babbage');
  const dialog = await openSchema(page);
  await dialog.getByRole('button', { name: 'New label' }).click();
  const name = dialog.getByLabel('Name');
  await expect(name).toBeFocused();
  await page.keyboard.type('Poet');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Poet')).toBeVisible();
  await dialog.getByLabel('Key').fill('1');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('The key 1 belongs to “Person”.');
  await dialog.getByLabel('Key').fill('p');
  await dialog.getByLabel(/^Description/).fill('Writes verse.');
  await dialog.getByLabel(/^Memo/).fill('Ada too?');
  await dialog.getByRole('radio', { name: '#6e045f' }).check({ force: true });
  await dialog.getByRole('combobox', { name: 'Below' }).selectOption('person');
  await expect(row(page, 'Poet')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await saved(page);
  expect(labelOn(folder, 'new-label')).toEqual({
    id: 'new-label',
    name: 'Poet',
    color: '#6e045f',
    key: 'p',
    parent: 'person',
    description: 'Writes verse.',
    memo: 'Ada too?',
  });
  // Chips stand in the order of the tree, and the key works.
  await expect(page.getByRole('toolbar', { name: 'Labels' }).getByRole('button').nth(1)).toHaveText(/Poet/);
  await label(page, 'Ada Lovelace', 'p');
  expect(await fillsOf(page, 'new-label')).toEqual(['Ada Lovelace']);
  await expect(annotationRows(page)).toHaveText([/Poet.*Ada Lovelace/]);

  // A pause in typing makes a step of its own, so it is undone until the label is gone, whatever it is called.
  const labels = page.getByRole('toolbar', { name: 'Labels' }).getByRole('button');
  await expect(labels).toHaveCount(11);
  await expect(async () => {
    await page.keyboard.press('Control+z');
    await expect(labels).toHaveCount(10, { timeout: 200 });
  }).toPass({ intervals: [50] });
  await saved(page);
  expect(labelOn(folder, 'new-label')).toBeUndefined();
  expect(labelsIn(folder, 'a.txt')).toEqual([]);
});

test('labels are walked, moved and nested by keys alone', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Babbage');
  await openSchema(page);
  await row(page, 'Person').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Organisation')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(row(page, 'Organisation')).toHaveAttribute('aria-level', '2');
  await expect(row(page, 'Organisation')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await saved(page);
  const ids = () => schemaOn(folder).labels.map((it) => it.id);
  expect(ids().slice(0, 3)).toEqual(['place', 'person', 'organisation']);
  expect(labelOn(folder, 'organisation')?.parent).toBe('person');
  // Undo without leaving the editor.
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Organisation')).toHaveAttribute('aria-level', '1');
  await saved(page);
  expect(ids().slice(0, 3)).toEqual(['person', 'organisation', 'place']);
  // A typed name is kept when the editor is closed by its button.
  await row(page, 'Place').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Location');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await saved(page);
  expect(labelOn(folder, 'place')?.name).toBe('Location');
});

test('an attribute is made; a choice in use is renamed everywhere, and deleting one asks', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Babbage');
  const dialog = await openSchema(page);
  await dialog.getByRole('tab', { name: /Attributes/ }).click();
  await dialog.getByRole('button', { name: 'New attribute' }).click();
  await page.keyboard.type('Severity');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Answered by').selectOption('choice');
  await dialog.getByLabel('Choice 1').fill('minor');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('New choice').fill('major');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Choice 2')).toHaveValue('major');
  await dialog.getByLabel('New choice').fill('major');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('“Severity” has the choice “major” twice.');
  await dialog.getByLabel('New choice').fill('');
  await dialog.getByLabel('Starts with').selectOption('minor');
  await dialog.getByLabel(/^Required/).check();
  await tick(dialog.getByRole('checkbox', { name: 'Person' }));
  await page.keyboard.press('Escape');
  await saved(page);
  const attribute = (): AttributeType | undefined => schemaOn(folder).attributes[0];
  expect(attribute()).toMatchObject({
    name: 'Severity',
    kind: 'choice',
    choices: ['minor', 'major'],
    default: 'minor',
    required: true,
    target: 'annotation',
    of: ['person'],
  });
  // A new annotation starts with the default.
  const id = attribute()?.id as string;
  await label(page, 'Ada Lovelace', '1');
  await saved(page);
  const answers = () => folder.annotations('a.txt').map((it) => it.attributes);
  expect(answers()).toEqual([{ [id]: 'minor' }]);

  await openSchema(page);
  await dialog.getByRole('tab', { name: /Attributes/ }).click();
  await dialog.getByLabel('Choice 1').fill('slight');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Undo: Rename the choice minor' })).toBeVisible();
  await saved(page);
  expect(answers()).toEqual([{ [id]: 'slight' }]);
  expect(attribute()?.default).toBe('slight');

  await dialog.getByRole('button', { name: 'Remove slight' }).click();
  const ask = page.getByRole('dialog', { name: 'Change the choices of Severity' });
  await expect(ask.getByText('“slight” of “Severity” is used: 1 answer in 1 document')).toBeVisible();
  await ask.getByLabel('Merge into').last().selectOption('major');
  await ask.getByRole('button', { name: 'Change the choices of Severity' }).click();
  await expect(ask).toBeHidden();
  await saved(page);
  expect(answers()).toEqual([{ [id]: 'major' }]);

  // Narrowed: no longer asked of this label.
  await tick(dialog.getByRole('checkbox', { name: 'Place', exact: true }));
  await dialog.getByRole('checkbox', { name: 'Person' }).click();
  const narrow = page.getByRole('dialog', { name: 'Change Severity' });
  await expect(narrow.getByText('Attribute “Severity” is used: 1 answer in 1 document')).toBeVisible();
  await narrow.getByRole('radio', { name: /Remove/ }).check();
  await narrow.getByRole('button', { name: 'Change Severity' }).click();
  await expect(narrow).toBeHidden();
  await saved(page);
  expect(answers()).toEqual([{}]);
  await row(page, 'Severity').focus();
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('Control+z');
    await saved(page);
  }
  expect(attribute()).toMatchObject({ choices: ['slight', 'major'], of: ['person'] });
  expect(answers()).toEqual([{ [id]: 'slight' }]);
});

test('a relation type and a document field are made, with ends and kinds', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Babbage');
  const dialog = await openSchema(page);
  await dialog.getByRole('tab', { name: /Relations/ }).click();
  await dialog.getByRole('button', { name: 'New relation type' }).click();
  await page.keyboard.type('met in');
  await page.keyboard.press('Enter');
  await tick(dialog.getByRole('group', { name: /May start from/ }).getByLabel('Person'));
  await tick(dialog.getByRole('group', { name: /May lead to/ }).getByLabel('Place'));
  await tick(dialog.getByLabel(/lead in a circle/), false);
  await dialog.getByRole('tab', { name: /Document fields/ }).click();
  await dialog.getByRole('button', { name: 'New document field' }).click();
  await page.keyboard.type('Words');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Answered by').selectOption('number');
  // What is in use is counted first.
  await expect(dialog.getByLabel('Answered by')).toHaveValue('number');
  await dialog.getByLabel(/^Starts with/).fill('many');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/starts with is no answer/);
  await dialog.getByLabel(/^Starts with/).fill('7,5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await saved(page);
  const { relationTypes, documentFields } = schemaOn(folder);
  expect(relationTypes).toMatchObject([
    { name: 'met in', from: ['person'], to: ['place'], loops: false, cycles: false },
  ] satisfies Partial<RelationType>[]);
  expect(documentFields).toMatchObject([{ name: 'Words', kind: 'number', default: 7.5 }]);
});

async function stubDialogs(app: ElectronApplication, save: string, open: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, [filePath, chosen]) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    },
    [save, open] as const,
  );
}

test('start from a template; export the schema; import it elsewhere; a damaged file says where', async ({
  folder,
  start,
}) => {
  const { app, page } = await startAnnotated(folder, start);
  const dialog = await openSchema(page);
  await dialog.getByRole('button', { name: 'Start from…' }).click();
  const from = page.getByRole('dialog', { name: 'Start from' });
  await from.getByRole('radio', { name: /Translation quality/ }).check();
  await from.getByRole('radio', { name: /Is replaced/ }).check();
  await from.getByRole('button', { name: 'Replace' }).click();
  // Two labels are in use, so they are asked about.
  const ask = page.getByRole('dialog', { name: 'Replace the schema by Translation quality' });
  await expect(ask.getByText('Label “Person” is used: 3 annotations in 2 documents')).toBeVisible();
  await expect(ask.getByText('Label “Place” is used: 1 annotation in 1 document')).toBeVisible();
  await ask.getByRole('button', { name: 'Replace the schema by Translation quality' }).click();
  await expect(row(page, 'Omission')).toHaveAttribute('aria-level', '2');
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['person', 'person', 'place']);
  const replaced = schemaOn(folder);
  expect(replaced.attributes[0]).toMatchObject({ id: 'severity', default: 'minor' });

  const file = `${folder.path}/shared.json`;
  await stubDialogs(app, file, file);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByRole('status', { name: 'Schema message' })).toHaveText(`Exported: ${file}`);
  const exported = JSON.parse(readFileSync(file, 'utf8')) as Schema & { format: string };
  expect(exported).toMatchObject({ format: 'postil-schema', version: 1, ...replaced });

  // Back to the starter by undo, then the file is added to it.
  await row(page, 'Accuracy').focus();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Person')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import…' }).click();
  const add = page.getByRole('dialog', { name: 'Import “shared.json”' });
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(row(page, 'Omission')).toBeVisible();
  await saved(page);
  const both = schemaOn(folder);
  expect(both.labels.length).toBe(10 + replaced.labels.length);
  // A key that is taken is left out.
  expect(both.labels.find((it) => it.id === 'accuracy')?.key).toBeNull();

  folder.write('shared.json', readFileSync(file, 'utf8').replace('"name":"Omission"', '"name":""'));
  await dialog.getByRole('button', { name: 'Import…' }).click();
  await expect(dialog.getByRole('status', { name: 'Schema message' })).toHaveText(
    /^shared\.json: Label 3.*, name: .*Nothing was changed\.$/,
  );
});

test('the label dialog and the list by name show where a label stands', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  const { page } = await start();
  await shows(page, 'Babbage');
  await chip(page, 'Place').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Change label…' }).click();
  const edit = page.getByRole('dialog', { name: 'Change label' });
  await edit.getByLabel('Below').selectOption('organisation');
  await edit.getByRole('button', { name: 'Change' }).click();
  await expect(edit).toBeHidden();
  await saved(page);
  expect(labelOn(folder, 'place')?.parent).toBe('organisation');
  const chips = page.getByRole('toolbar', { name: 'Labels' }).getByRole('button');
  await expect(chips.nth(2)).toHaveAccessibleName('Place');
  await dragOver(page, 'London');
  await page.keyboard.press('l');
  await page.keyboard.type('place');
  await expect(page.getByRole('option', { name: /Organisation › Place/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(annotationRows(page)).toHaveText([/Place.*London/]);
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['place']);
});

test('a first edit in the schema asks for the name, and the editor comes back', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  const { page } = await start(folder.path, { annotator: null });
  await shows(page, 'Babbage');
  const dialog = await openSchema(page);
  await dialog.getByRole('button', { name: 'New label' }).click();
  await expect(page.getByRole('dialog', { name: 'Who annotates?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row(page, 'New label')).toBeVisible();
  await saved(page);
  expect(labelOn(folder, 'new-label')?.name).toBe('New label');
});

test('a label that is made by its name as the first edit asks for the name, and is saved', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { page } = await start(folder.path, { annotator: null });
  await shows(page, 'Babbage');
  await dragOver(page, 'machine');
  await page.keyboard.press('l');
  await page.keyboard.type('Apparatus');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Who annotates?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['apparatus']);
});
