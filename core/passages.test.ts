import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Label } from './model';
import {
  contextOf,
  type Group,
  inTextOrder,
  type Order,
  type Passage,
  passageRows,
  quotation,
  quoteOf,
  relationCounts,
  type Suggested,
  shownPassages,
} from './passages';
import { compareAnnotations } from './patch';
import { quote } from './quote';

const labels = [
  { id: 'person', name: 'Person' },
  { id: 'place', name: 'Place' },
] as Label[];

let made = 0;
function passage(exact: string, parts: Partial<Annotation> & Partial<Passage> = {}): Passage {
  const { document = 'a.txt', annotator = 'Anna', own = true, ...rest } = parts;
  const annotation: Annotation = {
    id: `id${++made}`,
    label: 'person',
    spans: [{ start: 0, end: exact.length, exact, prefix: '', suffix: '' }],
    attributes: {},
    note: '',
    origin: 'manual',
    createdAt: '2025-01-01',
    updatedAt: '2025-01-01',
    ...rest,
  };
  return { document, annotator, own, annotation, relations: 0 };
}

const all = [
  passage('Steg', { label: 'place', createdAt: '2025-01-02', document: 'b.txt' }),
  passage('Ada', { note: 'mathematician', createdAt: '2025-01-03' }),
  passage('London', { label: 'place', annotator: 'Berta' }),
];
const view = {
  search: '',
  label: '',
  suggested: 'all' as Suggested,
  group: 'none' as Group,
  order: 'text' as Order,
};
const words = (parts: Partial<typeof view>) =>
  shownPassages(all, labels, { ...view, ...parts }).map((it) => quoteOf(it.annotation));

test('[V1] the search finds words of quote, note, label, document and annotator', () => {
  expect(words({ search: 'lond' })).toEqual(['London']);
  expect(words({ search: 'MATH' })).toEqual(['Ada']);
  expect(words({ search: 'place' })).toEqual(['Steg', 'London']);
  expect(words({ search: 'b.txt' })).toEqual(['Steg']);
  expect(words({ search: ' berta ' })).toEqual(['London']);
  expect(words({ label: 'place', search: 'steg' })).toEqual(['Steg']);
  expect(words({ search: 'nowhere' })).toEqual([]);
});

test('[V2] as in the text, newest first, or by words', () => {
  expect(words({})).toEqual(['Steg', 'Ada', 'London']);
  expect(words({ order: 'newest' })).toEqual(['Ada', 'Steg', 'London']);
  expect(words({ order: 'quote' })).toEqual(['Ada', 'London', 'Steg']);
});

const anyPassage = fc
  .record({
    exact: fc.constantFrom('Ada', 'Steg', 'in the end'),
    label: fc.constantFrom('person', 'place', 'unknown'),
    document: fc.constantFrom('a.txt', 'b.txt', 'c/d.txt'),
    annotator: fc.constantFrom('Anna', 'Berta'),
    start: fc.nat(50),
  })
  .map(({ exact, start, ...parts }) =>
    passage(exact, {
      ...parts,
      spans: [{ start, end: start + exact.length, exact, prefix: '', suffix: '' }],
    }),
  );

test('[V3] grouping keeps every passage once, in its order, below a heading that counts them', () => {
  const groups = fc.constantFrom<Group>('none', 'label', 'document', 'annotator');
  fc.assert(
    fc.property(fc.array(anyPassage, { maxLength: 12 }), groups, (shown, group) => {
      const rows = passageRows(shown, labels, group);
      const passages = rows.flatMap((row) => (row.kind === 'passage' ? [row.passage] : []));
      expect(new Set(passages)).toEqual(new Set(shown));
      expect(passages).toHaveLength(shown.length);
      const keys = rows.map((row) => row.key);
      expect(new Set(keys).size).toBe(keys.length);
      if (group === 'none') expect(passages).toEqual(shown);
      const heads = rows.flatMap((row, i) => (row.kind === 'group' ? [[row, i] as const] : []));
      for (const [head, i] of heads) {
        const below = rows.slice(i + 1, i + 1 + head.count).map((row) => {
          if (row.kind === 'group') throw new Error('a heading counts too many');
          return row.passage;
        });
        expect(below).toEqual(shown.filter((it) => below.includes(it)));
        const names = below.map(({ document, annotator, annotation: { label } }) =>
          group === 'document' ? document : group === 'annotator' ? annotator : label,
        );
        expect(new Set(names).size).toBe(1);
      }
    }),
  );
});

test('[V4] several layers come document by document, and in each as in the text', () => {
  const documents = ['c/d.txt', 'a.txt'];
  fc.assert(
    fc.property(fc.array(anyPassage, { maxLength: 12 }), (passages) => {
      const layers = [...new Set(passages.map((it) => `${it.document} ${it.annotator}`))].map((name) =>
        passages.filter((it) => `${it.document} ${it.annotator}` === name),
      );
      for (const layer of layers) layer.sort((a, b) => compareAnnotations(a.annotation, b.annotation));
      const found = inTextOrder(layers, documents);
      expect(new Set(found)).toEqual(new Set(passages.filter((it) => documents.includes(it.document))));
      found.forEach((it, i) => {
        const before = found[i - 1];
        if (!before) return;
        const rank = documents.indexOf(it.document) - documents.indexOf(before.document);
        expect(rank).toBeGreaterThanOrEqual(0);
        if (rank === 0) expect(compareAnnotations(before.annotation, it.annotation)).toBeLessThanOrEqual(0);
      });
    }),
  );
});

test('[V5] the words around a quote are whole and of its own paragraph', () => {
  const text =
    'Before that.\nThe very long beginning of a sentence that Ada wrote down on a long evening in May.';
  const start = text.indexOf('Ada');
  expect(contextOf(quote(text, { start, end: start + 3 }))).toEqual({
    before: '… beginning of a sentence that ',
    after: ' wrote down on a long evening …',
  });
  const first = text.indexOf('The');
  expect(contextOf(quote(text, { start: first, end: first + 3 })).before).toBe('');
  expect(contextOf(quote('x', { start: 0, end: 1 }))).toEqual({ before: '', after: '' });
});

test('[V6] a quotation names document, place, label and annotator', () => {
  const it = passage('Ada\n Lovelace');
  expect(quotation(it, 'Person')).toBe('“Ada Lovelace” (a.txt, characters 0–13; Person, Anna)');
});

test('[V13] relations are counted at both ends, one to itself once', () => {
  const relation = (from: string, to: string) => ({ id: '', type: 'is', from, to, attributes: {}, note: '' });
  const counts = relationCounts([relation('a', 'b'), relation('b', 'a'), relation('b', 'b')]);
  expect([...counts]).toEqual([
    ['a', 2],
    ['b', 3],
  ]);
  expect(relationCounts([]).size).toBe(0);
});

test('[XU3] suggestions alone, all but them, or both, together with the other filters', () => {
  const [mine, theirs, place] = [
    passage('Ada'),
    passage('Bob', { origin: 'suggestion:m.json' }),
    passage('Rome', { origin: 'suggestion:m.json', label: 'place' }),
  ] as const;
  const shown = (parts: Partial<typeof view>) =>
    shownPassages([mine, theirs, place], labels, { ...view, ...parts });
  expect(shown({ suggested: 'only' })).toEqual([theirs, place]);
  expect(shown({ suggested: 'none' })).toEqual([mine]);
  expect(shown({ suggested: 'all' })).toEqual([mine, theirs, place]);
  expect(shown({ suggested: 'only', label: 'place' })).toEqual([place]);
  expect(shown({ suggested: 'only', search: 'bob' })).toEqual([theirs]);
});
