import { expect, test } from 'vitest';
import type { Hit } from '../../core/hits';
import { hitRows } from './hit-rows';

const hit = (start: number): Hit => ({
  start,
  end: start + 1,
  exact: 'x',
  prefix: '',
  suffix: '',
  labels: [],
});

test('a heading for each document, the parts of one document joined', () => {
  const found = [
    { path: 'a', hits: [hit(0), hit(1)], readOnly: null },
    { path: 'a', hits: [hit(5)], readOnly: null },
    { path: 'b', hits: [hit(0)], readOnly: 'locked' },
  ];
  expect(hitRows(found, true)).toMatchObject([
    { kind: 'document', path: 'a', count: 3 },
    { kind: 'hit', hit: { start: 0 } },
    { kind: 'hit', hit: { start: 1 } },
    { kind: 'hit', hit: { start: 5 } },
    { kind: 'document', path: 'b', count: 1, readOnly: 'locked' },
    { kind: 'hit', path: 'b' },
  ]);
  expect(hitRows(found, false)).toHaveLength(4);
  expect(hitRows([], true)).toEqual([]);
});
