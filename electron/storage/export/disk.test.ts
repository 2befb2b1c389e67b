import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { layerText } from '../../../core/file-text';
import { unfiltered } from '../../../core/formats/choose';
import type { ExportOptions } from '../../../core/formats/report';
import { change } from '../../../core/patch';
import { readFolder } from '../read-project';
import { canMount, smallDisk } from '../testing/mount';
import {
  adds,
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
import { FileNames } from './names';
import { exportTo } from './testing/export-to';

const source = 'Anna went to Bonn, and Berta stayed in Aachen.';

const as = (format: ExportOptions['format'], parts: Partial<ExportOptions> = {}): ExportOptions => ({
  format,
  unit: 'code-point',
  choices: {},
  filter: unfiltered,
  withSuggestions: false,
  ...parts,
});

/** Two documents; overlaps, a note, a discontinuous annotation, a suggestion and a relation in the first. */
async function annotated(files: Record<string, string> = {}) {
  const root = projectFolder({ 'a.txt': source, 'sub/b.txt': 'x', ...files });
  const { project } = await open(root);
  const [one, two] = [annotation(source, 0, 4), annotation(source, 0, 17, { note: 'who?' })];
  const parts = annotation(source, 23, 28);
  const [last] = annotation(source, 39, 45).spans;
  const added = [
    one,
    two,
    { ...parts, spans: [...parts.spans, ...(last ? [last] : [])] },
    annotation(source, 13, 17, { origin: 'suggestion:model' }),
  ];
  value(await project.saveLayer('a.txt', adds(...added)));
  const relation = { id: 'r1', type: 'says', from: one.id, to: two.id, attributes: {}, note: '' };
  value(await project.saveLayer('a.txt', { relations: change({ added: [relation] }) }));
  return { root, project, two };
}

const json = (file: string) => JSON.parse(text(file, ''));

test('[XE8] a report stands beside the output, tells what a dry run told, and is the same for the same export', async () => {
  const { project, two } = await annotated();
  const target = folder();
  const options = as('conll');
  const dry = value(await exportTo(project, options, null));
  const wet = value(await exportTo(project, options, join(target, 'out.conll')));
  expect(dry.report).toEqual(wet.report);
  expect(dry.file).toBeNull();
  const report = json(join(target, 'out.conll.report.json'));
  expect(report).toMatchObject({
    exported: 'conll',
    unit: null,
    documents: 2,
    relations: 0,
    suggestions: 1,
    options: { filter: unfiltered },
  });
  const notes = report.losses.find((it: { what: string }) => it.what === 'note');
  expect(notes).toMatchObject({ fate: 'dropped', count: 1, documents: [{ path: 'a.txt', ids: [two.id] }] });
  const before = filesIn(target).map((name) => text(target, name));
  value(await exportTo(project, options, join(target, 'out.conll')));
  expect(filesIn(target).map((name) => text(target, name))).toEqual(before);
});

test('[XE6] suggestions are in the output when they are asked for', async () => {
  const { project } = await annotated();
  const count = async (withSuggestions: boolean) =>
    value(await exportTo(project, as('json', { withSuggestions }), null)).report?.annotations;
  expect(await count(false)).toBe(3);
  expect(await count(true)).toBe(4);
});

test('[XE9] one file has its side files beside it, a format of several files is a folder', async () => {
  const { project } = await annotated();
  const target = folder();
  value(await exportTo(project, as('csv'), join(target, 'out.csv')));
  expect(filesIn(target)).toEqual([
    'out.csv',
    'out.csv.labels.json',
    'out.csv.relations.csv',
    'out.csv.report.json',
  ]);
  const other = folder();
  const { file } = value(await exportTo(project, as('spacy'), join(other, 'out')));
  expect(file).toBe(join(other, 'out'));
  expect(readdirSync(other).sort()).toEqual(['out', 'out.report.json']);
  expect(filesIn(join(other, 'out')).length).toBeGreaterThan(1);
});

test('[XE9] no two documents share a file, whatever their names', () => {
  const names = new FileNames('.json');
  const paths = [
    'a.txt',
    'A.txt',
    'sub/a.txt',
    'a.txt.json/x.txt',
    'Sub/a.txt',
    `${'ä'.repeat(120)}.txt`,
    `${'ä'.repeat(121)}.txt`,
    'e\u0301.txt',
    '\u00e9.txt',
  ];
  const given = paths.map((path) => names.of(path));
  expect(given.slice(0, 5)).toEqual([
    'a.txt.json',
    'A.txt (2).json',
    'sub/a.txt.json',
    'a.txt.json (2)/x.txt.json',
    'Sub/a.txt (2).json',
  ]);
  const keys = given.map((name) => name.normalize('NFC').toLowerCase());
  expect(new Set(keys).size).toBe(paths.length);
  for (const name of given) {
    for (const part of name.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
    expect(keys).not.toContain(dirname(name).toLowerCase());
  }
  expect(paths.map((path) => names.of(path))).toEqual(given);
});

test('[XE10] an export that is stopped leaves nothing', async () => {
  const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`d${n}.txt`, `text ${n}`]));
  const { project } = await annotated(many);
  const target = folder();
  writeFileSync(join(target, 'out.jsonl'), 'old');
  value(await project.exports.start('x', as('jsonl'), join(target, 'out.jsonl'), true));
  const page = value(await project.exports.next('x'));
  expect(page.report).toBeNull();
  expect(page.seen).toBeLessThan(page.total);
  expect(readdirSync(target)).toHaveLength(2);
  const next = project.exports.next('x');
  value(await project.exports.stop('x'));
  await next;
  expect(readdirSync(target)).toEqual(['out.jsonl']);
  expect(text(target, 'out.jsonl')).toBe('old');
  expect(failureOf(await project.exports.next('x')).code).toBe('export-over');
});

test('[XE10] another export ends the one before', async () => {
  const { project } = await annotated();
  const target = folder();
  value(await project.exports.start('one', as('json'), join(target, 'one.json'), false));
  expect(readdirSync(target)).toHaveLength(1);
  value(await project.exports.start('two', as('json'), null, false));
  expect(readdirSync(target)).toEqual([]);
  expect(failureOf(await project.exports.next('one')).code).toBe('export-over');
});

test.skipIf(!canMount)('[XE10] on a full disk nothing is left, and what stood there stands', async () => {
  const { project } = await annotated({ 'long.txt': 'word '.repeat(40_000) });
  const disk = smallDisk(64);
  writeFileSync(join(disk, 'out.json'), 'old');
  const failure = failureOf(await exportTo(project, as('json'), join(disk, 'out.json')));
  expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringContaining('the disk is full') });
  expect(readdirSync(disk)).toEqual(['out.json']);
  expect(text(disk, 'out.json')).toBe('old');
  expect(failureOf(await exportTo(project, as('spacy'), join(disk, 'out'))).code).toBe('disk-full');
  expect(readdirSync(disk)).toEqual(['out.json']);
});

test('[XE11] what is there is written over when that is asked for, and a folder only when an export made it', async () => {
  const { project } = await annotated();
  const target = folder();
  const file = join(target, 'out.json');
  writeFileSync(file, 'old');
  expect(failureOf(await exportTo(project, as('json'), file, false)).code).toBe('exists');
  expect(text(file, '')).toBe('old');
  expect(failureOf(await exportTo(project, as('spacy'), file, true)).code).toBe('in-the-way');

  const mine = join(target, 'mine');
  put(target, { 'mine/thesis.txt': 'years of work' });
  expect(failureOf(await exportTo(project, as('spacy'), mine, false)).code).toBe('exists');
  expect(failureOf(await exportTo(project, as('spacy'), mine, true)).code).toBe('no-export');
  expect(failureOf(await exportTo(project, as('json'), mine, true)).code).toBe('in-the-way');
  expect(filesIn(target)).toEqual(['mine/thesis.txt', 'out.json']);

  const made = join(target, 'made');
  mkdirSync(made);
  value(await exportTo(project, as('spacy'), made, false));
  put(target, { 'made/stale.txt': 'of an earlier export' });
  expect(failureOf(await exportTo(project, as('spacy'), made, false)).code).toBe('exists');
  value(await exportTo(project, as('spacy'), made, true));
  expect(existsSync(join(made, 'stale.txt'))).toBe(false);
  expect(readdirSync(target).sort()).toEqual(['made', 'made.report.json', 'mine', 'out.json']);
});

test('[XE11] the project’s own files and folders are never in the way of an export', async () => {
  const { root, project } = await annotated({ 'c.csv.relations.csv': 'mine' });
  const before = filesIn(root);
  for (const own of ['', 'sub', 'annotations', 'annotations/new', 'postil.json', '.postil'])
    expect(failureOf(await exportTo(project, as('spacy'), join(root, own))).code, own).toBe('own-file');
  expect(failureOf(await exportTo(project, as('spacy'), dirname(root))).code).toBe('own-file');
  // A side file that would take the place of something else is found before anything takes its place.
  expect(failureOf(await exportTo(project, as('csv'), join(root, 'c.csv'), false)).code).toBe('own-file');
  expect(filesIn(root)).toEqual(before);
  const outside = folder();
  put(outside, { 'c.csv.relations.csv': 'mine' });
  expect(failureOf(await exportTo(project, as('csv'), join(outside, 'c.csv'), false)).code).toBe('exists');
  expect(filesIn(outside)).toEqual(['c.csv.relations.csv']);
});

test('[XE12] what was exported into the project is none of its documents', async () => {
  const { root, project } = await annotated();
  value(await exportTo(project, as('spacy'), join(root, 'out')));
  put(root, { 'out/more.txt': 'of the export', 'outer/c.txt': 'mine' });
  const again = value(await readFolder(root, project.manifest.manifest, null));
  expect(again.sources.map((it) => it.path)).toEqual(['a.txt', 'outer/c.txt', 'sub/b.txt']);
});

test('[XE13] a preview is the beginning of the output', async () => {
  const { project } = await annotated({ 'long.txt': 'word '.repeat(40_000) });
  const target = folder();
  for (const format of ['json', 'jsonl', 'csv', 'conll'] as const) {
    const { head } = value(await project.exports.preview(as(format)));
    value(await exportTo(project, as(format), join(target, format)));
    expect(text(target, format).startsWith(head ?? '?'), format).toBe(true);
    expect(head?.length).toBeLessThanOrEqual(4_000);
  }
  const { name, head } = value(await project.exports.preview(as('spacy')));
  expect(text(target, 'json')).not.toBe('');
  expect(name).toMatch(/\.jsonl$/);
  expect(head).toContain('Anna');
});

test('[XE13] what fits the clipboard is the output itself; what does not is refused', async () => {
  const { project } = await annotated();
  const file = join(folder(), 'out.csv');
  value(await exportTo(project, as('csv'), file));
  const { text: copied, sides } = value(await project.exports.text(as('csv')));
  expect(copied).toBe(text(file, ''));
  expect(sides).toEqual(['.labels.json', '.relations.csv']);
  expect(failureOf(await project.exports.text(as('spacy'))).code).toBe('folder');
  const { project: large } = await annotated({ 'long.txt': 'x'.repeat(21_000_000) });
  const failure = failureOf(await large.exports.text(as('json')));
  expect(failure).toMatchObject({
    code: 'too-large',
    message: expect.stringContaining('Nothing was copied'),
  });
});

test('[X7] annotations whose source can not be read are named with it', async () => {
  const { root, project } = await annotated();
  const layer = layerOnDisk(root, 'a.txt');
  put(root, { 'bin.txt': '\0\0\0\0', 'annotations/berta-99999999/bin.txt.json': layerText(layer) });
  const { report } = value(await exportTo(project, as('json'), null));
  expect(report?.refused.map((it) => it.path)).toEqual([
    'bin.txt',
    'annotations/berta-99999999/bin.txt.json',
  ]);
});

test.skipIf(process.getuid?.() === 0)(
  '[XE10] a folder that may not be written to is said to be so',
  async () => {
    const { project } = await annotated();
    const target = folder();
    chmodSync(target, 0o500);
    const failure = failureOf(await exportTo(project, as('json'), join(target, 'out.json')));
    chmodSync(target, 0o700);
    expect(failure.message).toContain('no permission');
  },
);
