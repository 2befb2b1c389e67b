/** Makes the Lexical nodes of a line of rich text. */
import type { RichText } from '../../core/rich';
import { cellsOf, isRow, type Line, marksAt, type Segment, segmentsOf } from '../../core/rich-lines';
import { columnsOf, tracksOf } from './columns';
import { CellNode, LineNode, lexicalFormat, RunNode } from './nodes';
import type { PictureShelf } from './pictures';

export interface RichShown {
  readonly rich: RichText;
  readonly shelf: PictureShelf;
  /** See LineLook. */
  readonly turnsAbove: boolean;
}

/** Longer labels (characters) stand above their turns. */
const BESIDE = 14;

export const areTurnsAbove = ({ blocks }: RichText): boolean =>
  blocks.some(({ kind, label }) => kind === 'turn' && (label?.length ?? 0) > BESIDE);

/** The node of LINE of TEXT. ISCONTINUATION: it goes on where a softly split line was cut. */
export function $lineNode(shown: RichShown, text: string, line: Line, isContinuation: boolean): LineNode {
  const { rich, turnsAbove } = shown;
  const { start, end, block } = line;
  const node = new LineNode();
  const columns = block.table !== null && isRow(rich, start, end) ? columnsOf(rich, block.table) : null;
  node.look = {
    ...line,
    tracks: columns && tracksOf(columns),
    isStacked: columns?.isStacked ?? false,
    mark: start === end && !columns ? marksAt(rich, start) : null,
    turnsAbove,
  };
  if (!columns) {
    node.append(...$runs(shown, text, segmentsOf(rich, start, end, !isContinuation)));
    return node;
  }
  for (const [i, cell] of cellsOf(text, start, end).entries()) {
    const child = new CellNode();
    child.isLong = columns.isLong[i] ?? false;
    if (cell.start === cell.end) child.mark = marksAt(rich, cell.start);
    child.append(...$runs(shown, text, cellSegments(rich, text, cell.start, cell.end)));
    node.append(child);
  }
  return node;
}

/** The tab at a cell's end belongs to plain characters before it, else it stands alone: no link reaches over it. */
function cellSegments(rich: RichText, text: string, start: number, end: number): Segment[] {
  if (end === start || text.charCodeAt(end - 1) !== 9) return segmentsOf(rich, start, end);
  const segments = segmentsOf(rich, start, end - 1);
  const last = segments.at(-1);
  const isPlain = last && last.format === 0 && last.link === null && !last.image && last.after === null;
  if (isPlain) return [...segments.slice(0, -1), { ...last, end }];
  const before = last ? null : marksAt(rich, start);
  return [...segments, { start: end - 1, end, format: 0, link: null, image: null, before, after: null }];
}

function $runs({ shelf }: RichShown, text: string, segments: readonly Segment[]): RunNode[] {
  return segments.map((segment) => {
    const node = new RunNode(text.slice(segment.start, segment.end));
    node.segment = segment;
    node.shelf = shelf;
    node.setFormat(lexicalFormat(segment.format));
    return node;
  });
}
