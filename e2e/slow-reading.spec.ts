import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, option, saved, shows } from './hands';

/** Seconds of work for whoever reads it. */
const slowPage = `<!doctype html><p>first words${'<b>word <i>and</i></b> <p>other'.repeat(300_000)}`;

test('a document that takes long says so, is given up with Esc, Cancel, or by opening another one', async ({
  folder,
  start,
}) => {
  folder.write('plain.txt', 'The harbour stayed open through the winter.\n');
  folder.write('short.md', '# A heading\n\nThe council met in the morning.\n');
  folder.write('slow.html', slowPage);
  const { page } = await start();
  await option(page, 'plain.txt').click();
  await shows(page, 'The harbour');
  const reading = page.getByRole('status', { name: 'Reading', exact: true });
  await expect(reading).toHaveText('');

  await option(page, 'slow.html').click();
  await expect(reading).toContainText('Reading slow.html…');
  await page.keyboard.press('Escape');
  await expect(reading).toHaveText('');
  await expect(option(page, 'plain.txt')).toHaveAttribute('aria-selected', 'true');
  // What was shown is still the document that edits go to.
  await dragOver(page, 'harbour');
  await chip(page, 'Person').click();
  await expect(annotationRows(page)).toHaveCount(1);
  await saved(page);
  expect(folder.annotations('plain.txt')).toHaveLength(1);

  await option(page, 'slow.html').click();
  await reading.getByRole('button', { name: 'Cancel' }).click();
  await expect(reading).toHaveText('');
  await shows(page, 'The harbour');

  await option(page, 'slow.html').click();
  await expect(reading).toContainText('slow.html');
  await option(page, 'short.md').click();
  await shows(page, 'The council met');
  await expect(reading).toHaveText('');
  await expect(option(page, 'short.md')).toHaveAttribute('aria-selected', 'true');
});
