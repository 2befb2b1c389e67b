/** From the lines of a page to its paragraphs and headings; words cut at line ends are put together. */
import type { Line } from './pdf-lines';
import type { LinkedRun } from './pdf-links';
import { isRightToLeft } from './pdf-order';

export interface Paragraph {
  readonly text: string;
  readonly links: readonly LinkedRun[];
  readonly size: number;
  readonly lines: number;
}

const wide = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/;
const bullet = /^([•‣▪●◦–—*-]|\(?\d{1,3}[.)])\s/;
const closed = /[.!?:…。！？”"»)]$/;

/** Words with a hyphen inside a line: where such a word is cut at its hyphen, the hyphen is its own. */
export function hyphenated(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+/gu)) found.add(plain(word));
  return found;
}

const plain = (word: string) => word.replaceAll('\u2010', '-').toLowerCase();

/** How far LINE begins inside its column, and how far before the column’s end it ends. */
function edges({ text, x, end, column: [left, right] }: Line): {
  readonly indent: number;
  readonly rest: number;
} {
  return isRightToLeft(text)
    ? { indent: right - end, rest: x - left }
    : { indent: x - left, rest: right - end };
}

/** True where a new paragraph begins with LINE. ISALONE: BEFORE is a paragraph so far; LEADING: the usual distance of two lines. */
function begins(line: Line, before: Line, isAlone: boolean, leading: number): boolean {
  const [left, right] = line.column;
  const isOtherColumn = before.column[0] !== left || before.column[1] !== right;
  const ratio = line.size / before.size;
  if (ratio > 1.15 || ratio < 0.87) return true;
  // A paragraph may go on in the next column, unless its last line says that it is over, or is a page number.
  if (isOtherColumn) return isAlone || closed.test(before.text) || edges(before).rest > 4 * before.size;
  if (before.y - line.y > 1.3 * leading + 1) return true;
  if (bullet.test(line.text)) return true;
  const { indent } = edges(line);
  const isIndented = indent > 0.8 * line.size && indent < 6 * line.size;
  if (isIndented && edges(before).indent < 0.4 * line.size) return true;
  // A heading of the same size, in bold, above its first line.
  const isOtherFont = before.font !== null && line.font !== null && before.font !== line.font;
  const short = 0.25 * (right - left);
  const isHeading = isAlone && isOtherFont && edges(line).rest < 2 * short;
  return (closed.test(before.text) || isHeading) && edges(before).rest > short;
}

/** What stands between the end of TEXT and NEXT when they are put together: how much to take off, and the glue. */
function seam(
  text: string,
  next: string,
  own: ReadonlySet<string>,
): { readonly cut: number; readonly glue: string } {
  const [, stem, sign] = /(\p{L}+)([-\u2010\u00ad])$/u.exec(text) ?? [];
  const head = /^\p{Ll}[\p{L}]*/u.exec(next)?.[0];
  if (stem && sign && head)
    return own.has(plain(`${stem}-${head}`)) && sign !== '\u00ad'
      ? { cut: 0, glue: '' }
      : { cut: 1, glue: '' };
  // A word with its own hyphen, cut there: `post-` and `War`.
  if (stem && sign) return { cut: 0, glue: '' };
  const isWide = wide.test(text.at(-1) ?? '') && wide.test(next[0] ?? '');
  return { cut: 0, glue: isWide ? '' : ' ' };
}

/** LINES of one page as paragraphs, and how many words were put together. OWN: see `hyphenated`. */
export function paragraphsOf(
  lines: readonly Line[],
  own: ReadonlySet<string>,
): { readonly paragraphs: readonly Paragraph[]; readonly joined: number } {
  const gaps = lines.slice(1).flatMap((line, i) => {
    const gap = (lines[i] as Line).y - line.y;
    return gap > 0 && gap < 4 * line.size ? [gap] : [];
  });
  const leading = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 14;
  const paragraphs: Paragraph[] = [];
  let joined = 0;
  for (const [i, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const before = lines[i - 1];
    if (!open || !before || begins(line, before, open.lines === 1, leading)) {
      paragraphs.push({ text: line.text, links: line.links, size: line.size, lines: 1 });
      continue;
    }
    const { cut, glue } = seam(open.text, line.text, own);
    joined += cut;
    const head = open.text.slice(0, open.text.length - cut) + glue;
    const links = [
      ...open.links.map((it) => ({ ...it, end: Math.min(it.end, head.length) })),
      ...line.links.map((it) => ({ ...it, start: it.start + head.length, end: it.end + head.length })),
    ];
    paragraphs[paragraphs.length - 1] = {
      text: head + line.text,
      links,
      size: open.size,
      lines: open.lines + 1,
    };
  }
  return { paragraphs, joined };
}
