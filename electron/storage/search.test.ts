import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addToHits } from '../../core/hits';
import { exactQuery, plainQuery } from '../../core/query';
import type { SearchPage, SearchTask } from '../../core/views';
import { MOST_HITS } from './search';
import {
  adds,
  annotation,
  failureOf,
  layerOnDisk,
  open,
  projectFolder,
  put,
  removes,
  text,
  value,
  type World,
} from './testing/world';

const find = (words: string, own = false): SearchTask => ({ kind: 'find', wanted: exactQuery(words), own });

async function all({ project }: World, task: SearchTask): Promise<SearchPage[]> {
  value(project.startSearch('one', task));
  const pages: SearchPage[] = [];
  do pages.push(value(await project.searchOn('one')));
  while (!pages.at(-1)?.done);
  return pages;
}

const summary = (pages: readonly SearchPage[]) =>
  pages.flatMap((page) => page.found).map(({ path, hits }) => [path, hits.map((hit) => hit.start)]);

test('[W9] document after document; what can’t be read is named, what has gone stops nothing', async () => {
  const root = projectFolder({
    'a.txt': 'Bonn and Bonn',
    'b.txt': 'bonn',
    'c/d.txt': 'In Bonn.\r\n',
    'e.txt': 'Bonn',
  });
  const world = await open(root);
  rmSync(join(root, 'e.txt'));
  const pages = await all(world, find('Bonn'));
  expect(summary(pages)).toEqual([
    ['a.txt', [0, 9]],
    ['c/d.txt', [3]],
  ]);
  expect(pages.flatMap((page) => page.refused)).toMatchObject([{ path: 'e.txt' }]);
  expect(pages.at(-1)).toMatchObject({ searched: 4, total: 4, done: true, isCut: false });
});

test('[W9] saving goes on while a search runs', async () => {
  const long = `${'word '.repeat(200)}\n`.repeat(3_000);
  const root = projectFolder({ 'a.txt': 'Anna', 'long.txt': long, 'more.txt': long });
  const { project } = await open(root);
  await project.readLayer('a.txt');
  value(
    project.startSearch('one', { kind: 'find', wanted: { ...plainQuery('z+'), regex: true }, own: false }),
  );
  const order: string[] = [];
  const searched = (async () => {
    while (!value(await project.searchOn('one')).done);
    order.push('searched');
  })();
  const saved = project.saveLayer('a.txt', adds(annotation('Anna', 0, 4))).then(() => order.push('saved'));
  await Promise.all([searched, saved]);
  expect(order).toEqual(['saved', 'searched']);
});

test('[W10] a page is bounded, and a search that was stopped or followed gives no more', async () => {
  const root = projectFolder({ 'a.txt': 'x\n'.repeat(400_000) });
  const { project } = await open(root);
  value(project.startSearch('one', find('x')));
  const page = value(await project.searchOn('one'));
  expect(page.done).toBe(false);
  value(project.startSearch('two', find('x')));
  expect(failureOf(await project.searchOn('one')).code).toBe('search-over');
  value(project.stopSearch('one'));
  value(await project.searchOn('two'));
  value(project.stopSearch('two'));
  expect(failureOf(await project.searchOn('two')).code).toBe('search-over');
  expect(
    project.startSearch('three', { kind: 'find', wanted: { ...plainQuery('('), regex: true }, own: false }),
  ).toMatchObject({
    failure: { code: 'pattern' },
  });
});

test('[W10] no search gives more than it may, and tells so', async () => {
  const world = await open(projectFolder({ 'a.txt': 'x\n'.repeat(MOST_HITS + 5), 'b.txt': 'x' }));
  const pages = await all(world, find('x'));
  expect(pages.flatMap((page) => page.found.flatMap((it) => it.hits))).toHaveLength(MOST_HITS);
  expect(pages.at(-1)).toMatchObject({ done: true, isCut: true });
});

test('[W11] quotes, own labels on just the span, unsaved ones too, and why it can’t be written', async () => {
  const source = 'Anna met Anna and Anna.';
  const root = projectFolder({ 'a.txt': source, 'b.txt': source });
  const before = await open(root);
  value(await before.project.saveLayer('a.txt', adds(annotation(source, 0, 4), annotation(source, 9, 17))));
  value(await before.project.saveLayer('b.txt', adds(annotation(source, 0, 4))));
  value(await before.project.close());
  put(root, { 'b.txt': `Otto and ${source}` });

  const world = await open(root);
  const waiting = world.project.saveLayer('a.txt', adds(annotation(source, 18, 22, { label: 'place' })));
  const found = (await all(world, find('Anna', true))).flatMap((page) => page.found);
  value(await waiting);
  expect(found.map(({ path, hits }) => [path, hits.map((hit) => hit.labels)])).toEqual([
    ['a.txt', [['person'], [], ['place']]],
    ['b.txt', [[], [], []]],
  ]);
  expect(found[0]?.hits[1]).toMatchObject({
    start: 9,
    exact: 'Anna',
    prefix: 'Anna met ',
    suffix: ' and Anna.',
  });
  expect(found[0]?.readOnly).toBeNull();
  expect(found[1]?.readOnly).toContain('has changed since it was annotated');
});

test('[W9] repeated lines and where they stand', async () => {
  const root = projectFolder({
    'a.txt': 'The heading\none\nThe heading\n',
    'b.txt': 'The heading\r\ntwo\r\n',
  });
  const world = await open(root);
  const pages = await all(world, { kind: 'repeats' });
  expect(pages.at(-1)?.repeats).toEqual([{ text: 'The heading', count: 3, documents: 2 }]);
  const places = await all(world, { kind: 'find', wanted: { lines: ['The heading'] }, own: true });
  expect(summary(places)).toEqual([
    ['a.txt', [0, 16]],
    ['b.txt', [0]],
  ]);
});

test('[W12] one step over documents that are not open, on disk in all, and taken back', async () => {
  const root = projectFolder({ 'a.txt': 'Bonn, Bonn', 'b.txt': 'Bonn', 'c.txt': 'Köln' });
  const world = await open(root);
  const found = (await all(world, find('Bonn', true))).flatMap((page) => page.found);
  let count = 0;
  const adding = {
    label: 'place',
    attributes: {},
    now: '2026-01-01T00:00:00.000Z',
    newId: () => `id-${count++}`,
  };
  const parts = addToHits(adding, found);
  for (const { document, patch } of parts) value(await world.project.saveLayer(document as string, patch));
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(2);
  expect(layerOnDisk(root, 'b.txt').annotations).toHaveLength(1);
  const bytes = text(root, 'annotations/anna-a1b2c3d4/b.txt.json');
  for (const { document, patch } of parts)
    value(await world.project.saveLayer(document as string, removes(...(patch.annotations?.added ?? []))));
  expect(layerOnDisk(root, 'a.txt').annotations).toEqual([]);
  expect(bytes).toContain('"exact":"Bonn"');
});

test('[S11] a source that changed is not written over by a change that comes without its being shown', async () => {
  const root = projectFolder({ 'a.txt': 'Anna and Bonn' });
  const first = await open(root);
  value(await first.project.saveLayer('a.txt', adds(annotation('Anna and Bonn', 0, 4))));
  value(await first.project.close());
  put(root, { 'a.txt': 'In Bonn' });
  const before = text(root, 'annotations/anna-a1b2c3d4/a.txt.json');
  const { project } = await open(root);
  expect(failureOf(await project.saveLayer('a.txt', adds(annotation('In Bonn', 3, 7)))).code).toBe(
    'source-changed',
  );
  expect(text(root, 'annotations/anna-a1b2c3d4/a.txt.json')).toBe(before);
});

test('[D13] a change of another document does not end the watch over the one that is shown', async () => {
  const root = projectFolder({ 'a.txt': 'Anna', 'b.txt': 'Bonn' });
  const { project } = await open(root);
  value(await project.readDocument('a.txt'));
  value(await project.saveLayer('b.txt', adds(annotation('Bonn', 0, 4))));
  put(root, { 'a.txt': 'Anna and Otto' });
  expect(await project.current.changed()).toBe('a.txt');
});
