import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import { addToHits, type DocumentHits, labelPlaces, labelsOn } from './hits';
import { quote } from './quote';

const text = 'Anna met Anna and Anna.';
const hit = (start: number, end: number, ...labels: string[]) => ({ ...quote(text, { start, end }), labels });

function adding() {
  let count = 0;
  return {
    label: 'person',
    attributes: { sure: true },
    now: '2026-01-01T00:00:00.000Z',
    newId: () => `id-${count++}`,
  };
}

test('[W12] a part for each document; labelled, doubled and read-only ones are left out', () => {
  const found: DocumentHits[] = [
    { path: 'a.txt', hits: [hit(0, 4), hit(9, 13, 'person'), hit(18, 22, 'place')], readOnly: null },
    { path: 'b.txt', hits: [hit(0, 4)], readOnly: 'It is locked.' },
    { path: 'c.txt', hits: [hit(0, 4, 'person')], readOnly: null },
    { path: 'd.txt', hits: [hit(0, 4)], readOnly: null },
    { path: 'a.txt', hits: [hit(0, 4), hit(9, 22)], readOnly: null },
  ];
  const parts = addToHits(adding(), found);
  const places = parts.map(({ document, patch }) => [
    document,
    patch.annotations?.added.map(({ spans }) => spans.map(({ start, end }) => `${start}-${end}`).join()),
  ]);
  expect(places).toEqual([
    ['a.txt', ['0-4', '18-22', '9-22']],
    ['d.txt', ['0-4']],
  ]);
  const [first] = parts[0]?.patch.annotations?.added ?? [];
  expect(first).toMatchObject({ label: 'person', attributes: { sure: true }, origin: 'manual', note: '' });
  expect(first?.spans).toEqual([quote(text, { start: 0, end: 4 })]);
});

test('[W12] added once, there is nothing more to add', () => {
  const starts = fc.uniqueArray(fc.integer({ min: 0, max: 18 }), { maxLength: 8 });
  fc.assert(
    fc.property(starts, (list) => {
      const found = [{ path: 'a.txt', hits: list.map((start) => hit(start, start + 4)), readOnly: null }];
      const added = addToHits(adding(), found)[0]?.patch.annotations?.added ?? [];
      expect(added).toHaveLength(list.length);
      const set = new AnnotationSet(added);
      const of = labelPlaces(added);
      const again = found.map((it) => ({ ...it, hits: it.hits.map((one) => ({ ...one, labels: of(one) })) }));
      expect(addToHits(adding(), again)).toEqual([]);
      for (const start of list) expect(labelsOn(set, { start, end: start + 4 })).toEqual(['person']);
      expect(labelsOn(set, { start: 0, end: 1 })).toEqual([]);
    }),
  );
});
