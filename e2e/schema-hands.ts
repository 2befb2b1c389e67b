/** What the tests of the schema editor share. */
import type { Locator, Page } from '@playwright/test';
import type { AttributeType, Label, Layer, Schema } from '../core/model';
import { expect, type Folder, type Options, type Started } from './fixtures';
import { dragOver, option, shows } from './hands';
import { meeting } from './texts';

const other = 'Ada wrote to Charles.\n';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Start = (path: string, options?: Options) => Promise<Started>;

export const question: Omit<AttributeType, 'id' | 'name' | 'kind'> = {
  choices: [],
  description: '',
  required: false,
  default: null,
  target: 'annotation',
  of: [],
};

export const schemaOn = (folder: Folder) =>
  (JSON.parse(folder.read('postil.json')) as { schema: Schema }).schema;
export const labelOn = (folder: Folder, id: string): Label | undefined =>
  schemaOn(folder).labels.find((it) => it.id === id);
export const labelsIn = (folder: Folder, document: string) =>
  folder.annotations(document).map((it) => it.label);

/** The annotations on disk of both documents. */
export const bothOn = (folder: Folder) => [folder.annotations('a.txt'), folder.annotations('b.txt')];

/** Waits until everything is on disk; behind a dialog the status is not in the accessibility tree. */
export const saved = (page: Page) =>
  expect(page.locator('[role=status][aria-label="Save status"]')).toHaveText('Saved');

/** A box whose change is counted first, so that it is ticked a moment later. */
export async function tick(box: Locator, on = true): Promise<void> {
  await box.click();
  await expect(box).toBeChecked({ checked: on });
}

export async function openSchema(page: Page) {
  await page.keyboard.press('Control+Shift+s');
  const dialog = page.getByRole('dialog', { name: 'Schema', exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}
export const row = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

/** The words of WORDS get the label of KEY, in the document that is open. */
export async function label(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(key);
}

/** Asks for what NAME stands for in the schema editor to be deleted. */
export async function pressDelete(page: Page, name: string): Promise<void> {
  await row(page, name).focus();
  await page.keyboard.press('Delete');
}

/** Answers the question about what is in use with CHOICE, and carries it out. TITLE is also what its button does. */
export async function decide(page: Page, title: string, choice: RegExp): Promise<void> {
  const ask = page.getByRole('dialog', { name: title });
  await ask.getByRole('radio', { name: choice }).check();
  await ask.getByRole('button', { name: title }).click();
  await expect(ask).toBeHidden();
}

/** In the schema editor DIALOG: begins to split the label NAME off from another. */
export async function splitOff(page: Page, dialog: Locator, from: string, name: string): Promise<Locator> {
  await row(page, from).click();
  await dialog.getByRole('button', { name: 'Split off…' }).click();
  const split = page.getByRole('dialog', { name: `Split off “${from}”` });
  await split.getByLabel(/^Name of the new label/).fill(name);
  return split;
}

/** Two documents: a.txt with two persons and a place, b.txt with a person. Ends with a.txt open. */
export async function startAnnotated(folder: Folder, start: Start, options?: Options): Promise<Started> {
  folder.write('a.txt', meeting);
  folder.write('b.txt', other);
  const started = await start(folder.path, options);
  const { page } = started;
  await option(page, 'b.txt').click();
  await shows(page, 'Ada wrote');
  await label(page, 'Charles', '1');
  await option(page, 'a.txt').click();
  await shows(page, 'Babbage');
  await label(page, 'Ada Lovelace', '1');
  await label(page, 'Charles Babbage', '1');
  await label(page, 'London', '3');
  await saved(page);
  expect(labelsIn(folder, 'a.txt')).toEqual(['person', 'person', 'place']);
  return started;
}

/**
 * The same, closed again; then CHANGE gives the layer of a.txt, told the ids of its three annotations, and the
 * schema what another tool would have left in them. Gives a reader of that layer.
 */
export async function leftByAnotherTool(
  folder: Folder,
  start: Start,
  change: (layer: Mutable<Layer>, ids: readonly [string, string, string]) => Partial<Schema>,
): Promise<() => Layer> {
  const { app } = await startAnnotated(folder, start);
  await app.close();
  const file = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  const read = () => JSON.parse(folder.read(file)) as Layer;
  const layer: Mutable<Layer> = read();
  const ids = layer.annotations.map((it) => it.id) as [string, string, string];
  const project = JSON.parse(folder.read('postil.json')) as { schema: Schema };
  project.schema = { ...project.schema, ...change(layer, ids) };
  folder.write(file, JSON.stringify(layer));
  folder.write('postil.json', JSON.stringify(project));
  return read;
}
