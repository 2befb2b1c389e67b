import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { partsOf } from './md-parts';
import { parseMarkdown, wholeTree } from './md-tree';

/** Without where things stand and how columns are set, which the reader does not use; with line ends of one kind. */
const bare = (nodes: Iterable<RootContent>): unknown =>
  JSON.parse(
    JSON.stringify([...nodes], (key, value) => {
      if (key === 'position' || key === 'align') return undefined;
      return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
    }),
  );

/** With a cut at every place where one may be. */
function same(text: string): void {
  expect(bare(parseMarkdown(text, 0).nodes)).toEqual(bare(wholeTree(text)));
}

const lines = [
  'plain words, “quoted” (and more)',
  'two spaces at the end  ',
  '  indented words',
  '# Heading',
  '## Heading *two* ##',
  '#no heading',
  '===',
  '---',
  '- item',
  '-',
  '* item',
  '+ item with `code`',
  '1. first',
  '12) twelfth',
  '    four spaces',
  '\ttab',
  '  two',
  '   three',
  '> said',
  '> - said item',
  '>',
  '```',
  '````',
  '``` info',
  '``` a`b',
  '~~~',
  '  ```',
  '    ```',
  '- ```',
  '- > ```',
  '> ```',
  '   ~~~ x',
  '<div>',
  '</div>',
  '<pre>',
  '</pre>',
  '<!-- whole -->',
  '<!-- begun',
  'ended --> rest',
  '<!-->',
  '<?php',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!X',
  'a <b>tag</b>',
  '[a]: https://example.org "T"',
  '[B]:',
  '[^n]: a note',
  '[^n] [a] [b][] [x][B] [c]',
  '> [c]: /c',
  'mail me@example.org or www.example.org or https://example.org/x',
  '![image](a.png) &amp; \\* ~~gone~~ **bold**',
  '- [x] done',
  '| a | b |',
  '|a|b|c|',
  '|---|---|',
  '| :-- | --: |',
  '|-|',
  '| - |',
  '|',
  '||',
  '| |',
  '| a',
  '| *a* | `b\\|c` |',
  '| www.example.org | x@example.org |',
  '| a\\| | b |  ',
  '|\ta | b |\t',
  'a | b',
  '\ufeffmark',
  '1',
  '“words”',
  'Setext',
  'null \0',
];

test('[YA80] Markdown read in parts is the tree that the parser gives for the whole', () => {
  const line = fc.tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...lines) }, fc.constant('')),
    fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r'),
  );
  const text = fc.array(line, { maxLength: 30 }).map((all) => all.flat().join(''));
  fc.assert(fc.property(text, same), { numRuns: Number(process.env.RUNS ?? 500) });
});

test('[YA80] rows of a long table are the rows that the parser gives, plain ones and others', () => {
  const rows = Array.from({ length: 450 }, (_, i) =>
    i % 3 === 0 ? `| *${i}* | [a] |` : i % 7 === 0 ? `| ${i} |` : `| ${i} | words, “quoted” |`,
  );
  const text = ['| One | *Two* |', '|---|---|', ...rows, '', '[a]: /a', ''].join('\n');
  expect(partsOf(text, 0).map(({ kind }) => kind)).toEqual(['table', 'blocks']);
  same(text);
});

test('[YA80] links and notes are found that another part defines, in whatever part they are used', () => {
  same(
    '[^n] begins with a note\n\nplain\n\n[a] [x][A]\n\nplain\n\n[^n]: The *note*.\n\nplain\n\n> [A]: /a\n',
  );
});
