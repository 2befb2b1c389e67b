import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { chip, fillsOf, option, placeOf, saved, shows, textBox } from './hands';

/** A sample of each format: from where, a heading or the first words, to where, a cell or words of a later block. */
const samples = [
  ['article.html', 'The bridge in February', 'The letters'],
  ['birds.tsv', 'Bird', 'below the mill'],
  ['diaries.xlsx', 'Water diaries', 'We water the beans at night.'],
  ['letters.jsonl', 'The well is dry again.', '谢谢'],
  ['minutes.odt', 'Minutes of the garden club', 'all paid'],
  ['recipe.rtf', 'Pear cake of my aunt', 'six ripe ones'],
  ['report.docx', 'Use by household', 'weekends'],
  ['story.epub', 'The far side', 'Tuesday'],
  ['talk.srt', 'old ferry house', 'in 1911'],
  ['talk.vtt', 'ferry house', 'painted it'],
  ['tides.csv', 'Day', 'The lamp was mended.'],
  ['two-columns.pdf', 'Why we went', 'small change'],
] as const;

/** Selects from the first FROM to the first TO, as a hand with Shift does it over any distance. */
async function selectFromTo(page: Page, from: string, to: string): Promise<void> {
  await textBox(page).getByText(from).first().scrollIntoViewIfNeeded();
  const { start } = await placeOf(page, from);
  await page.mouse.click(start.x + 0.5, start.y);
  await textBox(page).getByText(to).first().scrollIntoViewIfNeeded();
  const { end } = await placeOf(page, to);
  await page.keyboard.down('Shift');
  await page.mouse.click(end.x - 0.5, end.y);
  await page.keyboard.up('Shift');
}

/** True when WORDS stand under the label's paint. */
const isPainted = async (page: Page, words: string): Promise<boolean> =>
  (await fillsOf(page, 'person')).some((fill) => fill.includes(words));

interface ExportFile {
  documents: {
    path: string;
    text: string;
    annotations: { spans: { start: number; end: number; exact: string }[] }[];
  }[];
  refused: unknown[];
}

test('every format: annotated from a heading into a cell or a later block, there again after a restart, exported', async ({
  folder,
  start,
}) => {
  test.setTimeout(120_000);
  for (const [name] of samples) folder.write(name, readFileSync(join(import.meta.dirname, 'fixtures', name)));
  const { app, page } = await start();
  for (const [name, from, to] of samples)
    await test.step(name, async () => {
      await option(page, name).click();
      await shows(page, from);
      // The text stands before its annotations are read; until then a label is refused with a message.
      await expect(async () => {
        await selectFromTo(page, from, to);
        await chip(page, 'Person').click();
        expect(await isPainted(page, to)).toBe(true);
      }).toPass({ timeout: 10_000 });
      await saved(page);
      const [annotation, ...others] = folder.annotations(name);
      expect(others).toEqual([]);
      expect(annotation?.spans).toHaveLength(1);
      const exact = annotation?.spans[0]?.exact ?? '';
      expect([exact.slice(0, from.length), exact.slice(-to.length)]).toEqual([from, to]);
    });
  await app.close();

  const again = await start();
  for (const [name, from] of samples)
    await test.step(`${name} again`, async () => {
      await option(again.page, name).click();
      await textBox(again.page).getByText(from).first().scrollIntoViewIfNeeded();
      await expect.poll(() => isPainted(again.page, from)).toBe(true);
    });
  const file = join(folder.path, 'all.json');
  await again.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await textBox(again.page).focus();
  await again.page.keyboard.press('Control+e');
  const dialog = again.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText(`Exported: ${samples.length} annotations`)).toBeVisible();
  const { documents, refused } = JSON.parse(readFileSync(file, 'utf8')) as ExportFile;
  expect(refused).toEqual([]);
  expect(documents.map(({ path }) => path)).toEqual(samples.map(([name]) => name));
  for (const [n, { path, text, annotations }] of documents.entries()) {
    const [, from, to] = samples[n] as (typeof samples)[number];
    const span = annotations[0]?.spans[0];
    // Code points of the very text that was shown.
    const exact = [...text].slice(span?.start, span?.end).join('');
    expect(exact, path).toBe(span?.exact);
    expect(exact, path).toBe(text.slice(text.indexOf(from), text.indexOf(to) + to.length));
  }
});
