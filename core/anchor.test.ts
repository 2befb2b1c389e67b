import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anchorReport } from './anchor';
import { quote } from './quote';
import { annotationsOf, anyText } from './testing/arbitraries';

const before = 'Anna met Bert in Paris.';

const on = (...spans: (readonly [number, number])[]) => ({
  id: spans.join(),
  label: 'l',
  spans: spans.map(([start, end]) => quote(before, { start, end })),
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '',
  updatedAt: '',
});

const [anna, bert, paris] = [on([0, 4]), on([9, 13]), on([17, 22])];

test.each([
  ['the same text', before, [3, 0, 0]],
  ['something put in', 'Anna met old Bert in Paris.', [1, 2, 0]],
  ['something taken out', 'Anna met Bert.', [2, 0, 1]],
  ['everything gone', '', [0, 0, 3]],
  ['everything moved', `x${before}`, [0, 3, 0]],
])('[Q4] %s', (_, text, [standing, moved, gone]) => {
  expect(anchorReport(text, [anna, bert, paris])).toEqual({ standing, moved, gone });
});

test('[Q4] an annotation with several spans counts by the worst of them', () => {
  const both = on([0, 4], [9, 13]);
  expect(anchorReport('Anna met old Bert', [both])).toEqual({ standing: 0, moved: 1, gone: 0 });
  expect(anchorReport('Anna met', [both])).toEqual({ standing: 0, moved: 0, gone: 1 });
});

test('[Q4] each is counted once', () => {
  const rows = anyText.chain((text) => fc.tuple(fc.constant(text), annotationsOf(text), anyText));
  fc.assert(
    fc.property(rows, ([text, annotations, other]) => {
      expect(anchorReport(text, annotations)).toEqual({ standing: annotations.length, moved: 0, gone: 0 });
      const { standing, moved, gone } = anchorReport(other, annotations);
      expect(standing + moved + gone).toBe(annotations.length);
      expect(anchorReport(`${text}${other}${text}`, annotations).gone).toBe(0);
    }),
  );
});
