import { expect, test } from 'vitest';
import { reservedKeys } from './edit';
import { schemaSchema } from './model-schema';
import { palette } from './palette';
import { starterSchema } from './starter';

test('[E19] the starter schema', () => {
  expect(schemaSchema.parse(starterSchema)).toEqual(starterSchema);
  const { labels } = starterSchema;
  for (const part of ['id', 'name', 'color', 'key'] as const)
    expect(new Set(labels.map((label) => label[part])).size).toBe(labels.length);
  const keys = labels.map((label) => label.key ?? '');
  expect(keys).toEqual(expect.arrayContaining([...'123456789']));
  expect(keys.filter((key) => reservedKeys.has(key))).toEqual([]);
  expect(labels.every((label) => palette.includes(label.color) && label.description !== '')).toBe(true);
});
