import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures';
import { chip, dragOver, saved, saveStatus, shows } from './hands';

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist')), '../standard_fonts/');

/** The words of each page of a PDF. */
async function pagesOf(file: string): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), standardFontDataUrl: fonts });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}

const saveAs = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, file);

test('a document of 300 paragraphs is printed whole, with labels by name; without them; all documents; no printer', async ({
  folder,
  start,
}) => {
  const lines = Array.from({ length: 300 }, (_, i) => `Paragraph ${i + 1} tells of Ada and her engine.`);
  folder.write('long.txt', lines.join('\n\n'));
  folder.write('other.txt', 'Charles wrote back.');
  const target = mkdtempSync(join(tmpdir(), 'postil-print-'));
  const { app, page } = await start();
  await shows(page, 'Paragraph 1 tells');
  await dragOver(page, 'Ada');
  await chip(page, 'Person').click();
  await saved(page);
  const dialog = page.getByRole('dialog', { name: 'Print' });
  const print = async (name: string, setUp: () => Promise<void> = async () => {}) => {
    const file = join(target, name);
    await saveAs(app, file);
    await page.keyboard.press('Control+p');
    await setUp();
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
    await expect(page.getByText(`Saved as ${file}`)).toBeVisible();
    await expect(dialog).toHaveCount(0);
    return pagesOf(file);
  };

  const whole = await print('whole.pdf');
  const words = whole.join(' ');
  for (const line of [lines[0], lines[150], lines[299]]) expect(words).toContain(line?.slice(-30));
  expect(words.match(/Paragraph \d+ tells/g)).toHaveLength(300);
  expect(words).toContain('1 annotation');
  expect(words.match(/Person/g)?.length).toBeGreaterThan(2);
  expect(words).not.toContain('Charles wrote back');
  expect(whole.at(-1)).toMatch(new RegExp(`${whole.length} / ${whole.length}`));

  const plain = (
    await print('plain.pdf', () => dialog.getByLabel('Highlights, labels in the margin').uncheck())
  ).join(' ');
  expect(plain.match(/Paragraph \d+ tells/g)).toHaveLength(300);
  expect(plain).not.toMatch(/Person|annotation/);

  const all = (await print('all.pdf', () => dialog.getByLabel('All documents (2)').check())).join(' ');
  expect(all).toContain('Charles wrote back');
  expect(all).toContain('Paragraph 300 tells');

  // Inside the project it would become one of its documents.
  await saveAs(app, join(folder.path, 'inside.pdf'));
  await page.keyboard.press('Control+p');
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('inside the project’s folder');
  expect(existsSync(join(folder.path, 'inside.pdf'))).toBe(false);

  // Where there is no printer that is said, and the way out is named.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents) contents.getPrintersAsync = async () => [];
  });
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This system has no printer');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(saveStatus(page)).toHaveText('Saved');
  rmSync(target, { recursive: true });
});
