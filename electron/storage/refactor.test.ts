import { expect, test } from 'vitest';
import { withoutRow } from '../../core/edit-schema';
import type { Annotator } from '../../core/model';
import type { Refactoring } from '../../core/refactor';
import { starterSchema } from '../../core/starter';
import {
  adds,
  annotation,
  filesIn,
  layerOnDisk,
  open,
  projectFolder,
  put,
  text,
  value,
} from './testing/world';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.\r\n';
const berta: Annotator = { id: 'b1b2c3d4e5f60718293a4b5c', name: 'Berta' };
const now = '2026-02-03T04:05:06.789Z';
const refactoring: Refactoring = {
  before: starterSchema(),
  after: withoutRow(starterSchema(), 'labels', 'person'),
  fates: { 'label/person': { do: 'merge', into: 'place' } },
  split: null,
};

const person = (start: number, end: number) => annotation(source, start, end, { label: 'person' });

test('[Z16] a change of the schema is counted in all layers and planned for the own one; nothing is written', async () => {
  const root = projectFolder({ 'a.txt': source, 'deep/b.txt': source });
  const theirs = await open(root, { annotator: berta });
  value(await theirs.project.saveLayer('a.txt', adds(person(0, 4), person(23, 28))));
  value(await theirs.project.close());
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(person(0, 4))));
  value(await project.saveLayer('deep/b.txt', adds(person(0, 4), person(23, 28))));
  const before = filesIn(root).map((file) => text(root, file));

  const { losses } = value(await project.usage(refactoring));
  expect(losses).toEqual([
    {
      key: 'label/person',
      kind: 'label',
      id: 'person',
      choice: null,
      documents: [
        { path: 'a.txt', annotator: 'Anna', own: true, count: 1 },
        { path: 'deep/b.txt', annotator: 'Anna', own: true, count: 2 },
        { path: 'a.txt', annotator: 'Berta', own: false, count: 2 },
      ],
    },
  ]);
  const split = { from: 'person', to: 'poet', by: { kind: 'quote', quote: 'Berta' } } as const;
  expect(
    value(await project.usage({ before: starterSchema(), after: starterSchema(), split })).split,
  ).toEqual([
    { path: 'deep/b.txt', annotator: 'Anna', own: true, count: 1 },
    { path: 'a.txt', annotator: 'Berta', own: false, count: 1 },
  ]);

  const { parts, blocked } = value(await project.refactor(refactoring, now));
  expect(blocked).toEqual([]);
  expect(parts.map((part) => part.document)).toEqual(['a.txt', 'deep/b.txt']);
  expect(filesIn(root).map((file) => text(root, file))).toEqual(before);
  for (const { document, patch } of parts) value(await project.saveLayer(document as string, patch));
  expect(layerOnDisk(root, 'deep/b.txt').annotations.map((it) => it.label)).toEqual(['place', 'place']);
  expect(layerOnDisk(root, 'a.txt', 'annotations/berta-b1b2c3d4').annotations).toHaveLength(2);
});

test('[Z17] what can’t be changed is named with the reason: a changed source, a missing document, a damaged file', async () => {
  const root = projectFolder({ 'a.txt': source, 'b.txt': source, 'c.txt': source, 'd.txt': source });
  const first = await open(root);
  for (const path of ['a.txt', 'b.txt', 'c.txt', 'd.txt'])
    value(await first.project.saveLayer(path, adds(person(0, 4))));
  value(await first.project.close());
  put(root, { 'b.txt': 'Something else.', 'annotations/anna-a1b2c3d4/d.txt.json': '{' });
  put(root, {
    'annotations/anna-a1b2c3d4/gone.txt.json': text(root, 'annotations/anna-a1b2c3d4/c.txt.json'),
  });
  const { project } = await open(root, { settings: first.settings });
  const { parts, blocked } = value(await project.refactor(refactoring, now));
  expect(parts.map((part) => part.document)).toEqual(['a.txt', 'c.txt']);
  expect(blocked).toEqual([
    { path: 'b.txt', reason: expect.stringMatching(/has changed since it was annotated/) },
    { path: 'd.txt', reason: expect.stringMatching(/not JSON/) },
    { path: 'gone.txt', reason: 'The document is missing.' },
  ]);
});
