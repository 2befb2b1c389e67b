/** What a source file says in plain strings, found in its syntax tree. */
import { parseSync } from 'vite';

export interface Literal {
  readonly line: number;
  readonly text: string;
  /** Whether people read it as it stands: text or a naming attribute of JSX, or a sentence anywhere else. */
  readonly isShown: boolean;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

/** Attributes and properties of components whose strings are read by people. */
const naming =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|text|hint|heading|caption|empty)$/;

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** A capital, and further words: `Open a folder first.` but not `Mod+O`, `application/json`, `is-open wide`. */
const isSentence = (text: string): boolean => /^\s*[“‘(]?\p{Lu}[\p{L}’']*[,:]? +\S*\p{Ll}/u.test(text);

/** Exceptions whose words people read. */
const said: ReadonlySet<string> = new Set(['StorageError']);

/** For programs and programmers: errors that mean a bug, the console, comparisons with what others wrote. */
const isUnseen = (node: Node): boolean => {
  if (node.type === 'ImportDeclaration') return true;
  if (node.type.startsWith('TS')) return !/^TS(As|Satisfies|NonNull)/.test(node.type);
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  const callee = node.callee as Node;
  if (callee.type === 'Identifier')
    return /Error$/.test(String(callee.name)) && !said.has(String(callee.name));
  return callee.type === 'MemberExpression' && (callee.object as Node).name === 'console';
};

/** What NODE holds, each with whether every string there is read by people; SEEN says so of the node itself. */
function within(node: Node, seen: boolean): readonly (readonly [part: unknown, seen: boolean])[] {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return [
        [node.openingElement, false],
        [node.children, true],
      ];
    case 'JSXAttribute': {
      const { name } = node.name as Node;
      return [[node.value, typeof name === 'string' && naming.test(name)]];
    }
    case 'JSXExpressionContainer':
      return [[node.expression, seen]];
    case 'ConditionalExpression':
      return [
        [node.test, false],
        [node.consequent, seen],
        [node.alternate, seen],
      ];
    case 'LogicalExpression':
      return [
        [node.left, seen],
        [node.right, seen],
      ];
    default:
      return Object.entries(node).map(([key, part]) => [key === 'type' ? null : part, false]);
  }
}

/** The string that NODE is, a template with `…` for what is put in; null when it is none. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node.value === 'string'))
    return String(node.value);
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}

/** Every string of SOURCE, the content of FILE (its name decides about JSX). */
export function literalsOf(file: string, source: string): readonly Literal[] {
  const found: Literal[] = [];

  function walk(value: unknown, seen: boolean): void {
    if (Array.isArray(value)) for (const one of value) walk(one, seen);
    else if (typeof value === 'object' && value !== null && 'type' in value) {
      const node = value as Node;
      if (isUnseen(node)) return;
      const text = textOf(node);
      if (text !== null) {
        const isShown = isSentence(text) || ((seen || node.type === 'JSXText') && hasWord(text));
        found.push({ line: source.slice(0, node.start).split('\n').length, text, isShown });
      }
      for (const [part, isSeen] of within(node, seen)) walk(part, isSeen);
    }
  }

  walk(parseSync(file, source).program, false);
  return found;
}
