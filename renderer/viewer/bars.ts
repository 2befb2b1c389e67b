/** Thin bars below the lines, one lane for each level of nesting: the layer that tells overlapping fills apart. */
import type { MountedBlock } from './window';

/** From the left edge of the column and the top of a block, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Bar {
  readonly boxes: readonly Box[];
  readonly lane: number;
  readonly color: string;
  readonly current: boolean;
  /** A ring at its end tells of relations. */
  readonly marked: boolean;
  /** Dashed: nobody has accepted it yet. */
  readonly suggested: boolean;
}

/** Deeper levels have no bar of their own: the margin tells them. */
const MAX_LANES = 4;
const THICK = 2;
const PITCH = 3;
const RING = 6;

export class BarLayer {
  private readonly groups = new Map<MountedBlock, { element: HTMLElement; top: number }>();

  constructor(private readonly layer: HTMLElement) {}

  draw(block: MountedBlock, bars: readonly Bar[]): void {
    const shown = bars.filter((bar) => bar.lane < MAX_LANES && bar.boxes.length > 0);
    if (shown.length === 0) {
      this.remove(block);
      return;
    }
    const group = this.groups.get(block);
    const element = group?.element ?? document.createElement('div');
    element.replaceChildren(
      ...shown.flatMap((bar) => [...bar.boxes.map((box) => barElement(bar, box)), ...ringOf(bar)]),
    );
    if (group) return;
    element.className = 'viewer-bars';
    this.groups.set(block, { element, top: Number.NaN });
    this.layer.append(element);
  }

  /** Moves the bars to where their blocks are now. */
  place(blocks: readonly MountedBlock[], topOf: (index: number) => number): void {
    for (const block of blocks) {
      const group = this.groups.get(block);
      if (!group) continue;
      const top = topOf(block.index);
      if (group.top === top) continue;
      group.top = top;
      group.element.style.top = `${top}px`;
    }
  }

  remove(block: MountedBlock): void {
    this.groups.get(block)?.element.remove();
    this.groups.delete(block);
  }
}

/** Boxes that touch on one line made one: a space at the end of a line has a box of its own. */
export function joinedBoxes(boxes: readonly Box[]): Box[] {
  const result: Box[] = [];
  for (const box of boxes) {
    const last = result.at(-1);
    // Bold, code and raised characters of one line stand at different heights.
    const sameLine = last && Math.min(last.bottom, box.bottom) - Math.max(last.top, box.top) > 4;
    if (last && sameLine && Math.abs(last.right - box.left) < 0.5)
      result[result.length - 1] = {
        left: last.left,
        right: box.right,
        top: Math.min(last.top, box.top),
        bottom: Math.max(last.bottom, box.bottom),
      };
    else result.push(box);
  }
  return result;
}

function barElement({ lane, color, current, suggested }: Bar, { left, right, bottom }: Box): HTMLElement {
  const element = document.createElement('div');
  element.className = `viewer-bar${current ? ' is-current' : ''}${suggested ? ' is-suggested' : ''}`;
  const { style } = element;
  // A hair's breadth is left at both ends, so that neighbours of one label stay apart.
  style.left = `${left + 0.5}px`;
  style.width = `${Math.max(1, right - left - 1)}px`;
  style.top = `${bottom - 1 + lane * PITCH}px`;
  style.height = `${THICK}px`;
  style.color = color;
  return element;
}

function ringOf({ boxes, lane, color, marked }: Bar): HTMLElement[] {
  const last = boxes.at(-1);
  if (!marked || !last) return [];
  const element = document.createElement('div');
  element.className = 'viewer-ring';
  const { style } = element;
  style.left = `${last.right - RING}px`;
  style.top = `${last.bottom - 1 + lane * PITCH + (THICK - RING) / 2}px`;
  style.width = `${RING}px`;
  style.height = `${RING}px`;
  style.borderColor = color;
  return [element];
}
