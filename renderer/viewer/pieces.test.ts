import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../core/model';
import { cutPieces } from './pieces';

const annotation = (id: string, ...spans: [number, number][]): Annotation => ({
  id,
  label: 'person',
  spans: spans.map(([start, end]) => ({ start, end, exact: '', prefix: '', suffix: '' })),
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
});

const blocks = [
  { start: 0, end: 10 },
  { start: 11, end: 11 },
  { start: 12, end: 30 },
];

test('a span over several blocks is cut at their ends', () => {
  const pieces = cutPieces([annotation('a', [5, 20])], blocks, new Map());
  expect(pieces.map((row) => row.map(({ start, end }) => [start, end]))).toEqual([[[5, 10]], [], [[12, 20]]]);
});

test('the parts of a discontinuous annotation are pieces of it', () => {
  const pieces = cutPieces([annotation('a', [0, 2], [4, 6])], blocks, new Map());
  expect(pieces[0]?.map((piece) => piece.annotation.id)).toEqual(['a', 'a']);
});

test('every shown unit of every span is in just one piece of it', () => {
  const spans = fc.array(fc.tuple(fc.nat(28), fc.integer({ min: 1, max: 12 })), { maxLength: 12 });
  fc.assert(
    fc.property(spans, (list) => {
      const annotations = list.map(([start, length], i) =>
        annotation(`${i}`, [start, Math.min(30, start + length)]),
      );
      const pieces = cutPieces(annotations, blocks, new Map());
      for (const { id, spans } of annotations)
        for (let unit = 0; unit < 30; unit++) {
          const shown = blocks.some((block) => block.start <= unit && unit < block.end);
          const covered = spans.some((span) => span.start <= unit && unit < span.end);
          const found = pieces
            .flat()
            .filter((piece) => piece.annotation.id === id && piece.start <= unit && unit < piece.end);
          expect(found.length).toBe(shown && covered ? 1 : 0);
        }
    }),
  );
});
