import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportPage } from '../../../core/contract';
import { type ImportOptions, usualOptions } from '../../../core/exchange/report';
import type { Result } from '../../../core/failure';
import type { HistoryPart } from '../../../core/history';
import { reverse } from '../../../core/patch';
import type { Project } from '../project';
import {
  adds,
  annotation,
  eventually,
  filesIn,
  folder,
  layerOnDisk,
  open,
  projectFolder,
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
