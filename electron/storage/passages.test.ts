import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layerText } from '../../core/file-text';
import {
  adds,
  annasLayer,
  annotation,
  eventually,
  layerOnDisk,
  open,
  projectFolder,
  put,
  removes,
  text,
  value,
} from './testing/world';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.\r\n';

test('[V9] all layers are read; afterwards only what changed, from here or from outside', async () => {
  const root = projectFolder({ 'a.txt': source, 'deep/b.txt': source });
  const { project, events } = await open(root);
  const [one, two] = [annotation(source, 0, 4), annotation(source, 13, 17)];
  value(await project.saveLayer('a.txt', adds(one)));
  value(await project.saveLayer('deep/b.txt', adds(two)));
  const other = { ...layerOnDisk(root, 'a.txt'), annotator: { id: 'f'.repeat(24), name: 'Berta' } };
  put(root, { 'annotations/berta-ffffffff/a.txt.json': layerText(other) });

  const first = await project.readPassages(null);
  expect(first).toMatchObject({ whole: true, own: 'anna-a1b2c3d4' });
  expect(first.files.map((it) => [it.document, it.annotator, JSON.parse(it.json)])).toEqual([
    ['a.txt', 'Anna', [one]],
    ['deep/b.txt', 'Anna', [two]],
    ['a.txt', 'Berta', [one]],
  ]);
  expect(await project.readPassages(first.mark)).toMatchObject({ whole: false, files: [] });

  const told = () => events.filter((it) => it.event === 'passages.changed').length;
  const before = told();
  value(await project.saveLayer('a.txt', removes(one)));
  await eventually(() => told() > before);
  const second = await project.readPassages(first.mark);
  expect(second).toMatchObject({
    whole: false,
    files: [{ path: `${annasLayer}/a.txt.json`, json: '[]' }],
  });

  const later = told();
  rmSync(join(root, 'annotations/berta-ffffffff/a.txt.json'));
  await eventually(() => told() > later);
  const third = await project.readPassages(second.mark);
  expect(third.files).toMatchObject([{ layer: 'berta-ffffffff', document: 'a.txt', json: '[]' }]);
  // Another window's mark, or that of a worker that died, means nothing here.
  expect(await project.readPassages('other:7')).toMatchObject({ whole: true });
});

test('[V13] a file says how many relations its annotations have', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const [one, two] = [annotation(source, 0, 4), annotation(source, 13, 17)];
  const relation = { type: 'is', attributes: {}, note: '' };
  const relations = [
    { ...relation, id: 'r1', from: one.id, to: two.id },
    { ...relation, id: 'r2', from: one.id, to: one.id },
  ];
  value(
    await project.saveLayer('a.txt', {
      ...adds(one, two),
      relations: { added: relations, updated: [], removed: [] },
    }),
  );
  const { files } = await project.readPassages(null);
  expect(files.map((it) => it.related)).toEqual([{ [one.id]: 2, [two.id]: 1 }]);
});

test('[V10] a file that can’t be read is named and costs nothing but itself', async () => {
  const root = projectFolder({ 'a.txt': source, 'b.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  put(root, { 'annotations/carl-cccccccc/b.txt.json': '{ nonsense' });
  const { files } = await project.readPassages(null);
  expect(files).toMatchObject([
    { document: 'a.txt', problem: null },
    { document: 'b.txt', json: '[]', problem: expect.stringContaining('not JSON') },
  ]);
});

test('[V11] the list is written where it was asked for, and never over the project’s own files', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  expect(value(await project.writePassages(join(root, 'list.csv'), 'x\r\n'))).toBe(join(root, 'list.csv'));
  expect(text(root, 'list.csv')).toBe('x\r\n');
  for (const own of ['a.txt', 'postil.json', `${annasLayer}/a.txt.json`]) {
    expect(await project.writePassages(join(root, own), 'x')).toMatchObject({
      ok: false,
      failure: { code: 'own-file' },
    });
  }
  expect(text(root, 'a.txt')).toBe(source);
});
