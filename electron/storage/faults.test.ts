import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { backUp } from './backups';
import { keepHistory } from './history-file';
import { canMount, makeReadOnly, makeWritable, smallDisk } from './testing/mount';
import {
  adds,
  annasLayer,
  annotation,
  failureOf,
  filesIn,
  layerOnDisk,
  open,
  projectFolder,
  put,
  text,
  value,
} from './testing/world';
import { writeTogether } from './write-together';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.';
const file = `${annasLayer}/a.txt.json`;
const some = (count: number) => Array.from({ length: count }, () => annotation(source, 0, 4));

test.skipIf(!canMount)(
  '[S15] a full disk: what was saved stands, what was done is kept, and goes on when there is space',
  async () => {
    const root = smallDisk(256);
    put(root, { 'a.txt': source });
    const { project } = await open(root);
    const first = some(100);
    value(await project.saveLayer('a.txt', adds(...first)));
    const before = text(root, file);
    try {
      writeFileSync(join(root, 'ballast'), Buffer.alloc(1024 * 1024));
    } catch {
      // The disk is full now.
    }
    const more = some(300);
    const failure = failureOf(await project.saveLayer('a.txt', adds(...more)));
    expect(failure.code).toBe('disk-full');
    expect(failure.message).toMatch(/full.*Nothing is lost.*Free some space/);
    expect(text(root, file)).toBe(before);
    expect(filesIn(root).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(failureOf(await project.close()).code).toBe('disk-full');
    rmSync(join(root, 'ballast'));
    value(await project.flush());
    expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(400);
  },
);

test.skipIf(!canMount)('[S15] a full disk at the very first edit', async () => {
  const root = smallDisk(64);
  put(root, { 'a.txt': source });
  const { project } = await open(root);
  try {
    writeFileSync(join(root, 'ballast'), Buffer.alloc(1024 * 1024));
  } catch {
    // The disk is full now.
  }
  expect(failureOf(await project.saveLayer('a.txt', adds(...some(1)))).code).toBe('disk-full');
  rmSync(join(root, 'ballast'));
  value(await project.saveLayer('a.txt', adds(...some(1))));
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(2);
});

test.skipIf(!canMount)(
  '[S15] a read-only disk is told of, and work goes on when it is writable again',
  async () => {
    const root = smallDisk(512);
    put(root, { 'a.txt': source });
    makeReadOnly(root);
    const { project, view } = await open(root);
    expect(view.readOnly?.code).toBe('read-only');
    expect(failureOf(await project.saveLayer('a.txt', adds(...some(1)))).code).toBe('read-only');
    makeWritable(root);
    value(await project.flush());
    expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(1);
  },
);

test('[S15] a file where a folder is needed is told of, and work goes on when it is gone', async () => {
  const root = projectFolder({ 'a.txt': source, annotations: 'in the way' });
  const { project } = await open(root);
  const failure = failureOf(await project.saveLayer('a.txt', adds(...some(1))));
  expect(failure.code).toBe('in-the-way');
  expect(text(root, 'annotations')).toBe('in the way');
  rmSync(join(root, 'annotations'));
  value(await project.saveLayer('a.txt', adds(...some(1))));
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(2);
});

test('[S13] a project whose folder went away is not taken for deleted', async () => {
  const root = projectFolder({ 'p/a.txt': source });
  const { project, events } = await open(join(root, 'p'));
  value(await project.saveLayer('a.txt', adds(...some(3))));
  renameSync(join(root, 'p'), join(root, 'elsewhere'));
  expect(failureOf(await project.saveLayer('a.txt', adds(...some(1)))).code).toBe('folder-gone');
  expect(filesIn(root).some((path) => path.startsWith('p/'))).toBe(false);
  renameSync(join(root, 'elsewhere'), join(root, 'p'));
  value(await project.flush());
  expect(layerOnDisk(join(root, 'p'), 'a.txt').annotations).toHaveLength(4);
  expect(events.filter((it) => it.event === 'layer.changed')).toEqual([]);
});

test('[S13] a folder that goes away at the very moment of a write is not made anew', async () => {
  const root = projectFolder({});
  const project = join(root, 'p');
  const writes = [
    () => keepHistory(project, 'anna-a1b2c3d4', '{}'),
    () => backUp(project, 'postil.json'),
    () => writeTogether(project, [{ path: 'imported/a.txt', data: async () => source, isNew: true }]),
  ];
  // However far the write has come: after each number of its turns once.
  for (const write of writes) {
    for (let turns = 0; turns < 24; turns++) {
      put(root, { 'p/postil.json': '{}' });
      const ended = write().catch(() => undefined);
      for (let turn = 0; turn < turns; turn++) await setImmediate();
      renameSync(project, join(root, 'away'));
      await ended;
      expect(existsSync(project)).toBe(false);
      rmSync(join(root, 'away'), { recursive: true });
    }
  }
});

test('[S23] what can not be saved is copied elsewhere whole, and is saved all the same when the project is back', async () => {
  const root = projectFolder({ 'p/a.txt': source });
  const { project } = await open(join(root, 'p'));
  value(await project.saveLayer('a.txt', adds(...some(2))));
  renameSync(join(root, 'p'), join(root, 'away'));
  failureOf(await project.saveLayer('a.txt', adds(...some(1))));
  const copy = join(root, 'copy');
  expect(value(await project.rescue(copy))).toBe(1);
  expect(filesIn(copy)).toEqual([file, 'a.txt', 'postil.json'].sort());
  expect(layerOnDisk(copy, 'a.txt').annotations).toHaveLength(3);
  expect(text(copy, 'a.txt')).toBe(source);
  // Never over anything.
  expect(failureOf(await project.rescue(copy)).code).toBe('exists');
  expect(failureOf(await project.rescue(join(root, 'none/copy'))).code).toBe('not-written');
  // The copy is a project of its own; nothing is lost from the other one either.
  const { project: other } = await open(copy);
  expect(value(await other.readLayer('a.txt')).layer.annotations).toHaveLength(3);
  renameSync(join(root, 'away'), join(root, 'p'));
  value(await project.flush());
  expect(layerOnDisk(join(root, 'p'), 'a.txt').annotations).toHaveLength(3);
});

test('[S15] a backup that can not be made does not stop saving', async () => {
  const root = projectFolder({ 'a.txt': source, '.postil': 'in the way' });
  for (const _ of [1, 2]) {
    const { project } = await open(root);
    value(await project.saveLayer('a.txt', adds(...some(1))));
    value(await project.close());
  }
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(2);
});
