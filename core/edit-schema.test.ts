import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeSchema,
  freeName,
  moveLabel,
  moveRow,
  newLabel,
  newQuestion,
  newRelationType,
  placeLabel,
  schemaDifference,
  withAll,
  withNew,
  withoutRow,
  withRow,
} from './edit-schema';
import { below, fullName, isOwnAncestor, treeOf } from './label-tree';
import { emptySchema, type Label, type Schema } from './model';
import { applyToSchema, reverse } from './patch';
import { patchSchema } from './patch-schema';
import { problemsOf } from './schema-problems';
import { readSchema, schemaText } from './schema-text';
import { starterSchema } from './starter';
import { templates } from './templates';
import { schemas } from './testing/arbitraries';

const label = (id: string, parent: string | null = null): Label => ({
  ...newLabel(emptySchema, id.toUpperCase(), parent),
  id,
});
const withLabels = (...labels: readonly Label[]): Schema => ({ ...emptySchema, labels });
const shape = (schema: Schema) => treeOf(schema.labels).map((it) => `${'-'.repeat(it.depth)}${it.label.id}`);
const family = withLabels(label('a'), label('b', 'a'), label('c', 'a'), label('d'));
const value = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error('refused');
  return result.value;
};

test('[Z1] the difference of two schemas takes the first to the second, orders and all, and back', () => {
  fc.assert(
    fc.property(schemas, schemas, (before, after) => {
      const patch = schemaDifference(before, after);
      if (!patch) return expect(JSON.stringify(before)).toBe(JSON.stringify(after));
      patchSchema.parse(patch);
      expect(value(applyToSchema(before, patch))).toEqual(after);
      expect(value(applyToSchema(after, reverse(patch)))).toEqual(before);
    }),
  );
});

test('[Z2] every label is in the tree once, behind its parent, circles and missing parents notwithstanding', () => {
  const parents = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 8 });
  fc.assert(
    fc.property(parents, (rows) => {
      const labels = rows.map((parent, i) => label(`l${i}`, parent === null ? null : `l${parent}`));
      const tree = treeOf(labels);
      expect(tree.map((it) => it.label.id).sort()).toEqual(labels.map((it) => it.id).sort());
      const seen = new Set<string>();
      for (const { label: it, ancestors, depth } of tree) {
        expect(depth).toBe(ancestors.length);
        expect(ancestors.every((above) => seen.has(above.id))).toBe(true);
        if (it.parent && labels.some((other) => other.id === it.parent) && !isOwnAncestor(labels, it.id))
          expect(ancestors.at(-1)?.id).toBe(it.parent);
        seen.add(it.id);
      }
    }),
  );
  expect(treeOf(family.labels).map(fullName)).toEqual(['A', 'A › B', 'A › C', 'D']);
  expect([...below(family.labels, 'a')]).toEqual(['b', 'c']);
});

test('[Z3] a label moves up, down, below the one before it, and out, with what stands below it', () => {
  expect(shape(moveLabel(family, 'd', 'up'))).toEqual(['d', 'a', '-b', '-c']);
  expect(shape(moveLabel(family, 'a', 'down'))).toEqual(['d', 'a', '-b', '-c']);
  expect(shape(moveLabel(family, 'c', 'up'))).toEqual(['a', '-c', '-b', 'd']);
  expect(shape(moveLabel(family, 'd', 'in'))).toEqual(['a', '-b', '-c', '-d']);
  expect(shape(moveLabel(family, 'c', 'in'))).toEqual(['a', '-b', '--c', 'd']);
  expect(shape(moveLabel(family, 'b', 'out'))).toEqual(['a', '-c', 'b', 'd']);
  for (const [id, move] of [
    ['a', 'up'],
    ['d', 'down'],
    ['a', 'in'],
    ['a', 'out'],
    ['x', 'up'],
  ] as const)
    expect(shape(moveLabel(family, id, move))).toEqual(shape(family));
  expect(shape(value(placeLabel(family, 'd', 'b')))).toEqual(['a', '-b', '--d', '-c']);
  expect(placeLabel(family, 'a', 'b')).toMatchObject({
    ok: false,
    failure: { message: expect.stringMatching(/below itself/) },
  });
  const types = withNew(
    withNew(emptySchema, 'relationTypes', newRelationType(emptySchema, 'x')),
    'relationTypes',
    {
      ...newRelationType(emptySchema, 'y'),
    },
  );
  expect(moveRow(types, 'relationTypes', 'y', -1).relationTypes.map((it) => it.id)).toEqual(['y', 'x']);
  expect(moveRow(types, 'relationTypes', 'y', 1)).toBe(types);
});

test('[Z4] what an edit makes wrong is refused with its place; what was wrong before may stay', () => {
  const severity = {
    ...newQuestion(starterSchema(), 'attributes', 'Severity'),
    kind: 'choice',
    choices: ['minor'],
  } as const;
  const schema = withNew(starterSchema(), 'attributes', severity);
  const refusals: readonly (readonly [Schema, RegExp])[] = [
    [withRow(schema, 'labels', 'place', { name: 'PERSON' }), /There is a label “PERSON” already/],
    [withRow(schema, 'labels', 'place', { name: ' ' }), /A label needs a name/],
    [withRow(schema, 'labels', 'place', { key: '1' }), /The key 1 belongs to “Person”/],
    [withRow(schema, 'labels', 'place', { key: 'n' }), /The key N belongs to a command/],
    [withRow(schema, 'labels', 'place', { key: 'ä' }), /not one digit or one letter/],
    [withRow(schema, 'labels', 'place', { color: 'red' }), /The colour of “Place”/],
    [withRow(schema, 'labels', 'place', { parent: 'place' }), /“Place” would stand below itself/],
    [withRow(schema, 'labels', 'place', { parent: 'nowhere' }), /below a label that is not there/],
    [withRow(schema, 'attributes', 'severity', { choices: [] }), /“Severity” needs at least one choice/],
    [withRow(schema, 'attributes', 'severity', { choices: ['x', 'x'] }), /the choice “x” twice/],
    [withRow(schema, 'attributes', 'severity', { choices: ['x', ' '] }), /A choice of “Severity” is empty/],
    [withRow(schema, 'attributes', 'severity', { default: 'major' }), /starts with is no answer/],
    [withRow(schema, 'attributes', 'severity', { kind: 'text' }), /has choices/],
    [withRow(schema, 'attributes', 'severity', { of: ['nowhere'] }), /asked of a label that is not there/],
    [
      withNew(schema, 'relationTypes', { ...newRelationType(schema, 'is'), from: ['nowhere'] }),
      /start from a label that is not there/,
    ],
  ];
  for (const [after, message] of refusals)
    expect(changeSchema(schema, after)).toMatchObject({
      ok: false,
      failure: { code: 'schema', message: expect.stringMatching(message) },
    });
  const damaged = withRow(schema, 'labels', 'place', { parent: 'nowhere' });
  expect(problemsOf(damaged)).toMatchObject([{ part: 'labels', id: 'place', field: 'parent' }]);
  expect(changeSchema(damaged, withRow(damaged, 'labels', 'date', { name: 'Day' })).ok).toBe(true);
  expect(changeSchema(schema, schema)).toMatchObject({ ok: false, failure: { code: 'unchanged' } });
});

test('[Z5] a label that goes leaves no reference behind; what was asked of it alone is not asked of all', () => {
  const schema: Schema = {
    ...family,
    attributes: [
      { ...newQuestion(emptySchema, 'attributes', 'q'), of: ['a', 'd'] },
      { ...newQuestion(emptySchema, 'attributes', 'alone'), of: ['a'] },
    ],
    relationTypes: [{ ...newRelationType(emptySchema, 't'), from: ['a'], to: ['a', 'd'] }],
  };
  const gone = withoutRow(schema, 'labels', 'a');
  expect(shape(gone)).toEqual(['b', 'c', 'd']);
  expect(gone.attributes.map((it) => it.of)).toEqual([['d'], ['a']]);
  expect(gone.relationTypes[0]).toMatchObject({ from: ['a'], to: ['d'] });
  const merged = withoutRow(schema, 'labels', 'a', 'd');
  expect(merged.attributes.map((it) => it.of)).toEqual([['d'], ['d']]);
  expect(merged.relationTypes[0]).toMatchObject({ from: ['d'], to: ['d'] });
});

test('[Z6] adding a schema to another keeps what is there and makes nothing wrong', () => {
  for (const one of templates())
    for (const other of templates()) {
      const both = withAll(one.schema, other.schema);
      expect(problemsOf(both)).toEqual([]);
      expect(both.labels.slice(0, one.schema.labels.length)).toEqual(one.schema.labels);
      const names = new Set(both.labels.map((it) => it.name));
      expect(other.schema.labels.every((it) => names.has(it.name))).toBe(true);
    }
  const clash = withAll(
    withLabels({ ...label('x'), name: 'Cat', key: '1' }),
    withLabels({ ...label('x'), name: 'Dog', key: '1' }, { ...label('y', 'x'), name: 'Pup' }),
  );
  expect(clash.labels).toMatchObject([
    { id: 'x', name: 'Cat', key: '1' },
    { id: 'dog', name: 'Dog', key: null },
    { id: 'y', name: 'Pup', parent: 'dog' },
  ]);
  // What it asks of all is asked of its own labels, not of those that were there.
  const asks = { ...withLabels(label('b')), attributes: [newQuestion(emptySchema, 'attributes', 'q')] };
  expect(withAll(withLabels(label('a')), asks).attributes[0]?.of).toEqual(['b']);
  expect(withAll(emptySchema, asks).attributes[0]?.of).toEqual([]);
  expect(freeName(clash, 'labels', 'dog')).toBe('dog 2');
});

test('[Z8] a schema’s file reads as it was written; a postil.json will do; what is wrong is told with its place', () => {
  fc.assert(
    fc.property(schemas, (schema) => {
      const read = readSchema(schemaText(schema));
      if (problemsOf(schema).length === 0) expect(read).toEqual({ ok: true, value: schema });
      else expect(read).toMatchObject({ ok: false, failure: { code: 'schema' } });
    }),
  );
  const project = JSON.stringify({ format: 'postil-project', version: 1, schema: family });
  expect(value(readSchema(project)).labels).toEqual(family.labels);
  const file = (labels: unknown) => JSON.stringify({ format: 'postil-schema', version: 1, labels });
  const cases: readonly (readonly [string, RegExp])[] = [
    ['{', /It is not JSON/],
    ['[]', /It holds no schema/],
    ['{"labels": 7}', /“labels” is not a list/],
    [file([family.labels[0], { id: 'x', name: 'Cat', color: 'red' }]), /^Label 2 \(“Cat”\), color: /],
    [file([{ ...family.labels[0], parent: 'a' }]), /^Label 1 \(“A”\), parent: “A” would stand below itself/],
    [file([family.labels[0], family.labels[0]]), /^Label 2 \(“A”\), id: “a” stands twice/],
    [JSON.stringify({ format: 'postil-schema', version: 9, labels: [] }), /newer Postil/],
  ];
  for (const [text, message] of cases)
    expect(readSchema(text)).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(message) },
    });
});
