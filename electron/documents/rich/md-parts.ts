/**
 * Cuts Markdown into parts that mean the same when each is read alone: a parser's time and memory grow faster than what
 * it is given. What stands in containers (lists, quotations, notes) is not followed; where it is not certain that a cut
 * changes nothing, there is none.
 */
import type { RootContent } from 'mdast';
import { plainBlock } from './md-plain';

export type MarkdownPart =
  /** Blocks of any kind. */
  | { readonly kind: 'blocks'; readonly text: string }
  /** A block that needs no parser. */
  | { readonly kind: 'plain'; readonly node: RootContent }
  /** A table, if HEAD, two lines, is the head of one; its rows begin with bars. Else a block like others. */
  | { readonly kind: 'table'; readonly head: string; readonly rows: readonly string[] };

const isBlank = (line: string) => !/[^ \t\r\n]/.test(line);
/** What may begin a container. */
const container = /^[ \t]*(?:>|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|\[\^)/;
/** A line that belongs to nothing before it when a blank line is between, and no fence or HTML is open. */
const fresh = /^[^\s\d*+\-\ufeff]/;
/** All that a line may begin with before what is no container. */
const signs = String.raw`^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]]*\]:)*`;
const fence = new RegExp(`${signs}(\`{3,}|~{3,})`);
/** HTML that goes on over blank lines to what ends it (CommonMark 4.6, kinds 1 to 5). */
const lasting = new RegExp(`${signs}<(?:(script|pre|style|textarea)|(!--)|(\\?)|(!\\[)|(!))`, 'i');
const endings = [/<\/(?:script|pre|style|textarea)>/i, /-->/, /\?>/, /\]\]>/, />/];
const delimiters = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*[\r\n]*$/;

/** What is open behind a line, as far as it reaches over blank lines. */
type Open =
  | 'nothing'
  /** It is not known any more: no cut. */
  | 'unknown'
  /** A fence or HTML that no container holds. */
  | { readonly end: RegExp }
  /** A fence that may stand in a container; every line in it stands at COLUMN or behind. */
  | { readonly end: RegExp; readonly column: number };

const columnOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;

/** What LINE opens. IS_SURE: no container, and no HTML that ends with a blank line, can be around it. */
function opened(line: string, isSure: boolean): Open {
  const html = lasting.exec(line);
  if (html) {
    const end = endings[html.slice(1).findIndex((it) => it !== undefined)] as RegExp;
    const rest = line.slice(html[0].length);
    if (end.test(rest)) return 'nothing';
    // `<!-->` begins and ends at once.
    const mayEnd = html[1] === undefined && rest.includes('>');
    return isSure && !mayEnd && columnOf(line) < 4 && line.trimStart()[0] === '<' ? { end } : 'unknown';
  }
  const found = fence.exec(line);
  if (!found) return 'nothing';
  // A quotation, and a fence in it, ends with the next blank line.
  if (/^ {0,3}>/.test(line)) return 'nothing';
  const [before, marks = ''] = found;
  const column = columnOf(line);
  const mark = marks.charAt(0);
  if (mark === '`' && line.slice(before.length).includes('`')) return isSure ? 'nothing' : 'unknown';
  if (before.length !== column + marks.length) return 'unknown';
  const end = (indent: string) => new RegExp(`^ {${indent}}${marks}${mark}*[ \\t]*[\\r\\n]*$`);
  if (!isSure) return { end: end(String(column)), column };
  return column < 4 ? { end: end('0,3') } : 'nothing';
}

function openAfter(open: Open, line: string, isSure: boolean): Open {
  if (open === 'nothing') return opened(line, isSure);
  if (open === 'unknown') return open;
  if (open.end.test(line)) return 'nothing';
  return !('column' in open) || isBlank(line) || columnOf(line) >= open.column ? open : 'unknown';
}

/** The lines of a block that stands between blank lines as a part of its own; null when they may be anything. */
function partOf(block: readonly string[]): MarkdownPart | null {
  const [first = '', second = '', ...rows] = block;
  if (first[0] === '|' && delimiters.test(second) && rows.every((it) => it[0] === '|'))
    return { kind: 'table', head: first + second, rows };
  const node = plainBlock(block.join(''));
  return node && { kind: 'plain', node };
}

/** A part ends at the first place behind ENOUGH UTF-16 units. */
export function partsOf(text: string, enough: number): readonly MarkdownPart[] {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const parts: MarkdownPart[] = [];
  let begun: string[] = [];
  let size = 0;
  let open: Open = 'nothing';
  let [mayBeHeld, inHtml, isBehindBlank] = [false, false, true];

  const cut = () => {
    if (!begun.every(isBlank)) parts.push({ kind: 'blocks', text: begun.join('') });
    begun = [];
    size = 0;
  };

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (isBehindBlank && open === 'nothing' && fresh.test(line)) {
      let end = i + 1;
      while (end < lines.length && !isBlank(lines[end] as string)) end++;
      const own = partOf(lines.slice(i, end));
      if (own || size >= enough) cut();
      mayBeHeld = false;
      if (own) {
        parts.push(own);
        i = end - 1;
        continue;
      }
    }
    isBehindBlank = isBlank(line);
    if (isBehindBlank) inHtml = false;
    else if (open === 'nothing' && /^[ \t]*</.test(line) && !lasting.test(line)) inHtml = true;
    open = openAfter(open, line, !mayBeHeld && !inHtml);
    if (container.test(line)) mayBeHeld = true;
    begun.push(line);
    size += line.length;
  }
  cut();
  return parts;
}
