/** Markdown as a tree. Guidelines come with the project, so they are as hostile as its documents. */

import { fromMarkdown } from 'mdast-util-from-markdown';
import { t } from '../../core/locale/t';

export type Tree = ReturnType<typeof fromMarkdown>;
export type Node = Tree['children'][number];

/** In UTF-16 units: guidelines are read by people. */
const LONGEST = 500_000;

const plain = (value: string): Tree => ({ type: 'root', children: [{ type: 'code', value }] });

/** The tree of TEXT; what is too long, or nested too deep to be parsed, comes as it is. */
export function parse(text: string): Tree {
  if (text.length > LONGEST) return plain(`${text.slice(0, LONGEST)}\n… (${t('guidelines.rest-left-out')})`);
  try {
    return fromMarkdown(text);
  } catch {
    return plain(text);
  }
}

/** What a heading and a label's name have in common when they mean the same. */
export const anchorOf = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The words of NODE without their marks. */
export function wordsOf(node: Node, depth = 0): string {
  if (depth > 20) return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((it) => wordsOf(it as Node, depth + 1)).join('') : '';
}
