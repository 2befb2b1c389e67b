import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { change, reverse } from '../../core/patch';
import { keepBackups } from './backups';
import {
  adds,
  anna,
  annasLayer,
  annotation,
  eventually,
  failureOf,
  filesIn,
  layerOnDisk,
  open,
  projectFolder,
  put,
  removes,
  text,
  updates,
  value,
} from './testing/world';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.\r\n';

test('[S1] what was acknowledged is on disk, and the next session reads it', async () => {
  const root = projectFolder({ 'deep/Ä b.txt': source });
  const { project, settings } = await open(root);
  const [one, two] = [annotation(source, 23, 28), annotation(source, 0, 4)];
  value(await project.saveLayer('deep/Ä b.txt', adds(one, two)));
  value(
    await project.saveLayer('deep/Ä b.txt', {
      facts: [
        { status: 'todo', memo: '', fields: {} },
        { status: 'done', memo: 'm', fields: { b: 1, a: true } },
      ],
    }),
  );
  expect(layerOnDisk(root, 'deep/Ä b.txt')).toMatchObject({
    status: 'done',
    annotator: anna,
    annotations: [two, one],
  });
  value(await project.close());
  const again = await open(root, { settings });
  const { layer, readOnly, changed } = value(await again.project.readLayer('deep/Ä b.txt'));
  expect(layer.annotations).toEqual([two, one]);
  expect({ readOnly, changed }).toEqual({ readOnly: null, changed: null });
  expect(again.view.documents).toMatchObject([
    { path: 'deep/Ä b.txt', status: 'done', annotations: 2, refused: null },
  ]);
});

test('[S2] undo brings the same bytes back, and equal content is not written again', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const [one, two] = [annotation(source, 0, 4), annotation(source, 13, 17)];
  const relations = {
    relations: change({
      added: [{ id: 'r', type: 't', from: one.id, to: two.id, attributes: {}, note: '' }],
    }),
  };
  value(await project.saveLayer('a.txt', { ...adds(one, two), ...relations }));
  const file = `${annasLayer}/a.txt.json`;
  const before = text(root, file);
  for (const patch of [
    updates(one, { note: 'new', updatedAt: '2026' }),
    adds(annotation(source, 5, 9)),
    { ...removes(two), relations: reverse(relations).relations },
  ]) {
    value(await project.saveLayer('a.txt', patch as never));
    expect(text(root, file)).not.toBe(before);
    value(await project.saveLayer('a.txt', reverse(patch as never)));
    expect(text(root, file)).toBe(before);
  }
  const { ino, mtimeMs } = statSync(join(root, file));
  value(await project.saveLayer('a.txt', updates(one, {})));
  expect(statSync(join(root, file))).toMatchObject({ ino, mtimeMs });
});

test('[S3] opening and reading write nothing; the first edit makes postil.json', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, view } = await open(root);
  value(await project.readDocument('a.txt'));
  value(await project.readLayer('a.txt'));
  expect(filesIn(root, true)).toEqual(['a.txt']);
  expect(view.schema.labels.map((label) => label.id)).toContain('person');
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  expect(filesIn(root)).toEqual([`${annasLayer}/a.txt.json`, 'a.txt', 'postil.json'].sort());
  expect(JSON.parse(text(root, 'postil.json'))).toMatchObject({
    format: 'postil-project',
    sources: ['**/*'],
  });
  value(await project.close());
  expect(text(root, '.postil/.gitignore')).toBe('*\n');
});

test('[S3] a document opened on its own becomes a project of that document', async () => {
  const root = projectFolder({ 'a [1].txt': source, 'b.txt': 'x' });
  const { project, view } = await open(join(root, 'a [1].txt'));
  expect(view).toMatchObject({ first: 'a [1].txt', documents: [{ path: 'a [1].txt' }] });
  value(await project.saveLayer('a [1].txt', adds(annotation(source, 0, 4))));
  expect(JSON.parse(text(root, 'postil.json')).sources).toEqual(['a [1].txt']);
  const again = await open(root);
  expect(again.view.documents.map((row) => row.path)).toEqual(['a [1].txt']);
});

test('[S4] what comes while a write is in flight goes into the next one, and all are answered', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  const folder = join(root, annasLayer);
  const inodes = new Set<number>();
  const all = Array.from({ length: 200 }, (_, i) => annotation(source, i % 20, (i % 20) + 3));
  const results = await Promise.all(
    all.map(async (one) => {
      const result = await project.saveLayer('a.txt', adds(one));
      inodes.add(statSync(join(folder, 'a.txt.json')).ino);
      // The promise: at the time of the answer it is there.
      expect(text(root, `${annasLayer}/a.txt.json`)).toContain(one.id);
      return result;
    }),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(inodes.size).toBeLessThan(20);
  expect(readdirSync(folder)).toEqual(['a.txt.json']);
});

test('[S4] changes of one document are put on in the order in which they came', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const one = annotation(source, 0, 4);
  const steps = Array.from({ length: 50 }, (_, i) => updates(one, { note: `step ${i}` }));
  const results = await Promise.all([adds(one), ...steps].map((patch) => project.saveLayer('a.txt', patch)));
  expect(results.every((result) => result.ok)).toBe(true);
  expect(layerOnDisk(root, 'a.txt').annotations).toMatchObject([{ note: 'step 49' }]);
});

test('[S5] a change that is sent again after it was applied changes nothing', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const one = annotation(source, 0, 4);
  const patches = [adds(one), updates(one, { note: 'x' }), adds(annotation(source, 5, 9))];
  for (const patch of patches) value(await project.saveLayer('a.txt', patch));
  const before = text(root, `${annasLayer}/a.txt.json`);
  for (const patch of patches) value(await project.saveLayer('a.txt', patch));
  expect(text(root, `${annasLayer}/a.txt.json`)).toBe(before);
});

test('[S6] the first write of a session backs the file up, and twenty backups are kept, or as many as wished', async () => {
  const root = projectFolder({ 'a.txt': source });
  const backups = join(root, '.postil/backups', annasLayer, 'a.txt.json');
  const one = annotation(source, 0, 4);
  const first = await open(root);
  value(await first.project.saveLayer('a.txt', adds(one)));
  value(await first.project.saveLayer('a.txt', updates(one, { note: 'same session' })));
  expect(filesIn(root, true).filter((path) => path.includes('backups'))).toEqual([]);
  value(await first.project.close());
  const before = text(root, `${annasLayer}/a.txt.json`);
  const second = await open(root);
  for (const note of ['1', '2', '3']) value(await second.project.saveLayer('a.txt', updates(one, { note })));
  const [only, ...more] = readdirSync(backups);
  expect(more).toEqual([]);
  expect(text(backups, only ?? '')).toBe(before);
  value(await second.project.close());
  for (let i = 0; i < 25; i++) writeFileSync(join(backups, `2020-01-01T00-00-${10 + i}.json`), 'old');
  const third = await open(root);
  value(await third.project.saveLayer('a.txt', updates(one, { note: 'third' })));
  expect(readdirSync(backups)).toHaveLength(20);
  expect(readdirSync(backups)).toContain(only);
  value(await third.project.close());
  keepBackups(3);
  const fourth = await open(root);
  value(await fourth.project.saveLayer('a.txt', updates(one, { note: 'fourth' })));
  keepBackups(20);
  expect(readdirSync(backups)).toHaveLength(3);
});

const damaged = [
  ['cut in the middle', (whole: string) => whole.slice(0, whole.length / 2)],
  ['empty', () => ''],
  ['zeros', (whole: string) => '\0'.repeat(whole.length)],
  ['another shape', () => '{"format": "postil-annotations", "version": 1}'],
] as const;
test.each(damaged)(
  '[S7] a file that does not parse (%s) is kept aside, and the backup stands in',
  async (_, damage) => {
    const root = projectFolder({ 'a.txt': source });
    const file = `${annasLayer}/a.txt.json`;
    const [one, two, three] = [
      annotation(source, 0, 4),
      annotation(source, 5, 9),
      annotation(source, 13, 17),
    ];
    for (const patch of [adds(one), adds(two)]) {
      const { project } = await open(root);
      value(await project.saveLayer('a.txt', patch));
      value(await project.close());
    }
    const broken = damage(text(root, file));
    put(root, { [file]: broken });
    const before = filesIn(root, true);
    const { project } = await open(root);
    const view = value(await project.readLayer('a.txt'));
    expect(view.readOnly).toBeNull();
    expect(view.layer.annotations).toEqual([one]);
    expect(view.notices).toEqual([expect.stringContaining('backup')]);
    expect(filesIn(root, true)).toEqual(before);
    expect(text(root, file)).toBe(broken);
    value(await project.saveLayer('a.txt', adds(three)));
    expect(layerOnDisk(root, 'a.txt').annotations).toEqual([one, three]);
    const aside = filesIn(root).find((path) => path.includes('.unparsable-'));
    expect(text(root, aside ?? '')).toBe(broken);
  },
);

test('[S7] without a backup the document is shown without annotations, and says so', async () => {
  const root = projectFolder({ 'a.txt': source, 'postil.json': '', [`${annasLayer}/a.txt.json`]: '{' });
  const { project } = await open(root);
  const { layer, notices } = value(await project.readLayer('a.txt'));
  expect(layer.annotations).toEqual([]);
  expect(notices).toEqual([expect.stringContaining('There is no backup')]);
});

const untouchable = [
  ['newer-version', '{"format": "postil-annotations", "version": 99, "surprise": true}'],
  ['conflict', '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> other\n}\n'],
] as const;
test.each(untouchable)(
  '[S8] a file with the problem %s is read-only and left as it is',
  async (code, content) => {
    const file = `${annasLayer}/a.txt.json`;
    const root = projectFolder({ 'a.txt': source, [file]: content });
    const { project } = await open(root);
    expect(value(await project.readLayer('a.txt')).readOnly?.code).toBe(code);
    expect(failureOf(await project.saveLayer('a.txt', adds(annotation(source, 0, 4)))).code).toBe(code);
    expect(text(root, file)).toBe(content);
  },
);

test('[S17] a layer keeps its folder when the annotator takes another name', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  value(await project.use({ ...anna, name: '安娜' }));
  value(await project.saveLayer('a.txt', adds(annotation(source, 5, 9))));
  expect(layerOnDisk(root, 'a.txt')).toMatchObject({ annotator: { name: '安娜' }, annotations: [{}, {}] });
  expect(readdirSync(join(root, 'annotations'))).toEqual(['anna-a1b2c3d4']);
});

test.each([
  ['安娜', 'annotator-a1b2c3d4'],
  ['CON', 'con-a1b2c3d4'],
  ['../../x:y', 'x-y-a1b2c3d4'],
  ['Žofie N.', 'zofie-n-a1b2c3d4'],
])('[S17] the layer of %s is called %s', async (name, folder) => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root, { annotator: { ...anna, name } });
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  expect(readdirSync(join(root, 'annotations'))).toEqual([folder]);
});

test('[S17] names as long as the file system takes have layers too', async () => {
  const [long, twin] = [`${'長'.repeat(83)}.txt`, `${'長'.repeat(82)}短.txt`];
  const root = projectFolder({ [long]: source, [twin]: source });
  const { project } = await open(root);
  const one = annotation(source, 0, 4);
  value(await project.saveLayer(long, adds(one)));
  value(await project.close());
  const again = await open(root);
  expect(value(await again.project.readLayer(long)).layer.annotations).toEqual([one]);
  expect(value(await again.project.readLayer(twin)).layer.annotations).toEqual([]);
  expect(again.view.lost).toEqual([]);
});

test('[S19] nothing is saved before it is known who annotates', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root, { annotator: null });
  expect(value(await project.readLayer('a.txt')).layer.annotations).toEqual([]);
  const patch = adds(annotation(source, 0, 4));
  expect(failureOf(await project.saveLayer('a.txt', patch)).code).toBe('no-annotator');
  expect(failureOf(await project.flush()).code).toBe('no-annotator');
  value(await project.use(anna));
  value(await project.saveLayer('a.txt', patch));
  value(await project.flush());
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(1);
});

test('[S21] what killed writes left behind is swept up', async () => {
  const root = projectFolder({ 'a.txt': source, [`${annasLayer}/.postil-0123456789abcdef.tmp`]: 'half' });
  mkdirSync(join(root, annasLayer), { recursive: true });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  expect(readdirSync(join(root, annasLayer))).toEqual(['a.txt.json']);
});

test('[D13] new, removed and changed sources appear by themselves', async () => {
  const root = projectFolder({ 'a.txt': source, 'b.txt': 'x' });
  const { project, events } = await open(root);
  value(await project.readDocument('a.txt'));
  const last = () =>
    events.flatMap((it) => (it.event === 'documents.changed' ? [it.payload.documents] : [])).at(-1);
  put(root, { 'new/c.txt': 'new' });
  await eventually(() => last()?.some((row) => row.path === 'new/c.txt'));
  put(root, { 'new/d.txt': Buffer.alloc(100) });
  await eventually(() => last()?.some((row) => row.path === 'new/d.txt' && row.refused?.includes('binary')));
  put(root, { 'b.txt': 'longer' });
  await eventually(() => last()?.some((row) => row.path === 'b.txt' && row.size === 6));
  put(root, { 'a.txt': `New. ${source}` });
  await eventually(() => events.some((it) => it.event === 'document.changed' && it.payload.path === 'a.txt'));
});
