import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { annotationRows, chip, dragOver, fillsOf, saved, shows, textBox } from './hands';
import { emoji, meeting } from './texts';

interface ExportFile {
  offsetUnit: string;
  documents: {
    path: string;
    text: string;
    annotations: {
      label: string;
      annotator: string;
      spans: { start: number; end: number; exact: string }[];
    }[];
  }[];
  refused: { path: string; reason: string }[];
}

test('close, open again: everything is there; export in code points and bytes', async ({ folder, start }) => {
  folder.write('a.txt', meeting);
  folder.write('emoji.txt', emoji);
  folder.write('broken.txt', new Uint8Array([0, 1, 2, 0, 0, 255, 0, 0, 3]));
  const first = await start();
  await dragOver(first.page, 'Ada Lovelace');
  await chip(first.page, 'Person').click();
  await first.page.keyboard.press('Control+PageDown');
  await expect(first.page).toHaveTitle('emoji.txt — Postil');
  await dragOver(first.page, 'family');
  await chip(first.page, 'Person').click();
  await saved(first.page);
  await first.app.close();

  const { app, page } = await start();
  await expect(page).toHaveTitle('emoji.txt — Postil');
  await expect(annotationRows(page)).toHaveText([/Person.*family/]);
  expect(await fillsOf(page, 'person')).toEqual(['family']);

  const export_ = async (unit: RegExp, file: string) => {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, `${folder.path}/${file}`);
    await textBox(page).focus();
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: unit }).check();
    await expect(dialog.getByText('2 annotations in 2 documents')).toBeVisible();
    await dialog.getByRole('button', { name: 'Export…' }).click();
    await expect(dialog.getByText('Exported: 2 annotations in 2 documents')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return JSON.parse(readFileSync(`${folder.path}/${file}`, 'utf8')) as ExportFile;
  };

  const points = await export_(/Code points/, 'points.json');
  expect(points.offsetUnit).toBe('code-point');
  expect(points.documents.map((it) => it.path)).toEqual(['a.txt', 'emoji.txt']);
  expect(points.refused).toEqual([{ path: 'broken.txt', reason: expect.any(String) }]);
  for (const document of points.documents)
    for (const annotation of document.annotations) {
      expect(annotation).toMatchObject({ label: 'Person', annotator: 'Tess' });
      for (const span of annotation.spans) {
        expect([...document.text].slice(span.start, span.end).join('')).toBe(span.exact);
      }
    }

  const bytes = await export_(/bytes/, 'bytes.json');
  const document = bytes.documents[1];
  const span = document?.annotations[0]?.spans[0];
  expect(
    Buffer.from(document?.text ?? '')
      .subarray(span?.start, span?.end)
      .toString(),
  ).toBe('family');
});

test('the first edit ever asks once for the name, and Enter accepts it', async ({ folder, start }) => {
  folder.write('a.txt', 'Alpha beta');
  const { page } = await start(folder.path, { annotator: null });
  await shows(page, 'Alpha');
  expect(folder.files()).toEqual(['a.txt']);
  await textBox(page).focus();
  await page.keyboard.press('1');
  // Painted already, before the question is answered.
  expect(await fillsOf(page, 'person')).toEqual(['Alpha']);
  await expect(page.getByRole('dialog', { name: 'Who annotates?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await saved(page);
  expect(folder.annotations('a.txt')).toHaveLength(1);
  expect(folder.files()).toContain('postil.json');
  await page.keyboard.press('2');
  await saved(page);
  expect(folder.annotations('a.txt')).toMatchObject([{ label: 'organisation' }]);
});
