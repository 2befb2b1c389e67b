import { readFileSync } from 'node:fs';
import { layerText } from '../core/file-text';
import type { Annotation, Layer } from '../core/model';
import { quote } from '../core/quote';
import { starterSchema } from '../core/starter';
import { expect, test } from './fixtures';
import {
  annotationList,
  annotationRows,
  chip,
  clickOn,
  dragOver,
  fillsOf,
  painted,
  saved,
  shows,
  textBox,
} from './hands';
import { meeting } from './texts';

const letter = 'Babbage wrote to Ada Lovelace again.\n\nShe answered from London.\n';

/** The same annotation as on disk, of another annotator. */
const bertas = (layer: string, source: string, words: string): string => {
  const start = source.indexOf(words);
  const { document } = JSON.parse(layer) as Layer;
  const annotation: Annotation = {
    id: 'b'.repeat(24),
    label: 'place',
    spans: [quote(source, { start, end: start + words.length })],
    attributes: {},
    note: '=1+1',
    origin: 'manual',
    createdAt: '2025-01-01T00:00:00.000Z',
    updatedAt: '2025-01-01T00:00:00.000Z',
  };
  return layerText({
    document,
    annotator: { id: 'f'.repeat(24), name: 'Berta' },
    status: 'todo',
    memo: '',
    fields: {},
    annotations: [annotation],
    relations: [],
  });
};

test('all passages of a label: across documents and annotators, in context, kept true, and a jump', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  folder.write('b/letter.txt', letter);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await dragOver(page, 'London');
  await chip(page, 'Place').click();
  await saved(page);
  const own = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  const layer = folder.read(own);
  await page.keyboard.press('Control+PageDown');
  await shows(page, 'Babbage wrote');
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await saved(page);

  // One step from a label: of the annotation at hand.
  await page.keyboard.press('Control+Shift+L');
  await expect(annotationList(page).getByRole('heading')).toHaveText(['a.txt', 'b/letter.txt']);
  await expect(annotationRows(page)).toHaveText([
    /Person.*Ada Lovelace met Charles Babbage.*a\.txt · Tess/,
    /Person.*Babbage wrote to Ada Lovelace again.*letter\.txt · Tess/,
  ]);
  // And of a chip.
  await chip(page, 'Place').focus();
  await page.keyboard.press('Control+Shift+L');
  await expect(annotationRows(page)).toHaveText([/Place.*London/]);
  await chip(page, 'Person').click({ modifiers: ['Alt'] });
  await expect(annotationRows(page)).toHaveText([/Person.*a\.txt/, /Person.*letter\.txt/]);
  await chip(page, 'Place').click({ modifiers: ['Alt'] });

  // Another annotator's file comes from outside.
  folder.write('annotations/berta-ffffffff/a.txt.json', bertas(layer, meeting, 'machine'));
  await expect(annotationRows(page)).toHaveText([/Place.*London/, /Place.*machine.*a\.txt · Berta/]);
  await page.getByRole('combobox', { name: 'Group' }).selectOption('annotator');
  await expect(annotationList(page).getByRole('heading')).toHaveText(['Tess', 'Berta']);

  // A jump to each: the own one is picked, the other one selected.
  await annotationRows(page).nth(1).click();
  await expect(page).toHaveTitle('a.txt — Postil');
  await expect(page.getByText('7 characters selected')).toBeVisible();
  await annotationRows(page).nth(0).click();
  await expect(annotationRows(page).nth(0)).toHaveAttribute('aria-current', 'true');
  expect(await fillsOf(page, 'place')).toEqual(['London']);

  // What is edited now shows at once, in the document that is open and, saved, in the others.
  await page.getByRole('combobox', { name: 'Filter by label' }).selectOption('');
  await expect(annotationRows(page)).toHaveCount(4);
  await clickOn(page, 'June');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveCount(5);
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveCount(4);
  await saved(page);
  expect((JSON.parse(folder.read(own)) as Layer).annotations).toHaveLength(2);
});

test('walking the list by keys: arrows walk, Enter goes there, other keys change nothing that is out of sight', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  folder.write('b.txt', letter);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await page.keyboard.press('Control+PageDown');
  await shows(page, 'Babbage wrote');
  await dragOver(page, 'London');
  await chip(page, 'Place').click();
  await saved(page);
  await page.keyboard.press('Control+Shift+A');
  await expect(annotationRows(page)).toHaveText([/Ada Lovelace/, /London/]);
  await page.keyboard.press('Home');
  await expect(annotationRows(page).nth(0)).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveTitle('b.txt — Postil');
  await page.keyboard.press('Backspace');
  await expect(page.getByText('Enter goes there first.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('a.txt — Postil');
  await expect(annotationList(page).locator('..')).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(annotationRows(page)).toHaveText([/London/]);
  await saved(page);
  expect(folder.annotations('a.txt')).toEqual([]);
  expect(folder.annotations('b.txt')).toHaveLength(1);
});

test('a quotation with its source on the clipboard, and what is shown as CSV without formulas', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const { app, page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await saved(page);
  const own = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  folder.write('annotations/berta-ffffffff/a.txt.json', bertas(folder.read(own), meeting, 'London'));
  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+A');
  await expect(annotationRows(page)).toHaveCount(2);
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+c');
  await expect(page.getByText('Copied as a quotation')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(
    '“Ada Lovelace” (a.txt, characters 0–12; Person, Tess)',
  );
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, `${folder.path}/list.csv`);
  await page.getByRole('searchbox', { name: 'Search annotations' }).fill('berta');
  await expect(annotationRows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Export this list as CSV' }).click();
  await expect(page.getByText('One annotation written to')).toBeVisible();
  // Only where the dialog pointed.
  const elsewhere = await page.evaluate((file) => {
    const { postil } = window as unknown as { postil: { invoke(channel: string, input: unknown): unknown } };
    return postil.invoke('passages.write', { file, text: 'x' });
  }, `${folder.path}/other.csv`);
  expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'not-chosen' } });
  expect(folder.files()).not.toContain('other.csv');
  const lines = readFileSync(`${folder.path}/list.csv`, 'utf8').split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^a\.txt,Berta,Place,36,42,.*London.*,'=1\+1,2025/s);
});

test('50,000 passages: only those in view are in the page, and the last is one key away', async ({
  folder,
  start,
}) => {
  const line = 'One word after another, and Ada.\n';
  const source = line.repeat(5_000);
  folder.write('a.txt', meeting);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await chip(page, 'Person').click();
  await saved(page);
  const own = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  const layer = JSON.parse(folder.read(own)) as Layer;
  for (let n = 0; n < 10; n++) {
    const path = `b${n}.txt`;
    folder.write(path, source);
    const annotations = Array.from({ length: 5_000 }, (_, i): Annotation => {
      const at = i * line.length + 28;
      return {
        ...(layer.annotations[0] as Annotation),
        id: `${n}-${i}`.padStart(24, '0'),
        spans: [quote(source, { start: at, end: at + 3 })],
      };
    });
    const document = { ...layer.document, path, length: source.length };
    folder.write(`annotations/berta-ffffffff/${path}.json`, layerText({ ...layer, document, annotations }));
  }
  await expect(page.getByRole('option', { name: 'b9.txt', exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.locator('[data-count]')).toHaveText('50,001');
  expect(await annotationRows(page).count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await expect(annotationRows(page).last()).toHaveText(/Ada.*b9\.txt/);
  await expect(annotationRows(page).last()).toHaveAttribute('aria-posinset', '50001');
});

test('a row under the pointer lights its words in the text; open required questions are told', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', meeting);
  const question = { id: 'sure', name: 'Sure', kind: 'boolean', choices: [], description: '', default: null };
  const attributes = [{ ...question, required: true, target: 'annotation', of: ['person'] }];
  const manifest = {
    format: 'postil-project',
    version: 1,
    id: 'p',
    name: 'p',
    sources: ['**/*'],
    settings: {},
  };
  folder.write('postil.json', JSON.stringify({ ...manifest, schema: { ...starterSchema(), attributes } }));
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  await dragOver(page, 'Babbage');
  await page.keyboard.press('Control+j');
  await dragOver(page, 'London');
  await page.keyboard.press('3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const lit = async () =>
    (await painted(page)).filter(({ name }) => name.startsWith('current-')).map(({ text }) => text);
  expect(await lit()).toEqual([]);
  const [ada, london] = [annotationRows(page).nth(0), annotationRows(page).nth(1)];
  await ada.hover();
  expect(await lit()).toEqual(['Ada Lovelace', 'Babbage']);
  await london.hover();
  expect(await lit()).toEqual(['London']);
  await textBox(page).hover();
  expect(await lit()).toEqual([]);

  await expect(ada.getByTitle('Needs an answer: Sure')).toHaveText('1 to answer');
  await expect(london.getByTitle(/Needs an answer/)).toHaveCount(0);
  await ada.click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await expect(ada.getByTitle(/Needs an answer/)).toHaveCount(0);
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.attributes)).toEqual([{ sure: true }, {}]);
});
