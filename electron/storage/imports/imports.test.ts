import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type ImportOptions, usualOptions } from '../../../core/exchange/report';
import type { Result } from '../../../core/failure';
import type { HistoryPart } from '../../../core/history';
import type { Annotator } from '../../../core/model';
import { reverse } from '../../../core/patch';
import type { ImportPage } from '../../../core/views';
import { sha256 } from '../../documents/read-document';
import type { Project } from '../project';
import { canMount, smallDisk } from '../testing/mount';
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
  text,
  value,
} from '../testing/world';

const source = 'Anna 👩‍🚀 went to Bonn.\r\nBerta stayed in Aachen.';
const other = 'Nobody knows 𝄞 what Carla did.';

interface Row {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** A file as Postil exports it, of documents by their path. */
function exported(documents: Readonly<Record<string, { text: string; rows: readonly Row[] }>>): string {
  return JSON.stringify({
    format: 'postil-export',
    version: 1,
    offsetUnit: 'utf-16',
    project: { id: 'p', name: 'Other' },
    schema: {
      labels: [
        { id: 'person', name: 'Person', color: '#0072b2', key: '1', parent: null, description: '', memo: '' },
        { id: 'city', name: 'City', color: '#123456', key: 'c', parent: null, description: '', memo: '' },
      ],
      attributes: [],
      relationTypes: [],
      documentFields: [],
    },
    documents: Object.entries(documents).map(([path, { text: words, rows }]) => ({
      path,
      sha256: '0'.repeat(64),
      length: words.length,
      text: words,
      layers: [{ annotator: 'Zoe', annotatorId: 'zoe-0001', status: 'done', memo: '', fields: {} }],
      annotations: rows.map(({ label, start, end }, n) => ({
        id: `${path}-${n}`,
        label,
        labelId: label.toLowerCase(),
        spans: [{ start, end, exact: words.slice(start, end) }],
        attributes: {},
        note: '',
        annotator: 'Zoe',
        annotatorId: 'zoe-0001',
        origin: 'manual',
        createdAt: '2025-01-01T00:00:00.000Z',
        updatedAt: '2025-01-01T00:00:00.000Z',
      })),
      relations: [],
    })),
    refused: [],
  });
}

const both = exported({
  'a.txt': { text: source, rows: [{ label: 'Person', start: 0, end: 4 }] },
  'deep/c.txt': {
    text: other,
    rows: [
      { label: 'Person', start: other.indexOf('Carla'), end: other.indexOf('Carla') + 5 },
      { label: 'City', start: 13, end: 15 },
    ],
  },
});

async function answer(
  project: Project,
  id: string,
  begun: Result<null>,
): Promise<Result<NonNullable<ImportPage['result']>>> {
  value(begun);
  for (;;) {
    const page = await project.imports.next(id);
    if (!page.ok) return page;
    if (page.value.result) return { ok: true, value: page.value.result };
  }
}

function fileOf(content: string, name = 'other.json'): string {
  const file = join(folder(), name);
  writeFileSync(file, content);
  return file;
}

const options = (parts: Partial<ImportOptions>): ImportOptions => ({ ...usualOptions, ...parts });

async function read(project: Project, file: string) {
  const done = value(await answer(project, 'i', project.imports.beginReading('i', [file], 'auto')));
  if (done.kind !== 'read') throw new Error(done.kind);
  return done.view;
}

async function commit(project: Project, file: string, parts: Partial<ImportOptions> = {}) {
  await read(project, file);
  const done = value(await answer(project, 'i', project.imports.beginCommitting('i', options(parts))));
  if (done.kind !== 'commit') throw new Error(done.kind);
  return { report: done.report, parts: JSON.parse(done.json) as HistoryPart[] };
}

const undone = (parts: readonly HistoryPart[]) =>
  parts.map((part) => ({ ...part, patch: reverse(part.patch) })).reverse();

const everything = (root: string) => filesIn(root).map((path) => [path, text(root, path)]);

test('[XI12] a file is read without a change to the project, and says what it holds and where it would go', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const { project } = await open(root);
  const before = everything(root);
  const view = await read(project, fileOf(both));
  expect(view).toMatchObject({
    format: 'json',
    name: 'other.json',
    annotations: 3,
    unit: { unit: 'utf-16', words: 'UTF-16 units: 3 of 3 quotes fit' },
    documents: [
      { name: 'a.txt', path: 'seeds/a.txt', by: 'text' },
      { name: 'deep/c.txt', path: 'imported/other/deep/c.txt', by: 'new' },
    ],
    labels: [
      { name: 'Person', uses: 2, id: 'person' },
      { name: 'City', uses: 1, id: null },
    ],
    annotators: [{ name: 'Zoe', annotations: 3 }],
  });
  expect(everything(root)).toEqual(before);
});

test('[XI13] an import is on the disk as one step: documents, schema and annotations; undo takes all of it away, redo brings it back', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const { project, events } = await open(root);
  value(await project.saveLayer('seeds/a.txt', adds(annotation(source, 5, 10))));
  const before = everything(root);
  const { report, parts } = await commit(project, fileOf(both));
  expect(report).toMatchObject({ exact: 3, moved: 0, newLabels: ['City'] });
  const after = everything(root);
  expect(text(root, 'imported/other/deep/c.txt')).toBe(other);
  expect(layerOnDisk(root, 'imported/other/deep/c.txt').annotations.map((it) => it.spans[0]?.exact)).toEqual([
    '𝄞',
    'Carla',
  ]);
  expect(layerOnDisk(root, 'seeds/a.txt').annotations).toHaveLength(2);
  expect(JSON.parse(text(root, 'postil.json')).schema.labels.at(-1).name).toBe('City');
  expect(events.filter((it) => it.event === 'layer.changed' || it.event === 'schema.changed')).toEqual([]);
  await eventually(() =>
    events.some(
      (it) =>
        it.event === 'documents.changed' &&
        it.payload.documents.some((row) => row.path === 'imported/other/deep/c.txt'),
    ),
  );
  value(await project.commitStep(undone(parts)));
  expect(everything(root)).toEqual(before);
  value(await project.commitStep(parts));
  expect(everything(root)).toEqual(after);
  value(await project.saveLayer('imported/other/deep/c.txt', adds(annotation(other, 0, 6))));
  expect(layerOnDisk(root, 'imported/other/deep/c.txt').annotations).toHaveLength(3);
});

test('[XI17] whatever is in the way, nothing of an import is written', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('seeds/a.txt', adds(annotation(source, 5, 10))));
  const file = fileOf(both);
  await read(project, file);
  // A file that comes between the plan and its writing takes no harm: another name is chosen.
  put(root, { 'imported/other/deep/c.txt': 'mine' });
  const { parts } = await commit(project, file);
  expect(text(root, 'imported/other/deep/c.txt')).toBe('mine');
  expect(text(root, 'imported/other/deep/c 2.txt')).toBe(other);
  value(await project.commitStep(undone(parts)));
  const before = everything(root);
  // Redone onto a place that is taken meanwhile.
  put(root, { 'imported/other/deep/c 2.txt': 'mine too' });
  expect(failureOf(await project.commitStep(parts)).code).toBe('in-the-way');
  rmSync(join(root, 'imported/other/deep/c 2.txt'));
  expect(everything(root)).toEqual(before);
  // A layer that does not take its part.
  const [schema, ...layers] = parts;
  const stale = [schema, ...layers, layers[0]] as HistoryPart[];
  expect(failureOf(await project.commitStep([...stale, ...undone(layers)])).code).toBe('stale-patch');
  expect(everything(root)).toEqual(before);
  put(root, { [`${annasLayer}/seeds/a.txt.json`]: '{ damaged' });
  const damaged = everything(root);
  await project.layers?.refresh();
  expect(failureOf(await project.commitStep(parts)).message).toContain('Nothing was changed');
  expect(everything(root)).toEqual(damaged);
});

test.skipIf(!canMount)(
  '[XI17] a full disk leaves everything as it was, and the import works when there is space',
  async () => {
    const root = smallDisk(600);
    put(root, { 'seeds/a.txt': source });
    const { project } = await open(root);
    value(await project.saveLayer('seeds/a.txt', adds(annotation(source, 5, 10))));
    const before = everything(root);
    const big = exported(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [
          `d${n}.txt`,
          { text: `Document ${n} ${'x'.repeat(30_000)}`, rows: [{ label: 'New', start: 0, end: 8 }] },
        ]),
      ),
    );
    writeFileSync(join(root, 'ballast'), Buffer.alloc(250 * 1024));
    const file = fileOf(big);
    await read(project, file);
    const failure = failureOf(await answer(project, 'i', project.imports.beginCommitting('i', usualOptions)));
    expect(failure.code).toBe('disk-full');
    expect(failure.message).toContain('Nothing was changed');
    rmSync(join(root, 'ballast'));
    expect(everything(root)).toEqual(before);
    rmSync(join(root, '.postil'), { recursive: true });
    const { report } = await commit(project, file);
    expect(report.exact).toBe(12);
  },
);

test('[XI17] a step that was cut off is taken back when the project is opened again', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const first = await open(root);
  value(await first.project.saveLayer('seeds/a.txt', adds(annotation(source, 5, 10))));
  // It would take what happens below for a change from outside.
  value(await first.project.close());
  const before = everything(root);
  const writes = [
    { path: 'imported/x/c.txt', data: async () => other, isNew: true },
    { path: `${annasLayer}/seeds/a.txt.json`, data: async () => '{"half": true}', isNew: false },
    { path: 'postil.json', data: async () => '{"half": true}', isNew: false },
  ];
  // As after a kill in the midst of it: what was ready is in its place, and the journal still there.
  const kept = join(root, '.postil/step');
  mkdirSync(kept, { recursive: true });
  const entries = [];
  for (const [n, { path, data, isNew }] of writes.entries()) {
    if (!isNew) writeFileSync(join(kept, String(n)), readFileSync(join(root, path)));
    const content = await data();
    put(root, { [path]: content });
    entries.push({ path, kept: isNew ? null : String(n), sha256: sha256(content) });
  }
  writeFileSync(join(kept, 'journal.json'), JSON.stringify({ entries }));
  const { project } = await open(root, { settings: first.settings });
  expect(everything(root)).toEqual(before);
  expect(value(await project.readLayer('seeds/a.txt')).layer.annotations).toHaveLength(1);
});

test('[XI17] a journal leads to nothing outside the project, and undoes nothing that is not its own', async () => {
  const outside = folder();
  writeFileSync(join(outside, 'victim.txt'), 'safe');
  const root = projectFolder({ 'a.txt': source, 'b.txt': 'mine' });
  const entries = [
    { path: '../victim.txt', kept: null, sha256: sha256('safe') },
    { path: 'b.txt', kept: null, sha256: sha256('other') },
  ];
  put(root, { '.postil/step/journal.json': JSON.stringify({ entries }) });
  await open(root);
  expect(text(root, 'b.txt')).toBe('mine');
  expect(text(outside, 'victim.txt')).toBe('safe');
});

test('[XI18] a document that changed, or that somebody annotated, is not taken away by undo', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const { project } = await open(root);
  const { parts } = await commit(project, fileOf(both));
  const path = 'imported/other/deep/c.txt';
  const whole = everything(root);
  put(root, { [path]: `${other} More.` });
  expect(failureOf(await project.commitStep(undone(parts))).code).toBe('source-changed');
  put(root, { [path]: other });
  expect(everything(root)).toEqual(whole);
  value(await project.saveLayer(path, adds(annotation(other, 0, 6))));
  expect(failureOf(await project.commitStep(undone(parts))).code).toBe('in-use');
  expect(text(root, path)).toBe(other);
  // Another annotator's layer counts too.
  const theirs = JSON.parse(text(root, `${annasLayer}/${path}.json`));
  const [one] = layerOnDisk(root, path).annotations.filter((it) => it.spans[0]?.exact === 'Nobody');
  value(
    await project.saveLayer(path, { annotations: { added: [], updated: [], removed: one ? [one] : [] } }),
  );
  put(root, {
    [`annotations/zoe-00000000/${path}.json`]: JSON.stringify({
      ...theirs,
      annotator: { id: '00000000z', name: 'Zoe' },
    }),
  });
  expect(failureOf(await project.commitStep(undone(parts))).code).toBe('in-use');
  rmSync(join(root, 'annotations/zoe-00000000'), { recursive: true });
  value(await project.commitStep(undone(parts)));
  expect(filesIn(root)).toEqual([`${annasLayer}/seeds/a.txt.json`, 'postil.json', 'seeds/a.txt']);
});

test('[XI18] parts from a damaged or hostile history touch nothing but imported documents', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const hash = sha256(source);
  for (const id of [
    'a.txt',
    '../x.txt',
    'imported/../a.txt',
    'imported/x.json',
    '/imported/x.txt',
    'imported\\x.txt',
  ])
    for (const way of ['added', 'removed'] as const) {
      const sources = { added: [], updated: [], removed: [], [way]: [{ id, sha256: hash }] };
      expect(failureOf(await project.commitStep([{ document: null, patch: { sources } }])).code).toBe(
        'outside',
      );
    }
  const sources = { added: [{ id: 'imported/x.txt', sha256: hash }], updated: [], removed: [] };
  expect(failureOf(await project.commitStep([{ document: null, patch: { sources } }])).code).toBe(
    'not-staged',
  );
  expect(filesIn(root)).toEqual(['a.txt']);
});

const zoe: Annotator = { id: 'zoe-0001', name: 'Zoe' };
const zoesLayer = (root: string) => filesIn(root).filter((it) => it.startsWith('annotations/zoe-'));

test('[XI19] each layer of a file can go to its own annotator, and a second import finds that person again', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const { project } = await open(root);
  value(await project.saveLayer('seeds/a.txt', adds(annotation(source, 5, 10))));
  const before = everything(root);
  const { report, parts } = await commit(project, fileOf(both), { target: 'each' });
  expect(report.exact).toBe(3);
  expect(zoesLayer(root)).toHaveLength(2);
  const [layer] = zoesLayer(root);
  expect(JSON.parse(text(root, layer as string)).annotator).toEqual(zoe);
  expect(layerOnDisk(root, 'seeds/a.txt').annotations).toHaveLength(1);
  await read(project, fileOf(both));
  const again = failureOf(
    await answer(project, 'i', project.imports.beginCommitting('i', options({ target: 'each' }))),
  );
  expect(again.code).toBe('empty');
  value(await project.commitStep(undone(parts)));
  expect(everything(root)).toEqual(before);
});

test('[XI19] all can go to one annotator by name; a layer that is open elsewhere stops all of it', async () => {
  const root = projectFolder({ 'seeds/a.txt': source });
  const settings = folder();
  const { project } = await open(root, { settings });
  const { report } = await commit(project, fileOf(both), { target: { id: null, name: 'Berta' } });
  expect(report.exact).toBe(3);
  expect(filesIn(root).filter((it) => it.startsWith('annotations/berta-'))).toHaveLength(2);
  const before = everything(root);
  const [file] = filesIn(root).filter((it) => it.startsWith('annotations/berta-'));
  const bertas = (file as string).split('/')[1] as string;
  const lock = join(
    settings,
    'locks',
    `${createHash('sha256').update(`${root}\nannotations/${bertas}`).digest('hex').slice(0, 32)}.json`,
  );
  // Another living process: the one that started this.
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(
    lock,
    JSON.stringify({
      host: hostname(),
      pid: process.ppid,
      started: null,
      project: root,
      name: '',
      since: '',
    }),
  );
  await read(
    project,
    fileOf(exported({ 'a.txt': { text: source, rows: [{ label: 'Person', start: 5, end: 10 }] } })),
  );
  const failure = failureOf(
    await answer(
      project,
      'i',
      project.imports.beginCommitting('i', options({ target: { id: null, name: 'Berta' } })),
    ),
  );
  expect(failure.code).toBe('locked');
  expect(everything(root)).toEqual(before);
});

test('[XI20] what can not be read is refused with the reason: damaged, unknown, empty, gone', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const before = everything(root);
  const refusal = async (file: string, format: 'auto' | 'json' = 'auto') =>
    failureOf(await answer(project, 'i', project.imports.beginReading('i', [file], format)));
  expect(await refusal(fileOf('{"format": "postil-export", "documents": [', 'x.json'), 'json')).toMatchObject(
    {
      code: 'not-readable',
      message: expect.stringContaining('Nothing was changed'),
    },
  );
  expect((await refusal(fileOf('\0\0\0', 'x.bin'))).code).toBe('unknown-format');
  expect((await refusal(folder())).code).toBe('not-readable');
  expect((await refusal(join(folder(), 'gone.json'))).message).toContain('no longer there');
  expect(everything(root)).toEqual(before);
});

test('[XI20] a file of more than 500 MB is refused with the limit, before it is read', async () => {
  const { project } = await open(projectFolder({ 'a.txt': source }));
  const file = join(folder(), 'huge.json');
  writeFileSync(file, '');
  truncateSync(file, 501 * 1024 * 1024);
  const failure = failureOf(await answer(project, 'i', project.imports.beginReading('i', [file], 'auto')));
  expect(failure).toMatchObject({ code: 'too-large', message: expect.stringContaining('500 MB') });
});

test('[XI20] an import that was dropped, or followed by another, is over, and nothing of it is there', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project } = await open(root);
  const before = everything(root);
  await read(project, fileOf(both));
  value(project.imports.beginCommitting('i', usualOptions));
  value(project.imports.drop('i'));
  expect(failureOf(await project.imports.next('i')).code).toBe('import-over');
  expect(failureOf(project.imports.beginPlanning('i', usualOptions)).code).toBe('import-over');
  await read(project, fileOf(both));
  value(project.imports.beginReading('other', [fileOf(both)], 'auto'));
  expect(failureOf(await project.imports.next('i')).code).toBe('import-over');
  expect(everything(root)).toEqual(before);
});
