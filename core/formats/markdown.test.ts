import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { written } from '../testing/written';
import type { ExportDocument, ExportProject } from './format';
import { writeMarkdown } from './markdown';

const copy = (documents: readonly ExportDocument[], project: ExportProject = sampleProject) =>
  written('md', writeMarkdown, project, documents, { refused: [{ path: 'x', reason: 'It is not text.' }] });

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly identifier?: string;
  readonly children?: readonly Node[];
}

const read = (text: string): Node =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

const wordsIn = (node: Node): string => {
  if (node.type === 'break') return '\n';
  return node.type === 'footnoteReference' ? '' : (node.value ?? (node.children ?? []).map(wordsIn).join(''));
};

const all = (node: Node, type: string): Node[] => [
  ...(node.type === type ? [node] : []),
  ...(node.children ?? []).flatMap((it) => all(it, type)),
];

test('[XP13] the sample in Markdown', () => {
  expect(copy([sample]).text().split('\n')).toEqual([
    '# Fossils',
    '',
    '## lyme.txt',
    '',
    '- **Anna**: done · 4 annotations · Genre: biography · Year: 1836 · Read twice.',
    '- **王芳**: not begun · 1 annotation',
    '',
    '🌊 Mary 🐚 Anning[^2] showed De la Beche[^1][^3] the cliffs 🦕[^4] at Lyme[^5].',
    '',
    'He[^3] drew them.',
    '',
    '[^1]: **日期** “Mary 🐚 Anning showed De la Beche” · Anna — \\=who, "whom"?',
    '[^2]: **Person** “Mary 🐚 Anning” · Certainty: likely · Sure?: yes · Count: 2 · Anna',
    '[^3]: **Person** “De la Beche … He” · 2 parts · Tags: a, b;c · Gloss: 1796 · Anna',
    '[^4]: **Place name** “the cliffs 🦕” · 王芳',
    '[^5]: **Place name** “Lyme” · Anna — Which Lyme?',
    '',
    '### Relations',
    '',
    '- “Mary 🐚 Anning”[^2] — **says** → “De la Beche … He”[^3] · Strength: \\-2 · shown',
    '- “Mary 🐚 Anning”[^2] — **is the same** → “Mary 🐚 Anning”[^2]',
    '',
    '## Labels',
    '',
    '| Label | Annotations | Description |',
    '| --- | ---: | --- |',
    '| Person | 2 | What “Person” is |',
    '| Person › Place name | 2 | What “Place name” is |',
    '| 日期 | 1 | What “日期” is |',
    '',
    '## Left out',
    '',
    '- x: It is not text.',
    '',
  ]);
});

const nasty = fc
  .array(
    fc.constantFrom(
      ...[
        '# a',
        '- b',
        '1. c',
        '2) d',
        '> e',
        '    code',
        '\tf',
        '* g',
        '+',
        '===',
        '---',
        '| h | i |',
        '```',
        '~~~',
      ],
      ...[
        '**j**',
        '_k_',
        '[l](m)',
        '[^1]',
        '[^1]: n',
        '![o](p)',
        '<b>',
        '&amp;',
        'http://q.de',
        'www.r.de',
        's@t.de',
      ],
      ...[
        '\\',
        'u\\',
        ' v ',
        '$x$',
        '`y`',
        '[z]: /url',
        '- [ ] a',
        ':::',
        'ftp://b.de',
        '',
        '',
        '😀',
        '\u0301',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '');

const linesIn = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .map((it) => it.trim())
    .filter((it) => it !== '');

const bare = (text: string): ExportDocument => ({ path: 'a.txt', sha256: '', text, layers: [] });

test('[XP13] whatever looks like Markdown stays text', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const tree = read(copy([bare(text)]).text());
      const lines = (tree.children ?? [])
        .filter((it) => it.type === 'paragraph')
        .flatMap((it) => linesIn(wordsIn(it)));
      expect(lines).toEqual(linesIn(text));
      for (const type of ['image', 'code', 'inlineCode', 'html', 'blockquote', 'definition', 'thematicBreak'])
        expect(all(tree, type)).toEqual([]);
      for (const link of all(tree, 'link')) expect(wordsIn(link)).toMatch(/^(?:http|ftp|www)|@/);
    }),
    { numRuns: 500 },
  );
});

test('[XP13] every annotation has a footnote, and a reference for each of its parts', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const tree = read(copy(documents, project).text());
      const annotations = documents.flatMap((it) => it.layers.flatMap((layer) => layer.annotations));
      const notes = all(tree, 'footnoteDefinition').map((it) => it.identifier);
      expect(notes).toEqual(annotations.map((_, i) => String(i + 1)));
      const relations = documents.flatMap((it) => it.layers.flatMap((layer) => layer.relations)).length;
      const parts = annotations.reduce((sum, it) => sum + it.spans.length, 0);
      expect(all(tree, 'footnoteReference').length).toBe(parts + 2 * relations);
    }),
  );
});
