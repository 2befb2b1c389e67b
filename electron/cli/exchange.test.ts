import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../documents/read-document';
import { type Bundle, bundle } from '../storage/testing/bundle';
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
} from '../storage/testing/world';

const source = 'Anna 👩‍🚀 went to Bonn, and Berta stayed in Aachen.';

let cli: Bundle;
beforeAll(async () => {
  const at = (file: string) => join(import.meta.dirname, '..', file);
  cli = await bundle(at('cli.ts'), at('reader.ts'));
}, 60_000);
afterAll(() => cli.remove());

function running(settings = folder(), who: string | null = 'Anna') {
  const env = { ...process.env, POSTIL_USER_DATA: settings, POSTIL_ANNOTATOR: who ?? '' };
  return (args: readonly string[], input?: string) => {
    const { status, stdout, stderr } = spawnSync('node', [cli.file, ...args], {
      encoding: 'utf8',
      env,
      input,
    });
    return { status, stdout, stderr };
  };
}

const doccano = (text: string, ...label: (readonly [number, number, string])[]) =>
  `${JSON.stringify({ id: 1, text, label })}\n`;
const cps = (text: string, words: string): [number, number] => {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return [start, start + [...words].length];
};
const everything = (root: string) => filesIn(root).map((path) => [path, text(root, path)]);
const own = (root: string, document: string) => {
  const [layer] = readdirSync(join(root, 'annotations'));
  return layerOnDisk(root, document, `annotations/${layer}`);
};

test('[C13] import brings a file in as one step, says how it was read, and the second time changes nothing', () => {
  const root = projectFolder({ 'a.txt': source });
  const run = running();
  const lines =
    doccano(source, [...cps(source, 'Berta'), 'Person'], [...cps(source, 'Bonn'), 'City']) +
    doccano('Carla 𝄞 left.', [0, 5, 'Person']);
  const file = join(folder(), 'corpus.jsonl');
  writeFileSync(file, lines);
  const before = everything(root);
  const dry = run(['import', root, file, '--format', 'doccano', '--dry-run']);
  expect(dry).toMatchObject({ status: 0, stdout: '', stderr: expect.stringContaining('3 would be added') });
  expect(everything(root)).toEqual(before);
  const { status, stdout, stderr } = run(['import', root, file, '--format', 'doccano', '--json']);
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('documents: 1 new, 1 found in the project'),
  });
  expect(JSON.parse(stdout)).toMatchObject({ format: 'doccano', exact: 3, moved: 0, newLabels: ['City'] });
  expect(own(root, 'a.txt').annotations.map((it) => it.spans[0]?.exact)).toEqual(['Bonn', 'Berta']);
  const after = everything(root);
  expect(after.map(([path]) => path)).toContain('imported/corpus/document-1.txt');
  const again = run(['import', root, file, '--format', 'doccano']);
  expect(again).toMatchObject({ status: 0, stderr: expect.stringContaining('nothing was changed') });
  expect(everything(root)).toEqual(after);
});

test('[C13] a pipe goes into the layer that is named, as suggestions; without a name nothing is written', () => {
  const root = projectFolder({ 'a.txt': source });
  const settings = folder();
  const lines = doccano(source, [...cps(source, 'Berta'), 'Person']);
  const refused = running(settings, null)(['import', root, '-', '--format', 'doccano'], lines);
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('POSTIL_ANNOTATOR') });
  expect(filesIn(root)).toEqual(['a.txt']);
  const run = running(settings, null);
  const args = ['import', root, '-', '--format', 'doccano', '--layer', 'Berta', '--as', 'suggestions'];
  expect(run(args, lines).status).toBe(0);
  expect(own(root, 'a.txt')).toMatchObject({
    annotator: { name: 'Berta' },
    annotations: [{ origin: 'suggestion:stdin' }],
  });
  // The name keeps its id on this machine.
  expect(run(args, lines).stderr).toContain('nothing was changed');
  expect(readdirSync(join(root, 'annotations'))).toHaveLength(1);
  expect(run(['import', root, 'x', '--format', 'nonsense']).status).toBe(2);
  expect(run(['import', root, '-', '--layer', 'Berta'], 'nothing').status).toBe(1);
});

test('[C13] an import is refused while the layer is open elsewhere, and nothing of it is written', async () => {
  const root = projectFolder({ 'a.txt': source });
  const { project, settings } = await open(root, { annotator: { id: 'aaaaaaaa1111', name: 'Anna' } });
  value(await project.saveLayer('a.txt', adds(annotation(source, 0, 4))));
  const before = everything(root);
  const { status, stderr } = running(settings)(
    ['import', root, '-', '--format', 'doccano', '--layer', 'aaaaaaaa1111'],
    doccano('New text.', [0, 3, 'New']),
  );
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('open in another Postil'),
  });
  expect(everything(root)).toEqual(before);
});

test('[C14] convert turns one format into another without a project, the same every time, and leaves nothing behind', () => {
  const run = running();
  const input = doccano(source, [...cps(source, 'Berta'), 'Person'], [...cps(source, 'Anna'), 'Person']);
  const file = join(folder(), 'in.jsonl');
  writeFileSync(file, input);
  const { status, stdout } = run(['convert', file, '--from', 'doccano', '--to', 'json']);
  expect(status).toBe(0);
  const json = JSON.parse(stdout);
  expect(
    json.documents[0].annotations.map((it: { spans: { exact: string }[] }) => it.spans[0]?.exact),
  ).toEqual(['Anna', 'Berta']);
  expect(run(['convert', file, '--from', 'doccano', '--to', 'json']).stdout).toBe(stdout);
  const back = run(['convert', '-', '--to', 'doccano'], stdout);
  expect(JSON.parse(back.stdout)).toMatchObject({ text: source });
  expect(JSON.parse(back.stdout).entities).toHaveLength(2);
  const target = join(folder(), 'out.conll');
  expect(run(['convert', file, '--from', 'doccano', '--to', 'conll', '-o', target]).status).toBe(0);
  expect(text(target, '')).toContain('Berta');
  expect(run(['convert', file, '--from', 'doccano', '--to', 'conll', '-o', target]).status).toBe(1);
  expect(run(['convert', file]).status).toBe(2);
});

test('[C14] what the target can not say is told, and with --strict nothing is written', () => {
  const run = running();
  const overlapping = doccano(
    source,
    [...cps(source, 'Berta stayed'), 'Person'],
    [...cps(source, 'Berta'), 'Person'],
  );
  const target = join(folder(), 'out.conll');
  const args = ['convert', '-', '--from', 'doccano', '--to', 'conll', '-o', target];
  const strict = run([...args, '--strict'], overlapping);
  expect(strict).toMatchObject({ status: 3, stderr: expect.stringContaining('overlaps') });
  expect(existsSync(target)).toBe(false);
  expect(run(args, overlapping).status).toBe(0);
});

test('[C15] merge brings what copies have, by id: layers, labels, documents; nothing is lost, and twice is once', async () => {
  const root = projectFolder({ 'a.txt': source });
  const first = await open(root);
  const shared = annotation(source, 0, 4);
  value(await first.project.saveLayer('a.txt', adds(shared)));
  value(await first.project.close());
  const copy = folder();
  cpSync(root, copy, { recursive: true });
  const theirs = await open(copy, { settings: folder() });
  put(copy, { 'new/b.txt': 'Carla left.' });
  await theirs.project.listing.lookAgain();
  const later = { note: 'later', updatedAt: '2030-01-01T00:00:00.000Z' };
  value(await theirs.project.saveLayer('a.txt', updates(shared, later)));
  value(await theirs.project.saveLayer('a.txt', adds(annotation(source, 5, 10))));
  value(await theirs.project.saveLayer('new/b.txt', adds(annotation('Carla left.', 0, 5))));
  value(await theirs.project.close());
  put(copy, {
    'postil.json': text(copy, 'postil.json').replace(
      '"labels": [\n',
      '"labels": [\n{"id":"poet","name":"Poet","color":"#123456","key":null,"parent":null,"description":"","memo":""},\n',
    ),
  });
  const ours = await open(root);
  value(await ours.project.saveLayer('a.txt', adds(annotation(source, 14, 18))));
  value(await ours.project.close());
  const run = running();
  const { status, stdout, stderr } = run(['merge', root, copy, '--json']);
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('brought: 2 annotations (1 newer)'),
  });
  const name = copy.slice(copy.lastIndexOf('/') + 1);
  expect(JSON.parse(stdout)).toMatchObject({
    newLabels: ['Poet'],
    documents: [`imported/${name}/new/b.txt`],
    problems: [],
  });
  expect(layerOnDisk(root, 'a.txt').annotations.map((it) => it.note)).toEqual(['later', '', '']);
  expect(layerOnDisk(root, `imported/${name}/new/b.txt`).annotations).toHaveLength(1);
  const after = everything(root);
  expect(run(['merge', root, copy])).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('nothing in it'),
  });
  expect(everything(root)).toEqual(after);
  expect(text(root, `${annasLayer}/a.txt.json`)).toContain('later');
});

test('[C15] merge brings a rich document as the file that it is, with its annotations, and twice is once', async () => {
  const root = projectFolder({ 'a.txt': source });
  const copy = projectFolder({ 'a.txt': source });
  cpSync(join(import.meta.dirname, '../../e2e/fixtures/report.docx'), join(copy, 'Report.DOCX'));
  const theirs = await open(copy);
  const seen = value(await readDocument(copy, 'Report.DOCX'));
  expect(seen.text.slice(0, 5)).toBe('Water');
  value(await theirs.project.saveLayer('Report.DOCX', adds(annotation(seen.text, 0, 5))));
  value(await theirs.project.close());
  const run = running();
  expect(run(['merge', root, copy])).toMatchObject({ status: 0 });
  const path = `imported/${copy.slice(copy.lastIndexOf('/') + 1)}/Report.docx`;
  expect(readFileSync(join(root, path))).toEqual(readFileSync(join(copy, 'Report.DOCX')));
  const { document, annotations } = layerOnDisk(root, path);
  expect(document).toEqual({ ...layerOnDisk(copy, 'Report.DOCX').document, path });
  expect(annotations.map((it) => it.spans[0]?.exact)).toEqual(['Water']);
  expect(run(['check', root]).status).toBe(0);
  const after = everything(root);
  expect(run(['merge', root, copy]).stderr).toContain('nothing in it');
  expect(everything(root)).toEqual(after);
});

test('[C15] what of a copy can not be read is told with exit code 1, and the rest comes all the same', async () => {
  const root = projectFolder({ 'a.txt': source, 'b.txt': 'Else.' });
  const copy = projectFolder({ 'a.txt': source, 'b.txt': 'Else.' });
  const theirs = await open(copy);
  for (const path of ['a.txt', 'b.txt'])
    value(await theirs.project.saveLayer(path, adds(annotation(path === 'a.txt' ? source : 'Else.', 0, 4))));
  value(await theirs.project.close());
  put(copy, { [`${annasLayer}/b.txt.json`]: '{' });
  const run = running();
  const { status, stderr } = run(['merge', root, copy]);
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('b.txt.json: It is not JSON'),
  });
  expect(layerOnDisk(root, 'a.txt').annotations).toHaveLength(1);
  expect(run(['merge', root, root]).status).toBe(1);
});

test('[C16] init makes a project, from a template or none, and never over one that is there', () => {
  const run = running();
  const root = join(folder(), 'new/project');
  expect(run(['init', root, '--name', 'My work', '--template', 'none'])).toMatchObject({ status: 0 });
  const made = text(root, 'postil.json');
  expect(JSON.parse(made)).toMatchObject({
    format: 'postil-project',
    name: 'My work',
    schema: { labels: [] },
  });
  expect(run(['init', root]).status).toBe(1);
  expect(text(root, 'postil.json')).toBe(made);
  expect(run(['init', join(folder(), 'x'), '--template', 'nonsense']).status).toBe(2);
  const other = join(folder(), 'other');
  expect(run(['init', other]).status).toBe(0);
  expect(run(['check', other]).status).toBe(0);
  expect(JSON.parse(text(other, 'postil.json')).schema.labels.length).toBeGreaterThan(3);
});

test('[XI24] the files that an export writes beside its table come back with it', () => {
  const root = projectFolder({ 'a.txt': source });
  const run = running();
  const file = join(folder(), 'corpus.jsonl');
  writeFileSync(file, doccano(source, [...cps(source, 'Berta'), 'Person'], [...cps(source, 'Bonn'), 'City']));
  expect(run(['import', root, file, '--format', 'doccano'])).toMatchObject({ status: 0 });
  const table = join(folder(), 'out.csv');
  expect(run(['export', root, '--format', 'csv', '-o', table])).toMatchObject({ status: 0 });
  expect(existsSync(`${table}.labels.json`)).toBe(true);
  const labels = JSON.parse(text(`${table}.labels.json`, '')).labels as { name: string; color: string }[];
  const other = projectFolder({ 'a.txt': source });
  expect(run(['import', other, table, '--format', 'csv', '--documents', 'existing'])).toMatchObject({
    status: 0,
  });
  const back = JSON.parse(text(other, 'postil.json')).schema.labels as { name: string; color: string }[];
  expect(labels.map((it) => it.name)).toContain('City');
  for (const { name, color } of labels.filter((it) => it.name === 'City'))
    expect(back.find((it) => it.name === name)?.color).toBe(color);
  expect(own(other, 'a.txt').annotations.map((it) => it.spans[0]?.exact)).toEqual(['Bonn', 'Berta']);
});

test('[XI25] the rows of a table become documents, their other columns fields; a wrong column is told', () => {
  const root = projectFolder({ 'a.txt': source });
  const run = running();
  const table = join(folder(), 'survey.csv');
  writeFileSync(
    table,
    'id,place,age,answer\nfirst,Bonn,31,"Anna 👩‍🚀 came, and stayed for a year."\n../../x,Bonn,,We left early.\nempty,Köln,4,\nlast,Köln,27,The train was late.\n',
  );
  const before = everything(root);
  const wrong = run(['import', root, table, '--rows', '--text', 'answers']);
  expect(wrong).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There are: id, place, age, answer'),
  });
  expect(everything(root)).toEqual(before);
  const { status, stderr } = run(['import', root, table, '--rows', '--name', 'id']);
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('documents: 3 new'),
  });
  const texts = filesIn(root).filter((path) => path.startsWith('imported/survey/'));
  expect(texts).toHaveLength(3);
  expect(text(root, 'imported/survey/first.txt')).toBe('Anna 👩‍🚀 came, and stayed for a year.');
  const { schema } = JSON.parse(text(root, 'postil.json'));
  expect(schema.documentFields.map((it: { name: string; kind: string }) => [it.name, it.kind])).toEqual([
    ['place', 'choice'],
    ['age', 'number'],
  ]);
  expect(own(root, 'imported/survey/first.txt').fields).toEqual({ place: 'Bonn', age: 31 });
  expect(run(['import', root, table, '--rows', '--name', 'id'])).toMatchObject({ status: 0 });
  expect(filesIn(root).filter((path) => path.startsWith('imported/survey/'))).toEqual(texts);
});

test('[C13] a name that two annotators of the project bear is refused with their ids', () => {
  const root = projectFolder({ 'a.txt': source });
  const file = join(folder(), 'corpus.jsonl');
  writeFileSync(file, doccano(source, [...cps(source, 'Berta'), 'Person']));
  // Two machines, on each of which somebody is called Anna.
  expect(running()(['import', root, file])).toMatchObject({ status: 0 });
  expect(running()(['import', root, file])).toMatchObject({ status: 0 });
  const before = everything(root);
  const { status, stderr } = running()(['import', root, file, '--layer', 'Anna']);
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Several annotators are called “Anna”. Give the id: \w+ or \w+\./),
  });
  expect(everything(root)).toEqual(before);
});
