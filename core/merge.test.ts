import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { layerDifference, mergeLayers, putOnLayer, putOnSchema, tidy } from './merge';
import { type Annotation, emptySchema, type Layer, newDocument } from './model';
import { applyToLayer, change, reverse } from './patch';

const empty: Layer = {
  ...newDocument,
  document: { path: 'a.txt', sha256: '0'.repeat(64), length: 100, projection: 'txt/1' },
  annotator: { id: 'a', name: 'Anna' },
  annotations: [],
  relations: [],
};

const annotation = (id: string, note = '', updatedAt = '2025-01-01'): Annotation => ({
  id,
  label: 'person',
  spans: [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
  attributes: {},
  note,
  origin: 'manual',
  createdAt: '2025-01-01',
  updatedAt,
});
const layer = (...annotations: Annotation[]): Layer => ({ ...empty, annotations });
const relation = (id: string, from: string, to: string) => ({
  id,
  type: 't',
  from,
  to,
  attributes: {},
  note: '',
});

/** Annotations a to e, some missing, each in one of three states. */
const someLayer = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('', 'one', 'two'))
  .map((notes) =>
    layer(
      ...Object.keys(notes)
        .sort()
        .map((id) => annotation(id, notes[id])),
    ),
  );

const [a, b] = [annotation('a'), annotation('b')];
const edited = annotation('a', 'ours', '2025-02-01');
const editedLater = annotation('a', 'theirs', '2025-03-01');

const cases = [
  { what: 'both add', base: [], ours: [a], theirs: [b], merged: [a, b] },
  { what: 'both remove', base: [a], ours: [], theirs: [], merged: [] },
  { what: 'they remove what we left', base: [a, b], ours: [a, b], theirs: [b], merged: [b] },
  { what: 'we remove what they left', base: [a, b], ours: [b], theirs: [a, b], merged: [b] },
  { what: 'they edit what we left', base: [a], ours: [a], theirs: [editedLater], merged: [editedLater] },
  { what: 'we edit what they left', base: [a], ours: [edited], theirs: [a], merged: [edited] },
  {
    what: 'both edit: the later one',
    base: [a],
    ours: [edited],
    theirs: [editedLater],
    merged: [editedLater],
  },
  { what: 'both edit, ours later', base: [a], ours: [editedLater], theirs: [edited], merged: [editedLater] },
  { what: 'we edit, they remove: the edit', base: [a], ours: [edited], theirs: [], merged: [edited] },
  { what: 'we remove, they edit: the edit', base: [a], ours: [], theirs: [edited], merged: [edited] },
];
it.each(cases)('[M1] $what', ({ base, ours, theirs, merged }) => {
  expect(mergeLayers(layer(...base), layer(...ours), layer(...theirs)).annotations).toEqual(merged);
});

test('[M1] what one side leaves alone becomes as the other has it', () => {
  fc.assert(
    fc.property(someLayer, someLayer, (base, other) => {
      expect(mergeLayers(base, base, other)).toEqual(other);
      expect(mergeLayers(base, other, base)).toEqual(other);
    }),
  );
});

test('[M1] status, memo and each field merge by themselves', () => {
  const base = { ...empty, fields: { x: 1, y: 1, z: 1 } };
  const ours: Layer = { ...base, status: 'done', fields: { x: 2, y: 1, z: 1 } };
  const theirs: Layer = { ...base, memo: 'theirs', fields: { x: 1, y: 3 } };
  expect(mergeLayers(base, ours, theirs)).toMatchObject({
    status: 'done',
    memo: 'theirs',
    fields: { x: 2, y: 3 },
  });
});

test('[M2] a relation that a merge leaves without an end goes too', () => {
  const ours = { ...layer(a, b), relations: [relation('r', 'a', 'b')] };
  expect(mergeLayers(layer(a, b), ours, layer(a)).relations).toEqual([]);
});

test('[M3] the difference takes one layer to the other, and nothing is no difference', () => {
  fc.assert(
    fc.property(someLayer, someLayer, (before, after) => {
      const patch = layerDifference(before, after);
      expect(patch === null).toBe(JSON.stringify(before) === JSON.stringify(after));
      if (!patch) return;
      expect(applyToLayer(before, patch)).toEqual({ ok: true, value: after });
      expect(putOnLayer(before, patch)).toEqual(after);
    }),
  );
});

test('[M4] putting patches on twice, in their order, is putting them on once', () => {
  fc.assert(
    fc.property(someLayer, someLayer, someLayer, (one, two, three) => {
      const patches = [layerDifference(one, two), layerDifference(two, three)].flatMap((it) => it ?? []);
      const once = patches.reduce(putOnLayer, one);
      expect(once).toEqual(three);
      expect(patches.reduce(putOnLayer, once)).toEqual(three);
    }),
  );
});

test('[M4] a patch that does not fit is put on as far as it goes', () => {
  const patch = { annotations: change({ removed: [b], updated: [[a, edited] as const] }) };
  expect(putOnLayer(empty, patch).annotations).toEqual([edited]);
});

test('[M4] a schema takes a patch that was made against an older one', () => {
  const label = (id: string) => ({
    id,
    name: id,
    color: '#000000',
    key: null,
    parent: null,
    description: '',
    memo: '',
  });
  const schema = { ...emptySchema, labels: [label('x'), label('y')] };
  const patch = {
    labels: change({
      added: [label('z')],
      removed: [label('gone')],
      order: [
        ['x', 'gone'],
        ['z', 'x'],
      ] as const,
    }),
  };
  expect(putOnSchema(schema, patch).labels.map((it) => it.id)).toEqual(['z', 'x', 'y']);
  expect(
    putOnSchema(putOnSchema(schema, patch), reverse({ labels: change({ added: [label('z')] }) })).labels,
  ).toHaveLength(2);
});

test('[M4] a few changes give what all at once give, in file order', () => {
  const place = (id: string, start: number): Annotation => ({
    ...annotation(id),
    spans: [{ start, end: start + 1, exact: 'x', prefix: '', suffix: '' }],
  });
  const id = fc.integer({ min: 0, max: 30 }).map(String);
  const row = fc.tuple(id, fc.integer({ min: 0, max: 5 })).map(([name, start]) => place(name, start));
  const rows = fc.uniqueArray(row, { selector: (it) => it.id });
  const step = fc.record({ added: fc.array(row), removed: fc.array(row), updated: fc.array(row) });
  fc.assert(
    fc.property(rows, fc.array(step), (start, steps) => {
      const patches = steps.map(({ added, removed, updated }) => ({
        annotations: change({ added, removed, updated: updated.map((it) => [it, it] as const) }),
      }));
      // A relation between two that stay makes the store take the long way.
      const ends = [place('left', 0), place('right', 9)];
      const long = { ...tidy(layer(...start, ...ends)), relations: [relation('r', 'left', 'right')] };
      const slow = patches.reduce(putOnLayer, long).annotations;
      const fast = patches.reduce(putOnLayer, tidy(layer(...start, ...ends))).annotations;
      expect(fast).toEqual(slow);
    }),
  );
});
