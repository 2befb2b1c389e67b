/** What styles make of the paragraphs, characters and lists of an OpenDocument text (ODF 1.3, parts 16 and 20). */
import { Format } from '../../../core/rich';
import { markerOf } from './list-markers';
import { childOf, elementsOf, type XmlNode } from './xml-parts';

/** Styles based on styles: a longer chain is a circle. */
const LONGEST_CHAIN = 20;

interface ListLevel {
  /** Of `1`, `a`, `A`, `i`, `I`; empty for no number. */
  readonly format: string;
  /** Shown instead of a number. */
  readonly bullet: string | null;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  /** How many levels' numbers are shown. */
  readonly shown: number;
}

export type ListStyle = ReadonlyMap<number, ListLevel>;

export interface OdtStyles {
  /** Bits of Format, or null for characters that are hidden. */
  readonly characters: (style: string | undefined) => number | null;
  readonly beginsPage: (style: string | undefined) => boolean;
  /** Of `code`, `caption`, quotations, the title: what the paragraph is by its style's name. */
  readonly kind: (style: string | undefined) => 'paragraph' | 'code' | 'caption' | 'quotation' | 'title';
  readonly list: (style: string | undefined) => ListStyle | undefined;
  /** How headings are numbered. */
  readonly outline: ListStyle;
  /** The list style that a paragraph style brings along. */
  readonly listOf: (style: string | undefined) => string | undefined;
  readonly hidesSection: (style: string | undefined) => boolean;
}

function levelOf({ name, attributes }: XmlNode): ListLevel {
  const isBullet = name === 'text:list-level-style-bullet' || name === 'text:list-level-style-image';
  const sign = attributes['text:bullet-char'] ?? '•';
  const start = Number.parseInt(attributes['text:start-value'] ?? '', 10);
  return {
    format: attributes['style:num-format'] ?? '',
    // Signs of the private area are drawn by fonts of symbols, nearly always as a dot.
    bullet: isBullet ? (/[\ue000-\uf8ff]/.test(sign) ? '•' : sign) : null,
    before: attributes['style:num-prefix'] ?? '',
    after: attributes['style:num-suffix'] ?? '',
    start: Number.isSafeInteger(start) ? start : 1,
    shown: Number.parseInt(attributes['text:display-levels'] ?? '', 10) || 1,
  };
}

const levelsIn = (node: XmlNode): ListStyle =>
  new Map(elementsOf(node).map((it) => [Number(it.attributes['text:level']) || 1, levelOf(it)]));

/** The number or bullet of an item at LEVEL (from 1) whose counts by level are COUNTS; null for none. */
export function odtMarker(
  style: ListStyle | undefined,
  level: number,
  counts: readonly number[],
): string | null {
  const own = style?.get(level);
  if (!own) return style ? null : '•';
  if (own.bullet !== null) return own.bullet;
  if (own.format === '') return null;
  const numbers: string[] = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
    const format = style?.get(at)?.format ?? '';
    if (format !== '') numbers.push(markerOf(counts[at] ?? 1, format).slice(0, -1));
  }
  return `${own.before}${numbers.join('.')}${own.after}`;
}

const isHiding = (node: XmlNode | undefined) => node?.attributes['text:display'] === 'none';

/** What one style says of characters; `off` are bits of Format that it takes away. */
function looksIn(node: XmlNode | undefined): { on: number; off: number; isHidden: boolean } {
  const { attributes = {} } = node ?? {};
  let [on, off] = [0, 0];
  const take = (bit: number, value: string | undefined, no: RegExp) => {
    if (value === undefined) return;
    if (no.test(value)) off |= bit;
    else on |= bit;
  };
  take(Format.bold, attributes['fo:font-weight'], /^(normal|[1-5]00)$/);
  take(Format.italic, attributes['fo:font-style'], /^normal$/);
  take(Format.underline, attributes['style:text-underline-style'], /^none$/);
  take(Format.strike, attributes['style:text-line-through-style'], /^none$/);
  const position = attributes['style:text-position']?.trim();
  if (position !== undefined) {
    take(Format.sup, position, /^(sub|-|0%?(\s|$))/);
    take(Format.sub, position, /^(super|[1-9+]|0%?(\s|$))/);
  }
  return { on, off, isHidden: isHiding(node) };
}

/** From the `style:style`, `text:list-style` and `text:outline-style` trees of a document. */
export function odtStylesOf(trees: readonly XmlNode[]): OdtStyles {
  const styles = new Map<string, XmlNode>();
  const lists = new Map<string, ListStyle>();
  let outline: ListStyle = new Map();
  for (const node of trees) {
    const name = node.attributes['style:name'] ?? '';
    if (node.name === 'text:list-style') lists.set(name, levelsIn(node));
    else if (node.name === 'text:outline-style') outline = levelsIn(node);
    else styles.set(name, node);
  }

  function chain(name: string | undefined): XmlNode[] {
    const found: XmlNode[] = [];
    let next = name === undefined ? undefined : styles.get(name);
    while (next && found.length < LONGEST_CHAIN) {
      found.push(next);
      next = styles.get(next.attributes['style:parent-style-name'] ?? '');
    }
    return found;
  }
  const named = (style: string | undefined, name: RegExp) =>
    chain(style).some(({ attributes }) => name.test(attributes['style:name'] ?? ''));

  return {
    characters: (style) => {
      let [on, off] = [0, 0];
      for (const node of chain(style)) {
        const look = looksIn(childOf(node, 'style:text-properties'));
        if (look.isHidden) return null;
        on |= look.on & ~off;
        off |= look.off & ~on;
      }
      return on;
    },
    // Only of the paragraph's own style: named ones say how every chapter begins, and that is drawn by its heading.
    beginsPage: (style) =>
      childOf(styles.get(style ?? ''), 'style:paragraph-properties')?.attributes['fo:break-before'] ===
      'page',
    kind: (style) => {
      if (named(style, /^(Preformatted_20_Text|Source_20_Code)$/)) return 'code';
      if (named(style, /^Title$/)) return 'title';
      if (named(style, /^(Caption|(Table|Image|Figure)_20_Caption)$/)) return 'caption';
      // The second is what programs that come from Word call it.
      return named(style, /^(Quotations|Block_20_Text|(Intense_20_)?Quote)$/) ? 'quotation' : 'paragraph';
    },
    list: (style) => lists.get(style ?? ''),
    outline,
    listOf: (style) =>
      chain(style).find((it) => it.attributes['style:list-style-name'] !== undefined)?.attributes[
        'style:list-style-name'
      ],
    hidesSection: (style) => isHiding(childOf(styles.get(style ?? ''), 'style:section-properties')),
  };
}
