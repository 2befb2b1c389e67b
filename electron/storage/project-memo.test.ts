import { expect, test } from 'vitest';
import { readManifest } from '../../core/migrate';
import { change, reverse } from '../../core/patch';
import { starterSchema } from '../../core/starter';
import { eventually, open, projectFolder, put, text, value } from './testing/world';

const onDisk = (root: string) => value(readManifest(text(root, 'postil.json')));

test('[B1] the project’s memo is a patch of postil.json: saved, undone, read again', async () => {
  const root = projectFolder({ 'a.txt': 'Text.' });
  const { project, view, settings } = await open(root);
  expect(view.memo).toBe('');
  const patch = { projectMemo: ['', 'Second reading:\n“tone”'] as const };
  value(await project.manifest.save(patch));
  expect(onDisk(root)).toMatchObject({ memo: patch.projectMemo[1], schema: starterSchema() });
  value(await project.close());
  const again = await open(root, { settings });
  expect(again.view.memo).toBe(patch.projectMemo[1]);
  value(await again.project.manifest.save(reverse(patch)));
  expect(onDisk(root).memo).toBe('');
});

test('[B1] a memo from outside comes to the window, and a label saved meanwhile leaves it alone', async () => {
  const root = projectFolder({ 'a.txt': 'Text.' });
  const { project, events } = await open(root);
  value(await project.manifest.save({ projectMemo: ['', 'mine'] }));
  put(root, { 'postil.json': text(root, 'postil.json').replace('"memo": "mine"', '"memo": "theirs"') });
  await eventually(() => events.some((it) => it.event === 'schema.changed' && it.payload.memo === 'theirs'));
  const [label] = starterSchema().labels;
  if (!label) throw new Error('no label');
  value(await project.manifest.save({ labels: change({ updated: [[label, { ...label, name: 'Human' }]] }) }));
  expect([onDisk(root).memo, onDisk(root).schema.labels[0]?.name]).toEqual(['theirs', 'Human']);
});
