import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layerText } from '../core/file-text';
import { change } from '../core/patch';
import { type Bundle, bundle } from './storage/testing/bundle';
import {
  adds,
  annasLayer,
  annotation,
  eventually,
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
    ['export', '.', '-o', '-', '--status', 'finished'],
    ['import', '.', 'a.csv', 'b.csv', '--rows'],
    ['check'],
    ['list', '--what', '.'],
    [],
  ])
    expect({ args, status: run(...args).status }).toEqual({ args, status: 2 });
  expect(run('check', '/not/there')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no file or folder'),
  });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Exit codes') });
});

/** Two documents with what formats stumble over: overlaps, a note, a relation, a suggestion. */
async function full() {
  const root = projectFolder({ 'a.txt': source, 'sub/b.txt': 'Anna again' });
  const { project } = await open(root);
  const [one, two] = [
    annotation(source, 0, 4),
    annotation(source, 0, 17, { label: 'place', note: 'all of it' }),
  ];
  value(
    await project.saveLayer('a.txt', adds(one, two, annotation(source, 9, 17, { origin: 'suggestion:x' }))),
  );
  const relation = { id: 'r1', type: 'says', from: one.id, to: two.id, attributes: {}, note: '' };
  value(await project.saveLayer('a.txt', { relations: change({ added: [relation] }) }));
  value(await project.saveLayer('sub/b.txt', adds(annotation('Anna again', 0, 4))));
  return { root, one, two };
}

test('[C9] what a format can not say is told on standard error and in the report, with exit code 0', async () => {
  const { root, one, two } = await full();
  const file = join(folder(), 'out.conll');
  const { status, stdout, stderr } = run('export', root, '--format', 'conll', '-o', file, '--json');
  expect(status).toBe(0);
  expect(stderr).toContain(
    '1 annotation left out: It overlaps another that is kept.\n  a.txt: Person “Anna”',
  );
  expect(stderr).toContain('1 relation left out: One of its ends is left out.');
  expect(stderr).toContain('suggestions that nobody has accepted: 1');
  const json = JSON.parse(stdout);
  expect(json).toMatchObject({ file, annotations: 2, documents: 2, relations: 0, suggestions: 1 });
  const report = JSON.parse(text(`${file}.report.json`, ''));
  const lost = (it: { losses: { what: string; documents: unknown[] }[] }, what: string) =>
    it.losses.find((group) => group.what === what)?.documents;
  expect(lost(report, 'annotation')).toEqual([{ path: 'a.txt', ids: [one.id] }]);
  expect(lost(report, 'note')).toEqual([{ path: 'a.txt', ids: [two.id] }]);
});

test('[C9] with --strict a loss writes nothing and exits with 3, and no loss changes nothing', async () => {
  const { root } = await full();
  const target = folder();
  const file = join(target, 'out');
  expect(run('export', root, '--format', 'conll', '--strict', '-o', file)).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('Nothing was written'),
  });
  expect(run('export', root, '--format', 'csv', '--strict', '-o', '-')).toMatchObject({
    status: 3,
    stdout: '',
  });
  expect(filesIn(target)).toEqual([]);
  expect(run('export', root, '--strict', '-o', file).status).toBe(0);
  expect(run('export', root, '--strict', '-o', '-').stdout).toBe(text(file, ''));
});

test('[C10] choices, labels, status and documents narrow an export; what is not there is refused', async () => {
  const { root } = await full();
  const out = (...args: string[]) => run('export', root, '-o', '-', ...args);
  const annotations = (...args: string[]) =>
    JSON.parse(out(...args).stdout).documents.flatMap((it: { annotations: object[] }) => it.annotations)
      .length;
  expect(annotations()).toBe(3);
  expect(annotations('--suggestions')).toBe(4);
  expect(annotations('--label', 'Person')).toBe(2);
  expect(annotations('--label', 'place', '--label', 'Person')).toBe(3);
  expect(annotations('--document', 'sub/b.txt')).toBe(1);
  expect(annotations('--status', 'done')).toBe(0);
  const tags = (choice: string) => out('--format', 'conll', '--choose', `overlap=${choice}`).stdout;
  expect(tags('longest')).toContain('B-Place');
  expect(tags('label')).toContain('B-Person');
  expect(out('--label', 'Nobody')).toMatchObject({ status: 1, stderr: expect.stringContaining('Person') });
  expect(out('--document', 'c.txt').status).toBe(1);
  expect(out('--format', 'conll', '--choose', 'overlap=widest')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('longest, first, label'),
  });
  expect(out('--choose', 'overlap=first').status).toBe(2);
  expect(out('--format', 'label-studio').status).toBe(2);
  expect(out('--format', 'doccano', '--unit', 'byte').stderr).toContain('no effect');
});

test('[C11] an export that is told to end takes what it has written with it', async () => {
  const root = projectFolder(
    Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`d${n}.txt`, `text ${n}`])),
  );
  const target = folder();
  const ended = async (signal: NodeJS.Signals) => {
    const child = spawn('node', [
      cli.file,
      'export',
      root,
      '--format',
      'jsonl',
      '-o',
      join(target, 'out.jsonl'),
    ]);
    const end = new Promise<number | null>((done) => child.on('close', done));
    await eventually(() => readdirSync(target).length > 0);
    child.kill(signal);
    return end;
  };
  expect(await ended('SIGTERM')).toBe(143);
  expect(readdirSync(target)).toEqual([]);
  await ended('SIGKILL');
  // Nobody can clean up after that; but nothing stands under the name, and what is left is hidden.
  expect(readdirSync(target)).toEqual([expect.stringMatching(/^\.postil-[0-9a-f]{16}\.tmp$/)]);
});

test('[C1] a reader that has enough is no error', () => {
  const root = projectFolder({ 'a.txt': 'word '.repeat(200_000) });
  const line = `"${process.execPath}" "${cli.file}" export "${root}" -o - | head -c 20; echo " $PIPESTATUS"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  expect({ stdout: stdout.split('\n').at(-2)?.split(' ').at(-1), stderr }).toEqual({
    stdout: '0',
    stderr: '',
  });
});

test('[C8] stats says in numbers what a project holds', async () => {
  const { root } = await full();
  const json = JSON.parse(run('stats', root, '--json').stdout);
  expect(json).toMatchObject({
    documents: 2,
    annotations: 4,
    overlapping: 3,
    notes: 1,
    suggestions: 1,
    lengths: { shortest: 4, longest: 17 },
  });
  expect(json.labels.find((it: { id: string }) => it.id === 'person')).toMatchObject({ count: 3 });
  const { stdout } = run('stats', root);
  expect(stdout).toContain('4 annotations: 3 overlap');
  expect(stdout).toContain('\n  Person\t3\n');
});

test('[C12] the shell completes commands, options and their choices', () => {
  const script = run('completion', 'bash').stdout;
  const complete = (...words: string[]) => {
    const line = `${script}\nCOMP_WORDS=(${words.map((it) => `'${it}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _postil_cli; echo "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', line], { encoding: 'utf8' }).stdout.trim().split(' ');
  };
  expect(complete('postil-cli', 'ex')).toEqual(['export']);
  expect(complete('postil-cli', 'export', 'x', '--for')).toEqual(['--format', '--force']);
  expect(complete('postil-cli', 'export', 'x', '--unit', '')).toEqual(['code-point', 'utf-16', 'byte']);
  expect(complete('postil-cli', 'export', 'x', '--format', 'spa')).toEqual(['spacy']);
  for (const shell of ['zsh', 'fish']) {
    const other = run('completion', shell);
    expect(other).toMatchObject({ status: 0, stderr: '' });
    for (const word of ['export', 'check', 'format', 'code-point']) expect(other.stdout).toContain(word);
  }
  expect(run('completion', 'tcsh').status).toBe(2);
});
