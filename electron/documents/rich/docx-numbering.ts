/** The numbers of lists and headings, counted as Word counts them (ECMA-376 part 1, 17.9). */
import { dec } from 'dingbat-to-unicode';
import type { NumberingRef } from './docx-styles';
import { roman } from './list-markers';
import { childOf, elementsOf, type XmlNode } from './xml-parts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`: the numbers of levels 1 and 2. */
  readonly text: string;
  /** The level, from 1, whose number begins this one anew; 0 for never. */
  readonly restart: number;
  readonly isLegal: boolean;
  readonly font: string;
  /** The paragraph style that stands on this level. */
  readonly style: string | undefined;
}

const DEPTHS = 9;
const BULLET = '•';

const saidBy = (node: XmlNode | undefined) => node?.attributes['w:val'];
const wholeOf = (node: XmlNode | undefined, usual: number) => {
  const number = Number.parseInt(saidBy(node) ?? '', 10);
  return Number.isSafeInteger(number) ? number : usual;
};

function levelOf(node: XmlNode, depth: number): Level {
  const fonts = childOf(childOf(node, 'w:rPr'), 'w:rFonts')?.attributes ?? {};
  return {
    start: wholeOf(childOf(node, 'w:start'), 0),
    format: saidBy(childOf(node, 'w:numFmt')) ?? 'decimal',
    text: saidBy(childOf(node, 'w:lvlText')) ?? '',
    restart: wholeOf(childOf(node, 'w:lvlRestart'), depth),
    isLegal: childOf(node, 'w:isLgl') !== undefined,
    font: fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '',
    style: saidBy(childOf(node, 'w:pStyle')),
  };
}

const levelsIn = (node: XmlNode) =>
  elementsOf(node)
    .filter(({ name }) => name === 'w:lvl')
    .map((it) => {
      const depth = Math.min(DEPTHS - 1, Math.max(0, Number(it.attributes['w:ilvl']) || 0));
      return [depth, levelOf(it, depth)] as const;
    });

/** In letters as Word counts: after z comes aa, then bb. */
const wordLetters = (number: number) =>
  number < 1 || number > 780
    ? String(number)
    : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

function numeral(number: number, format: string): string {
  if (format === 'upperLetter') return wordLetters(number);
  if (format === 'lowerLetter') return wordLetters(number).toLowerCase();
  if (format === 'upperRoman') return roman(number);
  if (format === 'lowerRoman') return roman(number).toLowerCase();
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return format === 'none' ? '' : String(number);
}

/** The bullet of LEVEL: signs of fonts that only hold symbols are those that they look like. */
function bulletOf({ text, font }: Level): string {
  const code = text.codePointAt(0) ?? 0;
  if (code < 0xe000 || code > 0xf8ff) return text === 'o' && /courier/i.test(font) ? '◦' : text;
  return dec(font, String(code - 0xf000))?.string ?? BULLET;
}

export interface Marker {
  /** Null for an item without a sign. */
  readonly label: string | null;
  /** From 0. */
  readonly depth: number;
}

/** Counts as it is asked, paragraph by paragraph; null for a list that the document does not define. */
export type Numbering = (ref: NumberingRef) => Marker | null;

/** From the `w:abstractNum` and `w:num` trees of a document. */
export function numberingOf(trees: readonly XmlNode[]): Numbering {
  const abstract = new Map<string, Map<number, Level>>();
  const byStyle = new Map<string, string>();
  const links = new Map<string, string>();
  for (const node of trees.filter(({ name }) => name === 'w:abstractNum')) {
    const id = node.attributes['w:abstractNumId'] ?? '';
    abstract.set(id, new Map(levelsIn(node)));
    const own = saidBy(childOf(node, 'w:styleLink'));
    if (own !== undefined) byStyle.set(own, id);
    const other = saidBy(childOf(node, 'w:numStyleLink'));
    if (other !== undefined) links.set(id, other);
  }
  const lists = new Map<string, { of: string; levels: Map<number, Level>; starts: Map<number, number> }>();
  for (const node of trees.filter(({ name }) => name === 'w:num')) {
    const said = saidBy(childOf(node, 'w:abstractNumId')) ?? '';
    const of = byStyle.get(links.get(said) ?? '') ?? said;
    const levels = new Map(abstract.get(of));
    const starts = new Map<number, number>();
    for (const change of elementsOf(node).filter(({ name }) => name === 'w:lvlOverride')) {
      const depth = Number(change.attributes['w:ilvl']) || 0;
      for (const [at, level] of levelsIn(change)) levels.set(at, level);
      const start = childOf(change, 'w:startOverride');
      if (start) starts.set(depth, wholeOf(start, 1));
    }
    lists.set(node.attributes['w:numId'] ?? '', { of, levels, starts });
  }
  /** Of lists that share a definition, which count on: by depth the last number; null before the first. */
  const counts = new Map<string, (number | null)[]>();

  return ({ id, depth: said, style }) => {
    const list = lists.get(id);
    if (!list) return null;
    const styled = [...list.levels].find(([, level]) => style !== null && level.style === style)?.[0];
    const depth = said ?? styled ?? 0;
    const level = list.levels.get(depth);
    if (!level) return { label: BULLET, depth };
    const count = counts.get(list.of) ?? Array<number | null>(DEPTHS).fill(null);
    counts.set(list.of, count);
    const anew = list.starts.get(depth);
    list.starts.delete(depth);
    const before = count[depth] ?? null;
    count[depth] = anew ?? (before === null ? level.start : before + 1);
    for (let at = depth + 1; at < DEPTHS; at++)
      if ((list.levels.get(at)?.restart ?? at) > depth) count[at] = null;
    if (level.format === 'bullet') return { label: bulletOf(level) || BULLET, depth };
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = list.levels.get(at);
      const number = count[at] ?? other?.start ?? 1;
      return numeral(number, level.isLegal && at !== depth ? 'decimal' : (other?.format ?? 'decimal'));
    });
    return { label: label.trim() === '' ? null : label, depth };
  };
}
