import { afterEach, expect, test } from 'vitest';
import { reservedKeys } from './edit';
import { setLanguage } from './locale/current';
import { languages } from './locale/language';
import { schemaSchema } from './model-schema';
import { palette } from './palette';
import { starterSchema } from './starter';

afterEach(() => setLanguage('en'));

test.each(languages)('[E19] the starter schema in %s', (language) => {
  setLanguage(language);
  const schema = starterSchema();
  expect(schemaSchema.parse(schema)).toEqual(schema);
  const { labels } = schema;
  for (const part of ['id', 'name', 'color', 'key'] as const)
    expect(new Set(labels.map((label) => label[part])).size).toBe(labels.length);
  const keys = labels.map((label) => label.key ?? '');
  expect(keys).toEqual(expect.arrayContaining([...'123456789']));
  expect(keys.filter((key) => reservedKeys.has(key))).toEqual([]);
  expect(labels.every((label) => palette.includes(label.color) && label.description !== '')).toBe(true);
});
