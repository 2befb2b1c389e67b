/** Markdown (GFM) as a tree, by micromark and mdast, which are given it in parts. */
import type { Nodes, RootContent, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type MarkdownPart, partsOf } from './md-parts';
import { plainRow } from './md-plain';

type Extensions = ReturnType<typeof gfm>[];

/** How many rows of a table the parser is given at once. */
const ROWS = 100;

export interface Markdown {
  /** Where links point to, by the identifiers of their definitions. */
  readonly targets: ReadonlyMap<string, string>;
  /** The nodes of the tree's root, made while they are asked for. */
  readonly nodes: Iterable<RootContent>;
}

/** The tree of TEXT as the parser itself gives it. */
export const wholeTree = (text: string, extensions: Extensions = [gfm()]): RootContent[] =>
  fromMarkdown(text, { extensions, mdastExtensions: [gfmFromMarkdown()] }).children;

/** Tells the parser of each part, before its first line, which links and notes other parts define. */
function knowing(links: ReadonlySet<string>, notes: ReadonlySet<string>): Extensions[number] {
  const told = new WeakSet();
  return {
    document: {
      null: {
        name: 'known',
        tokenize(_effects, _ok, nok) {
          const { parser } = this;
          if (told.has(parser)) return nok;
          told.add(parser);
          parser.defined = [...links];
          parser.gfmFootnotes = [...notes];
          return nok;
        },
      },
    },
  };
}

const textOf = (part: MarkdownPart): string =>
  part.kind === 'blocks' ? part.text : part.kind === 'table' ? part.head + part.rows.join('') : '';

/** The rows of a table with HEAD; null when it is none, or not all of LINES are its rows. */
function tableRows(head: string, lines: readonly string[], extensions: Extensions): TableRow[] | null {
  const parsed: TableRow[] = [];
  const rest = lines.filter((line) => plainRow(line) === null);
  for (let at = 0; at === 0 || at < rest.length; at += ROWS) {
    const [table, ...others] = wholeTree(head + rest.slice(at, at + ROWS).join(''), extensions);
    if (table?.type !== 'table' || others.length > 0) return null;
    parsed.push(...table.children.slice(at === 0 ? 0 : 1));
  }
  if (parsed.length !== rest.length + 1) return null;
  let next = 1;
  return [parsed[0] as TableRow, ...lines.map((line) => plainRow(line) ?? (parsed[next++] as TableRow))];
}

function nodesOf(part: MarkdownPart, extensions: Extensions): readonly RootContent[] {
  if (part.kind === 'plain') return [part.node];
  const rows = part.kind === 'table' ? tableRows(part.head, part.rows, extensions) : null;
  return rows ? [{ type: 'table', children: rows }] : wholeTree(textOf(part), extensions);
}

/**
 * Gives the same tree as the parser gives for the whole TEXT (without positions), in time that grows with its length;
 * the parser is given about PART UTF-16 units at once.
 */
export function parseMarkdown(text: string, part = 8_000): Markdown {
  const parts = partsOf(text, part);
  const targets = new Map<string, string>();
  const [links, notes] = [new Set<string>(), new Set<string>()];
  // They stand in quotations and lists too, and behind what refers to them; the parser knows them in capitals.
  const collect = (node: Nodes): void => {
    if (node.type === 'definition') {
      targets.set(node.identifier, node.url);
      links.add(node.identifier.toUpperCase());
    } else if (node.type === 'footnoteDefinition') notes.add(node.identifier.toUpperCase());
    if ('children' in node) node.children.forEach(collect);
  };
  for (const it of parts)
    if (it.kind === 'blocks' && it.text.includes(']:')) wholeTree(it.text).forEach(collect);

  function* nodes(): Generator<RootContent> {
    const extensions = [knowing(links, notes), gfm()];
    for (const it of parts) yield* nodesOf(it, extensions);
  }
  return { targets, nodes: nodes() };
}
