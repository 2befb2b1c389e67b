import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Label, Layer, Schema } from './model';
import {
  applyToLayer,
  applyToSchema,
  type Change,
  change,
  compareAnnotations,
  type Patch,
  reverse,
  touchesLayer,
  touchesSchema,
} from './patch';
import { patchSchema } from './patch-schema';
import { annotationsOf, layerOf, schemas, textAndLayer } from './testing/arbitraries';

/** Layers are costly to make up. */
const some = { numRuns: 30 };

const text = 'Anna and Bert met in Paris, she said. ';

/** A change that turns BEFORE into AFTER. */
function difference<T extends { id: string }>(before: readonly T[], after: readonly T[], order = false) {
  const [old, now] = [before, after].map((rows) => new Map(rows.map((row) => [row.id, row])));
  return change<T>({
    added: after.filter((row) => !old?.has(row.id)),
    removed: before.filter((row) => !now?.has(row.id)),
    updated: before.flatMap((row) => {
      const next = now?.get(row.id);
      return next ? [[row, next] as const] : [];
    }),
    ...(order ? { order: [before.map((row) => row.id), after.map((row) => row.id)] as const } : {}),
  });
}

const facts = ({ status, memo, fields }: Layer) => ({ status, memo, fields });

const layerPatch = (before: Layer, after: Layer): Patch => ({
  annotations: difference(before.annotations, after.annotations),
  relations: difference(before.relations, after.relations),
  facts: [facts(before), facts(after)],
});

const schemaPatch = (before: Schema, after: Schema): Patch => ({
  labels: difference(before.labels, after.labels, true),
  attributes: difference(before.attributes, after.attributes, true),
  relationTypes: difference(before.relationTypes, after.relationTypes, true),
  documentFields: difference(before.documentFields, after.documentFields, true),
});

function value<T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

test('[P1] a layer there and back', () => {
  const two = fc.tuple(layerOf(text), layerOf(text));
  fc.assert(
    fc.property(two, ([before, other]) => {
      const after = { ...other, document: before.document, annotator: before.annotator };
      const patch = layerPatch(before, after);
      expect(value(applyToLayer(before, patch))).toEqual(after);
      expect(value(applyToLayer(after, reverse(patch)))).toEqual(before);
      expect(reverse(reverse(patch))).toEqual(patch);
    }),
    some,
  );
});

test('[P1] a part that the patch does not touch stays the same', () => {
  fc.assert(
    fc.property(textAndLayer, ({ layer }) => {
      const same = value(applyToLayer(layer, { facts: [facts(layer), { ...facts(layer), status: 'done' }] }));
      expect(same.annotations).toBe(layer.annotations);
      expect(same).toEqual({ ...layer, status: 'done' });
    }),
    some,
  );
});

test('[P2] a schema there and back, in its order', () => {
  const shuffled = schemas.chain((schema) =>
    fc.shuffledSubarray([...schema.labels]).map((labels) => ({ ...schema, labels })),
  );
  fc.assert(
    fc.property(schemas, shuffled, (before, after) => {
      const patch = schemaPatch(before, after);
      expect(value(applyToSchema(before, patch))).toEqual(after);
      expect(value(applyToSchema(after, reverse(patch)))).toEqual(before);
    }),
  );
});

const label = (id: string, name = id): Label => ({
  id,
  name,
  color: '#0072b2',
  key: null,
  parent: null,
  description: '',
  memo: '',
});

const schema = (...labels: Label[]): Schema => ({
  labels,
  attributes: [],
  relationTypes: [],
  documentFields: [],
});

const [a, b, c] = [label('a'), label('b'), label('c')];

const misfits: readonly (readonly [string, Change<Label>])[] = [
  ['updates what is not there', change({ updated: [[c, label('c', 'x')]] })],
  ['removes what is not there', change({ removed: [a, c] })],
  ['adds what is there', change({ added: [c, a] })],
  ['adds a row twice', change({ added: [c, c] })],
  ['removes a row twice', change({ removed: [a, a] })],
  ['updates a row that it removes', change({ removed: [a], updated: [[a, label('a', 'x')]] })],
  ['updates a row and adds it', change({ added: [a], updated: [[a, label('a', 'x')]] })],
  ['changes an id', change({ updated: [[a, label('z')]] })],
  [
    'updates a row twice',
    change({
      updated: [
        [a, label('a', 'x')],
        [a, label('a', 'y')],
      ],
    }),
  ],
];

test.each(misfits)('[P3] a patch that %s is refused', (_, labels) => {
  const before = schema(a, b);
  const kept = structuredClone(before);
  const added = [
    {
      id: 'q',
      name: 'q',
      kind: 'text',
      choices: [],
      description: '',
      required: false,
      default: null,
      target: 'annotation',
      of: [],
    } as const,
  ];
  const result = applyToSchema(before, { labels, attributes: change({ added }) });
  expect(result).toMatchObject({ ok: false, failure: { code: 'stale-patch' } });
  expect(before).toEqual(kept);
});

test('[P3] a refused patch leaves the layer as it was', () => {
  fc.assert(
    fc.property(layerOf(text), annotationsOf(text), (layer, more) => {
      const kept = structuredClone(layer);
      const bad = change<Annotation>({
        added: more.map((row) => ({ ...row, id: `new-${row.id}` })),
        removed: [...layer.annotations, { ...(more[0] as Annotation), id: 'gone' }],
      });
      fc.pre(more.length > 0);
      const result = applyToLayer(layer, {
        annotations: bad,
        facts: [facts(layer), { ...facts(layer), memo: 'x' }],
      });
      expect(result.ok).toBe(false);
      expect(layer).toEqual(kept);
    }),
    some,
  );
});

test('[P4] one goes, another with its id comes', () => {
  const patch = { labels: change({ removed: [a], added: [label('a', 'new')] }) };
  const after = value(applyToSchema(schema(a, b), patch));
  expect(after.labels.map((it) => it.name).sort()).toEqual(['b', 'new']);
  const back = value(applyToSchema(after, reverse(patch)));
  expect(back.labels.map((it) => it.name).sort()).toEqual(['a', 'b']);
});

test('[P5] order of annotations and relations', () => {
  const at = (id: string, ...spans: (readonly [number, number])[]): Annotation => ({
    id,
    label: 'l',
    spans: spans.map(([start, end]) => ({
      start,
      end,
      exact: text.slice(start, end),
      prefix: '',
      suffix: '',
    })),
    attributes: {},
    note: '',
    origin: 'manual',
    createdAt: '',
    updatedAt: '',
  });
  const wanted = [
    at('z', [0, 9]),
    at('y', [0, 2], [6, 8]),
    at('a', [0, 5]),
    at('b', [0, 5]),
    at('c', [3, 9]),
  ];
  expect(
    [...wanted]
      .reverse()
      .sort(compareAnnotations)
      .map((it) => it.id),
  ).toEqual(['z', 'y', 'a', 'b', 'c']);
  const layer: Layer = {
    document: { path: 'a.txt', sha256: '0'.repeat(64), length: text.length, projection: 'txt/1' },
    annotator: { id: 'x', name: 'X' },
    status: 'todo',
    memo: '',
    fields: {},
    annotations: wanted,
    relations: [],
  };
  const relation = (id: string) => ({ id, type: 't', from: 'a', to: 'b', attributes: {}, note: '' });
  const after = value(
    applyToLayer(layer, {
      annotations: change({ added: [at('n', [0, 5])] }),
      relations: change({ added: [relation('s'), relation('r')] }),
    }),
  );
  expect(after.annotations.map((it) => it.id)).toEqual(['z', 'y', 'a', 'b', 'n', 'c']);
  expect(after.relations.map((it) => it.id)).toEqual(['r', 's']);

  const gone: Patch = { relations: change({ removed: [relation('r')] }) };
  const without = value(applyToLayer(after, gone));
  expect(value(applyToLayer(without, reverse(gone)))).toEqual(after);
});

test('[P6] relations need both annotations', () => {
  fc.assert(
    fc.property(layerOf(text), (layer) => {
      const [relation] = layer.relations;
      fc.pre(relation !== undefined);
      const from = layer.annotations.find((it) => it.id === relation?.from) as Annotation;
      const removal = { annotations: change({ removed: [from] }) };
      expect(applyToLayer(layer, removal).ok).toBe(false);
      const ties = layer.relations.filter((it) => it.from === from.id || it.to === from.id);
      expect(applyToLayer(layer, { ...removal, relations: change({ removed: ties }) }).ok).toBe(true);

      const broken = { ...layer, annotations: layer.annotations.filter((it) => it !== from) };
      const other = { annotations: change({ added: [{ ...from, id: 'new' }] }) };
      expect(applyToLayer(broken, other).ok).toBe(true);
    }),
    some,
  );
});

test('[P7] rows from elsewhere stay behind', () => {
  const patch: Patch = {
    labels: change({
      added: [c],
      order: [
        ['a', 'b'],
        ['c', 'b', 'a'],
      ],
    }),
  };
  const ids = (rows: readonly Label[]) => rows.map((row) => row.id).join('');
  const after = value(applyToSchema(schema(a, label('x'), b, label('y')), patch));
  expect(ids(after.labels)).toBe('cbaxy');
  expect(ids(value(applyToSchema(after, reverse(patch))).labels)).toBe('abxy');
});

test('[P8] which file a patch touches', () => {
  const patches: readonly (readonly [Patch, boolean, boolean])[] = [
    [{}, false, false],
    [{ annotations: change({}) }, true, false],
    [{ relations: change({}) }, true, false],
    [
      {
        facts: [
          { status: 'todo', memo: '', fields: {} },
          { status: 'done', memo: '', fields: {} },
        ],
      },
      true,
      false,
    ],
    [{ labels: change({}) }, false, true],
    [{ attributes: change({}) }, false, true],
    [{ relationTypes: change({}) }, false, true],
    [{ documentFields: change({}) }, false, true],
    [{ projectMemo: ['', 'm'] }, false, true],
    [{ annotations: change({}), labels: change({}) }, true, true],
  ];
  for (const [patch, layer, schema] of patches)
    expect([touchesLayer(patch), touchesSchema(patch)]).toEqual([layer, schema]);
});

test('[P9] the contract accepts patches of layers and schemas', () => {
  fc.assert(
    fc.property(layerOf(text), layerOf(text), schemas, schemas, (layer, otherLayer, one, other) => {
      const patch = { ...layerPatch(layer, otherLayer), ...schemaPatch(one, other) };
      const sent = JSON.parse(JSON.stringify(patch));
      expect(patchSchema.parse(sent)).toEqual(sent);
      expect(patchSchema.parse(reverse(patch))).toEqual(reverse(patch));
    }),
    some,
  );
});

test.each([
  ['no object', 7],
  ['a list of another kind', { annotations: [] }],
  ['a label without a name', { labels: { added: [{ ...a, name: '' }], updated: [], removed: [] } }],
  ['a label with a long key', { labels: { added: [{ ...a, key: '10' }], updated: [], removed: [] } }],
  ['an update without an after', { labels: { added: [], updated: [[a]], removed: [] } }],
  ['an order of one', { labels: { added: [], updated: [], removed: [], order: [['a']] } }],
  ['an unknown status', { facts: [{ status: 'todo' }, { status: 'gone' }] }],
])('[P9] the contract refuses %s', (_, patch) => {
  expect(patchSchema.safeParse(patch).success).toBe(false);
});
