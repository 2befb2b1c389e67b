import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySchema, type Layer } from '../model';
import { type OffsetUnit, offsetUnits } from '../offsets';
import { quote } from '../quote';
import { starterSchema } from '../starter';
import { anyText, layerOf } from '../testing/arbitraries';
import { jsonDocument, jsonHead, jsonTail } from './json';

/** Independent of core/offsets.ts. A lone surrogate is U+FFFD in bytes, as in every UTF-8 encoder. */
const slice: Readonly<Record<OffsetUnit, (text: string, start: number, end: number) => string>> = {
  'utf-16': (text, start, end) => text.slice(start, end),
  'code-point': (text, start, end) => Array.from(text).slice(start, end).join(''),
  byte: (text, start, end) => Buffer.from(text, 'utf8').subarray(start, end).toString('utf8'),
};

const length: Readonly<Record<OffsetUnit, (text: string) => number>> = {
  'utf-16': (text) => text.length,
  'code-point': (text) => Array.from(text).length,
  byte: (text) => new TextEncoder().encode(text).length,
};

const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

const sha256 = '0'.repeat(64);

test('[X1] every quote in every unit', () => {
  const any = anyText.chain((text) => fc.tuple(fc.constant(text), fc.array(layerOf(text), { maxLength: 2 })));
  fc.assert(
    fc.property(any, ([text, layers]) => {
      for (const unit of offsetUnits) {
        const made = JSON.parse(jsonDocument({ path: 'a.txt', sha256, text, layers }, starterSchema(), unit));
        expect(made.text).toBe(text);
        expect(made.length).toBe(length[unit](text));
        const wanted = layers.flatMap((layer) =>
          layer.annotations.map((it) => it.spans.map((span) => span.exact)),
        );
        expect(
          made.annotations.map((it: Layer['annotations'][0]) => it.spans.map((span) => span.exact)),
        ).toEqual(wanted);
        for (const { start, end, exact } of made.annotations.flatMap(
          (it: Layer['annotations'][0]) => it.spans,
        ))
          expect(slice[unit](text, start, end)).toBe(unit === 'byte' ? wellFormed(exact) : exact);
      }
    }),
  );
});

const text = 'Anna 😀 met Bert';
const at = (start: number, end: number) => [quote(text, { start, end })];
const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' };

const layer = (name: string, parts: Partial<Layer>): Layer => ({
  document: { path: 'a.txt', sha256, length: text.length, projection: 'txt/1' },
  annotator: { id: `${name}-id`, name },
  status: 'todo',
  memo: '',
  fields: {},
  annotations: [],
  relations: [],
  ...parts,
});

const layers = [
  layer('Anna', {
    status: 'done',
    memo: 'm',
    fields: { a: 1 },
    annotations: [
      {
        id: 'a1',
        label: 'person',
        spans: at(12, 16),
        attributes: { sure: true },
        note: 'n',
        origin: 'manual',
        ...times,
      },
    ],
    relations: [{ id: 'r1', type: 'is', from: 'a1', to: 'a1', attributes: {}, note: '' }],
  }),
  layer('Bert', {
    annotations: [
      { id: 'b1', label: 'gone', spans: at(5, 7), attributes: {}, note: '', origin: 'import:x', ...times },
    ],
  }),
];

const whole = (unit: OffsetUnit, count = 1) =>
  JSON.parse(
    jsonHead({ id: 'p', name: 'News “1”', schema: starterSchema() }, unit) +
      Array.from({ length: count }, () =>
        jsonDocument({ path: 'a.txt', sha256, text, layers }, starterSchema(), unit),
      ).join(',\n') +
      jsonTail([{ path: 'b.bin', reason: 'It is not text.' }]),
  );

test('[X2] the whole file', () => {
  for (const unit of offsetUnits) {
    for (const count of [0, 1, 3]) {
      expect(whole(unit, count)).toMatchObject({
        format: 'postil-export',
        version: 1,
        offsetUnit: unit,
        project: { id: 'p', name: 'News “1”' },
        schema: starterSchema(),
        documents: Array.from({ length: count }, () => ({ path: 'a.txt', sha256, text })),
        refused: [{ path: 'b.bin', reason: 'It is not text.' }],
      });
    }
  }
  const nothing = JSON.parse(jsonHead({ id: 'p', name: '', schema: emptySchema }, 'byte') + jsonTail([]));
  expect(nothing).toMatchObject({ documents: [], refused: [], schema: emptySchema });
});

test.each([
  ['code-point', 11, 15],
  ['utf-16', 12, 16],
  ['byte', 14, 18],
] as const)('[X3] an annotation in %s', (unit, start, end) => {
  expect(whole(unit).documents[0].annotations[0]).toEqual({
    id: 'a1',
    label: 'Person',
    labelId: 'person',
    spans: [{ start, end, exact: 'Bert' }],
    attributes: { sure: true },
    note: 'n',
    annotator: 'Anna',
    annotatorId: 'Anna-id',
    origin: 'manual',
    ...times,
  });
});

test('[X3] a label that the schema lacks', () => {
  expect(whole('utf-16').documents[0].annotations[1]).toMatchObject({ label: 'gone', labelId: 'gone' });
});

test('[X4] all layers', () => {
  const [made] = whole('code-point').documents;
  expect(made.annotations.map((it: { annotator: string }) => it.annotator)).toEqual(['Anna', 'Bert']);
  expect(made.relations).toEqual([
    {
      id: 'r1',
      type: 'is',
      from: 'a1',
      to: 'a1',
      attributes: {},
      note: '',
      annotator: 'Anna',
      annotatorId: 'Anna-id',
    },
  ]);
  expect(made.layers).toEqual([
    { annotator: 'Anna', annotatorId: 'Anna-id', status: 'done', memo: 'm', fields: { a: 1 } },
    { annotator: 'Bert', annotatorId: 'Bert-id', status: 'todo', memo: '', fields: {} },
  ]);
});
