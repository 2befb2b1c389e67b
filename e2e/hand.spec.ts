import { expect, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, fillsOf, painted, saved, shows, textBox } from './hands';

const text = 'Ada wrote.\n\nBabbage built.\n\nLondon slept, and Ada with it.\n';

test('the last label again, and on to what is unlabelled, of the same label, or noted', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await shows(page, 'Ada wrote');
  await textBox(page).focus();
  await page.keyboard.press('1');
  await page.keyboard.press('F7');
  await page.keyboard.press('.');
  await page.keyboard.press('F7');
  await page.keyboard.press('3');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada/, /Person.*Babbage/, /Place.*London/]);
  expect(await fillsOf(page, 'person')).toEqual(['Ada', 'Babbage']);
  await page.keyboard.press('F7');
  await expect(page.getByText('There is no unlabelled paragraph below.')).toBeVisible();

  // The note goes to the first; F9 finds it from below.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('n');
  await page.keyboard.type('who else');
  await page.keyboard.press('Control+Enter');
  await clickOn(page, 'London');
  await page.keyboard.press('Shift+F9');
  await expect(annotationRows(page).nth(0)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('F8');
  await expect(annotationRows(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('F8');
  await expect(page.getByText('There is no annotation with Person below.')).toBeVisible();
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => [it.label, it.note])).toEqual([
    ['person', 'who else'],
    ['person', ''],
    ['place', ''],
  ]);
});

test('trimming, when it is on, leaves spaces and punctuation out', async ({ folder, start }) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await dragOver(page, 'London slept, ');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder('Type a command')).toBeFocused();
  await page.keyboard.type('trim spaces');
  await page.keyboard.press('Enter');
  await expect(page.getByText('New annotations leave spaces')).toBeVisible();
  await dragOver(page, 'Babbage built.');
  await page.keyboard.press('1');
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual([
    'Babbage built',
    'London slept, ',
  ]);
  expect(await fillsOf(page, 'person')).toEqual(['Babbage built', 'London slept, ']);
});

test('keys of one’s own: conflicts are told, the menu and the next start know them, and they go back', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', text);
  const first = await start();
  const { page, app } = first;
  await shows(page, 'Ada wrote');
  await textBox(page).focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const change = (title: string) => dialog.getByRole('button', { name: `Change the key of ${title}: ` });

  // Of a label: asked first.
  await change('The last label again').click();
  await page.keyboard.press('1');
  await expect(dialog.getByText('belongs to the label “Person”')).toBeVisible();
  await dialog.getByRole('button', { name: 'Another key' }).click();
  await page.keyboard.press('m');
  await expect(change('The last label again')).toHaveText('M');

  // Of another command: asked, then taken.
  await change('Guidelines').click();
  await page.keyboard.press('q');
  await expect(dialog.getByText('This command works while you type')).toBeVisible();
  await page.keyboard.press('Control+e');
  await expect(dialog.getByText('belongs to “Export…”')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(change('Guidelines')).toHaveText('CtrlE');
  await expect(change('Export…')).toHaveText('none');

  // Esc leaves a key as it is, and the dialog open.
  await change('Note').click();
  await page.keyboard.press('Escape');
  await expect(change('Note')).toHaveText('N');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  const accelerator = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.accelerator, id);
  expect(await accelerator('guidelines.open')).toBe('CommandOrControl+E');
  await textBox(page).focus();
  await page.keyboard.press('1');
  await clickOn(page, 'Babbage');
  await page.keyboard.press('.');
  await page.keyboard.press('m');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada/, /Person.*Babbage/]);
  await saved(page);
  await app.close();

  const again = await start();
  await shows(again.page, 'Ada wrote');
  await textBox(again.page).focus();
  await again.page.keyboard.press('Control+e');
  await expect(again.page.getByRole('region', { name: 'Guidelines' })).toBeVisible();
  await textBox(again.page).focus();
  await again.page.keyboard.press('?');
  await again.page.getByRole('button', { name: 'Give all keys back' }).click();
  await again.page.getByRole('button', { name: 'Close' }).last().click();
  await textBox(again.page).focus();
  await again.page.keyboard.press('Control+e');
  await expect(again.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('on to the next annotation with a label chosen by its name; the same key again goes on', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', text);
  const { page } = await start();
  for (const [words, key] of [
    ['Ada', '1'],
    ['Babbage', '1'],
    ['London', '3'],
    ['slept', '1'],
  ] as const) {
    await dragOver(page, words);
    await page.keyboard.press(key);
  }
  const chooser = page.getByRole('dialog', { name: 'Next annotation with a label' });
  const current = annotationRows(page).and(page.locator('[aria-current]'));
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F8');
  await expect(chooser.getByRole('option')).toHaveCount(10);
  await page.keyboard.type('pers');
  await page.keyboard.press('Enter');
  await expect(chooser).toBeHidden();
  await expect(current).toHaveText(/Person.*Ada/);
  expect((await painted(page)).filter(({ name }) => name.startsWith('current-'))).toEqual([
    { name: 'current-person', text: 'Ada' },
  ]);
  await page.keyboard.press('Control+F8');
  await expect(current).toHaveText(/Person.*Babbage/);
  await page.keyboard.press('Control+F8');
  await expect(current).toHaveText(/Person.*slept/);
  await page.keyboard.press('Control+F8');
  await expect(page.getByText('There is no annotation with Person below.')).toBeVisible();
  // From elsewhere it asks again.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F8');
  await page.keyboard.type('place');
  await page.keyboard.press('Enter');
  await expect(current).toHaveText(/Place.*London/);
});

test('a label’s key that one’s own shortcut has is told of, in both editors', async ({ folder, start }) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await shows(page, 'Ada wrote');
  await textBox(page).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const change = sheet.getByRole('button', { name: 'Change the key of The last label again: ' });
  await change.click();
  await page.keyboard.press('x');
  await expect(change).toHaveText('X');
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toBeHidden();
  await chip(page, 'Place').focus();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Change label' });
  const note = page.getByRole('status', { name: 'Key in use' });
  await dialog.getByLabel(/^Key/).fill('z');
  await expect(note).toBeHidden();
  await dialog.getByLabel(/^Key/).fill('x');
  await expect(note).toContainText('With your own shortcuts X is “The last label again”');
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(dialog).toBeHidden();
  await chip(page, 'Place').focus();
  await page.keyboard.press('F2');
  await dialog.getByRole('button', { name: 'Schema…' }).click();
  await expect(note).toContainText('X is “The last label again”');
});

test('two presses each: the next name, the next quotation; three: a whole line', async ({
  folder,
  start,
}) => {
  folder.write(
    'a.txt',
    'Striving onwards\n\nIn the north Ada King wrote: "All is well. I stay." on May 24, 2023.\n\n △ By the lake. \n',
  );
  const { page } = await start();
  await shows(page, 'Striving');
  await textBox(page).focus();
  const presses = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // The first two are no names and are passed over.
  await presses(',', ',', ',', '1', 'F4', '6', ',', '4');
  await presses('F7', 'Alt+Shift+ArrowDown', '9');
  const wanted = ['Ada King', '"All is well. I stay."', 'May 24, 2023', '△ By the lake.'];
  await expect(annotationRows(page)).toHaveCount(4);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => [it.label, it.spans[0]?.exact])).toEqual([
    ['person', wanted[0]],
    ['quote', wanted[1]],
    ['date', wanted[2]],
    ['caption', wanted[3]],
  ]);
  expect(await fillsOf(page, 'quote')).toEqual([wanted[1]]);
  expect(await fillsOf(page, 'caption')).toEqual([wanted[3]]);
  // Back, and at the ends it is said.
  await presses('Shift+F4');
  await expect(page.getByText('22 characters selected')).toBeVisible();
  await presses('Shift+F4');
  await expect(page.getByText('There is no quotation above.')).toBeVisible();
  await presses('Control+End', ',');
  await expect(page.getByText('There is no other name or number without a label below.')).toBeVisible();
});

test('what was passed over is passed over again; a corrected boundary takes the selection along', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'The Lord Byron wrote.\n\nThe rest. Then came Lord Byron. The end, Lord Byron.\n');
  const { page } = await start();
  await shows(page, 'The rest');
  await textBox(page).focus();
  const presses = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const selected = (count: number) => expect(page.getByText(`${count} characters selected`)).toBeVisible();
  await presses(',', '1', 'Control+]', 'Control+]');
  await expect(annotationRows(page)).toHaveText([/Person.*Byron/]);
  await selected(5);
  // So the repetitions of the corrected words are labelled, not of those that were selected first.
  await presses('a');
  await expect(page.getByRole('button', { name: 'Apply to 2' })).toBeFocused();
  await presses('Enter');
  await expect(annotationRows(page)).toHaveCount(3);
  await presses('Control+Home', ',');
  await selected(3);
  await presses(',');
  // “The” stands again before the end, and is not stopped at.
  await selected(4);
  await presses(',');
  await expect(page.getByText('The ones you passed over are found again now.')).toBeVisible();
  await presses('Control+Home', ',');
  await selected(3);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual(['Byron', 'Byron', 'Byron']);
});
