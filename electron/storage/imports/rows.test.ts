import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TableSource } from '../../../core/contract';
import { usualOptions } from '../../../core/exchange/report';
import type { RowChoices } from '../../../core/exchange/table';
import { ok, type Result } from '../../../core/failure';
import type { HistoryPart } from '../../../core/history';
import { reverse } from '../../../core/patch';
import { sha256 } from '../../documents/read-document';
import type { Project } from '../project';
import { stageAll } from '../staged';
import {
  eventually,
  failureOf,
  filesIn,
  folder,
  layerOnDisk,
  open,
  projectFolder,
  text,
  value,
} from '../testing/world';
import { commitPlan } from './imports';

const survey = 'id,place,answer\na/1,Bonn,We came early.\na/1,Bonn,\n../b,Köln,We came early.\n';

async function run(project: Project, begun: Result<null>) {
  value(begun);
  for (;;) {
    const page = await project.imports.next('r');
    if (!page.ok) return page;
    if (page.value.result) return { ok: true as const, value: page.value.result };
  }
}

const table = (project: Project, source: TableSource) =>
  run(project, project.imports.beginTable('r', source));

async function make(project: Project, choices: RowChoices) {
  value(await run(project, project.imports.beginRows('r', choices)));
  const options = { ...usualOptions, documents: 'new' as const };
  const done = value(await run(project, project.imports.beginCommitting('r', options)));
  if (done.kind !== 'commit') throw new Error(done.kind);
  return JSON.parse(done.json) as HistoryPart[];
}

/** But for the manifest, which is made with the first change and stays. */
const everything = (root: string) =>
  filesIn(root).flatMap((path) => (path === 'postil.json' ? [] : [[path, text(root, path)]]));

test('[XI27] rows become files beside those that are there, each with its fields; undo takes all of them back', async () => {
  const there = { 'imported/survey/a/1.txt': 'Here before.', 'same.txt': 'We came early.' };
  const root = projectFolder({ 'survey.csv': survey, ...there });
  const { project } = await open(root);
  const before = everything(root);
  const read = value(await table(project, { document: 'survey.csv' }));
  expect(read).toMatchObject({ kind: 'table', table: { name: 'survey.csv', rows: 3, text: 'answer' } });
  expect(everything(root)).toEqual(before);
  const parts = await make(project, { text: 'answer', name: 'id', fields: ['place'] });
  const made = filesIn(root).filter((path) => path.startsWith('imported/') && !(path in there));
  expect(made).toEqual(['imported/survey/a/1 2.txt', 'imported/survey/b.txt']);
  expect(made.map((path) => text(root, path))).toEqual(['We came early.', 'We came early.']);
  expect(made.map((path) => layerOnDisk(root, path).fields)).toEqual([{ place: 'Bonn' }, { place: 'Köln' }]);
  expect(text(root, 'imported/survey/a/1.txt')).toBe('Here before.');
  value(await project.commitStep(parts.map((part) => ({ ...part, patch: reverse(part.patch) })).reverse()));
  expect(everything(root)).toEqual(before);
});

test('[XI27] what is no table, lies outside, or is damaged is refused, and what was left changes nothing', async () => {
  const root = projectFolder({ 'a.txt': 'Anna.', 'empty.csv': 'id,text\n', 'survey.csv': survey });
  const outside = join(folder(), 'secret.csv');
  writeFileSync(outside, survey);
  symlinkSync(outside, join(root, 'link.csv'));
  writeFileSync(join(root, 'broken.xlsx'), 'PK no more');
  const { project } = await open(root);
  const before = everything(root);
  const refused = async (source: TableSource) => failureOf(await table(project, source)).message;
  expect(await refused({ document: 'a.txt' })).toContain('It is no table');
  expect(await refused({ document: '../secret.csv' })).toContain('no document of this project');
  expect(await refused({ document: 'link.csv' })).toContain('leaves the project');
  expect(await refused({ document: 'empty.csv' })).toContain('no rows below');
  expect(await refused({ document: 'broken.xlsx' })).toContain('broken.xlsx” could not be read');
  expect(await refused({ document: 'gone.csv' })).toContain('no longer there');
  expect(value(await table(project, { file: outside }))).toMatchObject({ kind: 'table' });
  project.imports.drop('r');
  const begun = project.imports.beginRows('r', { text: null, name: null, fields: null });
  expect(failureOf(begun).code).toBe('import-over');
  expect(everything(root)).toEqual(before);
});

const many = `id,place,answer\n${Array.from({ length: 1000 }, (_, n) => `r${n},Bonn,Answer ${n}.\n`).join('')}`;

/** A project with a table whose rows are ready to be brought in. */
async function aboutToWrite() {
  const root = projectFolder({ 'survey.csv': many });
  const { project } = await open(root);
  value(await table(project, { document: 'survey.csv' }));
  value(
    await run(project, project.imports.beginRows('r', { text: 'answer', name: 'id', fields: ['place'] })),
  );
  const options = { ...usualOptions, documents: 'new' as const };
  const read = await project.forImport().project();
  return { root, project, options, planned: value(read) };
}

test('[XI28] an import of many rows tells how far it is, and stopped while it goes on leaves nothing of it', async () => {
  const { root, project, options } = await aboutToWrite();
  const before = everything(root);
  value(project.imports.beginCommitting('r', options));
  let page = value(await project.imports.next('r'));
  while (page.doing !== 'Writing' || page.at < 400) page = value(await project.imports.next('r'));
  expect(page.of).toBe(1000);
  value(project.imports.drop('r'));
  // In the midst of putting things in place; what comes next waits until all of it is taken back.
  value(await project.commitStep([]));
  expect(everything(root)).toEqual(before);
  const left = () => filesIn(root, true).filter((path) => /^\.postil\/(staged|step)\//.test(path));
  await eventually(() => left().length === 0);
});

test('[XI28] a step is stopped at every moment, and undo after a stop that came too late', async () => {
  const { root, project, planned } = await aboutToWrite();
  const texts = new Map(
    ['One.', 'Two.', 'Three.'].map((it) => [sha256(Buffer.from(it)), () => Buffer.from(it)]),
  );
  const sources = [...texts.keys()].map((hash, n) => ({ id: `imported/x/${n}.txt`, sha256: hash }));
  const parts = sources.map((it) => ({
    document: it.id,
    patch: { sources: { added: [it], updated: [], removed: [] } },
  }));
  const before = everything(root);
  // As many steps as telling has: each of them is once the one at which somebody stops.
  for (let stopAt = 1, isDone = false; !isDone; stopAt++) {
    await stageAll(root, texts);
    const leave = new AbortController();
    let told = 0;
    const tell = () => {
      if (++told === stopAt) leave.abort();
    };
    const done = await project.commitStep(parts, { tell, signal: leave.signal });
    isDone = told < stopAt;
    if (isDone) expect(done.ok).toBe(true);
    else expect(failureOf(done).code).toBe('stopped');
    if (!isDone) expect(everything(root)).toEqual(before);
    expect(stopAt).toBeLessThan(30);
  }
  value(await project.commitStep(parts.map((part) => ({ ...part, patch: reverse(part.patch) }))));
  expect(everything(root)).toEqual(before);
  // Who stops when all is written already.
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const commits: (readonly HistoryPart[])[] = [];
  const plan = commitPlan(planned.root, { parts, texts }, async (given) => {
    commits.push(given);
    const done = await project.commitStep(given);
    await held;
    return done;
  });
  while (commits.length === 0) await plan.next();
  const left = plan.return(ok(null));
  answer();
  await left;
  expect(commits).toHaveLength(2);
  expect(everything(root)).toEqual(before);
});
