/** The pictures of the README. They go to docs/images when POSTIL_PICTURES is set, else beside the other results. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { starterSchema } from '../core/starter';
import { expect, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, option, saved, shows } from './hands';

const target = process.env.POSTIL_PICTURES ? 'docs/images' : 'out/pictures';
mkdirSync(target, { recursive: true });

async function picture(page: Page, name: string): Promise<void> {
  // The mouse must not hover over anything.
  await page.mouse.move(2, 2);
  await page.screenshot({ path: join(target, `${name}.png`), animations: 'disabled' });
}

const story: readonly (readonly [words: string, label: string, nth?: number])[] = [
  ['Published: 14 October 2025, 06:30', 'Boilerplate'],
  ['14 October 2025', 'Date'],
  ['The first passenger train since 2016 will leave Oberried at 7.12 on Monday morning', 'Claim'],
  ['Oberried', 'Place', 1],
  ['7.12 on Monday morning', 'Date'],
  ['Talbahn', 'Organisation'],
  ['31-kilometre', 'Quantity'],
  ['Steg', 'Place'],
  ['Helena Voss', 'Person'],
  ['40,000 cubic metres', 'Quantity'],
  ['87 million francs', 'Quantity'],
  ['Paul Renner', 'Person'],
];

test('pictures of annotating, light and dark, of the dialogs and the welcome screen', async ({
  folder,
  start,
}) => {
  cpSync('seeds', folder.path, { recursive: true });
  const { page } = await start(folder.path, { size: { width: 1440, height: 900 } });
  await option(page, 'news/valley-line.txt').click();
  await shows(page, 'Valley Line to reopen after nine years');
  for (const [words, label, nth] of story) {
    await dragOver(page, words, nth);
    await chip(page, label).click();
  }
  await dragOver(page, '"We have moved');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('6');
  await dragOver(page, 'Valley Line to reopen | Regions | The Morning Courier');
  await page.keyboard.press('8');
  await page.keyboard.press('a');
  await expect(page.getByRole('dialog', { name: 'Annotate all' })).toBeVisible();
  await picture(page, 'annotate-all');
  await page.keyboard.press('Enter');
  await expect(annotationRows(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await clickOn(page, 'Helena Voss');
  await saved(page);

  await page.emulateMedia({ colorScheme: 'light' });
  await picture(page, 'annotate-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'annotate-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await clickOn(page, '7.12');
  await expect(page.getByRole('menu', { name: 'Annotations here' })).toBeVisible();
  await picture(page, 'chooser');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export' }).getByText(/annotations in/)).toBeVisible();
  await picture(page, 'export');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  for (const [keys, name] of [
    ['?', 'shortcuts'],
    ['l', 'label-by-name'],
    ['Control+k', 'commands'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Document text' }).focus();
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'New label' }).click();
  await picture(page, 'new-label');
  await page.keyboard.press('Escape');

  await option(page, 'scripts/many-scripts.txt').click();
  await shows(page, '林小雨');
  for (const [words, label] of [
    ['林小雨', 'Person'],
    ['杭州', 'Place'],
    ['ليلى حداد', 'Person'],
    ['דוד לוי', 'Person'],
    ['अनिता शर्मा', 'Person'],
    ['👩‍🔬 Dr Nkemelu', 'Person'],
  ]) {
    await dragOver(page, words as string);
    await chip(page, label as string).click();
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await saved(page);
  await picture(page, 'scripts');
});

test('pictures of the welcome screen', async ({ start }) => {
  const { page } = await start(null, { size: { width: 1000, height: 640 } });
  await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible();
  await picture(page, 'welcome');
});

test('picture of relations and questions', async ({ folder, start }) => {
  cpSync('seeds', folder.path, { recursive: true });
  const free = { description: '', from: [], to: [], loops: false, cycles: true };
  const asked = { description: '', required: false, default: null, target: 'annotation', of: ['person'] };
  const schema = {
    ...starterSchema(),
    attributes: [
      { ...asked, id: 'certainty', name: 'Certainty', kind: 'choice', choices: ['low', 'medium', 'high'] },
      { ...asked, id: 'role', name: 'Role', kind: 'multi-choice', choices: ['speaker', 'subject', 'author'] },
    ],
    relationTypes: [
      { ...free, id: 'works-for', name: 'works for', color: '#0072b2' },
      { ...free, id: 'runs-to', name: 'runs to', color: '#009e73' },
    ],
  };
  const manifest = { format: 'postil-project', version: 1, id: 'p', name: 'Sample', sources: ['**/*'] };
  folder.write('postil.json', JSON.stringify({ ...manifest, schema, settings: {} }));
  const { page } = await start(folder.path, { size: { width: 1440, height: 900 } });
  await option(page, 'news/valley-line.txt').click();
  await shows(page, 'Valley Line to reopen after nine years');
  for (const [words, label, nth] of story.slice(3)) {
    await dragOver(page, words, nth);
    await chip(page, label).click();
  }
  for (const [from, to, type] of [
    ['Talbahn', 'Steg', 'runs'],
    ['Helena Voss', 'Talbahn', 'works'],
  ] as const) {
    await clickOn(page, from);
    await page.keyboard.press('r');
    await clickOn(page, to);
    await page.keyboard.type(type);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'New relation' })).toBeHidden();
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await saved(page);
  await picture(page, 'relations');
});

test('pictures of the schema, of the search and of all passages of a label', async ({ folder, start }) => {
  cpSync('seeds', folder.path, { recursive: true });
  const { page } = await start(folder.path, { size: { width: 1440, height: 900 } });
  await option(page, 'news/valley-line.txt').click();
  await shows(page, 'Valley Line to reopen after nine years');
  for (const [words, label, nth] of story.slice(3)) {
    await dragOver(page, words, nth);
    await chip(page, label).click();
  }
  await saved(page);
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('searchbox', { name: 'Find in the project' }).fill('valley');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('listbox', { name: 'Search results' }).getByRole('option').first(),
  ).toBeVisible();
  await picture(page, 'search');
  await page.keyboard.press('Escape');

  await page.getByRole('textbox', { name: 'Document text' }).focus();
  await page.keyboard.press('Control+Shift+A');
  await expect(annotationRows(page).first()).toBeVisible();
  await picture(page, 'passages');
  await page.getByRole('textbox', { name: 'Document text' }).focus();
  await page.keyboard.press('Control+Shift+S');
  await expect(page.getByRole('dialog', { name: 'Schema', exact: true })).toBeVisible();
  await picture(page, 'schema');
});
