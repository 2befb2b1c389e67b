import type { AttributeType, RelationType } from '../core/model';
import { starterSchema } from '../core/starter';
import { expect, type Folder, test } from './fixtures';
import { annotationRows, chip, dragOver, saved, textBox } from './hands';
import { meeting } from './texts';

const question = (id: string, parts: Partial<AttributeType>): AttributeType => ({
  id,
  name: id,
  kind: 'text',
  choices: [],
  description: '',
  required: false,
  default: null,
  target: 'annotation',
  of: [],
  ...parts,
});

const questions: readonly AttributeType[] = [
  question('Certainty', {
    kind: 'choice',
    choices: ['low', 'medium', 'high'],
    required: true,
    of: ['person'],
  }),
  question('Roles', { kind: 'multi-choice', choices: ['speaker', 'subject', 'author'] }),
  question('Alive', { kind: 'boolean', default: true, of: ['person'] }),
  question('Age', { kind: 'number', of: ['person'] }),
  question('Remark', { kind: 'text' }),
];

const knows: RelationType = {
  ...{ id: 'knows', name: 'knows', color: '#0072b2', description: '' },
  ...{ from: [], to: [], loops: false, cycles: true },
};

function project(
  folder: Folder,
  attributes: readonly AttributeType[] = questions,
  relationTypes: readonly RelationType[] = [],
): void {
  folder.write('a.txt', meeting);
  const manifest = {
    format: 'postil-project',
    version: 1,
    id: 'p',
    name: 'p',
    sources: ['**/*'],
    settings: {},
  };
  folder.write(
    'postil.json',
    JSON.stringify({ ...manifest, schema: { ...starterSchema(), attributes, relationTypes } }),
  );
}

test('every question is answered by keyboard alone; Enter goes on, Esc goes back to the text', async ({
  folder,
  start,
}) => {
  project(folder);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveText([/Person.*Ada Lovelace/]);
  await saved(page);
  // A new annotation starts with the defaults of its questions.
  expect(folder.annotations('a.txt')[0]?.attributes).toEqual({ Alive: true });
  await expect(page.getByText('needs an answer')).toHaveCount(1);

  // Enter lands on what needs an answer. Digits answer there and relabel nothing.
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: 'high' })).toBeFocused();
  await expect(page.getByRole('radio', { name: 'high' })).toBeChecked();
  await expect(page.getByText('needs an answer')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('36,5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('first of 2');
  await page.keyboard.press('Escape');
  await expect(textBox(page)).toBeFocused();
  await saved(page);
  const stored = folder.annotations('a.txt')[0];
  expect(stored).toMatchObject({
    label: 'person',
    attributes: {
      Certainty: 'high',
      Roles: ['speaker', 'author'],
      Alive: false,
      Age: 36.5,
      Remark: 'first of 2',
    },
  });

  // Enter comes back to where one was; each answer is a step of its own.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Remark' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(folder.annotations('a.txt')[0]?.attributes).toEqual({
    Certainty: 'high',
    Roles: ['speaker', 'author'],
    Alive: false,
  });
  // In a field that is not typed in, undo is the app's.
  await page.getByRole('radio', { name: 'high' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
});

test('an answer is taken away; what is no number is said and not saved', async ({ folder, start }) => {
  project(folder);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await saved(page);
  expect(folder.annotations('a.txt')[0]?.attributes).toEqual({ Alive: true, Certainty: 'medium' });
  await page.keyboard.press('Backspace');
  await expect(page.getByText('needs an answer')).toHaveCount(1);
  await expect(annotationRows(page)).toHaveCount(1);
  const age = page.getByRole('textbox', { name: 'Age' });
  await age.fill('many');
  await expect(page.getByText('This is not a number.')).toBeVisible();
  await age.press('Escape');
  await saved(page);
  expect(folder.annotations('a.txt')[0]?.attributes).toEqual({ Alive: true });
});

test('another label asks other questions; what it does not ask for is kept and shown', async ({
  folder,
  start,
}) => {
  project(folder);
  const { page } = await start();
  await dragOver(page, 'London');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await chip(page, 'Place').click();
  await expect(annotationRows(page)).toHaveText([/Place.*London/]);
  await expect(page.getByRole('radio', { name: 'low' })).toHaveCount(0);
  const strays = page.getByRole('list', { name: 'Answers that are not asked for' });
  await expect(strays.getByRole('listitem')).toHaveText([/Alive: Yes/, /Certainty: low/]);
  await strays.getByRole('button', { name: 'Take the answer to Alive away' }).click();
  await saved(page);
  expect(folder.annotations('a.txt')[0]).toMatchObject({ label: 'place', attributes: { Certainty: 'low' } });
  expect(folder.annotations('a.txt')[0]?.attributes).not.toHaveProperty('Alive');
});

test('a relation is asked its own questions, and starts with their defaults', async ({ folder, start }) => {
  const since = question('Since', { kind: 'number', default: 1833, target: 'relation' });
  project(folder, [since], [knows]);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  await dragOver(page, 'Charles Babbage');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Since' });
  await expect(field).toHaveValue('1833');
  await field.fill('1834');
  await field.press('Escape');
  await saved(page);
  const file = folder.files().find((it) => it.endsWith('a.txt.json')) as string;
  expect(JSON.parse(folder.read(file)).relations).toMatchObject([
    { type: 'knows', attributes: { Since: 1834 } },
  ]);
});

test('the inspector says who made it, when, how and where', async ({ folder, start }) => {
  project(folder);
  const { page } = await start();
  await dragOver(page, 'Ada Lovelace');
  await page.keyboard.press('1');
  const facts = page.getByLabel('Provenance');
  await expect(facts).toContainText('by hand, Tess');
  await expect(facts).toContainText('0–12');
});
