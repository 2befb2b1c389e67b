import { afterEach, expect, test } from 'vitest';
import { treeOf } from './label-tree';
import { setLanguage } from './locale/current';
import { en } from './locale/en/catalog';
import { type Language, languages } from './locale/language';
import { zhCN } from './locale/zh-CN/catalog';
import type { AttributeType, Schema } from './model';
import { problemsOf } from './schema-problems';
import { readSchema, schemaText } from './schema-text';
import { starterSchema } from './starter';
import { templates } from './templates';

afterEach(() => setLanguage('en'));

const catalogs = { en, 'zh-CN': zhCN } as const;

const inLanguage = (language: Language) => {
  setLanguage(language);
  return templates();
};

/** What must be the same in every language. */
const bones = ({ labels, attributes, relationTypes, documentFields }: Schema) => {
  const asked = (it: AttributeType) => ({
    ...it,
    name: '',
    description: '',
    choices: it.choices.length,
    default: it.default === null ? null : it.choices.indexOf(it.default as string),
  });
  return {
    labels: labels.map((it) => ({ ...it, name: '', description: '' })),
    attributes: attributes.map(asked),
    relationTypes: relationTypes.map((it) => ({ ...it, name: '', description: '' })),
    documentFields: documentFields.map(asked),
  };
};

test.each(languages)('[Z7] every template in %s is in order, the starter stands first', (language) => {
  const made = inLanguage(language);
  for (const { schema, name } of made) {
    expect(problemsOf(schema), name).toEqual([]);
    expect(readSchema(schemaText(schema))).toEqual({ ok: true, value: schema });
    expect(schema.labels.map((it) => it.id)).toEqual(treeOf(schema.labels).map((it) => it.label.id));
  }
  expect(new Set(made.map((it) => it.id)).size).toBe(made.length);
  expect(made[0]?.schema).toEqual(starterSchema());
});

test('[Z7] a template is the same in every language but for its words', () => {
  const [english, chinese] = languages.map((it) => inLanguage(it).map(({ schema }) => bones(schema)));
  expect(chinese).toEqual(english);
});

test.each(languages)(
  '[Z7] every name in %s stands in the catalogs, and every text there is in a template',
  (language) => {
    const said = inLanguage(language).flatMap(({ name, description, schema }) => [
      name,
      description,
      ...Object.values(schema).flatMap((rows: readonly { name: string; description: string }[]) =>
        rows.flatMap((it) => [it.name, it.description]),
      ),
      ...[...schema.attributes, ...schema.documentFields].flatMap((it) => [
        ...it.choices,
        ...(it.default === null ? [] : [String(it.default)]),
      ]),
    ]);
    expect(new Set(said.filter((it) => it !== ''))).toEqual(
      new Set(Object.values(catalogs[language].templates)),
    );
  },
);
