import { chmodSync, linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { folder, projectFolder } from '../storage/testing/world';
import { binaryReason } from './binary';
import { MOST_BYTES } from './limits';
import { readDocument } from './read-document';
import { scan } from './scan';
import { compileSources, everything } from './sources';

const look = (root: string, globs: readonly string[] = everything) => scan(root, compileSources(globs));
const paths = async (root: string, globs?: readonly string[]) =>
  (await look(root, globs)).sources.map((source) => source.path);

test('[D1] documents come folder by folder, files before subfolders, in natural order', async () => {
  const root = projectFolder({
    'b/x.txt': 'x',
    'a10.txt': 'x',
    'a2.TXT': 'x',
    'b/a/y.txt': 'x',
    'c.xyz': 'x',
    'z.txt': 'x',
  });
  expect(await paths(root)).toEqual(['a2.TXT', 'a10.txt', 'z.txt', 'b/x.txt', 'b/a/y.txt']);
});

test('[D2] the guidelines of the project are none of its documents, unless they are named', async () => {
  const root = projectFolder({ 'guidelines.md': 'x', 'a.md': 'x', 'b/guidelines.md': 'x' });
  expect(await paths(root)).toEqual(['a.md', 'b/guidelines.md']);
  expect(await paths(root, ['*.md'])).toEqual(['a.md']);
  expect(await paths(root, ['**/*', 'guidelines.md'])).toEqual(['a.md', 'guidelines.md', 'b/guidelines.md']);
});

test('[D2] hidden files, dependencies, annotations and exports are not looked into', async () => {
  const root = projectFolder({
    '.hidden.txt': 'x',
    '.git/x.txt': 'x',
    'node_modules/x.txt': 'x',
    'annotations/anna/x.txt': 'x',
    'out/x.txt': 'x',
    'out.report.json': '{\n "format": "postil-export-report",',
    'deep/annotations/x.txt': 'x',
    'deep/copy.txt': 'x',
    'deep/copy.txt.report.json': '{"format":"postil-export-report"}',
    'table.csv': 'x',
    'table.csv.relations.csv': 'x',
    'table.csv.report.json': '{"format":"postil-export-report"}',
    'mine/x.txt': 'x',
    'mine.report.json': '{"passed": 3}',
  });
  expect(await paths(root)).toEqual(['deep/annotations/x.txt', 'mine/x.txt']);
});

const globs = [
  { globs: ['seeds/**/*.txt'], found: ['seeds/a.txt', 'seeds/deep/[1].txt'] },
  { globs: ['./seeds/*.txt'], found: ['seeds/a.txt'] },
  { globs: ['**/*', '!seeds/**'], found: ['b.txt'] },
  { globs: ['seeds/deep/[1].txt'], found: ['seeds/deep/[1].txt'] },
  { globs: ['b.txt', '*.xyz'], found: ['b.txt'] },
  { globs: ['**/?.txt'], found: ['b.txt', 'seeds/a.txt'] },
  { globs: ['**/[!a].txt', '{seeds,x}/deep/*'], found: ['b.txt', 'seeds/deep/[1].txt'] },
  { globs: ['seeds/**/a.txt'], found: ['seeds/a.txt'] },
  { globs: ['*'], found: ['b.txt'] },
];
it.each(globs)('[D3] $globs means $found', async ({ globs, found }) => {
  const root = projectFolder({ 'b.txt': 'x', 'seeds/a.txt': 'x', 'seeds/deep/[1].txt': 'x', 'c.xyz': 'x' });
  expect(await paths(root, globs)).toEqual(found);
});

it.each([
  '../other/*.txt',
  '/etc/*',
  'a/../../b.txt',
  'C:\\x',
  '\\\\server\\x',
  '~/x.txt',
  '!../x',
  'x'.repeat(501),
])('[D3] the source %j is refused, and named', (glob) => {
  const { matches, notices } = compileSources([glob]);
  expect(notices).toHaveLength(1);
  expect(matches('x')).toBe(false);
});

test('[D3] a glob made to take for ever does not', () => {
  const { matches } = compileSources([
    '(a+)+$',
    '+(a|aa)+(a|aa)',
    `${'*a'.repeat(200)}b`,
    `${'**/a/'.repeat(80)}b`,
    '{a,b}'.repeat(80),
  ]);
  const since = performance.now();
  expect(matches('a'.repeat(250))).toBe(false);
  expect(matches('a/'.repeat(500))).toBe(false);
  expect(performance.now() - since).toBeLessThan(500);
});

test('[D4] links that leave the project are refused', async () => {
  const outside = projectFolder({ 'secret.txt': 'secret', 'sub/other.txt': 'x' });
  const root = projectFolder({ 'a.txt': 'inside' });
  symlinkSync(join(outside, 'secret.txt'), join(root, 'leak.txt'));
  symlinkSync(join(outside, 'sub'), join(root, 'folder'));
  symlinkSync(join(root, 'a.txt'), join(root, 'same.txt'));
  symlinkSync(join(root, 'loop.txt'), join(root, 'loop.txt'));
  symlinkSync(root, join(root, 'circle'));
  const { sources, notices } = await look(root);
  const refused = Object.fromEntries(sources.map((it) => [it.path, it.refused]));
  expect(refused).toEqual({
    'a.txt': null,
    'leak.txt': 'It is a link that leaves the project.',
    'loop.txt': 'It is a link that leads in a circle.',
    'same.txt': null,
  });
  expect(notices).toEqual(['The folder “folder” is a link that leaves the project and was left out.']);
  expect(await readDocument(root, 'leak.txt')).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
});

it.each(['../x.txt', '/etc/passwd', 'a/../../x.txt', './a.txt', 'a//b.txt', 'a\\..\\x.txt', 'a\0.txt', ''])(
  '[D4] the path %j is not a document',
  async (path) => {
    expect(await readDocument(folder(), path)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  },
);

test('[D5] what can not be opened has a named reason', async () => {
  const root = projectFolder({ 'empty.txt': '', 'large.txt': 'x' });
  truncateSync(join(root, 'large.txt'), MOST_BYTES + 1);
  symlinkSync(join(root, 'gone'), join(root, 'dangling.txt'));
  mkdirSync(join(root, 'folder.txt'));
  const refused = Object.fromEntries((await look(root)).sources.map((it) => [it.path, it.refused]));
  expect(refused).toEqual({
    'dangling.txt': 'It is no longer there.',
    'empty.txt': 'It is empty: there is nothing to annotate.',
    'large.txt':
      'It is too large: 201 MB. Postil opens documents of up to 200 MB; split it into parts (postil-cli split does).',
  });
  expect(await readDocument(root, 'large.txt')).toMatchObject({ ok: false });
  expect(await readDocument(root, 'gone.txt')).toMatchObject({
    ok: false,
    failure: { message: '“gone.txt” can’t be opened. It is no longer there.' },
  });
});

test.skipIf(process.getuid?.() === 0)('[D5] a file that may not be read says so', async () => {
  const root = projectFolder({ 'a.txt': 'x' });
  chmodSync(join(root, 'a.txt'), 0);
  expect((await look(root)).sources[0]?.refused).toBe('You have no permission to read it.');
});

const heads = [
  { what: 'PDF', head: Buffer.from('%PDF-1.7 …'), says: 'a PDF' },
  { what: 'ZIP', head: Buffer.from('PK\x03\x04rest'), says: 'a ZIP archive' },
  { what: 'zeros', head: Buffer.alloc(100), says: 'NUL' },
  { what: 'UTF-16 without a BOM', head: Buffer.from('abcdef', 'utf16le'), says: 'byte order mark' },
  { what: 'controls', head: Buffer.from('\x01\x02\x03\x04abcdef'), says: 'control characters' },
  { what: 'UTF-32', head: Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), says: 'UTF-32' },
  { what: 'only a BOM', head: Buffer.from([]), says: 'empty' },
];
it.each(heads)('[D5] $what is not text', ({ head, says }) => {
  expect(binaryReason(head)).toContain(says);
});

it.each(['plain', 'tab\tand\r\nlines\f', '\x1b$B ISO-2022', '東京', `${'x'.repeat(500)}\0`])(
  '[D5] %j is text',
  (head) => {
    expect(binaryReason(Buffer.from(head))).toBeNull();
  },
);

test('[D5] a file of nothing but a BOM is empty', async () => {
  const root = projectFolder({ 'a.txt': Buffer.from([0xef, 0xbb, 0xbf]) });
  expect(await readDocument(root, 'a.txt')).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
});

test('[D6] names that differ only by case are warned of', async () => {
  const root = projectFolder({ 'A.txt': 'x', 'b.txt': 'x' });
  writeFileSync(join(root, 'a.txt'), 'x');
  const warned = (await look(root)).sources.filter((it) => it.warning !== null).map((it) => it.path);
  // On a file system that ignores case the two are one file.
  expect(warned.sort()).toEqual((await paths(root)).length === 3 ? ['A.txt', 'a.txt'] : []);
});

test('[D7] 10,000 documents are found, and others run meanwhile', async () => {
  const root = folder();
  const at = (i: number) => join(root, `document ${i}.txt`);
  // Links are made forty times as fast as files, and are files all the same.
  for (let i = 0; i < 10_000; i++) {
    if (i % 1000 === 0) writeFileSync(at(i), 'x');
    else linkSync(at(i - (i % 1000)), at(i));
  }
  // Timers run between the slices only. Any at all: how many slices there are depends on how fast the machine is.
  let others = 0;
  const timer = setInterval(() => others++, 1);
  expect(await paths(root)).toHaveLength(10_000);
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
});
