import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layerText, manifestText } from '../../core/file-text';
import { readManifest } from '../../core/migrate';
import type { Annotation, Label, Layer } from '../../core/model';
import { change } from '../../core/patch';
import {
  adds,
  annasLayer,
  annotation,
  eventually,
  failureOf,
  filesIn,
  folder,
  layerOnDisk,
  open,
  projectFolder,
  put,
  removes,
  text,
  updates,
  value,
} from './testing/world';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.';
const file = `${annasLayer}/a.txt.json`;
const [one, two, three] = [annotation(source, 0, 4), annotation(source, 5, 9), annotation(source, 13, 17)];
const ids = (layer: Layer) => layer.annotations.map((it) => it.id);

/** As git pull would: the file with other annotations. */
function pull(root: string, change: (annotations: readonly Annotation[]) => readonly Annotation[]): void {
  const layer = layerOnDisk(root, 'a.txt');
  put(root, { [file]: layerText({ ...layer, annotations: change(layer.annotations) }) });
}

test('[S12] a change from outside is told to the window as a patch', async () => {
  const root = projectFolder({ 'a.txt': source });
  const first = await open(root);
  value(await first.project.saveLayer('a.txt', adds(one, two)));
  value(await first.project.close());
  const { project, events } = await open(root);
  value(await project.readLayer('a.txt'));
  pull(root, () => [{ ...one, note: 'from outside' }, three]);
  const told = await eventually(() => events.find((it) => it.event === 'layer.changed'));
  expect(told.payload).toMatchObject({
    path: 'a.txt',
    patch: {
      annotations: { added: [three], removed: [two], updated: [[one, { ...one, note: 'from outside' }]] },
    },
  });
  expect(ids(value(await project.readLayer('a.txt')).layer)).toEqual([one.id, three.id]);
});

test('[S12] an edit that crosses a change from outside keeps both', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, events } = await open(root);
  value(await project.saveLayer('a.txt', adds(one)));
  // Before any watcher has run: the write itself must notice.
  pull(root, (all) => [...all, two]);
  value(await project.saveLayer('a.txt', adds(three)));
  expect(ids(layerOnDisk(root, 'a.txt')).sort()).toEqual([one.id, two.id, three.id].sort());
  expect(events.filter((it) => it.event === 'layer.changed')).toHaveLength(1);
});

test('[S12] our own writes are no change from outside', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, events } = await open(root);
  for (const it of [one, two, three]) value(await project.saveLayer('a.txt', adds(it)));
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(events.filter((it) => it.event === 'layer.changed')).toEqual([]);
});

test('[S13] an annotations file deleted from outside is written whole with the next edit', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(one, two)));
  rmSync(join(root, 'annotations'), { recursive: true });
  value(await project.saveLayer('a.txt', adds(three)));
  expect(ids(layerOnDisk(root, 'a.txt'))).toEqual([one.id, two.id, three.id]);
});

test('[S7] a file damaged from outside while it is open is set aside, and what we hold is written', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(one)));
  put(root, { [file]: '{"half":' });
  value(await project.saveLayer('a.txt', adds(two)));
  expect(ids(layerOnDisk(root, 'a.txt'))).toEqual([one.id, two.id]);
  expect(filesIn(root).some((path) => path.includes('.unparsable-'))).toBe(true);
});

test('[S8] conflict marks that come into an open file are never written over; what was done waits for them to be settled', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(one)));
  const good = text(root, file);
  const marked = good.replace('"annotations"', '<<<<<<< ours\n"annotations"');
  put(root, { [file]: marked });
  await project.layers?.refresh();
  expect(failureOf(await project.saveLayer('a.txt', adds(two))).code).toBe('conflict');
  expect(failureOf(await project.flush()).code).toBe('conflict');
  expect(text(root, file)).toBe(marked);
  put(root, { [file]: good });
  value(await project.flush());
  expect(ids(layerOnDisk(root, 'a.txt'))).toEqual([one.id, two.id]);
});

test('[S11] a changed source in which every quote stands goes on, and the next edit notes it', async () => {
  const root = projectFolder({ 'a.txt': source });
  const first = await open(root);
  value(await first.project.saveLayer('a.txt', adds(one, three)));
  value(await first.project.close());
  put(root, { 'a.txt': `${source} And more.` });
  const { project } = await open(root);
  const view = value(await project.readLayer('a.txt'));
  expect(view).toMatchObject({ readOnly: null, changed: { standing: 2, moved: 0, gone: 0 } });
  const before = layerOnDisk(root, 'a.txt').document;
  value(await project.saveLayer('a.txt', adds(two)));
  const { document } = layerOnDisk(root, 'a.txt');
  expect(document.length).toBe(source.length + 10);
  expect(document.sha256).not.toBe(before.sha256);
});

test('[S11] a changed source in which quotes moved or are gone is read-only, its file left as it is', async () => {
  const root = projectFolder({ 'a.txt': source });
  const first = await open(root);
  value(await first.project.saveLayer('a.txt', adds(one, two, three)));
  value(await first.project.close());
  const before = text(root, file);
  put(root, { 'a.txt': `Anna, who went to Cologne.` });
  const { project } = await open(root);
  const { readOnly, changed } = value(await project.readLayer('a.txt'));
  expect(changed).toEqual({ standing: 1, moved: 1, gone: 1 });
  expect(readOnly).toMatchObject({
    code: 'source-changed',
    message: expect.stringContaining('1 moved, 1 are'),
  });
  expect(failureOf(await project.saveLayer('a.txt', adds(annotation(source, 0, 2)))).code).toBe(
    'source-changed',
  );
  expect(failureOf(await project.flush()).code).toBe('source-changed');
  expect(text(root, file)).toBe(before);
});

/** Four documents of formats whose text other rules once made, and what those rules made of the same bytes. */
const anew = ['recipe.rtf', 'minutes.odt', 'two-columns.pdf', 'diaries.xlsx'];

test.each(anew)('[S24] annotations of %s that were made under older rules of reading', async (path) => {
  const layerFile = `${annasLayer}/${path}.json`;
  const root = projectFolder({ [path]: readFileSync(join('e2e/fixtures', path)) });
  const first = await open(root);
  const { text: now } = value(await first.project.readDocument(path));
  const word = (n: number) => {
    const found = [...now.matchAll(/\p{L}{4,}/gu)][n];
    if (!found) throw new Error('the sample is too short');
    return annotation(now, found.index, found.index + found[0].length);
  };
  value(await first.project.saveLayer(path, adds(word(1), word(2))));
  value(await first.project.close());
  const asMade = layerOnDisk(root, path);
  const older = {
    ...asMade,
    document: { ...asMade.document, projection: asMade.document.projection.replace('/2', '/1') },
  };
  expect(older.document).not.toEqual(asMade.document);

  // As if those rules had made a character more in front of the second one.
  const [standing, moved] = older.annotations as [Annotation, Annotation];
  const shifted = {
    ...moved,
    spans: moved.spans.map((it) => ({ ...it, start: it.start + 1, end: it.end + 1 })),
  };
  const old = layerText({ ...older, annotations: [standing, shifted] });
  put(root, { [layerFile]: old });
  const second = await open(root, { settings: first.settings });
  const shown = value(await second.project.readLayer(path));
  expect(shown).toMatchObject({ changed: { standing: 1, moved: 1, gone: 0 } });
  expect(shown.readOnly?.message).toMatch(/by other rules.* 1 still stand, 1 moved/);
  expect(shown.layer.annotations).toHaveLength(2);
  expect(failureOf(await second.project.saveLayer(path, adds(word(3)))).code).toBe('source-changed');
  expect(failureOf(await second.project.close()).code).toBe('source-changed');
  expect(text(root, layerFile)).toBe(old);

  // Every quote stands: it goes on, nothing is written before the next edit, which notes the rules.
  put(root, { [layerFile]: layerText(older) });
  const third = await open(root);
  expect(value(await third.project.readLayer(path))).toMatchObject({ readOnly: null, changed: null });
  value(await third.project.flush());
  expect(text(root, layerFile)).toBe(layerText(older));
  value(await third.project.saveLayer(path, adds(word(3))));
  const after = layerOnDisk(root, path);
  expect(after.document).toEqual(asMade.document);
  expect(after.annotations).toHaveLength(3);
});

test('[S14] a renamed document is found by its bytes, and relinked with its annotations', async () => {
  const root = projectFolder({ 'old/a.txt': source, 'b.txt': 'other' });
  const first = await open(root);
  value(await first.project.saveLayer('old/a.txt', adds(one, two)));
  value(await first.project.close());
  rmSync(join(root, 'old'), { recursive: true });
  put(root, { 'new/c.txt': source, 'twin.txt': 'x' });
  const { project, view, events } = await open(root);
  const lost =
    view.lost.length > 0
      ? view.lost
      : await eventually(() =>
          events
            .flatMap((it) => (it.event === 'documents.changed' ? [it.payload.lost] : []))
            .find((it) => it.length > 0),
        );
  expect(lost).toEqual([{ path: 'old/a.txt', annotations: 2, foundAt: 'new/c.txt' }]);
  expect(failureOf(await project.relink('old/a.txt', 'b.txt')).code).toBe('not-same');
  expect(failureOf(await project.relink('b.txt', 'new/c.txt')).code).toBe('not-found');
  value(await project.relink('old/a.txt', 'new/c.txt'));
  expect(filesIn(root).filter((path) => path.startsWith('annotations'))).toEqual([
    `${annasLayer}/new/c.txt.json`,
  ]);
  expect(layerOnDisk(root, 'new/c.txt').document.path).toBe('new/c.txt');
  expect(ids(value(await project.readLayer('new/c.txt')).layer)).toEqual([one.id, two.id]);
  expect(project.listing.lost()).toEqual([]);
});

test('[S14] relinking never writes over annotations', async () => {
  const root = projectFolder({ 'a.txt': source, 'c.txt': source });
  const first = await open(root);
  value(await first.project.saveLayer('a.txt', adds(one)));
  value(await first.project.saveLayer('c.txt', adds(two)));
  value(await first.project.close());
  rmSync(join(root, 'a.txt'));
  const { project } = await open(root);
  await eventually(() => project.listing.lost().length > 0);
  const before = text(root, `${annasLayer}/c.txt.json`);
  expect(failureOf(await project.relink('a.txt', 'c.txt')).code).toBe('in-the-way');
  expect(text(root, `${annasLayer}/c.txt.json`)).toBe(before);
  expect(text(root, file)).toContain(one.id);
});

const label = (id: string): Label => ({
  id,
  name: id,
  color: '#112233',
  key: null,
  parent: null,
  description: '',
  memo: '',
});
const addLabel = (id: string) => ({ labels: change({ added: [label(id)] }) });
const labels = (root: string) =>
  value(readManifest(text(root, 'postil.json'))).schema.labels.map((it) => it.id);

test('[S18] a schema change is put on what stands in postil.json now', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, events } = await open(root);
  value(await project.manifest.save(addLabel('mine')));
  const manifest = value(readManifest(text(root, 'postil.json')));
  const theirs = {
    ...manifest,
    schema: { ...manifest.schema, labels: [...manifest.schema.labels, label('theirs')] },
  };
  put(root, { 'postil.json': manifestText(theirs) });
  value(await project.manifest.save(addLabel('next')));
  expect(labels(root).slice(-3)).toEqual(['mine', 'theirs', 'next']);
  const told = events.flatMap((it) => (it.event === 'schema.changed' ? [it.payload.schema.labels] : []));
  expect(told.at(-1)?.map((it) => it.id)).toEqual(expect.arrayContaining(['theirs', 'next']));
});

test('[S18] own edits that come in while postil.json is read again are no change from outside', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, events } = await open(root);
  value(await project.manifest.save(addLabel('first')));
  for (const round of ['a', 'b', 'c', 'd', 'e']) {
    const saves = [1, 2, 3, 4].map(async (delay) => {
      for (let turn = 0; turn < delay; turn++) await new Promise((resolve) => setImmediate(resolve));
      return project.manifest.save(addLabel(`${round}${delay}`));
    });
    for (const saved of await Promise.all(saves)) value(saved);
  }
  expect(labels(root).filter((id) => /^[a-e][1-4]$/.test(id))).toHaveLength(20);
  expect(events.filter((it) => it.event === 'schema.changed')).toEqual([]);
});

test('[S18] a change of postil.json from outside is told, and new sources are looked for', async () => {
  const root = projectFolder({ 'a.txt': source, 'b.txt': 'x' });
  const { project, events } = await open(root);
  value(await project.manifest.save(addLabel('mine')));
  const manifest = value(readManifest(text(root, 'postil.json')));
  put(root, {
    'postil.json': manifestText({
      ...manifest,
      sources: ['a.txt'],
      schema: { ...manifest.schema, labels: [label('x')] },
    }),
  });
  await eventually(() => events.some((it) => it.event === 'schema.changed'));
  await eventually(() =>
    events.some((it) => it.event === 'documents.changed' && it.payload.documents.length === 1),
  );
});

test('[S9] conflict marks in postil.json make the project read-only; it is shown from our side, and never moved', async () => {
  const root = projectFolder({ 'a.txt': source });
  const first = await open(root);
  value(await first.project.manifest.save(addLabel('mine')));
  value(await first.project.close());
  const mine = `${JSON.stringify(label('mine'))}`;
  const conflict = text(root, 'postil.json').replace(
    mine,
    `\n<<<<<<< HEAD\n${mine}\n=======\n${JSON.stringify(label('theirs'))}\n>>>>>>> other\n`,
  );
  put(root, { 'postil.json': conflict });
  const { project, view } = await open(root);
  expect(view.readOnly?.code).toBe('conflict');
  expect(view.readOnly?.message).toMatch(/postil\.json.*line \d+/);
  expect(view.schema.labels.at(-1)?.id).toBe('mine');
  expect(failureOf(await project.saveLayer('a.txt', adds(one))).code).toBe('conflict');
  expect(failureOf(await project.manifest.save(addLabel('more'))).code).toBe('conflict');
  expect(text(root, 'postil.json')).toBe(conflict);
  expect(filesIn(root)).toEqual(['a.txt', 'postil.json']);
});

test('[S9] a postil.json that is damaged or newer is read-only too', async () => {
  for (const [code, content] of [
    ['unparsable', '{'],
    ['newer-version', '{"format":"postil-project","version":99}'],
  ] as const) {
    const root = projectFolder({ 'a.txt': source, 'postil.json': content });
    const { project, view } = await open(root);
    expect(view.readOnly?.code).toBe(code);
    expect(failureOf(await project.saveLayer('a.txt', adds(one))).code).toBe(code);
    expect(text(root, 'postil.json')).toBe(content);
  }
});

test('[S16] nothing is written or read through a link that leaves the project', async () => {
  const outside = folder();
  put(outside, { 'anna-a1b2c3d4/a.txt.json': 'secret', 'sub/keep': 'x' });
  const links = [
    ['annotations', outside],
    [annasLayer, outside],
    ['annotations', join(outside, 'not-there')],
  ] as const;
  for (const [path, target] of links) {
    const root = projectFolder({ 'a.txt': source, 'annotations/other/keep': 'x' });
    if (path === 'annotations') rmSync(join(root, 'annotations'), { recursive: true });
    symlinkSync(target, join(root, path));
    const { project } = await open(root);
    expect(failureOf(await project.saveLayer('a.txt', adds(one))).code).toBe('outside');
    expect(value(await project.readLayer('a.txt')).layer.annotations).toEqual([]);
  }
  expect(filesIn(outside, true)).toEqual(['anna-a1b2c3d4/a.txt.json', 'sub/keep']);
});

test('[S16] a linked annotations file, postil.json or .postil is not followed', async () => {
  const outside = folder();
  put(outside, { 'layer.json': 'secret', 'postil.json': '{"format":"postil-project"}', 'd/keep': 'x' });
  const root = projectFolder({ 'a.txt': source, [`${annasLayer}/keep`]: 'x' });
  symlinkSync(join(outside, 'layer.json'), join(root, file));
  symlinkSync(join(outside, 'd'), join(root, '.postil'));
  const { project } = await open(root);
  expect(value(await project.readLayer('a.txt')).readOnly?.code).toBe('outside');
  expect(failureOf(await project.saveLayer('a.txt', adds(one))).code).toBe('outside');
  expect(readFileSync(join(outside, 'layer.json'), 'utf8')).toBe('secret');
  const linked = projectFolder({ 'a.txt': source });
  symlinkSync(join(outside, 'postil.json'), join(linked, 'postil.json'));
  const other = await open(linked);
  expect(other.view.readOnly?.code).toBe('outside');
  expect(failureOf(await other.project.saveLayer('a.txt', adds(one))).code).toBe('outside');
  expect(filesIn(outside, true)).toEqual(['d/keep', 'layer.json', 'postil.json']);
});

test.each(['../x.txt', '/etc/passwd', 'a/../../x.txt', 'unknown.txt', '..', '.postil/x.txt'])(
  '[S16] the window can not name %s',
  async (path) => {
    const root = projectFolder({ 'a.txt': source });
    const { project } = await open(root);
    expect(failureOf(await project.readDocument(path)).code).toBe('not-found');
    expect(failureOf(await project.readLayer(path)).code).toBe('not-found');
    expect(failureOf(await project.saveLayer(path, removes(one))).code).toBe('not-found');
    expect(failureOf(await project.relink(path, 'a.txt')).code).toBe('not-found');
    expect(failureOf(await project.relink('a.txt', path)).code).toBe('not-found');
  },
);

test('[S12] the later of two edits of one annotation stands', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(one)));
  pull(root, () => [{ ...one, note: 'theirs', updatedAt: '2026-01-02' }]);
  value(await project.saveLayer('a.txt', updates(one, { note: 'ours', updatedAt: '2026-01-01' })));
  expect(layerOnDisk(root, 'a.txt').annotations).toMatchObject([{ note: 'theirs' }]);
});

test('[S12] writes and changes from outside that race lose nothing of either side', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(one)));
  const ours = Array.from({ length: 60 }, () => annotation(source, 0, 4));
  const theirs = Array.from({ length: 6 }, () => annotation(source, 5, 9));
  const results = ours.map(async (it, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 5));
    return project.saveLayer('a.txt', adds(it));
  });
  for (const it of theirs) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    pull(root, (all) => [...all, it]);
    void project.layers?.refresh();
  }
  for (const result of await Promise.all(results)) value(result);
  await project.layers?.refresh();
  const held = ids(value(await project.readLayer('a.txt')).layer);
  expect(ours.filter((it) => !held.includes(it.id))).toEqual([]);
  expect(ids(layerOnDisk(root, 'a.txt'))).toEqual(held);
});

test('[S15] a document whose source vanished while it is shown can still be saved', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.readDocument('a.txt'));
  rmSync(join(root, 'a.txt'));
  await eventually(() => !project.listing.has('a.txt'));
  value(await project.saveLayer('a.txt', adds(one)));
  expect(ids(layerOnDisk(root, 'a.txt'))).toEqual([one.id]);
});

test('[S11] an edit made for the text before is kept with that text', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  value(await project.readDocument('a.txt'));
  value(await project.readLayer('a.txt'));
  const before = value(await project.readLayer('a.txt')).layer.document;
  put(root, { 'a.txt': 'Other words altogether.' });
  value(await project.readDocument('a.txt'));
  value(await project.saveLayer('a.txt', adds(one)));
  expect(layerOnDisk(root, 'a.txt')).toMatchObject({ document: before, annotations: [one] });
  expect(value(await project.readLayer('a.txt')).readOnly?.code).toBe('source-changed');
});
