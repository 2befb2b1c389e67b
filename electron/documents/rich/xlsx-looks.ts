/** How the cells of a workbook look: bold and other runs, links (ECMA-376 part 1, 18.4 and 18.8). */
import { childrenOf, textOf, type XmlElement } from '../../../core/formats/xml';
import { Format } from '../../../core/rich';
import { linkOf } from './links';

export interface CellPiece {
  readonly text: string;
  readonly format: number;
  readonly link: string | null;
}

/** A text without looks is a string: most cells are, and there may be millions. */
export type Cell = string | readonly CellPiece[];

export const cellWords = (cell: Cell): string =>
  typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('');

const bits: Readonly<Record<string, number>> = {
  b: Format.bold,
  i: Format.italic,
  strike: Format.strike,
  u: Format.underline,
};

/** Bits of Format that FONT (`font` or `rPr`) switches on. */
export function fontFormat(font: XmlElement | undefined): number {
  let format = 0;
  for (const { name, attributes } of font?.children ?? []) {
    const value = attributes.val ?? 'true';
    if (/^(0|false|none)$/.test(value)) continue;
    if (name === 'vertAlign') format |= { superscript: Format.sup, subscript: Format.sub }[value] ?? 0;
    else format |= bits[name] ?? 0;
  }
  return format;
}

/** `_x000D_` stands for a character that XML can't hold. */
export const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** A shared or inline text; without the readings beside Japanese characters. Runs without a font look as the cell does. */
export function stringOf(item: XmlElement): Cell | ((format: number) => Cell) {
  const runs = childrenOf(item, 'r');
  if (runs.length === 0) return unescaped(textOf(item, 't'));
  const own = unescaped(textOf(item, 't'));
  return (format) => [
    ...(own === '' ? [] : [{ text: own, format, link: null }]),
    ...runs.map((run) => {
      const [font] = childrenOf(run, 'rPr');
      return { text: unescaped(textOf(run, 't')), format: font ? fontFormat(font) : format, link: null };
    }),
  ];
}

/** CELL with the looks of its style and its link. */
export function dressed(cell: Cell | ((format: number) => Cell), format: number, link: string | null): Cell {
  const made = typeof cell === 'function' ? cell(format) : cell;
  if (typeof made !== 'string') return link === null ? made : made.map((piece) => ({ ...piece, link }));
  return made === '' || (format === 0 && link === null) ? made : [{ text: made, format, link }];
}

/** Where the formula `HYPERLINK("…", …)` leads. */
export const linkInFormula = (formula: string): string | null =>
  linkOf(/^\s*HYPERLINK\(\s*"([^"]*)"/i.exec(formula)?.[1] ?? null);
