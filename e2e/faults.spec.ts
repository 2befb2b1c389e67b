import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, folderAt, test } from './fixtures';
import { annotationRows, chip, dragOver, saved, saveStatus, shows, textBox } from './hands';

/** The one annotations file of a project. */
const layerOf = (files: string[]) =>
  files.find((file) => /^annotations\/[^/]+\/a\.txt\.json$/.test(file)) as string;

test('a file that does not parse is set aside, the newest backup comes back, and that is said', async ({
  folder,
  start,
}) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  for (const words of ['Alpha', 'beta']) {
    const { app, page } = await start();
    await dragOver(page, words);
    await chip(page, 'Person').click();
    await saved(page);
    await app.close();
  }
  const file = layerOf(folder.files());
  folder.write(file, folder.read(file).slice(0, 300));
  const { page } = await start();
  await shows(page, 'Alpha');
  await expect(page.getByText(/is shown instead, with 1 annotations/)).toBeVisible();
  await expect(annotationRows(page)).toHaveText([/Alpha/]);
  await dragOver(page, 'gamma');
  await chip(page, 'Place').click();
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual(['Alpha', 'gamma']);
  expect(folder.files().filter((it) => it.includes('.unparsable-'))).toHaveLength(1);
});

test('a file of a newer Postil is shown read-only and not touched', async ({ folder, start }) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  const first = await start();
  await dragOver(first.page, 'Alpha');
  await chip(first.page, 'Person').click();
  await saved(first.page);
  await first.app.close();
  const file = layerOf(folder.files());
  const newer = folder.read(file).replace('"version": 1', '"version": 99');
  folder.write(file, newer);
  const { page } = await start();
  await shows(page, 'Alpha');
  await expect(page.getByText(/Read-only\..*newer Postil/)).toBeVisible();
  await dragOver(page, 'beta');
  await page.keyboard.press('1');
  await expect(page.getByText(/newer Postil/).last()).toBeVisible();
  expect(folder.read(file)).toBe(newer);
});

test('conflict marks in postil.json: opened read-only, with the line', async ({ folder, start }) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  const broken = '{\n<<<<<<< ours\n"format": "postil-project"\n=======\n>>>>>>> theirs\n}\n';
  folder.write('postil.json', broken);
  const { page } = await start();
  await shows(page, 'Alpha');
  await expect(page.getByText(/Read-only\..*line 2/)).toBeVisible();
  await dragOver(page, 'beta');
  await page.keyboard.press('1');
  await expect(annotationRows(page)).toHaveCount(0);
  expect(folder.read('postil.json')).toBe(broken);
});

test('another change from outside (git pull) comes in and merges', async ({ folder, start }) => {
  folder.write('a.txt', 'Alpha beta gamma.');
  const { page } = await start();
  await dragOver(page, 'Alpha');
  await chip(page, 'Person').click();
  await saved(page);
  const file = layerOf(folder.files());
  const layer = JSON.parse(folder.read(file)) as { annotations: { id: string; spans: object[] }[] };
  const beta = { start: 6, end: 10, exact: 'beta', prefix: 'Alpha ', suffix: ' gamma.' };
  layer.annotations.push({ ...layer.annotations[0], id: 'from-elsewhere', spans: [beta] } as never);
  folder.write(file, JSON.stringify(layer));
  await expect(annotationRows(page)).toHaveText([/Alpha/, /beta/]);
  await dragOver(page, 'gamma');
  await chip(page, 'Place').click();
  await saved(page);
  expect(folder.annotations('a.txt').map((it) => it.spans[0]?.exact)).toEqual(['Alpha', 'beta', 'gamma']);
});

test('disk full: said plainly, nothing lost, and saved once there is room again', async ({ start }) => {
  test.skip(process.getuid?.() !== 0, 'mounting a small disk needs root');
  const disk = mkdtempSync(join(tmpdir(), 'postil-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
  try {
    mkdirSync(join(disk, 'project'));
    const folder = folderAt(join(disk, 'project'));
    folder.write('a.txt', 'Alpha beta gamma.');
    const { app, page } = await start(folder.path);
    await dragOver(page, 'Alpha');
    await chip(page, 'Person').click();
    await saved(page);
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(1 << 20));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
    }
    await dragOver(page, 'beta');
    await chip(page, 'Place').click();
    await expect(saveStatus(page)).toHaveText(/^Not saved: /);
    await expect(annotationRows(page)).toHaveCount(2);
    expect(folder.annotations('a.txt')).toHaveLength(1);
    rmSync(join(disk, 'filler'));
    await textBox(page).focus();
    await page.keyboard.press('Control+s');
    await saved(page);
    expect(folder.annotations('a.txt')).toHaveLength(2);
    await app.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
