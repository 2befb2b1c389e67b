import { expect, test } from './fixtures';
import { annotationRows, fillsOf, saved, shows, textBox } from './hands';

const pixel =
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082';

test('an interview in RTF: its picture is shown, its speakers are named, and one walks from turn to turn of one', async ({
  folder,
  start,
}) => {
  const turns = [
    'I: When did you come?',
    'Marta: At six.',
    'I: Alone?',
    'Marta: With the ferry.',
    'I: Why?',
    'Marta: It rained.',
  ];
  folder.write(
    'talk.rtf',
    String.raw`{\rtf1\ansi A talk {\pict\picwgoal1500\pichgoal750\pngblip ${pixel}}\par ${turns.join('\\par ')}\par}`,
  );
  const { page } = await start();
  await shows(page, 'With the ferry.');
  await expect(textBox(page).locator('img[src^="data:image/png"]')).toHaveCount(1);
  await textBox(page).focus();
  await expect(async () => {
    // The caret stands in the first turn of Marta, whose second and third turns are quotes.
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'Control+F7', '6', 'Control+F7', '6'])
      await page.keyboard.press(key);
    expect(await annotationRows(page).count()).toBe(2);
  }).toPass();
  await saved(page);
  expect(folder.annotations('talk.rtf').map((it) => it.spans[0]?.exact)).toEqual([
    'With the ferry.',
    'It rained.',
  ]);
  expect(await fillsOf(page, 'quote')).toEqual(['With the ferry.', 'It rained.']);
  await page.keyboard.press('Control+F7');
  await expect(page.getByText('There is no other turn of this speaker below.')).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('dialog', { name: 'About this document' })).toContainText(
    'SpeakersI (3 turns) · Marta (3 turns)',
  );
});
