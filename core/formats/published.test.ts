import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layerText, manifestText } from '../file-text';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import { catalog } from './catalog';
import { unfiltered } from './choose';
import { writeJson, writeJsonLines } from './json';
import { Losses } from './losses';
import { publishedSchemas } from './published';
import { reportText } from './report';

const folder = join(import.meta.dirname, '../../docs/schema');
const published = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
const validator = (name: string) => new Ajv2020({ strict: true }).compile(published(name));

test('[XP14] docs/schema/ is up to date (node build/schemas.mjs makes it so)', () => {
  const made = publishedSchemas();
  expect(readdirSync(folder).sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});

test('[XP14] ajv takes every export', () => {
  const [whole, line] = [validator('export'), validator('export-line')];
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const refused = [{ path: 'x', reason: 'It is not text.' }];
      const json = JSON.parse(written('json', writeJson, project, documents, { refused }).text());
      expect(whole(json), JSON.stringify(whole.errors)).toBe(true);
      const lines = written('jsonl', writeJsonLines, project, documents, { refused }).text();
      for (const it of lines.trimEnd().split('\n'))
        expect(line(JSON.parse(it)), JSON.stringify(line.errors)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

const json = () => JSON.parse(written('json', writeJson, sampleProject, [sample]).text());
const lines = () =>
  written('jsonl', writeJsonLines, sampleProject, [sample])
    .text()
    .trimEnd()
    .split('\n')
    .map((it) => JSON.parse(it));
const layer = () => JSON.parse(layerText(sample.layers[0] as (typeof sample.layers)[0]));
const project = () =>
  JSON.parse(manifestText({ ...sampleProject, memo: '', sources: ['**/*'], settings: {} }));

function report() {
  const losses = new Losses();
  losses.add(
    { document: 'a.txt', id: 'a1', fate: 'dropped', what: 'note', reason: 'The format has no notes.' },
    () => 'a1',
  );
  const options = {
    format: 'csv',
    unit: 'code-point',
    choices: {},
    filter: unfiltered,
    withSuggestions: false,
  } as const;
  const counts = { documents: 1, annotations: 5, relations: 2, suggestions: 0 };
  const made = { ...counts, losses: losses.groups(), refused: [] };
  return JSON.parse([...reportText(sampleProject, catalog.csv, options, made)].join(''));
}

test.each([
  ['export', json],
  ['annotations', layer],
  ['project', project],
  ['export-report', report],
] as const)('[XP14] ajv takes the file of %s', (name, file) => {
  const valid = validator(name);
  expect(valid(file()), JSON.stringify(valid.errors)).toBe(true);
});

// biome-ignore lint/suspicious/noExplicitAny: parsed files are damaged at any place
type Damage = (file: any) => void;

test.each<[string, string, () => unknown, Damage]>([
  ['export', 'another format', json, (it) => (it.format = 'other')],
  ['export', 'a negative offset', json, (it) => (it.documents[0].annotations[0].spans[0].start = -1)],
  ['export', 'an annotation without spans', json, (it) => (it.documents[0].annotations[0].spans = [])],
  ['export-line', 'a document without text', () => lines()[1], (it) => delete it.text],
  ['export-line', 'an unknown unit', () => lines()[0], (it) => (it.offsetUnit = 'glyph')],
  ['export-line', 'refused without a reason', () => lines()[2], (it) => (it.refused = [{ path: 'x' }])],
  ['annotations', 'offsets in bytes', layer, (it) => (it.offsetUnit = 'byte')],
  ['annotations', 'a status that there is not', layer, (it) => (it.status = 'finished')],
  ['annotations', 'half a span', layer, (it) => delete it.annotations[0].spans[0].end],
  ['project', 'a colour that is none', project, (it) => (it.schema.labels[0].color = 'blue')],
  ['project', 'no sources', project, (it) => (it.sources = [])],
  ['project', 'no version', project, (it) => delete it.version],
  ['export-report', 'a fate that there is not', report, (it) => (it.losses[0].fate = 'kept')],
  ['export-report', 'a count that is none', report, (it) => (it.annotations = '5')],
  ['export-report', 'no losses', report, (it) => delete it.losses],
])('[XP14] ajv rejects in %s: %s', (name, _, file, damage) => {
  const valid = validator(name);
  const damaged = file();
  damage(damaged);
  expect(valid(damaged)).toBe(false);
});
