import { expect, test } from 'vitest';
import type { Annotation, Label } from '../../core/model';
import { type Filter, shownAnnotations } from './annotation-rows';

const labels = [
  { id: 'person', name: 'Person' },
  { id: 'place', name: 'Place' },
] as Label[];

const annotation = (id: string, label: string, exact: string, createdAt: string, note = ''): Annotation => ({
  id,
  label,
  spans: [{ start: 0, end: exact.length, exact, prefix: '', suffix: '' }],
  attributes: {},
  note,
  origin: 'manual',
  createdAt,
  updatedAt: createdAt,
});
const all = [
  annotation('1', 'place', 'Steg', '2026-01-02'),
  annotation('2', 'person', 'Ada', '2026-01-03', 'mathematician'),
  annotation('3', 'place', 'London', '2026-01-01'),
];
const ids = (filter: Partial<Filter>) =>
  shownAnnotations(all, labels, { search: '', label: '', order: 'text', ...filter }).map((it) => it.id);

test('the search finds words of the quote, the note and the label', () => {
  expect(ids({ search: 'lond' })).toEqual(['3']);
  expect(ids({ search: 'MATH' })).toEqual(['2']);
  expect(ids({ search: 'place' })).toEqual(['1', '3']);
});

test('one label, or the order of labels or of making', () => {
  expect(ids({ label: 'place' })).toEqual(['1', '3']);
  expect(ids({ order: 'label' })).toEqual(['2', '1', '3']);
  expect(ids({ order: 'newest' })).toEqual(['2', '1', '3']);
});
