import { expect, test } from './fixtures';
import { annotationRows, chip, fillsOf, shows, textBox } from './hands';
import {
  bothOn,
  decide,
  label,
  labelOn,
  labelsIn,
  leftByAnotherTool,
  openSchema,
  pressDelete,
  question,
  row,
  saved,
  schemaOn,
  splitOff,
  startAnnotated,
} from './schema-hands';

test('deleting a label in use asks, counts by document, and is one step in all of them: merge, keep, remove', async ({
  folder,
  start,
}) => {
  const { page } = await startAnnotated(folder, start);
  const before = bothOn(folder);
  const ask = page.getByRole('dialog', { name: 'Delete label Person' });
  const begin = async () => {
    const dialog = await openSchema(page);
    await pressDelete(page, 'Person');
    await expect(ask.getByText('Label “Person” is used: 3 annotations in 2 documents')).toBeVisible();
    return dialog;
  };

  // Cancel changes nothing.
  const dialog = await begin();
  await ask.getByText('In which documents').click();
  await expect(ask.getByRole('listitem')).toHaveText([/a\.txt2/, /b\.txt1/]);
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, 'Person')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Merged into another.
  await begin();
  await ask.getByLabel('Merge into').last().selectOption('organisation');
  await ask.getByRole('button', { name: 'Delete label Person' }).click();
  await expect(ask).toBeHidden();
  await expect(row(page, 'Person')).toBeHidden();
  await page.keyboard.press('Escape');
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['organisation', 'organisation', 'place']);
  expect(labelsIn(folder, 'b.txt')).toEqual(['organisation']);
  expect(labelOn(folder, 'person')).toBeUndefined();
  expect(await fillsOf(page, 'organisation')).toEqual(['Ada Lovelace', 'Charles Babbage']);
  await page.keyboard.press('Control+z');
  await expect(chip(page, 'Person')).toBeVisible();
  await saved(page);
  expect(bothOn(folder)).toEqual(before);
  expect(schemaOn(folder).labels[0]?.id).toBe('person');

  // Kept as plain: the files hold its id, the window shows it as unknown.
  await begin();
  await decide(page, 'Delete label Person', /Keep as plain/);
  await page.keyboard.press('Escape');
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['person', 'person', 'place']);
  expect(labelOn(folder, 'person')).toBeUndefined();
  await expect(annotationRows(page)).toHaveText([/person.*Ada/, /person.*Charles/, /Place.*London/]);
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page).first()).toHaveText(/Person.*Ada/);

  // Removed, in both documents.
  await begin();
  await decide(page, 'Delete label Person', /Remove/);
  await page.keyboard.press('Escape');
  await expect(annotationRows(page)).toHaveText([/Place.*London/]);
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['place']);
  expect(labelsIn(folder, 'b.txt')).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveCount(3);
  await saved(page);
  expect(bothOn(folder)).toEqual(before);
  expect(await fillsOf(page, 'person')).toEqual(['Ada Lovelace', 'Charles Babbage']);
});

test('other annotators’ files are counted and never written', async ({ folder, start }) => {
  const first = await startAnnotated(folder, start, { annotator: 'Bea' });
  await first.app.close();
  const theirs = folder.files().filter((it) => it.startsWith('annotations/'));
  const bytes = theirs.map((file) => folder.read(file));
  const { page } = await start(folder.path, { annotator: 'Tess' });
  await shows(page, 'Babbage');
  await label(page, 'London', '1');
  await saved(page);
  await openSchema(page);
  await pressDelete(page, 'Person');
  const ask = page.getByRole('dialog', { name: 'Delete label Person' });
  await expect(ask.getByText('Label “Person” is used: 4 annotations in 2 documents')).toBeVisible();
  await expect(ask.getByText(/files of Bea are never changed by you/)).toBeVisible();
  await decide(page, 'Delete label Person', /Remove/);
  await page.keyboard.press('Escape');
  await expect(annotationRows(page)).toHaveCount(0);
  await saved(page);
  expect(theirs.map((file) => folder.read(file))).toEqual(bytes);
});

test('merging by its button, and splitting by words, move annotations in all documents', async ({
  folder,
  start,
}) => {
  const { page } = await startAnnotated(folder, start);
  const dialog = await openSchema(page);
  await row(page, 'Person').click();
  await expect(dialog.getByText('Used: 3 annotations in 2 documents')).toBeVisible();
  const split = await splitOff(page, dialog, 'Person', 'Engineer');
  await split.getByLabel('Exactly these words').fill('Charles');
  await split.getByRole('button', { name: 'Move 1' }).click();
  await expect(split).toBeHidden();
  await expect(row(page, 'Engineer')).toHaveAttribute('aria-level', '2');
  await saved(page);
  expect(labelsIn(folder, 'b.txt')).toEqual(['engineer']);
  expect(labelsIn(folder, 'a.txt')).toEqual(['person', 'person', 'place']);

  await row(page, 'Person').click();
  await dialog.getByRole('button', { name: 'Merge into…' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge “Person”' });
  await merge.getByLabel('Into').selectOption('engineer');
  await merge.getByRole('button', { name: 'Merge' }).click();
  await expect(row(page, 'Person')).toBeHidden();
  await expect(row(page, 'Engineer')).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('Escape');
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['engineer', 'engineer', 'place']);
  expect(await fillsOf(page, 'engineer')).toEqual(['Ada Lovelace', 'Charles Babbage']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await saved(page);
  expect([labelsIn(folder, 'a.txt'), labelsIn(folder, 'b.txt')]).toEqual([
    ['person', 'person', 'place'],
    ['person'],
  ]);
});

test('a document that can’t be changed now is named before anything is done', async ({ folder, start }) => {
  const { page } = await startAnnotated(folder, start);
  // b.txt changes outside: its annotations no longer stand, so its file is left as it is.
  folder.write('b.txt', 'Something else altogether.\n');
  await openSchema(page);
  await pressDelete(page, 'Person');
  const ask = page.getByRole('dialog', { name: 'Delete label Person' });
  await ask.getByRole('radio', { name: /Remove/ }).check();
  await ask.getByRole('button', { name: 'Delete label Person' }).click();
  await expect(ask.getByRole('alert')).toHaveText(/One document can’t be changed now.*b\.txt/s);
  expect(labelsIn(folder, 'a.txt')).toEqual(['person', 'person', 'place']);
  await ask.getByRole('button', { name: 'Go on without them' }).click();
  await expect(ask).toBeHidden();
  await page.keyboard.press('Escape');
  await textBox(page).focus();
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['place']);
  expect(labelsIn(folder, 'b.txt')).toEqual(['person']);
});

test('relation types and document fields in use are asked about too; an attribute that changes its kind converts', async ({
  folder,
  start,
}) => {
  const onDisk = await leftByAnotherTool(folder, start, (layer, [ada, charles, london]) => {
    const relation = { type: 'met-in', attributes: {}, note: '' };
    layer.relations = [
      { ...relation, id: 'r1', from: ada, to: london },
      { ...relation, id: 'r2', from: charles, to: london },
    ];
    layer.fields = { year: '1833' };
    const type = { id: 'met-in', name: 'met in', color: '#666666', description: '', from: [], to: [] };
    return {
      relationTypes: [{ ...type, loops: false, cycles: true }],
      documentFields: [{ ...question, id: 'year', name: 'Year', kind: 'text' }],
    };
  });

  const { page } = await start();
  await shows(page, 'Babbage');
  await expect(annotationRows(page)).toHaveCount(3);
  const dialog = await openSchema(page);
  await dialog.getByRole('tab', { name: /Document fields/ }).click();
  await dialog.getByLabel('Answered by').selectOption('number');
  const convert = page.getByRole('dialog', { name: 'Change Year' });
  await expect(convert.getByRole('radio', { name: /^Convert/ })).toBeChecked();
  await convert.getByRole('button', { name: 'Change Year' }).click();
  await expect(convert).toBeHidden();
  await saved(page);
  expect(onDisk().fields).toEqual({ year: 1833 });

  await dialog.getByRole('tab', { name: /Relations/ }).click();
  await expect(dialog.getByText('Used: 2 relations in 1 document')).toBeVisible();
  // Narrowed: only from places, which neither of them is.
  await dialog
    .getByRole('group', { name: /May start from/ })
    .getByLabel('Place')
    .click();
  const narrow = page.getByRole('dialog', { name: 'Change relation type met in' });
  await expect(
    narrow.getByText('Relation type “met in” would no longer allow 2 relations in 1 document'),
  ).toBeVisible();
  await narrow.getByRole('button', { name: 'Cancel' }).click();
  await pressDelete(page, 'met in');
  await decide(page, 'Delete relation type met in', /Remove/);
  await saved(page);
  expect(onDisk().relations).toEqual([]);
  expect(onDisk().annotations).toHaveLength(3);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(onDisk().relations.map((it) => it.id)).toEqual(['r1', 'r2']);
  expect(schemaOn(folder).relationTypes.map((it) => it.id)).toEqual(['met-in']);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(onDisk().fields).toEqual({ year: '1833' });
});

test('splitting by a free pick: chosen one by one across the project, one step', async ({
  folder,
  start,
}) => {
  const { page } = await startAnnotated(folder, start);
  const before = bothOn(folder);
  const dialog = await openSchema(page);
  const split = await splitOff(page, dialog, 'Person', 'Engineer');
  await split.getByLabel('It gets the annotations').selectOption('chosen one by one');
  const list = split.getByRole('list', { name: 'Annotations of Person' });
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveText([
    /a\.txt2/,
    /Ada Lovelace met/,
    /met Charles Babbage in/,
    /b\.txt1/,
    /wrote to Charles/,
  ]);
  const move = split.getByRole('button', { name: /^Move/ });
  await expect(move).toBeDisabled();
  // By keys: down to the second, check it; a whole document by its heading.
  await rows.nth(0).getByRole('checkbox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(rows.nth(2).getByRole('checkbox')).toBeChecked();
  await expect(rows.nth(0).getByRole('checkbox')).toBeChecked({ indeterminate: true });
  await rows.nth(3).getByRole('checkbox').check();
  // What is chosen stays so when it is not shown.
  await split.getByLabel('Show those that hold').fill('ada');
  await expect(rows).toHaveText([/a\.txt1/, /Ada Lovelace/]);
  await expect(split.getByText('1 annotation; 2 chosen.')).toBeVisible();
  await split.getByRole('button', { name: 'Move 2' }).click();
  await expect(split).toBeHidden();
  await page.keyboard.press('Escape');
  // It is counted before it is done.
  await expect(chip(page, 'Engineer')).toBeVisible();
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['person', 'engineer', 'place']);
  expect(labelsIn(folder, 'b.txt')).toEqual(['engineer']);
  expect(await fillsOf(page, 'engineer')).toEqual(['Charles Babbage']);
  await page.keyboard.press('Control+z');
  await expect(chip(page, 'Engineer')).toBeHidden();
  await saved(page);
  expect(bothOn(folder)).toEqual(before);
  expect(await fillsOf(page, 'person')).toEqual(['Ada Lovelace', 'Charles Babbage']);
});

test('circles and self-links that are there when a relation type ends them: counted, kept or removed, one step', async ({
  folder,
  start,
}) => {
  const onDisk = await leftByAnotherTool(folder, start, (layer, [ada, charles, london]) => {
    const relation = { type: 'same-as', attributes: {}, note: '' };
    layer.relations = [
      { ...relation, id: 'r1', from: ada, to: charles },
      { ...relation, id: 'r2', from: charles, to: london },
      { ...relation, id: 'r3', from: london, to: ada },
      { ...relation, id: 'r4', from: ada, to: ada },
    ];
    const type = { id: 'same-as', name: 'same as', color: '#666666', description: '', from: [], to: [] };
    return { relationTypes: [{ ...type, loops: true, cycles: true }] };
  });
  const relations = () => onDisk().relations.map((it) => it.id);

  const { page } = await start();
  await expect(annotationRows(page)).toHaveCount(3);
  const dialog = await openSchema(page);
  await dialog.getByRole('tab', { name: /Relations/ }).click();
  const circles = dialog.getByRole('checkbox', { name: 'Relations may lead in a circle' });
  const loops = dialog.getByRole('checkbox', { name: 'An annotation may be related to itself' });
  const ask = page.getByRole('dialog', { name: 'Change relation type same as' });
  const answer = (choice: RegExp) => decide(page, 'Change relation type same as', choice);

  await circles.click();
  await expect(
    ask.getByText('Relation type “same as” leads in circles: without 1 relation in 1 document it would not'),
  ).toBeVisible();
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await expect(ask).toBeHidden();
  await expect(circles).toBeChecked();

  await circles.click();
  await answer(/^Remove the relations that close a circle/);
  await expect(circles).not.toBeChecked();
  await saved(page);
  expect(relations()).toEqual(['r1', 'r2', 'r4']);
  expect(schemaOn(folder).relationTypes[0]).toMatchObject({ loops: true, cycles: false });

  await loops.click();
  await expect(
    ask.getByText('Relation type “same as” would no longer allow 1 relation in 1 document'),
  ).toBeVisible();
  await answer(/^Remove the relations/);
  await saved(page);
  expect(relations()).toEqual(['r1', 'r2']);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(circles).toBeChecked();
  await saved(page);
  expect(relations()).toEqual(['r1', 'r2', 'r3', 'r4']);

  await circles.click();
  await answer(/^Keep them/);
  await expect(circles).not.toBeChecked();
  await saved(page);
  expect(relations()).toEqual(['r1', 'r2', 'r3', 'r4']);
});
