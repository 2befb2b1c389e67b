import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemsOf } from '../schema-problems';
import { starterSchema } from '../starter';
import { schemas } from '../testing/arbitraries';
import { fullSchema } from '../testing/projects';
import { mergeSchemas } from './merge-schema';

const partNames = ['labels', 'attributes', 'relationTypes', 'documentFields'] as const;

test('[XI21] of two schemas every row of either is there, ours as it was but for choices; merging again changes nothing', () => {
  fc.assert(
    fc.property(schemas, schemas, (ours, theirs) => {
      const { schema } = mergeSchemas(ours, theirs);
      for (const part of partNames) {
        const ids = schema[part].map((it) => it.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id } of [...ours[part], ...theirs[part]]) expect(ids).toContain(id);
        for (const row of ours[part])
          expect(schema[part].find((it) => it.id === row.id)).toMatchObject({ name: row.name });
      }
      expect(mergeSchemas(schema, theirs).schema).toEqual(schema);
    }),
  );
});

test('[XI21] the joined schema is in order: names and keys stand once; what differs is named', () => {
  const theirs = {
    ...fullSchema,
    labels: fullSchema.labels.map((it, n) => ({ ...it, key: ['1', 'x', '1'][n] ?? null })),
  };
  const { schema, differing } = mergeSchemas(starterSchema(), theirs);
  expect(problemsOf(schema)).toEqual([]);
  expect(differing).toContain('Person');
  expect(mergeSchemas(theirs, theirs)).toEqual({ schema: theirs, differing: [] });
});
