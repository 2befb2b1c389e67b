import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AnnotationSet } from './annotation-set';
import { annotationFrom, lastLabel, unlabelledFrom } from './hand';
import { emptyHistory, moved, record } from './history';
import type { Annotation } from './model';
import { change, type Patch } from './patch';
import { annotationsOf, mixedText } from './testing/arbitraries';

const it = (id: string, label: string): Annotation => ({
  id,
  label,
  spans: [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
});

test('[B4] the last label that was given', () => {
  const step = (patch: Patch) => ({ title: '', at: '', parts: [{ document: 'a', patch }] });
  const added = record(emptyHistory, step({ annotations: change({ added: [it('1', 'person')] }) }));
  const relabelled = record(
    added,
    step({ annotations: change({ updated: [[it('1', 'person'), it('1', 'place')]] }) }),
  );
  const noted = record(
    relabelled,
    step({ annotations: change({ updated: [[it('1', 'place'), { ...it('1', 'place'), note: 'n' }]] }) }),
  );
  const removed = record(noted, step({ annotations: change({ removed: [it('1', 'date')] }) }));
  expect([emptyHistory, added, relabelled, noted, removed].map(lastLabel)).toEqual([
    null,
    'person',
    'place',
    'place',
    'place',
  ]);
  expect(lastLabel(moved(relabelled, -1))).toBe('person');
});

const textAndAnnotations = mixedText(60).chain((text) =>
  annotationsOf(text, 4).map((annotations) => ({ text, set: new AnnotationSet(annotations) })),
);

test('[B5] the next unlabelled paragraph', () => {
  const text = 'One.\r\n\r\nTwo.\nThree.\rFour.';
  const set = new AnnotationSet([
    { ...it('1', 'x'), spans: [{ start: 8, end: 11, exact: 'Two', prefix: '', suffix: '' }] },
  ]);
  expect(unlabelledFrom(text, set, 0, 1)).toEqual({ start: 13, end: 19 });
  expect(unlabelledFrom(text, set, 14, 1)).toEqual({ start: 20, end: 25 });
  expect(unlabelledFrom(text, set, 25, 1)).toBeNull();
  expect(unlabelledFrom(text, set, 14, -1)).toEqual({ start: 0, end: 4 });
  expect(unlabelledFrom(text, set, 0, -1)).toBeNull();
});

test('[B5] walking down and up finds the same paragraphs, each without an annotation', () => {
  fc.assert(
    fc.property(textAndAnnotations, ({ text, set }) => {
      const walk = (from: number, step: -1 | 1) => {
        const found: string[] = [];
        for (let at = from; ; ) {
          const next = unlabelledFrom(text, set, at, step);
          if (!next) return found;
          expect(set.overlapping(next)).toEqual([]);
          expect(text.slice(next.start, next.end).trim()).not.toBe('');
          expect(step > 0 ? next.start > at : next.start < at).toBe(true);
          found.push(`${next.start}-${next.end}`);
          at = next.start;
        }
      };
      const [down, up] = [walk(0, 1), walk(text.length, -1).reverse()];
      // The paragraph one starts in is not looked at, so the first may be missing below and the last above.
      expect(down.filter((at) => up.includes(at))).toEqual(
        down.slice(0, down.length - (up.includes(down.at(-1) ?? '') ? 0 : 1)),
      );
    }),
  );
});

test('[B6] the next wanted annotation', () => {
  fc.assert(
    fc.property(
      textAndAnnotations,
      fc.nat(80),
      fc.constantFrom('person', 'place', 'none'),
      ({ set }, offset, label) => {
        const list = set.inOrder();
        const wanted = (one: Annotation) => one.label === label;
        const start = (one: Annotation) => one.spans[0]?.start ?? 0;
        expect(annotationFrom(set, undefined, offset, 1, wanted)).toBe(
          list.find((one) => start(one) >= offset && wanted(one)),
        );
        expect(annotationFrom(set, undefined, offset, -1, wanted)).toBe(
          [...list].reverse().find((one) => start(one) < offset && wanted(one)),
        );
        list.forEach((one, rank) => {
          expect(annotationFrom(set, one, 0, 1, wanted)).toBe(list.slice(rank + 1).find(wanted));
          expect(annotationFrom(set, one, 0, -1, wanted)).toBe(list.slice(0, rank).reverse().find(wanted));
        });
      },
    ),
  );
});
