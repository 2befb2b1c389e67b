import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, folderAt, test } from './fixtures';
import { annotationRows, chip, dragOver, saved, saveStatus } from './hands';

test('the folder goes away while the computer sleeps: told on waking, copied elsewhere, and saved when it is back', async ({
  start,
}) => {
  const disk = mkdtempSync(join(tmpdir(), 'postil-away-'));
  const folder = folderAt(join(disk, 'project'));
  folder.write('a.txt', 'Alpha beta gamma.');
  const { app, page } = await start(folder.path);
  await dragOver(page, 'Alpha');
  await chip(page, 'Person').click();
  await saved(page);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  renameSync(folder.path, join(disk, 'unplugged'));
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await expect(page.getByText('The project’s folder is not there')).toBeVisible();
  await dragOver(page, 'beta');
  await chip(page, 'Place').click();
  await expect(saveStatus(page)).toHaveText(/^Not saved: The project’s folder is no longer there/);
  await expect(annotationRows(page)).toHaveCount(2);

  const copy = folderAt(join(disk, 'copy'));
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, copy.path);
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click();
  await expect(page.getByText(`A copy of what is not saved is in ${copy.path}`)).toBeVisible();
  expect(copy.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual(['Alpha', 'beta']);
  await expect(saveStatus(page)).toHaveText(/^Not saved/);

  renameSync(join(disk, 'unplugged'), folder.path);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await saved(page);
  await expect(page.getByRole('button', { name: 'Save a copy elsewhere…' })).toHaveCount(0);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual(['Alpha', 'beta']);
  await app.close();
  rmSync(disk, { recursive: true, force: true });
});
