/** How tall are lines of rich text before they were laid out? Kinds have their own type, indents and room. Pure. */
import type { RichText } from '../../core/rich';
import { cellsOf, isRow, type Line, lineOf } from '../../core/rich-lines';
import { widthOf } from '../../core/wide';
import { columnsOf, STACKED_WIDTH } from './columns';
import { type Extent, estimateHeight, extentOf, type Metrics } from './estimate';

/** The look of a kind as viewer/rich.css has it: its type's size, its line height, room above and below, in em of plain text. */
interface Shape {
  readonly size: number;
  readonly line: number;
  readonly above: number;
  readonly indent: number;
}

const PLAIN: Shape = { size: 1, line: 1.6, above: 0, indent: 0 };
const headings = [1.9, 1.45, 1.2, 1.05, 1, 0.95];
const gaps = { none: 0, tight: 0.3, wide: 0.85 } as const;

/** Of a cell, more characters than this are not looked at. */
const LONGEST_CELL = 10_000;

/** Of an image that stands in a line, in lines, when its height is not known. */
const IMAGE_LINES = 8;

function shapeOf({ block, isFirst, isLast, start }: Line): Shape {
  const indent = Math.min(block.level, 12) * 1.6 + Math.min(block.quoted, 8) * 1.25;
  switch (block.kind) {
    case 'heading':
      return {
        size: headings[block.level - 1] ?? 1,
        line: 1.3,
        above: isFirst && start > 0 ? 1 : 0,
        indent: 0,
      };
    case 'code':
      return { size: 0.85, line: 1.5, above: (isFirst ? 0.7 : 0) + (isLast ? 0.7 : 0), indent: indent + 2 };
    case 'caption':
    case 'note':
      return { size: 0.88, line: 1.5, above: 0, indent: indent + 1.6 };
    case 'turn':
      return { ...PLAIN, indent: 7 };
    default:
      return { ...PLAIN, indent };
  }
}

/**
 * What is kept of the line text[START, END) for estimating: of a row, the lines of its fullest cell and its width in
 * ch; of a stacked one the lines of its fullest short cell, and the width of its long ones together.
 */
export function richExtent(rich: RichText, text: string, start: number, end: number): Extent {
  const line = lineOf(rich, start, end);
  if (line?.block.kind !== 'row' || line.block.table === null || !isRow(rich, start, end))
    return extentOf(text, start, end);
  const { widths, total, isStacked, isLong } = columnsOf(rich, line.block.table);
  const room = (i: number) => (isStacked ? STACKED_WIDTH : (widths[i] ?? 4)) - 2;
  const cells = cellsOf(text, start, end);
  const width = (i: number) => widthOf(text.slice(cells[i]?.start, cells[i]?.end), LONGEST_CELL) - 1;
  let [fullest, long] = [0.1, 0];
  for (const i of cells.keys()) {
    if (isLong[i]) long += width(i);
    else fullest = Math.max(fullest, width(i) / Math.max(1, room(i)));
  }
  return { narrow: fullest, wide: isStacked ? long : total };
}

/** Pixels of the line text[START, END) with the EXTENT that richExtent() gave. */
export function richHeight(
  rich: RichText,
  start: number,
  end: number,
  extent: Extent,
  metrics: Metrics,
): number {
  const line = lineOf(rich, start, end);
  if (!line) return estimateHeight(extent, metrics);
  const em = metrics.lineHeight / PLAIN.line;
  const below = gaps[line.gap] * em;
  if (line.block.kind === 'row' && line.block.table !== null && isRow(rich, start, end))
    return rowHeight(rich, line.block.table, extent, metrics) + below;
  const { size, line: leading, above, indent } = shapeOf(line);
  const type = {
    lineHeight: em * size * leading,
    charWidth: metrics.charWidth * size * (line.block.kind === 'code' ? 1.25 : 1),
    wideWidth: metrics.wideWidth * size,
    width: Math.max(metrics.width / 3, metrics.width - indent * em),
  };
  const pictures = rich.images.length === 0 ? 0 : picturesHeight(rich, start, end, metrics);
  return estimateHeight(extent, type) + above * em + below + pictures;
}

function rowHeight(rich: RichText, table: number, { narrow, wide }: Extent, metrics: Metrics): number {
  const { isStacked, isLong } = columnsOf(rich, table);
  const em = metrics.lineHeight / PLAIN.line;
  const line = em * 0.92 * 1.45;
  const room = Math.max(1, metrics.width / metrics.charWidth);
  if (!isStacked) return Math.max(1, Math.ceil(narrow * Math.max(1, wide / room))) * line + 0.6 * em;
  const across = Math.max(1, Math.floor(room / STACKED_WIDTH));
  const longs = isLong.filter((it) => it).length;
  const rows = Math.ceil((isLong.length - longs) / across);
  const lines =
    rows * Math.max(1, Math.ceil(Math.min(narrow, 12))) + Math.max(longs, wide / room + longs / 2);
  return lines * line + 0.6 * em;
}

function picturesHeight({ images }: RichText, start: number, end: number, metrics: Metrics): number {
  let height = 0;
  for (const image of images) {
    if (image.at < start || image.at >= end || image.id === null) continue;
    height += image.height ?? IMAGE_LINES * metrics.lineHeight;
  }
  return height;
}
