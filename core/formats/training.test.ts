import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { expectedOf, type Written, written } from '../testing/written';
import { catalog, type FormatId } from './catalog';
import type { ExportDocument, ExportProject } from './format';
import type { Imported, ImportedDocument } from './imported';
import { readerFor, readers } from './readers';
import { ranksOf, reduce } from './reduce';
import { whiteSpace } from './tokens';
import { writers } from './writers';

type Choices = Readonly<Record<string, string>>;

const export_ = (
  id: FormatId,
  project: ExportProject,
  documents: readonly ExportDocument[],
  choices: Choices,
) => written(id, writers[id] as NonNullable<(typeof writers)[FormatId]>, project, documents, { choices });

function readBack(id: FormatId, { files }: Written): Imported {
  const reader = readers.find((it) => it.id === id);
  const sources = [...files].map(([to, bytes]) => sourceFile(to === '' ? 'out' : `out${to}`, bytes));
  expect(reader?.recognises(sources)).toBeGreaterThan(0);
  return (reader as NonNullable<typeof reader>).read(sources);
}

/** What these formats say of a document, all annotators together. */
const said = ({ name, text, layers }: ImportedDocument) => {
  const place = (id: string) => {
    const found = layers.flatMap((layer) => layer.annotations).find((it) => it.id === id);
    return [found?.label, found?.spans[0]?.start, found?.spans[0]?.end];
  };
  return {
    name,
    text,
    annotations: layers.flatMap((layer) => layer.annotations.map((it) => place(it.id))),
    relations: layers.flatMap((layer) =>
      layer.relations.map((it) => [it.type, place(it.from), place(it.to)]),
    ),
  };
};

const reduced = (id: FormatId, { schema }: ExportProject, documents: readonly ExportDocument[]) =>
  documents.map((it) =>
    reduce(
      it,
      catalog[id].carries,
      { discontinuous: 'parts', overlap: 'longest' },
      ranksOf(schema),
      () => {},
    ),
  );

test.each<[FormatId, Choices]>([
  ['doccano', {}],
  ['spacy', {}],
  ['prodigy', {}],
  ['hf', {}],
])('[XT13] what %s carries comes back the same', (id, choices) => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const made = readBack(id, export_(id, project, documents, choices));
      expect(made.problems).toEqual([]);
      const wanted = expectedOf(project, reduced(id, project, documents), 'code-point');
      expect(made.documents.map(said)).toEqual(wanted.map(said));
      if (!catalog[id].carries.documentFields) return;
      const fields = wanted.map((it) =>
        Object.assign({}, ...it.layers.map((layer) => layer.fields).reverse()),
      );
      expect(made.documents.map((it) => it.layers[0]?.fields)).toEqual(fields);
    }),
  );
});

test('[XT13] doccano’s triples come back the same', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const made = readBack('doccano', export_('doccano', project, documents, { shape: 'labels' }));
      const wanted = expectedOf(project, reduced('doccano', project, documents), 'code-point').map(said);
      expect(made.documents.map(said)).toEqual(wanted.map((it) => ({ ...it, relations: [] })));
    }),
  );
});

/** Of TEXT what a format of words keeps. */
const solid = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd').replace(whiteSpace, '');

test.each<[FormatId, Choices]>([
  ['conll', { scheme: 'iob2' }],
  ['conll', { scheme: 'iobes' }],
  ['conll', { scheme: 'iob1' }],
  ['hf', { shape: 'tokens' }],
])('[XT14] words and what they are labelled with come back from %s, %j', (id, choices) => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      // A format of words has nothing to say of a document without one.
      const wordy = documents.filter(({ text }) => solid(text) !== '');
      fc.pre(wordy.length > 0);
      const { files, losses } = export_(id, project, wordy, choices);
      const made = readBack(id, { files, losses, text: () => '' });
      expect(made.problems).toEqual([]);
      expect(made.documents.map((it) => solid(it.text ?? ''))).toEqual(wordy.map((it) => solid(it.text)));
      const dropped = new Set(
        losses.filter((it) => it.fate === 'dropped' && it.what === 'annotation').map((it) => it.id),
      );
      for (const [n, document] of wordy.entries()) {
        const [layer] = made.documents[n]?.layers ?? [];
        const rows = reduced(id, project, [document])
          .flatMap((it) => it.layers.flatMap(({ annotations }) => annotations))
          .filter((it) => !dropped.has(it.id))
          .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
        expect(layer?.annotations).toHaveLength(rows.length);
        for (const [i, { label, spans }] of rows.entries()) {
          const back = layer?.annotations[i];
          const name = project.schema.labels.find((it) => it.id === label)?.name.replace(' ', '_');
          expect(back?.label).toBe(name);
          const words = solid(back?.spans[0]?.exact ?? '');
          const was = solid(spans[0]?.exact ?? '');
          const isWidened = losses.some((it) => it.id === rows[i]?.id && it.reason.includes('inside a word'));
          expect(isWidened ? words.includes(was) : words).toBe(isWidened ? true : was);
        }
      }
    }),
  );
});

test.each(['doccano', 'spacy', 'prodigy', 'hf', 'conll'] as const)(
  '[XT15] %s is the same bytes every time',
  (id) => {
    fc.assert(
      fc.property(exportProjects, ({ project, documents }) => {
        expect(export_(id, project, documents, {}).files).toEqual(export_(id, project, documents, {}).files);
      }),
      { numRuns: 20 },
    );
  },
);

test.each<[FormatId, Choices]>([
  ['label-studio', {}],
  ['doccano', {}],
  ['doccano', { shape: 'labels' }],
  ['spacy', {}],
  ['prodigy', {}],
  ['hf', {}],
  ['hf', { shape: 'tokens' }],
  ['conll', {}],
])('[XT18] %s %j is known by what stands in it, annotations or none', (id, choices) => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const wordy = documents.filter(({ text }) => solid(text) !== '');
      fc.pre(wordy.length > 0);
      const { files } = export_(id, project, wordy, choices);
      const sources = [...files].map(([to, bytes]) => sourceFile(to === '' ? 'out' : `out/${to}`, bytes));
      expect(readerFor(sources)?.id).toBe(id);
    }),
    { numRuns: 50 },
  );
});
