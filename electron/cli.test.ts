import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layerText } from '../core/file-text';
import { type Bundle, bundle } from './storage/testing/bundle';
import {
  adds,
  annasLayer,
  annotation,
  filesIn,
  folder,
  layerOnDisk,
  open,
  projectFolder,
  put,
  text,
  updates,
  value,
} from './storage/testing/world';

const source = 'Anna went to Bonn 👩‍🚀, and Berta stayed in Aachen.';

let cli: Bundle;
beforeAll(async () => {
  cli = await bundle(join(import.meta.dirname, 'cli.ts'));
}, 60_000);
afterAll(() => cli.remove());

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [cli.file, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

async function annotated() {
  const root = projectFolder({ 'a.txt': source, 'sub/b.txt': 'x', 'bin.txt': Buffer.alloc(9) });
  const { project } = await open(root);
  const one = annotation(source, 0, 4);
  value(await project.saveLayer('a.txt', adds(one, annotation(source, 29, 34))));
  return { root, project, one };
}

test('[C1] export writes a file, names what it left out, and exits 0', async () => {
  const { root } = await annotated();
  const file = join(folder(), 'out.json');
  const { status, stdout, stderr } = run(
    'export',
    root,
    '--format',
    'json',
    '--unit',
    'code-point',
    '-o',
    file,
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('left out: bin.txt: It looks like binary data');
  const json = JSON.parse(text(file, ''));
  expect(json.refused).toHaveLength(1);
  const { text: exported, annotations } = json.documents[0];
  for (const { spans } of annotations)
    for (const { start, end, exact } of spans) expect([...exported].slice(start, end).join('')).toBe(exact);
  expect(run('export', root, '-o', '-').stdout).toBe(text(file, ''));
});

test('[C2] an existing file is overwritten with --force only', async () => {
  const { root } = await annotated();
  const target = folder();
  const file = join(target, 'out.json');
  writeFileSync(file, 'old');
  const { status, stderr } = run('export', root, '-o', file);
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('--force') });
  expect(text(file, '')).toBe('old');
  expect(run('export', root, '-o', file, '--force').status).toBe(0);
  expect(JSON.parse(text(file, '')).format).toBe('postil-export');
  expect(filesIn(target)).toEqual(['out.json', 'out.json.report.json']);
  expect(run('export', root, '-o', join(root, 'a.txt'), '--force').status).toBe(1);
  expect(text(root, 'a.txt')).toBe(source);
});

test('[C3] --layer takes a name, an id or a folder', async () => {
  const { root } = await annotated();
  const layer = layerOnDisk(root, 'a.txt');
  put(root, {
    'annotations/berta-99999999/a.txt.json': layerText({
      ...layer,
      annotator: { id: '99999999x', name: 'Berta B' },
    }),
  });
  const count = (...args: string[]) =>
    JSON.parse(run('export', root, '-o', '-', ...args).stdout).documents[0].annotations.length;
  expect(count()).toBe(4);
  for (const who of ['Berta B', '99999999x', 'berta-99999999']) expect(count('--layer', who)).toBe(2);
  const { status, stderr } = run('export', root, '-o', '-', '--layer', 'Carl');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'There is no layer “Carl”. There are: anna-a1b2c3d4, berta-99999999.\n',
  });
});

test('[C4] nothing is written into a project, and a folder without postil.json will do', async () => {
  const root = projectFolder({ 'a.txt': source });
  for (const args of [
    ['list', root],
    ['check', root],
    ['export', root, '-o', '-'],
    ['export', join(root, 'a.txt'), '-o', '-'],
  ])
    expect(run(...args).status).toBe(0);
  expect(filesIn(root, true)).toEqual(['a.txt']);
});

test('[C5] check finds nothing in a sound project', async () => {
  const { root } = await annotated();
  const { status, stdout } = run('check', root);
  expect(status).toBe(0);
  expect(stdout).toContain('note: bin.txt is not annotated.');
  expect(stdout).toContain('2 documents, 2 annotations, 0 problems.');
});

test('[C5] check tells everything that is wrong, and exits 1', async () => {
  const { root, project, one } = await annotated();
  value(await project.saveLayer('a.txt', updates(one, { label: 'nobody-knows' })));
  value(await project.close());
  put(root, {
    'a.txt': `Now: ${source}`,
    [`${annasLayer}/sub/b.txt.json`]: '{"cut',
    [`${annasLayer}/lost.txt.json`]: text(root, `${annasLayer}/a.txt.json`),
  });
  put(root, { 'postil.json': text(root, 'postil.json').replace('"**/*"', '"**/*", "../secret/*"') });
  const { status, stdout } = run('check', root, '--json');
  expect(status).toBe(1);
  const problems = JSON.parse(stdout).problems.map(
    ({ path, code }: { path: string; code: string }) => `${path} ${code}`,
  );
  expect(problems.sort()).toEqual(
    [
      `${annasLayer}/a.txt.json quotes`,
      `${annasLayer}/a.txt.json unknown-label`,
      `${annasLayer}/lost.txt.json missing-document`,
      `${annasLayer}/sub/b.txt.json unparsable`,
      'postil.json source',
    ].sort(),
  );
  put(root, { 'postil.json': '<<<<<<< HEAD\n' });
  expect(run('check', root).stdout).toContain('postil.json: postil.json can’t be used.');
});

test('[C6] list tells size, encoding, annotations, or why a document can not be opened', async () => {
  const { root } = await annotated();
  const { documents } = JSON.parse(run('list', root, '--json').stdout);
  expect(documents).toEqual([
    { path: 'a.txt', size: Buffer.byteLength(source), encoding: 'UTF-8', annotations: 2, refused: null },
    { path: 'bin.txt', size: 9, encoding: null, annotations: 0, refused: expect.stringContaining('binary') },
    { path: 'sub/b.txt', size: 1, encoding: 'UTF-8', annotations: 0, refused: null },
  ]);
  expect(run('list', root).stdout).toContain('a.txt\t58 bytes\tUTF-8\t2 annotations\n');
});

test('[C7] what it does not know, it refuses with 2; what is not there, with 1', () => {
  for (const args of [
    ['nonsense'],
    ['export', '.'],
    ['export', '.', '-o', 'x', '--unit', 'inch'],
    ['check'],
    ['list', '--what', '.'],
    [],
  ])
    expect(run(...args).status).toBe(2);
  expect(run('check', '/not/there')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no file or folder'),
  });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit codes') });
});
