import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layerText } from '../../core/file-text';
import { type OffsetUnit, offsetTable, offsetUnits } from '../../core/offsets';
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
} from './testing/world';

const source = '👩‍🚀 Änna went to 東京.\r\nAnd Berta stayed.';
const options = { format: 'json', unit: 'code-point', document: null } as const;

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
    const report = value(await project.writeExport({ ...options, unit }, file));
    expect(report).toMatchObject({
      documents: 3,
      annotations: 3,
      file,
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

test('[X6] one document can be exported alone, and a preview says what would be written', async () => {
  const { project } = await twoAnnotators();
  const { report, head } = value(await project.previewExport({ ...options, document: 'a.txt' }));
  expect(report).toEqual({ documents: 1, annotations: 3, refused: [], file: null });
  expect(head).toContain('"format": "postil-export"');
  const file = join(folder(), 'out.json');
  value(await project.writeExport({ ...options, document: 'a.txt' }, file));
  expect(JSON.parse(text(file, '')).documents).toHaveLength(1);
  expect(failureOf(await project.previewExport({ ...options, document: '../x' })).code).toBe('not-found');
  expect(value(await project.previewExport(options)).report).toMatchObject({ documents: 3, annotations: 3 });
});

test('[X7] what is not exported is named: lost documents, damaged layers, quotes that do not stand', async () => {
  const { root, project } = await twoAnnotators();
  put(root, {
    [`${annasLayer}/lost.txt.json`]: layerText({ ...layerOnDisk(root, 'a.txt'), annotator: anna }),
    'annotations/carl-12345678/a.txt.json': '{',
    'annotations/berta-bbbbbbbb/b.txt.json': layerText(layerOnDisk(root, 'a.txt')),
  });
  const file = join(folder(), 'out.json');
  const { refused, annotations } = value(await project.writeExport(options, file));
  expect(annotations).toBe(3);
  expect(Object.fromEntries(refused.map((it) => [it.path, it.reason]))).toEqual({
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
    expect(failureOf(await project.writeExport(options, join(link, own))).code).toBe('own-file');
  expect(text(root, 'a.txt')).toBe(source);
  expect(filesIn(root)).toEqual(before);
  value(await project.writeExport(options, join(root, 'out.json')));
});

test('[X8] an export that can not be written says why, and leaves nothing', async () => {
  const { project } = await twoAnnotators();
  const target = folder();
  const failure = failureOf(await project.writeExport(options, join(target, 'missing/out.json')));
  expect(failure.message).toContain('its folder is not there');
  writeFileSync(join(target, 'old.json'), 'old');
  value(await project.writeExport(options, join(target, 'old.json')));
  expect(filesIn(target)).toEqual(['old.json']);
  expect(JSON.parse(text(target, 'old.json')).format).toBe('postil-export');
});
