import type { Page } from '@playwright/test';
import type { Label, Relation, RelationType } from '../core/model';
import { starterSchema } from '../core/starter';
import { expect, type Folder, test } from './fixtures';
import { annotationRows, chip, clickOn, dragOver, option, painted, saved, shows, textBox } from './hands';

const text = `Ada Lovelace met Charles Babbage in London on 5 June 1833.

${'They talked for a long time about a machine that could weave numbers. '.repeat(12)}

Later Mary Somerville wrote to them.
`;

const type = (id: string, parts: Partial<RelationType> = {}): RelationType => ({
  id,
  name: id.replaceAll('-', ' '),
  color: '#0072b2',
  description: '',
  from: [],
  to: [],
  loops: false,
  cycles: true,
  ...parts,
});

function project(
  folder: Folder,
  relationTypes: readonly RelationType[],
  labels = starterSchema().labels,
): void {
  folder.write('a.txt', text);
  const schema = { ...starterSchema(), labels: labels as readonly Label[], relationTypes };
  const manifest = {
    format: 'postil-project',
    version: 1,
    id: 'p',
    name: 'p',
    sources: ['**/*'],
    settings: {},
  };
  folder.write('postil.json', JSON.stringify({ ...manifest, schema }));
}

async function annotate(page: Page, words: string, label: string): Promise<void> {
  await dragOver(page, words);
  await chip(page, label).click();
}

/** Ada, Charles, London, Mary, in this order. */
async function people(page: Page): Promise<void> {
  await annotate(page, 'Ada Lovelace', 'Person');
  await annotate(page, 'Charles Babbage', 'Person');
  await annotate(page, 'London', 'Place');
  await annotate(page, 'Mary Somerville', 'Person');
  await expect(annotationRows(page)).toHaveCount(4);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** The relations on disk, each as `from type to`, its ends by their words. */
function onDisk(folder: Folder): string[] {
  const file = folder.files().find((it) => it.endsWith('/a.txt.json') && it.startsWith('annotations/'));
  const layer = JSON.parse(folder.read(file as string)) as {
    annotations: { id: string; spans: { exact: string }[] }[];
    relations: Relation[];
  };
  const words = (id: string) => layer.annotations.find((it) => it.id === id)?.spans[0]?.exact;
  return layer.relations.map((it) => `${words(it.from)} ${it.type} ${words(it.to)}`);
}

const bar = (page: Page) => page.getByRole('region', { name: 'New relation' });
const drawn = (page: Page) => page.locator('.viewer-relation:not(.is-pending)');
const ownRelations = (page: Page) =>
  page.getByRole('list', { name: 'Relations of this annotation' }).getByRole('listitem');

test('R, Tab, Enter: a relation by keyboard; the one type that may stand there is taken at once', async ({
  folder,
  start,
}) => {
  project(folder, [type('knows', { from: ['person'], to: ['person'] }), type('in', { to: ['place'] })]);
  const { page } = await start();
  await people(page);
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  await page.keyboard.press('r');
  await expect(bar(page)).toContainText('Ada Lovelace');
  await expect(bar(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(bar(page)).toContainText('Charles Babbage');
  // What is being made is drawn, dashed.
  await expect(page.locator('.viewer-relation.is-pending')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await expect(textBox(page)).toBeFocused();
  await saved(page);
  expect(onDisk(folder)).toEqual(['Ada Lovelace knows Charles Babbage']);

  // It is drawn for the picked annotation, with its name beside the text and an arrow; and listed.
  await expect(drawn(page)).toHaveCount(1);
  await expect(drawn(page).locator('text')).toHaveText('knows');
  await expect(drawn(page).locator('.viewer-tip')).toHaveCount(1);
  await expect(ownRelations(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'To Person: Charles Babbage' })).toBeVisible();

  // The wire runs in the gap above the words: no letter lies under it.
  const hidden = await page.evaluate(() => {
    const wire = document.querySelector('.viewer-wire') as SVGGeometryElement;
    const { top } = wire.getBoundingClientRect();
    const first = document.querySelector('[role=textbox] p span')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(first, 0);
    range.setEnd(first, 3);
    return top >= range.getBoundingClientRect().top;
  });
  expect(hidden).toBe(false);

  // One step: undo takes it away, redo brings it back.
  await page.keyboard.press('Control+z');
  await expect(drawn(page)).toHaveCount(0);
  await saved(page);
  expect(onDisk(folder)).toEqual([]);
  await page.keyboard.press('Control+Shift+z');
  await saved(page);
  expect(onDisk(folder)).toEqual(['Ada Lovelace knows Charles Babbage']);
});

test('typing searches for the other end; a type is chosen, the reason stands beside the others', async ({
  folder,
  start,
}) => {
  project(folder, [type('knows'), type('admires'), type('in', { to: ['place'] })]);
  const { page } = await start();
  await people(page);
  await clickOn(page, 'Ada Lovelace');
  // From the palette as well as by its key.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('relation to');
  await page.keyboard.press('Enter');
  const field = bar(page).getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('somer');
  const active = await field.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveText(/Mary Somerville/);
  await expect(bar(page).getByRole('option')).toHaveText([/Person.*Mary Somerville/]);
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('option')).toHaveText([
    'knows',
    'admires',
    /in.*may not lead to this label/,
  ]);
  // The one that may not stand there is refused with its reason.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“in” may not lead to this label.').last()).toBeVisible();
  await page.keyboard.type('adm');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await saved(page);
  expect(onDisk(folder)).toEqual(['Ada Lovelace admires Mary Somerville']);
});

test('clicking chooses the other end; with no types yet the first is named there, as one step', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await people(page);
  await clickOn(page, 'Ada Lovelace');
  await page.keyboard.press('r');
  await clickOn(page, 'London');
  await expect(bar(page).getByRole('combobox', { name: 'Type of the relation' })).toBeFocused();
  await page.keyboard.type('lives in');
  await expect(bar(page).getByRole('option')).toHaveText(['New relation type “lives in”']);
  await page.keyboard.press('Enter');
  await saved(page);
  expect(onDisk(folder)).toEqual(['Ada Lovelace lives-in London']);
  const types = () =>
    (JSON.parse(folder.read('postil.json')).schema.relationTypes as RelationType[]).map((it) => it.name);
  expect(types()).toEqual(['lives in']);
  await expect(drawn(page)).toHaveCount(1);

  await page.keyboard.press('Control+z');
  await saved(page);
  expect(onDisk(folder)).toEqual([]);
  expect(types()).toEqual([]);
});

test('Esc leaves; an annotation is not related to itself; keys do not touch what one walks over', async ({
  folder,
  start,
}) => {
  project(folder, [type('knows')]);
  const { page } = await start();
  await shows(page, 'Ada Lovelace');
  await textBox(page).focus();
  await page.keyboard.press('r');
  await expect(page.getByText('Pick an annotation first: Tab goes from one to the next.')).toBeVisible();
  await people(page);
  await clickOn(page, 'Ada Lovelace');
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is where the relation starts.')).toBeVisible();
  await expect(bar(page)).toBeVisible();
  // In the list of annotations too, what is typed goes into the search.
  await page.getByRole('complementary', { name: 'Annotations pane' }).getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await textBox(page).focus();
  await page.keyboard.press('2');
  await expect(bar(page).getByRole('combobox')).toHaveValue('2');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(textBox(page)).toBeFocused();
  await expect(annotationRows(page)).toHaveText([/Person/, /Person/, /Place/, /Person/]);
  await saved(page);
  expect(onDisk(folder)).toEqual([]);
});

test('in the inspector: another type, turned round, a note, going there, removed; the ends take relations along', async ({
  folder,
  start,
}) => {
  project(folder, [type('knows'), type('tree', { cycles: false }), type('in', { to: ['place'] })]);
  const { page } = await start();
  await people(page);
  const relate = async (from: string, to: string, name: string) => {
    await clickOn(page, from);
    await page.keyboard.press('r');
    await clickOn(page, to);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(bar(page)).toBeHidden();
  };
  await relate('Ada Lovelace', 'Charles Babbage', 'tree');
  await relate('Charles Babbage', 'Mary Somerville', 'tree');
  // A circle is refused where it is chosen.
  await clickOn(page, 'Mary Somerville');
  await page.keyboard.press('r');
  await clickOn(page, 'Ada Lovelace');
  await expect(bar(page)).toBeHidden();
  await saved(page);
  expect(onDisk(folder).sort()).toEqual([
    'Ada Lovelace tree Charles Babbage',
    'Charles Babbage tree Mary Somerville',
    'Mary Somerville knows Ada Lovelace',
  ]);

  await clickOn(page, 'Mary Somerville');
  await expect(ownRelations(page)).toHaveCount(2);
  const row = ownRelations(page).filter({ hasText: 'Ada Lovelace' });
  await row.getByRole('button', { name: 'Turn round the relation knows' }).click();
  await expect(row.getByRole('button', { name: 'From Person: Ada Lovelace' })).toBeVisible();
  await expect(row.getByRole('combobox').locator('option', { hasText: 'in' })).toBeDisabled();
  await row.getByRole('combobox').selectOption('tree');
  await row.getByLabel('Note on the relation').fill('by letter');
  await row.getByLabel('Note on the relation').press('Escape');
  await expect(textBox(page)).toBeFocused();
  await saved(page);
  expect(onDisk(folder)).toContain('Ada Lovelace tree Mary Somerville');
  expect(folder.read(folder.files().find((it) => it.endsWith('a.txt.json')) as string)).toContain(
    'by letter',
  );

  await row.getByRole('button', { name: 'From Person: Ada Lovelace' }).click();
  await expect(annotationRows(page).first()).toHaveAttribute('aria-current', 'true');
  await ownRelations(page)
    .filter({ hasText: 'Mary' })
    .getByRole('button', { name: 'Remove the relation tree' })
    .click();
  await expect(ownRelations(page)).toHaveCount(1);

  // Removing Charles takes what hangs on him along; undo brings all back.
  await clickOn(page, 'Charles Babbage');
  await page.keyboard.press('Backspace');
  await saved(page);
  expect(onDisk(folder)).toEqual([]);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(onDisk(folder).sort()).toEqual([
    'Ada Lovelace tree Charles Babbage',
    'Charles Babbage tree Mary Somerville',
  ]);
});

test('all relations in view are drawn on demand, over documents and restarts', async ({ folder, start }) => {
  project(folder, [type('knows'), type('in', { from: ['person'], to: ['place'] })]);
  folder.write('b.txt', 'Nothing here.\n');
  const first = await start();
  const { page } = first;
  await people(page);
  await clickOn(page, 'Ada Lovelace');
  await page.keyboard.press('r');
  await clickOn(page, 'Charles Babbage');
  await expect(drawn(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(drawn(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Draw all relations');
  await page.keyboard.press('Enter');
  await expect(drawn(page)).toHaveCount(1);
  await option(page, 'b.txt').click();
  await expect(drawn(page)).toHaveCount(0);
  await option(page, 'a.txt').click();
  await expect(drawn(page)).toHaveCount(1);
  await saved(page);
  await first.app.close();

  const { page: again } = await start();
  await clickOn(again, 'Charles Babbage');
  await expect(drawn(again)).toHaveCount(1);
  await expect(again.getByRole('button', { name: 'From Person: Ada Lovelace' })).toBeVisible();
});

test('an end that is out of view is led out of it, and one jump away in the inspector', async ({
  folder,
  start,
}) => {
  project(folder, [type('knows')]);
  const far = Array.from({ length: 300 }, (_, i) => `Paragraph ${i} says nothing that matters.`).join('\n\n');
  folder.write('a.txt', `Ada Lovelace begins.\n\n${far}\n\nMary Somerville ends.\n`);
  const { page } = await start();
  await annotate(page, 'Ada Lovelace', 'Person');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await annotate(page, 'Mary Somerville', 'Person');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.press('Shift+Tab');
  await expect(bar(page).getByText('Ada Lovelace')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await expect(drawn(page)).toHaveCount(1);
  // It starts at Mary, where one is, and leads up out of the view: no arrow head here.
  await expect(drawn(page).locator('.viewer-tip')).toHaveCount(0);
  await page.getByRole('button', { name: 'To Person: Ada Lovelace' }).click();
  await shows(page, 'Ada Lovelace begins');
  await expect(drawn(page).locator('.viewer-tip')).toHaveCount(1);
  await saved(page);
  expect(onDisk(folder)).toEqual(['Mary Somerville knows Ada Lovelace']);
});

/** A point on the drawn relation NTH, in the gutter left of the text. */
const onWire = (page: Page, nth = 0) =>
  drawn(page)
    .nth(nth)
    .locator('.viewer-wire')
    .evaluate((path: SVGPathElement) => {
      const { left, top } = (path.ownerSVGElement as SVGSVGElement).getBoundingClientRect();
      const length = path.getTotalLength();
      const points = Array.from({ length: 101 }, (_, i) => path.getPointAtLength((length * i) / 100));
      const leftmost = Math.min(...points.map((it) => it.x));
      const [point] = points.filter((it) => it.x < leftmost + 0.5).slice(3);
      return { x: left + (point?.x ?? 0), y: top + (point?.y ?? 0) };
    });

test('a wire lights with both its ends under the pointer, and a click shows the relation in the inspector', async ({
  folder,
  start,
}) => {
  project(folder, [type('knows'), type('wrote-to')]);
  const { page } = await start();
  await people(page);
  for (const [from, to, name] of [
    ['Ada Lovelace', 'Charles Babbage', 'knows'],
    ['Ada Lovelace', 'London', 'knows'],
    ['Charles Babbage', 'Mary Somerville', 'wrote to'],
  ] as const) {
    await clickOn(page, from);
    await page.keyboard.press('r');
    await clickOn(page, to);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(bar(page)).toBeHidden();
  }
  await page.keyboard.press('Escape');
  const lit = async () =>
    (await painted(page)).filter(({ name }) => name.startsWith('current-')).map(({ text }) => text);
  const rings = page.locator('.viewer-ring');
  // Nothing is drawn, but where relations are can be seen, in the text and in the list.
  await expect(drawn(page)).toHaveCount(0);
  await expect(rings).toHaveCount(4);
  await expect(annotationRows(page)).toHaveText([
    /Ada Lovelace/,
    /Charles Babbage/,
    /London/,
    /Mary Somerville/,
  ]);
  await expect(annotationRows(page).getByTitle('2 relations')).toHaveText(['2 relations', '2 relations']);
  await expect(annotationRows(page).getByTitle('1 relation')).toHaveText(['1 relation', '1 relation']);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Draw all relations');
  await page.keyboard.press('Enter');
  await expect(drawn(page)).toHaveCount(3);
  const [id, from] = await drawn(page)
    .filter({ hasText: 'wrote to' })
    .evaluate((it) => [it.getAttribute('data-relation'), it.getAttribute('data-from')]);
  const nth = await drawn(page).evaluateAll(
    (all, wanted) => all.findIndex((it) => it.getAttribute('data-relation') === wanted),
    id,
  );
  const place = await onWire(page, nth);
  expect(await lit()).toEqual([]);
  await page.mouse.move(place.x, place.y);
  await expect(page.locator('.viewer-relation.is-lit')).toHaveAttribute('data-relation', id as string);
  await expect.poll(lit).toEqual(['Charles Babbage', 'Mary Somerville']);
  await expect(page.getByText('Charles Babbage — wrote to → Mary Somerville')).toBeVisible();
  await page.mouse.move(place.x - 200, place.y);
  await expect(page.locator('.viewer-relation.is-lit')).toHaveCount(0);
  expect(await lit()).toEqual([]);

  await page.mouse.click(place.x, place.y);
  const current = annotationRows(page).and(page.locator('[aria-current]'));
  await expect(current).toHaveAttribute('data-annotation', from as string);
  const row = page.getByRole('list', { name: 'Relations of this annotation' }).locator('[aria-current]');
  await expect(row.getByLabel('Type of the relation wrote to')).toBeInViewport();
  await expect(row.getByRole('button', { name: 'To Person: Mary Somerville' })).toBeVisible();
  await expect(textBox(page)).toBeFocused();
  // Another pick ends it.
  await page.keyboard.press('Tab');
  await expect(row).toHaveCount(0);
});
