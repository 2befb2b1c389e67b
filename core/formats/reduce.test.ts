import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportProjects, fullSchema } from '../testing/projects';
import { catalog } from './catalog';
import type { Carries, ExportDocument, Loss } from './format';
import { loseSchema, ranksOf, reduce } from './reduce';

const all = catalog.json.carries;
const ranks = ranksOf(fullSchema);
const choices = { discontinuous: 'parts', overlap: 'longest' };

function reduced(document: ExportDocument, carries: Partial<Carries>, chosen = choices) {
  const losses: Loss[] = [];
  const made = reduce(document, { ...all, ...carries }, chosen, ranks, (loss) => losses.push(loss));
  return { made, losses };
}

const everyDocument = (check: (document: ExportDocument) => void) =>
  fc.assert(fc.property(exportProjects, ({ documents }) => documents.forEach(check)));

const annotationsIn = ({ layers }: ExportDocument) => layers.flatMap((layer) => layer.annotations);

test('[XE1] a format that carries everything loses nothing', () => {
  everyDocument((document) => {
    const { made, losses } = reduced(document, {});
    expect(made).toEqual(document);
    expect(losses).toEqual([]);
  });
});

test('[XE2] what is dropped is told, each thing with its id and a reason', () => {
  const none = Object.fromEntries(Object.keys(all).map((key) => [key, false])) as unknown as Carries;
  everyDocument((document) => {
    const { made, losses } = reduced(document, none, { ...choices, discontinuous: 'drop' });
    const kept = new Set(annotationsIn(made).map((it) => it.id));
    const dropped = losses.filter((it) => it.what === 'annotation').map((it) => it.id);
    expect([...kept, ...dropped].sort()).toEqual(
      annotationsIn(document)
        .map((it) => it.id)
        .sort(),
    );
    expect(made.layers.flatMap((layer) => layer.relations)).toEqual([]);
    const relations = losses.filter((it) => it.what === 'relation').map((it) => it.id);
    expect(relations.sort()).toEqual(
      document.layers.flatMap((layer) => layer.relations.map((it) => it.id)).sort(),
    );
    expect(losses.every((it) => it.document === document.path)).toBe(true);
    const lost = (what: Loss['what']) => new Set(losses.filter((it) => it.what === what).map((it) => it.id));
    for (const it of annotationsIn(document).filter(({ id }) => kept.has(id))) {
      expect(lost('note').has(it.id)).toBe(it.note !== '');
      expect(lost('attributes').has(it.id)).toBe(Object.keys(it.attributes).length > 0);
    }
    for (const { annotator, fields, memo, status } of document.layers) {
      expect(lost('fields').has(annotator.id)).toBe(Object.keys(fields).length > 0);
      expect(lost('facts').has(annotator.id)).toBe(memo !== '' || status !== 'todo');
      expect(lost('annotator').has(annotator.id)).toBe(document.layers.length > 1);
    }
  });
});

test('[XE3] without overlaps, no two that are kept share a character, and one is dropped only for a kept one', () => {
  everyDocument((document) => {
    for (const overlap of ['longest', 'first', 'label']) {
      const { made, losses } = reduced(document, { overlap: false }, { ...choices, overlap });
      const spans = annotationsIn(made).flatMap((it) => it.spans);
      const meets = (a: (typeof spans)[0], b: (typeof spans)[0]) => a.start < b.end && b.start < a.end;
      for (const [i, span] of spans.entries())
        expect(spans.slice(i + 1).some((other) => meets(span, other))).toBe(false);
      const dropped = new Set(losses.filter((it) => it.what === 'annotation').map((it) => it.id));
      for (const it of annotationsIn(document).filter(({ id }) => dropped.has(id)))
        expect(it.spans.some((span) => spans.some((other) => meets(span, other)))).toBe(true);
      for (const layer of made.layers) {
        const ids = new Set(layer.annotations.map((it) => it.id));
        expect(layer.relations.every((it) => ids.has(it.from) && ids.has(it.to))).toBe(true);
      }
    }
  });
});

const text = 'one two three four';
const at = (id: string, label: string, ...spans: [number, number][]) => ({
  id,
  label,
  spans: spans.map(([start, end]) => ({ start, end, exact: text.slice(start, end), prefix: '', suffix: '' })),
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

const document = (...annotations: ReturnType<typeof at>[]): ExportDocument => ({
  path: 'a.txt',
  sha256: '0'.repeat(64),
  text,
  layers: [
    {
      document: { path: 'a.txt', sha256: '0'.repeat(64), length: text.length, projection: 'txt/1' },
      annotator: { id: 'anna', name: 'Anna' },
      status: 'todo',
      memo: '',
      fields: {},
      annotations,
      relations: [{ id: 'r', type: 'says', from: 'a', to: 'b', attributes: {}, note: '' }],
    },
  ],
});

test.each([
  ['longest', ['b']],
  ['first', ['a']],
  ['label', ['c']],
])('[XE3] which of three is kept: %s', (overlap, kept) => {
  const it = document(at('a', 'date', [0, 4]), at('b', 'place', [2, 12]), at('c', 'person', [3, 9]));
  const { made } = reduced(it, { overlap: false }, { ...choices, overlap });
  expect(annotationsIn(made).map(({ id }) => id)).toEqual(kept);
});

test.each([
  [
    'parts',
    [
      ['a', 'one'],
      ['b', 'two'],
      ['a.2', 'three'],
    ],
  ],
  [
    'hull',
    [
      ['a', 'one two three'],
      ['b', 'two'],
    ],
  ],
  ['drop', [['b', 'two']]],
])('[XE4] a discontinuous annotation: %s', (discontinuous, wanted) => {
  const it = document(at('a', 'person', [0, 3], [8, 13]), at('b', 'date', [4, 7]));
  const { made, losses } = reduced(it, { discontinuous: false }, { ...choices, discontinuous });
  expect(annotationsIn(made).map(({ id, spans }) => [id, spans[0]?.exact])).toEqual(wanted);
  expect(losses[0]).toMatchObject({ id: 'a', what: 'annotation' });
  expect(made.layers[0]?.relations.length).toBe(discontinuous === 'drop' ? 0 : 1);
});

test('[XE2] labels under labels are told when the format has none', () => {
  const losses: Loss[] = [];
  loseSchema(fullSchema, { ...all, hierarchy: false }, (loss) => losses.push(loss));
  expect(losses.map((it) => it.id)).toEqual(['place']);
  loseSchema(fullSchema, all, () => expect.unreachable());
});
