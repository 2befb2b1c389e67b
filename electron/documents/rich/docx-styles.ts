/** What styles make of the paragraphs and characters of a Word document. */
import { Format } from '../../../core/rich';
import { childOf, type XmlNode } from './xml-parts';

/** The numbering that a paragraph takes part in. */
export interface NumberingRef {
  readonly id: string;
  /** From 0; null when the style leaves it to the list's own levels. */
  readonly depth: number | null;
  /** The style that says so; null for the paragraph itself. */
  readonly style: string | null;
}

export interface ParagraphLook {
  readonly kind: 'paragraph' | 'heading' | 'code' | 'caption';
  /** Of headings, 1 to 6. */
  readonly level: number;
  readonly quoted: number;
  readonly numbering: NumberingRef | null;
}

/** Bits of Format that are on and off, for what a style leaves open. */
interface CharacterLook {
  readonly on: number;
  readonly off: number;
  readonly isHidden: boolean | null;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly node: XmlNode;
}

/** Styles based on styles: a longer chain is a circle. */
const LONGEST_CHAIN = 20;
const MOST_LEVEL = 6;

/** The styles of headings as Word's languages name them; Word writes `heading 1` whatever its language, others do not. */
const headingName =
  /^(?:heading|überschrift|titre|título|titolo|encabezado|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|başlık|заголовок|标题|標題|見出し|제목)\s*([1-9])$/i;
const titleName = /^(?:title|titel|titre du document|titolo|título)$/i;

const saidBy = (node: XmlNode | undefined) => node?.attributes['w:val'];

/** A switch such as <w:b/>: on unless it says otherwise; null when it is not there. */
function switchIn(properties: XmlNode | undefined, name: string): boolean | null {
  const found = childOf(properties, name);
  return found ? !/^(0|false|off|none)$/.test(saidBy(found) ?? '') : null;
}

/** What the run properties PROPERTIES themselves say. */
function characterLook(properties: XmlNode | undefined): CharacterLook {
  let [on, off] = [0, 0];
  const take = (bit: number, value: boolean | null) => {
    if (value === true) on |= bit;
    if (value === false) off |= bit;
  };
  take(Format.bold, switchIn(properties, 'w:b'));
  take(Format.italic, switchIn(properties, 'w:i'));
  take(Format.underline, switchIn(properties, 'w:u'));
  take(Format.strike, switchIn(properties, 'w:strike') ?? switchIn(properties, 'w:dstrike'));
  const raised = saidBy(childOf(properties, 'w:vertAlign'));
  if (raised) take(Format.sup, raised === 'superscript');
  if (raised) take(Format.sub, raised === 'subscript');
  return { on, off, isHidden: switchIn(properties, 'w:vanish') };
}

export interface Styles {
  readonly paragraph: (properties: XmlNode | undefined) => ParagraphLook;
  /** Bits of Format, or null for characters that Word hides. */
  readonly characters: (properties: XmlNode | undefined) => number | null;
}

/** From the `w:style` trees of a document. */
export function stylesOf(trees: readonly XmlNode[]): Styles {
  const styles = new Map<string, Style>();
  let usual: string | undefined;
  for (const node of trees) {
    const id = node.attributes['w:styleId'] ?? '';
    const name = saidBy(childOf(node, 'w:name')) ?? id;
    styles.set(id, { id, name, basedOn: saidBy(childOf(node, 'w:basedOn')), node });
    if (node.attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(node.attributes['w:default'] ?? ''))
      usual = id;
  }

  /** The style and what it is based on, nearest first. */
  function chain(id: string | undefined): Style[] {
    const found: Style[] = [];
    for (let next = id; next !== undefined && found.length < LONGEST_CHAIN; ) {
      const style = styles.get(next);
      if (!style) break;
      found.push(style);
      next = style.basedOn;
    }
    return found;
  }

  function levelOf(properties: XmlNode | undefined, based: readonly Style[]): number | null {
    const own = saidBy(childOf(properties, 'w:outlineLvl'));
    if (own !== undefined) return Number(own) < 9 ? Number(own) + 1 : null;
    for (const { name, node } of based) {
      const named = headingName.exec(name);
      if (named) return Number(named[1]);
      if (titleName.test(name)) return 1;
      const outline = saidBy(childOf(childOf(node, 'w:pPr'), 'w:outlineLvl'));
      if (outline !== undefined) return Number(outline) < 9 ? Number(outline) + 1 : null;
    }
    return null;
  }

  function numberingOf(properties: XmlNode | undefined, based: readonly Style[]): NumberingRef | null {
    const places = [
      { properties, style: null as string | null },
      ...based.map(({ id, node }) => ({ properties: childOf(node, 'w:pPr'), style: id as string | null })),
    ];
    let depth: number | null = null;
    for (const place of places) {
      const found = childOf(place.properties, 'w:numPr');
      const own = saidBy(childOf(found, 'w:ilvl'));
      if (own !== undefined) depth ??= Math.min(8, Math.max(0, Math.trunc(Number(own)) || 0));
      const id = saidBy(childOf(found, 'w:numId'));
      if (id !== undefined) return id === '0' ? null : { id, depth, style: place.style };
    }
    return null;
  }

  const kinds = (based: readonly Style[]) => {
    const named = (name: RegExp) => based.some((it) => name.test(it.name));
    if (named(/^(html preformatted|source code|preformatted text|macro text|code)$/i)) return 'code';
    return named(/^(caption|beschriftung|légende)$/i) ? 'caption' : 'paragraph';
  };

  return {
    paragraph: (properties) => {
      const based = chain(saidBy(childOf(properties, 'w:pStyle')) ?? usual);
      const level = levelOf(properties, based);
      const isQuote = based.some(({ name }) => /^(intense )?(quote|block text)$|^quotations$/i.test(name));
      return {
        kind: level === null ? kinds(based) : 'heading',
        level: level === null ? 0 : Math.min(MOST_LEVEL, Math.max(1, level || 1)),
        quoted: isQuote ? 1 : 0,
        numbering: numberingOf(properties, based),
      };
    },
    characters: (properties) => {
      const own = characterLook(properties);
      let { on, off, isHidden } = own;
      for (const { node } of chain(saidBy(childOf(properties, 'w:rStyle')))) {
        const style = characterLook(childOf(node, 'w:rPr'));
        on |= style.on & ~off;
        off |= style.off & ~on;
        isHidden ??= style.isHidden;
      }
      return isHidden === true ? null : on;
    },
  };
}
