import { createHash } from 'node:crypto';
import { expect, test } from './fixtures';
import { annotationRows, dragOver, option, saved, shows, textBox } from './hands';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const change = (added: readonly object[]) => ({ added, updated: [], removed: [] });

test('undo takes an imported document and its annotations away, also another annotator’s; redo brings them back', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Alpha beta.');
  const first = await start();
  await dragOver(first.page, 'Alpha');
  await first.page.keyboard.press('1');
  await saved(first.page);
  await expect.poll(() => folder.files().filter((it) => it.startsWith('.postil/history/')).length).toBe(1);
  await first.app.close();

  // As an import leaves it: a new document, annotated by two people, and the step in the history.
  const words = 'Gamma delta.';
  const file = folder.files().find((it) => it.endsWith('/a.txt.json')) as string;
  const before = folder.files().filter((it) => !it.startsWith('.postil'));
  const layer = JSON.parse(folder.read(file));
  const document = {
    ...layer.document,
    path: 'imported/x/b.txt',
    sha256: sha256(words),
    length: words.length,
  };
  const annotation = {
    ...layer.annotations[0],
    id: 'b'.repeat(24),
    spans: [{ start: 0, end: 5, exact: 'Gamma', prefix: '', suffix: ' delta.' }],
  };
  const zoe = { id: 'eeeeeeee1111', name: 'Zoe' };
  const of = (who: object) =>
    JSON.stringify({ ...layer, document, annotator: who, annotations: [annotation], relations: [] });
  folder.write('imported/x/b.txt', words);
  folder.write(file.replace('/a.txt.json', '/imported/x/b.txt.json'), of(layer.annotator));
  folder.write('annotations/zoe-eeeeeeee/imported/x/b.txt.json', of(zoe));
  const kept = folder.files().find((it) => it.startsWith('.postil/history/')) as string;
  const history = JSON.parse(folder.read(kept));
  const annotations = change([annotation]);
  history.entries.push({
    title: 'Import x.json',
    at: '2026-01-01T00:00:00.000Z',
    parts: [
      { document: null, patch: { sources: change([{ id: document.path, sha256: document.sha256 }]) } },
      { document: document.path, patch: { annotations } },
      { document: document.path, patch: { annotations }, annotator: zoe },
    ],
  });
  folder.write(kept, JSON.stringify({ ...history, position: history.entries.length }));
  const imported = folder.files().filter((it) => !it.startsWith('.postil'));

  const { page } = await start();
  await option(page, 'imported/x/b.txt').click();
  await shows(page, 'Gamma');
  await expect(annotationRows(page)).toHaveText([/Gamma/]);
  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Import x.json')).toBeVisible();
  await expect(option(page, 'imported/x/b.txt')).toHaveCount(0);
  await shows(page, 'Alpha');
  await expect(annotationRows(page)).toHaveText([/Alpha/]);
  expect(folder.files().filter((it) => !it.startsWith('.postil'))).toEqual(before);

  await textBox(page).focus();
  await page.keyboard.press('Control+Shift+z');
  await expect(option(page, 'imported/x/b.txt')).toHaveCount(1);
  await expect.poll(() => folder.files().filter((it) => !it.startsWith('.postil'))).toEqual(imported);
  expect(folder.read('imported/x/b.txt')).toBe(words);
  await option(page, 'imported/x/b.txt').click();
  await expect(annotationRows(page)).toHaveText([/Gamma/]);

  // One that was changed since stays, and says why.
  folder.write('imported/x/b.txt', `${words} More.`);
  await shows(page, 'More.');
  await textBox(page).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/no longer the text that was imported/)).toBeVisible();
  expect(folder.read('imported/x/b.txt')).toBe(`${words} More.`);
});
