import { expect, test } from './fixtures';
import { annotationRows, dragOver, painted, placeOf, saved, textBox } from './hands';

const text = 'They gave the plan, after long talks, up.\n\nIt was the plan of Ada, they said.\n';

test('words are added to an annotation and taken out again; its parts are painted as one', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await dragOver(page, 'gave');
  await page.keyboard.press('7');
  await expect(annotationRows(page)).toHaveText([/Claim.*gave/]);

  // Selecting lets the pick go, but the key still knows which annotation was meant.
  await dragOver(page, 'up');
  await expect(page.getByRole('button', { name: /Add as a fragment/ })).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(annotationRows(page)).toHaveText([/Claim.*gave … up/]);
  await saved(page);
  expect(folder.annotations('a.txt')).toMatchObject([
    {
      label: 'claim',
      spans: [
        { start: 5, end: 9, exact: 'gave' },
        { start: 38, end: 40, exact: 'up' },
      ],
    },
  ]);
  const current = async () =>
    (await painted(page)).filter(({ name }) => name === 'current-claim').map((it) => it.text);
  expect(await current()).toEqual(['gave', 'up']);

  // A part in another paragraph: a bracket beside the text joins the lines.
  await dragOver(page, 'they said');
  await page.keyboard.press('Control+j');
  await expect(annotationRows(page)).toHaveText([/gave … up … they said/]);
  expect(await current()).toEqual(['gave', 'up', 'they said']);
  const joint = page.locator('.viewer-joint');
  await expect(joint).toHaveCount(1);
  const id = folder.annotations('a.txt')[0]?.id;
  await expect(joint).toHaveAttribute('data-annotation', id as string);

  // Nothing is picked any more; resting on one part lights all.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.mouse.move(2, 2);
  await expect(joint).toHaveCount(0);
  expect(await current()).toEqual([]);
  const { start: left, end: right } = await placeOf(page, 'up');
  await page.mouse.move((left.x + right.x) / 2, left.y);
  await expect(joint).toHaveCount(1);
  expect(await current()).toEqual(['gave', 'up', 'they said']);
  await page.mouse.move(2, 2);
  await expect(joint).toHaveCount(0);

  // Taking out the middle of one part cuts it; undo puts it back.
  await dragOver(page, 'ey sai');
  await page.keyboard.press('Control+Shift+j');
  await expect(annotationRows(page)).toHaveText([/gave … up … th … d/]);
  await page.keyboard.press('Control+z');
  await expect(annotationRows(page)).toHaveText([/gave … up … they said/]);
  await saved(page);
  expect(folder.annotations('a.txt')[0]?.spans.map((span) => span.exact)).toEqual([
    'gave',
    'up',
    'they said',
  ]);
});

test('by keyboard alone: pick, walk on, select, add; a second label gets all parts', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await textBox(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('7');
  await expect(annotationRows(page)).toHaveText([/gave/]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+j');
  await expect(annotationRows(page)).toHaveText([/gave … up/]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Digit6');
  await expect(annotationRows(page)).toHaveCount(2);
  await saved(page);
  const spans = folder.annotations('a.txt').map((it) => it.spans.map((span) => span.exact));
  expect(spans).toEqual([
    ['gave', 'up'],
    ['gave', 'up'],
  ]);
});

test('what can’t be done is said, and nothing changes', async ({ folder, start }) => {
  folder.write('a.txt', text);
  const { page } = await start();
  await textBox(page).focus();
  await page.keyboard.press('Control+j');
  await expect(page.getByText('Pick an annotation first, then select')).toBeVisible();
  await dragOver(page, 'gave');
  await page.keyboard.press('7');
  await page.keyboard.press('Control+j');
  await expect(page.getByText('These words belong to it already.')).toBeVisible();
  await page.keyboard.press('Control+Shift+j');
  await expect(page.getByText('Nothing would be left of it. Backspace removes it.')).toBeVisible();
  await dragOver(page, 'long talks');
  await page.keyboard.press('Control+Shift+j');
  await expect(page.getByText('No annotation holds these words.')).toBeVisible();
  await expect(annotationRows(page)).toHaveText([/gave$/]);
});
