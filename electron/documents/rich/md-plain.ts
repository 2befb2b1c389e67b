/**
 * Markdown in which only words stand, read without a parser: most of a long text, and of a long table, is such. The
 * trees are those that the parser would give.
 */
import type { RootContent, TableCell, TableRow, Text } from 'mdast';

/** Signs of phrasing (CommonMark 6 and GFM), and control characters. */
const sign = /[\\`*_[\]<&~@\p{Cc}]|:\/\/|www\./iu;
/** Lines of a paragraph begin with what begins no other block; two spaces at a line's end would break it. */
const paragraph = /^(?:[\p{L}"'“‘(][^|\n]*(?<! {2})(?:\n *|$))+$/u;
const heading = /^(#{1,6}) +([^#\n]*[^#\n ]) *$/;
const row = /^\|(?:[^|\n]+\|)+ *$/;

const words = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);

/** BLOCK, which stands between blank lines, as a paragraph or heading; null when it is not certain that it is one. */
export function plainBlock(block: string): RootContent | null {
  const lines = block.replace(/\r\n?/g, '\n').trimEnd();
  if (sign.test(lines.replaceAll('\n', ' '))) return null;
  if (paragraph.test(lines)) return { type: 'paragraph', children: words(lines.replace(/ *\n */g, '\n')) };
  const [, marks = '', title = ''] = heading.exec(lines) ?? [];
  return marks
    ? { type: 'heading', depth: marks.length as 1 | 2 | 3 | 4 | 5 | 6, children: words(title) }
    : null;
}

/** LINE as the row of a table, or null as above. */
export function plainRow(line: string): TableRow | null {
  const cells = line.trimEnd();
  if (!row.test(cells) || sign.test(cells)) return null;
  const children = cells
    .slice(1, -1)
    .split('|')
    .map((cell): TableCell => ({ type: 'tableCell', children: words(cell.trim()) }));
  return { type: 'tableRow', children };
}
