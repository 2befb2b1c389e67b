import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportDocument, ExportProject } from '../formats/format';
import { type Imported, noSchema } from '../formats/imported';
import { writeJson } from '../formats/json';
import { readJson } from '../formats/json-read';
import type { Annotation, Annotator, Layer, Relation, Schema } from '../model';
import { emptySchema, newDocument } from '../model';
import { offsetUnits } from '../offsets';
import { applyToLayer, applyToSchema } from '../patch';
import { quote, stands } from '../quote';
import { starterSchema } from '../starter';
import { exportProjects } from '../testing/projects';
import type { Held } from './desk';
import { described, detect } from './detect';
import { type Place, type Plan, planning } from './plan';
import { type ImportOptions, usualOptions } from './report';
import { fitSchema, usesOf } from './schema';

type Layers = ReadonlyMap<string, Layer>;

/** A project in memory: its schema, its texts, and its layers by annotator's id and path. */
interface World {
  readonly schema: Schema;
  readonly texts: ReadonlyMap<string, string>;
  readonly layers: Layers;
}

const keyOf = (path: string, annotator: Annotator | null | undefined) => `${annotator?.id ?? 'me'} ${path}`;
const me: Annotator = { id: 'me', name: 'Me' };

function plan(
  file: Imported,
  world: World,
  target: ImportOptions['target'],
  mapping = usualOptions.mapping,
): Plan {
  let n = world.layers.size * 1000;
  const quoted = file.documents.map((it) => ({
    text: it.text ?? world.texts.get(it.name) ?? '',
    spans: it.layers.flatMap((layer) => layer.annotations.flatMap((one) => one.spans)),
  }));
  const reading = detect(quoted, file.unit ?? file.usualUnit);
  const it = planning({
    file,
    name: 'x.json',
    unit: described(reading, 0, 0),
    schema: world.schema,
    fitted: fitSchema(file.schema, usesOf(file), world.schema, { mapping }),
    target,
    now: '2026-01-01T00:00:00.000Z',
    newId: () => `new-${n++}`,
  });
  for (const document of file.documents) {
    const text = world.texts.get(document.name);
    const match = {
      name: document.name,
      path: document.name,
      by: 'path',
      differs: false,
      annotations: 0,
    } as const;
    const held = (who: Annotator | null): Held =>
      world.layers.get(keyOf(document.name, who)) ?? { ...newDocument, annotations: [], relations: [] };
    const place: Place = {
      match,
      path: document.name,
      text: text ?? document.text ?? '',
      brings: text === undefined ? { id: document.name, sha256: '0'.repeat(64) } : null,
      held,
    };
    it.add(document, place, ({ annotator }) =>
      target === 'each' && annotator ? { id: annotator.id ?? annotator.name, name: annotator.name } : null,
    );
  }
  return it.end();
}

/** WORLD after the parts of a plan, put on as the storage puts them on. */
function after(world: World, file: Imported, { parts }: Plan): World {
  let { schema } = world;
  const layers = new Map(world.layers);
  const texts = new Map(world.texts);
  for (const { document, patch, annotator } of parts) {
    if (document === null) {
      const next = applyToSchema(schema, patch);
      if (!next.ok) throw new Error(next.failure.message);
      schema = next.value;
      for (const { id } of patch.sources?.added ?? [])
        texts.set(id, file.documents.find((it) => it.name === id)?.text ?? '');
      continue;
    }
    const text = texts.get(document) as string;
    const empty: Layer = {
      ...newDocument,
      document: { path: document, sha256: '0'.repeat(64), length: text.length, projection: 'txt/1' },
      annotator: annotator ?? me,
      annotations: [],
      relations: [],
    };
    const next = applyToLayer(layers.get(keyOf(document, annotator)) ?? empty, patch);
    if (!next.ok) throw new Error(next.failure.message);
    layers.set(keyOf(document, annotator), next.value);
  }
  return { schema, texts, layers };
}

const encoder = new TextEncoder();

function exported(
  project: ExportProject,
  documents: readonly ExportDocument[],
  unit: 'code-point' | 'utf-16' | 'byte',
) {
  const writing = writeJson(project, { unit, choices: {} }, () => undefined);
  const pieces = [
    ...writing.head(),
    ...documents.flatMap((it) => [...writing.document(it)]),
    ...writing.tail([]),
  ];
  const json = pieces.map((it) => it.data).join('');
  return readJson.read([{ path: 'x.json', bytes: encoder.encode(json), text: () => json }]);
}

const worldOf = (project: ExportProject, documents: readonly ExportDocument[]): World => ({
  schema: project.schema,
  texts: new Map(documents.map((it) => [it.path, it.text])),
  layers: new Map(
    documents.flatMap((it) => it.layers.map((layer) => [keyOf(it.path, layer.annotator), layer] as const)),
  ),
});

const nothing: World = { schema: emptySchema, texts: new Map(), layers: new Map() };

test('[XI10] what a project exported, brought back onto it, changes nothing, in any unit', () => {
  fc.assert(
    fc.property(exportProjects, fc.constantFrom(...offsetUnits), ({ project, documents }, unit) => {
      const file = exported(project, documents, unit);
      const { parts, report } = plan(file, worldOf(project, documents), 'each');
      expect(parts).toEqual([]);
      const all = documents.flatMap((it) => it.layers);
      expect(report).toMatchObject({
        exact: 0,
        moved: 0,
        notPlaced: 0,
        leftOut: 0,
        relations: 0,
        relationsLost: 0,
      });
      expect(report.alreadyThere).toBe(all.reduce((sum, it) => sum + it.annotations.length, 0));
      expect(report.relationsThere).toBe(all.reduce((sum, it) => sum + it.relations.length, 0));
    }),
  );
});

/** What two annotations have in common wherever they stand: not their ids, and where they came from. */
const saying = ({ id: _, origin: _o, label, ...it }: Annotation, schema: Schema) => ({
  ...it,
  label: schema.labels.find((row) => row.id === label)?.name,
  attributes: Object.fromEntries(
    Object.entries(it.attributes).map(([name, value]) => [
      schema.attributes.find((row) => row.id === name)?.name,
      value,
    ]),
  ),
});

const sorted = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
const byText = <T>(rows: readonly T[]) => rows.map((it) => JSON.stringify(it, sorted)).sort();

test('[XI11] what a project exported, brought into an empty one, is the same project; brought in again, nothing', () => {
  fc.assert(
    fc.property(exportProjects, fc.constantFrom(...offsetUnits), ({ project, documents }, unit) => {
      const file = exported(project, documents, unit);
      const world = after(nothing, file, plan(file, nothing, 'each'));
      const named = ({ labels }: Schema) =>
        labels.map(({ id: _, parent, ...it }) => ({
          ...it,
          parent: labels.find((row) => row.id === parent)?.name,
        }));
      expect(named(world.schema)).toEqual(named(project.schema));
      const asked = ({ attributes, documentFields, labels, relationTypes }: Schema) =>
        [...attributes, ...documentFields].map(({ id: _, of, ...it }) => ({
          ...it,
          of: of.map((id) => [...labels, ...relationTypes].find((row) => row.id === id)?.name),
        }));
      expect(asked(world.schema)).toEqual(asked(project.schema));
      expect(world.texts).toEqual(new Map(documents.map((it) => [it.path, it.text])));
      for (const { path, layers } of documents)
        for (const layer of layers) {
          const isEmpty =
            layer.annotations.length === 0 &&
            layer.status === 'todo' &&
            layer.memo === '' &&
            Object.keys(layer.fields).length === 0;
          const found = world.layers.get(keyOf(path, layer.annotator));
          if (isEmpty && !found) continue;
          expect(byText(found?.annotations.map((it) => saying(it, world.schema)) ?? [])).toEqual(
            byText(layer.annotations.map((it) => saying(it, project.schema))),
          );
          expect(found?.relations.length).toBe(layer.relations.length);
          expect([found?.status, found?.memo]).toEqual([layer.status, layer.memo]);
          expect(Object.values(found?.fields ?? {}).length).toBe(Object.values(layer.fields).length);
          const place = (of: Layer | undefined, it: Relation) =>
            [it.from, it.to].map((id) => of?.annotations.find((row) => row.id === id)?.spans);
          expect(byText(found?.relations.map((it) => [place(found, it), it.note]) ?? [])).toEqual(
            byText(layer.relations.map((it) => [place(layer, it), it.note])),
          );
        }
      expect(plan(file, world, 'each').parts).toEqual([]);
    }),
  );
});

test('[XI10] two annotators brought into one layer are not doubled, and the file again brings nothing', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const file = exported(project, documents, 'utf-16');
      const first = plan(file, nothing, 'own');
      const world = after(nothing, file, first);
      expect(first.parts.every((part) => part.annotator === undefined)).toBe(true);
      for (const [key, layer] of world.layers)
        for (const it of layer.annotations)
          for (const span of it.spans)
            expect(stands(world.texts.get(key.slice(3)) as string, span)).toBe(true);
      expect(plan(file, world, 'own').parts).toEqual([]);
    }),
  );
});

const text = 'Anna met Berta in Bonn.';
const at = (words: string, label: string, id = words) => ({
  id,
  label,
  spans: [
    {
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      exact: words,
      prefix: '',
      suffix: '',
    },
  ],
  attributes: {},
  note: '',
  createdAt: null,
  updatedAt: 'not a time',
  isSuggestion: false,
});
const oneFile = (
  annotations: Imported['documents'][number]['layers'][number]['annotations'],
  relations: Imported['documents'][number]['layers'][number]['relations'] = [],
  words: string | null = text,
): Imported => ({
  format: 'brat',
  documents: [
    {
      name: 'a.txt',
      text: words,
      sha256: null,
      layers: [{ annotator: null, annotations, relations, fields: {}, memo: '', status: null }],
    },
  ],
  schema: noSchema,
  unit: null,
  usualUnit: 'utf-16',
  problems: [{ where: 'line 3', reason: 'It is damaged.' }],
});
const world: World = { ...nothing, schema: starterSchema(), texts: new Map([['a.txt', text]]) };
const relation = (from: string, to: string, id = `${from}-${to}`) => ({
  id,
  type: 'knows',
  from,
  to,
  attributes: {},
  note: '',
});

test('[XI14] a label that is left out takes its annotations and their relations out, and all of it is counted', () => {
  const file = oneFile(
    [at('Anna', 'Person'), at('Berta', 'Rest'), at('Bonn', 'City'), at('Carla', 'Person')],
    [relation('Anna', 'Bonn'), relation('Anna', 'Berta')],
  );
  const { parts, report } = plan(file, world, 'own', {
    ...usualOptions.mapping,
    labels: { Rest: null, City: 'place' },
  });
  expect(report).toMatchObject({
    exact: 2,
    leftOut: 1,
    notPlaced: 1,
    relations: 1,
    relationsLost: 1,
    newLabels: [],
    newRelationTypes: ['knows'],
  });
  expect(report.problems).toEqual([
    { where: 'line 3', reason: 'It is damaged.' },
    { where: 'a.txt', reason: 'Person at -1–4: “Carla” is not in the text.' },
  ]);
  const own = parts.find((part) => part.document === 'a.txt')?.patch;
  expect(own?.annotations?.added.map((it) => it.label)).toEqual(['person', 'place']);
  expect(own?.annotations?.added[0]).toMatchObject({
    origin: 'import:x.json',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  });
});

test('[XI14] onto an edited text every quote is looked for: what moved is counted apart, what is gone is told', () => {
  const edited: World = { ...world, texts: new Map([['a.txt', `New. ${text.replace('Bonn', 'Köln')}`]]) };
  const { parts, report } = plan(oneFile([at('Anna', 'Person'), at('Bonn', 'Place')]), edited, 'own');
  expect(report).toMatchObject({ exact: 0, moved: 1, notPlaced: 1 });
  expect(parts[0]?.patch.annotations?.added[0]?.spans).toEqual([
    quote(`New. ${text.replace('Bonn', 'Köln')}`, { start: 5, end: 9 }),
  ]);
  const crlf: World = { ...world, texts: new Map([['a.txt', `${text}\r\n${text}`]]) };
  const lf = oneFile(
    [
      {
        ...at('Bonn', 'Place'),
        spans: [{ start: 24 + 18, end: 24 + 22, exact: null, prefix: '', suffix: '' }],
      },
    ],
    [],
    `${text}\n${text}`,
  );
  const over = plan(lf, crlf, 'own');
  expect(over.report).toMatchObject({ exact: 1, moved: 0 });
  expect(over.parts[0]?.patch.annotations?.added[0]?.spans[0]).toMatchObject({
    start: 43,
    end: 47,
    exact: 'Bonn',
  });
});

test('[XI15] suggestions go into the own layer under their file’s name; what is there already is none', () => {
  const first = after(world, oneFile([]), plan(oneFile([at('Anna', 'Person')]), world, 'own'));
  const { parts, report } = plan(
    oneFile([at('Anna', 'Person'), at('Berta', 'Person')]),
    first,
    'suggestions',
  );
  expect(report).toMatchObject({ exact: 1, suggestions: 1, alreadyThere: 1 });
  expect(parts[0]?.patch.annotations?.added.map((it) => it.origin)).toEqual(['suggestion:x.json']);
  const machine = plan(oneFile([{ ...at('Bonn', 'Place'), isSuggestion: true }]), world, 'own');
  expect(machine.parts[0]?.patch.annotations?.added.map((it) => it.origin)).toEqual(['suggestion:x.json']);
});

test('[XI14] a layer that can not be written, and a document without a place, are told and cost only themselves', () => {
  const file = oneFile([at('Anna', 'Person')]);
  const it = planning({
    file,
    name: 'x',
    unit: described(detect([], 'utf-16'), 0, 0),
    schema: starterSchema(),
    fitted: fitSchema(file.schema, usesOf(file), starterSchema(), usualOptions),
    target: 'own',
    now: '',
    newId: () => 'n',
  });
  const document = file.documents[0] as Imported['documents'][number];
  const match = { name: 'a.txt', path: 'a.txt', by: 'path', differs: false, annotations: 1 } as const;
  it.add(document, { match, path: 'a.txt', text, brings: null, held: () => 'It is locked.' }, () => null);
  it.leaveOut(document, { ...match, path: null, by: 'none' }, 'There is none.');
  const { parts, report } = it.end();
  expect(parts).toEqual([]);
  expect(report.leftOut).toBe(2);
  expect(report.problems.slice(1)).toEqual([
    { where: 'a.txt', reason: 'It is locked.' },
    { where: 'a.txt', reason: 'There is none.' },
  ]);
});

test('[XI14] ids of Postil’s own kind are kept, others are made anew, and none stands twice', () => {
  const id = 'a'.repeat(24);
  const { parts } = plan(
    oneFile([at('Anna', 'Person', id), at('Berta', 'Person', 'T1'), at('Bonn', 'Place', id)]),
    world,
    'own',
  );
  const ids = parts[0]?.patch.annotations?.added.map((it) => it.id) ?? [];
  expect(ids[0]).toBe(id);
  expect(ids[1]).not.toBe('T1');
  expect(new Set(ids).size).toBe(3);
});
