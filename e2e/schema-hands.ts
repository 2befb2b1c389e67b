/** What the tests of the schema editor share. */
import type { Locator, Page } from '@playwright/test';
import type { AttributeType, Label, Schema } from '../core/model';
import { expect, type Folder } from './fixtures';
import { dragOver, option, shows } from './hands';

export const other = 'Ada wrote to Charles.\n';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

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

/** Two documents: a.txt with two persons and a place, b.txt with a person. Ends with a.txt open. */
export async function annotated(folder: Folder, page: Page): Promise<void> {
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
}
