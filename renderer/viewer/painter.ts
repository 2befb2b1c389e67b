/** Paints annotations on the mounted blocks: fills, bars below the lines, stripes in the margin. */
import { AnnotationSet } from '../../core/annotation-set';
import { isSuggestion } from '../../core/edit-suggestions';
import { css, inkOf } from '../../core/ink';
import type { Label } from '../../core/model';
import { type BarLayer, type Box, joinedBoxes } from './bars';
import type { JoinedParts } from './fragments-layer';
import { HighlightSheet } from './highlight-sheet';
import type { Painted } from './interface';
import { rangeOver } from './leaves';
import type { Margin } from './margin';
import { cutPieces, type Piece } from './pieces';
import { rectsIn } from './rects';
import { RangeList } from './registry';
import type { StripeItem } from './stripes';
import { BARE, currentName, fillName, highlightStyles, priority, unknownLabel } from './styles';
import { currentTheme, type Theme } from './theme';
import type { BlockWindow, MountedBlock } from './window';

const nothing: Painted = { annotations: new AnnotationSet([]), labels: [], current: null };

/** What is painted on one block. */
class BlockPaint {
  signature = '';
  readonly ranges = new RangeList();
  /** The boxes of each piece, from the block's top left corner; kept while lines break as they do. */
  boxes = new Map<string, Box[]>();
}

export class Painter {
  private painted = nothing;
  private theme: Theme = currentTheme();
  /** What is pointed at: all its parts look as if it were picked. */
  private lit: ReadonlySet<string> = new Set();
  private pieces: readonly (readonly [MountedBlock, readonly Piece[]])[] = [];
  private labels = new Map<string, Label>();
  private readonly sheet = new HighlightSheet();
  private readonly blocks = new Map<MountedBlock, BlockPaint>();
  private readonly lanes = new Map<string, number>();

  constructor(
    private readonly window: BlockWindow,
    private readonly bars: BarLayer,
    private readonly margin: Margin,
    private readonly topOf: (index: number) => number,
  ) {
    this.relabel();
  }

  paint(painted: Painted): void {
    const labelsChanged = painted.labels !== this.painted.labels;
    this.painted = painted;
    this.lanes.clear();
    if (labelsChanged) this.relabel();
    this.refresh();
  }

  /** Lights all parts of these annotations, and no others any more. */
  light(ids: readonly string[]): void {
    if (ids.length === this.lit.size && ids.every((id) => this.lit.has(id))) return;
    this.lit = new Set(ids);
    this.refresh();
  }

  /** The discontinuous annotations that are picked or lit, with the lines of their mounted parts. */
  joinedParts(): JoinedParts[] {
    const ids = new Set([...(this.painted.current === null ? [] : [this.painted.current]), ...this.lit]);
    const several = [...ids].flatMap((id) => this.painted.annotations.get(id) ?? []);
    const rows = several.filter((it) => it.spans.length > 1);
    if (rows.length === 0) return [];
    const boxes = this.boxes(new Set(rows.map((row) => row.id)));
    return rows.map(({ id, label }) => ({
      annotation: id,
      color: (this.labels.get(label) ?? unknownLabel).color,
      boxes: boxes.get(id) ?? [],
    }));
  }

  /** The mounted annotations. */
  ids(): Set<string> {
    return new Set(this.pieces.flatMap(([, row]) => row.map((piece) => piece.annotation.id)));
  }

  /** The lines of each of the annotations IDS, from the top left corner of what is mounted. */
  boxes(ids: ReadonlySet<string>): Map<string, Box[]> {
    const found = new Map<string, Box[]>();
    for (const [block, row] of this.pieces) {
      const top = this.topOf(block.index);
      for (const piece of row) {
        const { id } = piece.annotation;
        if (!ids.has(id)) continue;
        const lines = this.blocks.get(block)?.boxes.get(keyOf(piece)) ?? [];
        const placed = lines.map((line) => ({ ...line, top: top + line.top, bottom: top + line.bottom }));
        found.set(id, [...(found.get(id) ?? []), ...placed]);
      }
    }
    return found;
  }

  /** True when the annotation stands before what is mounted. */
  isAbove(id: string): boolean {
    const first = this.pieces[0]?.[0].start ?? 0;
    return (this.painted.annotations.get(id)?.spans.at(-1)?.end ?? 0) <= first;
  }

  /** Takes all annotations away; the labels stay known. */
  clear(): void {
    this.paint({ ...nothing, labels: this.painted.labels });
  }

  /** The theme may have changed. */
  retheme(theme: Theme): void {
    this.theme = theme;
    this.relabel();
    this.refresh();
  }

  /** Lines may break differently: nothing measured holds any more. */
  forgetLayout(): void {
    for (const paint of this.blocks.values()) {
      paint.signature = '';
      paint.boxes.clear();
    }
  }

  /** Brings what is painted up to what is mounted and wanted; touches only blocks where they differ. */
  refresh(): void {
    const mounted = [...this.window.all()];
    this.forget(new Set(mounted));
    const first = mounted[0];
    const last = mounted.at(-1);
    this.pieces = [];
    if (!first || !last) return;
    const found = this.painted.annotations.overlapping({
      start: first.start,
      end: Math.max(last.end, first.start + 1),
    });
    const pieces = cutPieces(found, mounted, this.lanes);
    this.pieces = mounted.map((block, i) => [block, pieces[i] as Piece[]]);
    const changed: [MountedBlock, Piece[]][] = [];
    mounted.forEach((block, i) => {
      const row = pieces[i] as Piece[];
      if (this.isNew(block, row)) changed.push([block, row]);
    });
    // Reading comes before writing: places don't depend on what is painted, and the layout is still clean.
    for (const [block, row] of changed) this.measure(block, row);
    for (const [block, row] of changed) this.fill(block, row);
    this.sheet.use(this.names(pieces));
    for (const [block, row] of changed) this.bars.draw(block, this.barsOf(block, row));
    this.bars.place(mounted, this.topOf);
    this.margin.draw(this.stripes(mounted, pieces), this.labels, this.painted.current, this.theme);
  }

  destroy(): void {
    this.forget(new Set());
    this.sheet.destroy();
  }

  private relabel(): void {
    this.labels = new Map(this.painted.labels.map((label) => [label.id, label]));
    for (const paint of this.blocks.values()) paint.signature = '';
    this.sheet.restyle(highlightStyles([...this.labels.values()], this.theme));
  }

  private forget(kept: ReadonlySet<MountedBlock>): void {
    for (const [block, paint] of this.blocks) {
      if (kept.has(block)) continue;
      paint.ranges.clear();
      this.bars.remove(block);
      this.blocks.delete(block);
    }
  }

  /** False when the block is painted so already. */
  private isNew(block: MountedBlock, pieces: readonly Piece[]): boolean {
    const signature = pieces
      .map(
        (piece) =>
          `${keyOf(piece)} ${piece.lane} ${fillOf(piece)} ${piece.annotation.label} ${this.isCurrent(piece)} ${this.isMarked(piece)} ${isSuggestion(piece.annotation)}`,
      )
      .join('\n');
    const paint = this.blocks.get(block) ?? new BlockPaint();
    this.blocks.set(block, paint);
    if (paint.signature === signature) return false;
    paint.signature = signature;
    return true;
  }

  private fill(block: MountedBlock, pieces: readonly Piece[]): void {
    const paint = this.blocks.get(block) as BlockPaint;
    paint.ranges.clear();
    for (const piece of pieces) {
      const label = this.labelOf(piece).id;
      const range = rangeOver(block.leaves, piece.start, piece.end);
      if (!range) continue;
      paint.ranges.add(fillName(label, fillOf(piece)), range, Math.min(piece.lane, 9));
      if (this.isCurrent(piece)) paint.ranges.add(currentName(label), range, priority.current);
    }
  }

  private measure(block: MountedBlock, pieces: readonly Piece[]): void {
    const paint = this.blocks.get(block) as BlockPaint;
    const known = paint.boxes;
    const boxes = new Map<string, Box[]>();
    const column = this.window.root.getBoundingClientRect();
    const { top } = block.element.getBoundingClientRect();
    for (const piece of pieces) {
      const key = keyOf(piece);
      boxes.set(
        key,
        known.get(key) ??
          joinedBoxes(rectsIn(block, piece.start, piece.end).map((rect) => relative(rect, column, top))),
      );
    }
    paint.boxes = boxes;
  }

  private barsOf(block: MountedBlock, pieces: readonly Piece[]) {
    const { boxes } = this.blocks.get(block) as BlockPaint;
    return pieces.map((piece) => ({
      boxes: boxes.get(keyOf(piece)) ?? [],
      lane: piece.lane,
      color: css(inkOf(this.labelOf(piece).color, this.theme.dark)),
      current: this.isCurrent(piece),
      marked: this.isMarked(piece),
      suggested: isSuggestion(piece.annotation),
    }));
  }

  /** From the first line to the last of every mounted annotation. */
  private stripes(mounted: readonly MountedBlock[], pieces: readonly Piece[][]): StripeItem[] {
    const items = new Map<string, StripeItem & { top: number; bottom: number }>();
    mounted.forEach((block, i) => {
      const top = this.topOf(block.index);
      const { boxes } = this.blocks.get(block) as BlockPaint;
      for (const piece of pieces[i] as Piece[])
        for (const box of boxes.get(keyOf(piece)) ?? []) {
          const { id } = piece.annotation;
          const item = items.get(id) ?? {
            id,
            label: this.labelOf(piece).id,
            top: Infinity,
            bottom: 0,
            suggested: isSuggestion(piece.annotation),
          };
          item.top = Math.min(item.top, top + box.top);
          item.bottom = Math.max(item.bottom, top + box.bottom);
          items.set(id, item);
        }
    });
    return [...items.values()];
  }

  /** The highlights that are in view. */
  private names(pieces: readonly Piece[][]): Set<string> {
    const names = new Set<string>();
    for (const piece of pieces.flat()) {
      const label = this.labelOf(piece).id;
      names.add(fillName(label, fillOf(piece)));
      if (this.isCurrent(piece)) names.add(currentName(label));
    }
    return names;
  }

  private labelOf(piece: Piece): Label {
    return this.labels.get(piece.annotation.label) ?? unknownLabel;
  }

  private isCurrent(piece: Piece): boolean {
    const { id } = piece.annotation;
    return id === this.painted.current || this.lit.has(id);
  }

  /** The end of an annotation with relations. */
  private isMarked({ annotation: { id, spans }, end }: Piece): boolean {
    return spans.at(-1)?.end === end && this.painted.related?.has(id) === true;
  }
}

const keyOf = (piece: Piece) => `${piece.annotation.id} ${piece.start} ${piece.end}`;

/** A suggestion is bare of colour until it is accepted: only its dashed bar is there. */
const fillOf = (piece: Piece) => (isSuggestion(piece.annotation) ? BARE : piece.fill);

/** From the left edge of COLUMN, for blocks may be indented, and from TOP. */
const relative = (rect: DOMRect, column: DOMRect, top: number): Box => ({
  left: rect.left - column.left,
  // Spaces that hang over the end of a line are not underlined beyond the column.
  right: Math.min(rect.right, column.right) - column.left,
  top: rect.top - top,
  bottom: rect.bottom - top,
});
