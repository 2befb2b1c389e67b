import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layerText } from '../../../core/file-text';
import { unfiltered } from '../../../core/formats/choose';
import type { ExportOptions } from '../../../core/formats/report';
import { type OffsetUnit, offsetTable, offsetUnits } from '../../../core/offsets';
import {
  adds,
  anna,
  annasLayer,
  annotation,
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
import { exportTo } from './testing/export-to';

const source = '👩‍🚀 Änna went to 東京.\r\nAnd Berta stayed.';
const options: ExportOptions = {
  format: 'json',
  unit: 'code-point',
  choices: {},
  filter: unfiltered,
  withSuggestions: false,
};
const only = (...documents: string[]): ExportOptions => ({
  ...options,
  filter: { ...unfiltered, documents },
});

/** A project with two layers, an unreadable source and a lost document; Anna's part is open. */
async function twoAnnotators() {
  const root = projectFolder({
    'a.txt': source,
    'b.txt': 'plain',
    'bin.txt': Buffer.alloc(20),
    'gone.txt': source,
  });
  const berta = await open(root, { annotator: { id: 'bbbbbbbbcccc', name: 'Berta' } });
  value(await berta.project.saveLayer('a.txt', adds(annotation(source, 6, 10))));
  value(await berta.project.close());
  const { project } = await open(root);
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 5), annotation(source, 19, 21))));
  return { root, project };
}

test.each(offsetUnits)(
  '[X5] in %s every annotation of every layer says what stands at its offsets',
  async (unit: OffsetUnit) => {
    const { root, project } = await twoAnnotators();
    const file = join(folder(), 'out.json');
    const page = value(await exportTo(project, { ...options, unit }, file));
    expect(page.file).toBe(file);
    expect(page.report).toMatchObject({
      documents: 3,
      annotations: 3,
      refused: [{ path: 'bin.txt', reason: expect.stringContaining('binary') }],
    });
    const json = JSON.parse(text(file, ''));
    expect(json.documents.map((it: { path: string }) => it.path)).toEqual(['a.txt', 'b.txt', 'gone.txt']);
    const [{ text: exported, annotations, sha256 }] = json.documents;
    const table = offsetTable(exported, unit);
    for (const { spans } of annotations)
      for (const { start, end, exact } of spans)
        expect(exported.slice(table.to(start), table.to(end))).toBe(exact);
    expect(annotations.map((it: { annotator: string }) => it.annotator)).toEqual(['Anna', 'Anna', 'Berta']);
    expect(sha256).toBe(layerOnDisk(root, 'a.txt').document.sha256);
    expect(json.refused).toMatchObject([{ path: 'bin.txt' }]);
  },
);

test('[X6] one document can be exported alone; a dry run says what would be written, and a preview shows it', async () => {
  const { root, project } = await twoAnnotators();
  const before = filesIn(root);
  expect(value(await exportTo(project, only('a.txt'), null)).report).toMatchObject({
    documents: 1,
    annotations: 3,
    refused: [],
    losses: [],
  });
  const { head } = value(await project.exports.preview(only('a.txt')));
  expect(head).toContain('"format": "postil-export"');
  expect(filesIn(root)).toEqual(before);
  const file = join(folder(), 'out.json');
  value(await exportTo(project, only('a.txt'), file));
  expect(JSON.parse(text(file, '')).documents).toHaveLength(1);
});

test('[X7] what is not exported is named: lost documents, damaged layers, quotes that do not stand', async () => {
  const { root, project } = await twoAnnotators();
  put(root, {
    [`${annasLayer}/lost.txt.json`]: layerText({ ...layerOnDisk(root, 'a.txt'), annotator: anna }),
    'annotations/carl-12345678/a.txt.json': '{',
    'annotations/berta-bbbbbbbb/b.txt.json': layerText(layerOnDisk(root, 'a.txt')),
  });
  const file = join(folder(), 'out.json');
  const { report } = value(await exportTo(project, options, file));
  expect(report?.annotations).toBe(3);
  expect(Object.fromEntries((report?.refused ?? []).map((it) => [it.path, it.reason]))).toEqual({
    'bin.txt': expect.any(String),
    'annotations/carl-12345678/a.txt.json': expect.stringContaining('not JSON'),
    'annotations/berta-bbbbbbbb/b.txt.json': expect.stringContaining('2 of its annotations were left out'),
    [`${annasLayer}/lost.txt.json`]: expect.stringContaining('“lost.txt” is missing'),
  });
});

test('[X8] an export never takes the place of the project’s own files', async () => {
  const { root, project } = await twoAnnotators();
  const before = filesIn(root);
  const link = join(folder(), 'link');
  symlinkSync(root, link);
  for (const own of ['postil.json', 'a.txt', `${annasLayer}/a.txt.json`, '.postil/x.json'])
    expect(failureOf(await exportTo(project, options, join(link, own))).code).toBe('own-file');
  expect(text(root, 'a.txt')).toBe(source);
  expect(filesIn(root)).toEqual(before);
  value(await exportTo(project, options, join(root, 'out.json')));
});

test('[X8] an export that can not be written says why, and leaves nothing', async () => {
  const { project } = await twoAnnotators();
  const target = folder();
  const failure = failureOf(await exportTo(project, options, join(target, 'missing/out.json')));
  expect(failure.message).toContain('its folder is not there');
  writeFileSync(join(target, 'old.json'), 'old');
  value(await exportTo(project, options, join(target, 'old.json')));
  expect(filesIn(target)).toEqual(['old.json', 'old.json.report.json']);
  expect(JSON.parse(text(target, 'old.json')).format).toBe('postil-export');
});
