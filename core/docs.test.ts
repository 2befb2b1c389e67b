/** README and docs/ against what they speak of. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { commands } from './command-table';
import { capsOf } from './key-caps';
import { languages } from './locale/language';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .sort();

const pages = ['README.md', ...markdownIn('docs')];

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

function nodesOf(path: string): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    found.push(node);
    if ('children' in node) for (const child of node.children) visit(child as Node);
  };
  visit(fromMarkdown(read(path), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found;
}

const wordsOf = (node: Node): string =>
  'value' in node
    ? node.value
    : 'children' in node
      ? node.children.map((it) => wordsOf(it as Node)).join('')
      : '';

/** What a link's fragment may be, as GitHub makes it of headings. */
const anchorsOf = (path: string): string[] =>
  nodesOf(path)
    .filter((node) => node.type === 'heading')
    .map((node) =>
      wordsOf(node)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    );

test('[DC2] every guide is there in every language, and named in docs/README.md', () => {
  const english = [
    ...markdownIn('docs/guides'),
    'docs/files.md',
    'docs/troubleshooting.md',
    'docs/keyboard.md',
  ];
  expect(english.length).toBeGreaterThan(10);
  const linked = nodesOf('docs/README.md').flatMap((node) =>
    node.type === 'link' ? [`docs/${node.url}`] : [],
  );
  for (const one of languages.filter((it) => it !== 'en')) {
    const own = english.map((path) => path.replace('docs/', `docs/${one}/`));
    expect(markdownIn(`docs/${one}`)).toEqual([...own].sort());
    for (const path of [...english, ...own]) {
      expect(linked).toContain(path);
      expect(read(path)).toMatch(/^# \S/);
    }
  }
});

test('[DC2] a guide has the same sections, lists and links in every language', () => {
  const shape = (path: string) =>
    nodesOf(path)
      .flatMap((node) => {
        if (node.type === 'heading') return [`h${node.depth}`];
        if (node.type === 'listItem') return ['item'];
        return node.type === 'link' ? [node.url.replace('../schema', 'schema')] : [];
      })
      .sort();
  for (const path of pages.filter((it) => it.startsWith('docs/zh-CN/')))
    expect(shape(path), path).toEqual(shape(path.replace('zh-CN/', '')));
});

test('[DC3] no link leads nowhere', () => {
  const dead: string[] = [];
  let checked = 0;
  for (const page of pages) {
    for (const node of nodesOf(page)) {
      if ((node.type !== 'link' && node.type !== 'image') || /^[a-z]+:/.test(node.url)) continue;
      checked++;
      const [file = '', fragment] = node.url.split('#');
      const target = file === '' ? join(root, page) : join(root, dirname(page), file);
      const path = relative(root, target);
      if (path.startsWith('..') || !existsSync(target)) dead.push(`${page}: ${node.url}`);
      else if (fragment && !anchorsOf(path).includes(fragment)) dead.push(`${page}: ${node.url}`);
    }
  }
  expect(checked).toBeGreaterThan(50);
  expect(dead).toEqual([]);
});

/** Of the system, of a list or a dialog: what is no command. */
const others = new Set(['Shift+F10', 'F2', 'Ctrl+C', 'Alt+→', 'Alt+←', 'Alt+↑', 'Alt+↓', 'Ctrl+Shift+→']);

test('[DC4] the keys that README and the guides name are keys', () => {
  const known = new Set(commands.flatMap(({ keys }) => keys.map((key) => capsOf(key, false).join('+'))));
  const named = pages
    .filter((page) => !/decisions|design-language|gallery|glossary/.test(page))
    .flatMap((page) =>
      nodesOf(page).flatMap((node) =>
        node.type === 'inlineCode' &&
        /^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z?.,[\]=←→↑↓-]|F\d+|Enter|Tab|Esc|Backspace|Delete|Home|End|PgUp|PgDn)$/.test(
          node.value,
        )
          ? [{ page, key: node.value }]
          : [],
      ),
    );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ key }) => !known.has(key) && !others.has(key))).toEqual([]);
});

test('[DC5] README says of every package why it is there, and of no other', () => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json'));
  const part = read('README.md').split('## What it is built from')[1]?.split('\n## ')[0] ?? '';
  const rows = [...part.matchAll(/^\| (\S.*?) *\| (\S.*?) *\|$/gm)].slice(2);
  const listed = rows.flatMap(([, names]) => (names as string).split(', '));
  expect([...listed].sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});
