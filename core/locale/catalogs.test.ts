import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Literal, literalsOf } from '../testing/literals';
import { en } from './en/catalog';
import { zhCN } from './zh-CN/catalog';

type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;

const texts = (catalog: Catalog): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(catalog).flatMap(([area, of]) =>
      Object.entries(of).map(([key, text]) => [`${area}.${key}`, text] as const),
    ),
  );

const english = texts(en);
const chinese = texts(zhCN);
const base = (key: string): string => key.replace(/_(one|other)$/, '');
const keys = [...new Set([...english.keys()].map(base))];
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name as string))].sort();

/** The sources of the app, without tests and catalogs. */
const root = join(import.meta.dirname, '../..');
const sources: readonly (readonly [path: string, literals: readonly Literal[]])[] = [
  'core',
  'electron',
  'renderer',
].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\/|core\/locale\/(en|zh-CN)\//.test(path))
    .sort()
    .map((path) => [path, literalsOf(path, readFileSync(join(root, path), 'utf8'))] as const),
);

test('[LN5] both languages have the same texts', () => {
  expect([...new Set([...chinese.keys()].map(base))].sort()).toEqual([...keys].sort());
  expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('[LN5] a text and its translation are told the same values', () => {
  const all = (of: ReadonlyMap<string, string>, key: string) =>
    ['', '_one', '_other'].flatMap((end) => placeholders(of.get(key + end) ?? ''));
  const differing = keys.filter(
    (key) => [...new Set(all(english, key))].sort().join() !== [...new Set(all(chinese, key))].sort().join(),
  );
  expect(differing).toEqual([]);
});

test('[LN5] a plural has both its forms in English, and one in Chinese', () => {
  const halves = [...english.keys()].filter(
    (key) =>
      (key.endsWith('_one') && !english.has(`${base(key)}_other`)) ||
      (key.endsWith('_other') && !english.has(`${base(key)}_one`)),
  );
  expect(halves).toEqual([]);
  expect([...chinese.keys()].filter((key) => key.endsWith('_one'))).toEqual([]);
});

test('[LN5] Chinese is written with its own punctuation, and without spaces around its words’ marks', () => {
  const bare = [...chinese].filter(([, text]) => {
    const told = text.replace(/\{\{.*?\}\}/g, '中');
    return /\p{Script=Han}[,;:!?]|\p{Script=Han}\.(?!\w)|[，。；：！？、“”] | [，。；：！？、]/u.test(told);
  });
  expect(bare).toEqual([]);
});

test('[LN6] every text is said somewhere', () => {
  const said = new Set(sources.flatMap(([, literals]) => literals.map(({ text }) => text)));
  // Keys that are put together: `commands.…`
  const patterns = [...said]
    .filter((text) => /^[a-z-]+\.[\w.-]*…[\w.…-]*$/.test(text))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('…', '.+')}$`));
  expect(keys.filter((key) => !said.has(key) && !patterns.some((it) => it.test(key)))).toEqual([]);
});

/** Not yet taken out of the sources; who has done one takes it off. */
const pending: readonly string[] = [];

/** English on purpose: the command line (README says so), what others’ files hold or must hold. */
const allowed: readonly (string | RegExp)[] = [
  /^electron\/cli(\/|\.ts$|-)/,
  'renderer/settings/fonts.ts',
  // Descriptions in the JSON Schemas, which are files.
  'core/formats/json-shape.ts',
  'core/formats/published.ts',
  'core/formats/report-shape.ts',
  // What only the command line does: check, convert, merge.
  'electron/storage/check.ts',
  'electron/storage/imports/as-project.ts',
  'electron/storage/imports/merge-copies.ts',
];

/** Said to programs, measured, or a name that is the same everywhere. */
const names: ReadonlySet<string> = new Set([
  'Postil',
  'Not found',
  // What a file was taken for.
  'Word (.docx)',
  'OpenDocument (.odt)',
  'Excel (.xlsx)',
  // A folder, which must be found again after a change of the language.
  'Sample project',
  'The quick brown fox jumps over the lazy dog, and nobody was surprised by it at all.',
]);

const isUnder = (path: string, one: string | RegExp): boolean =>
  typeof one === 'string'
    ? path === one || path.startsWith(one.endsWith('/') ? one : `${one}/`)
    : one.test(path);

const shown = sources.flatMap(([path, literals]) =>
  allowed.some((one) => isUnder(path, one))
    ? []
    : literals
        .filter(({ isShown, text }) => isShown && !names.has(text.trim()))
        .map(({ line, text }) => ({ path, line, text: text.trim() })),
);

test('[LN7] nothing that people read stands in the sources', () => {
  const left = shown.filter(({ path }) => !pending.some((one) => isUnder(path, one)));
  expect(left.map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
});

test('[LN7] what is listed as pending has something left', () => {
  expect(pending.filter((one) => !shown.some(({ path }) => isUnder(path, one)))).toEqual([]);
});
