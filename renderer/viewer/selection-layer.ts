/** Paints caret and selection; they show the session's selection, also where the DOM selection cannot be. */
import { rangeOver } from './leaves';
import { caretAt } from './rects';
import { RangeList } from './registry';
import type { SelectionState } from './selection';
import { priority, SELECTION } from './styles';
import type { BlockWindow, MountedBlock } from './window';

export class SelectionLayer {
  private readonly ranges = new RangeList();
  private readonly caret = document.createElement('div');
  private readonly lineEnds = document.createElement('div');

  constructor(
    private readonly window: BlockWindow,
    private readonly state: SelectionState,
    private readonly layer: HTMLElement,
  ) {
    this.caret.className = 'viewer-caret';
    layer.append(this.caret, this.lineEnds);
  }

  /** MOVED starts the blinking anew, so that a moving caret is always seen. */
  draw(moved: boolean): void {
    const { start, end } = this.state.span;
    this.ranges.clear();
    const ends: HTMLElement[] = [];
    if (start === end && !this.state.isMounted(start)) {
      this.caret.hidden = true;
      return;
    }
    const origin = this.layer.getBoundingClientRect();
    if (end > start)
      for (const block of this.window.all()) {
        if (block.start >= end) break;
        if (block.end < start) continue;
        this.fill(block, start, end);
        ends.push(...selectedImages(block, start, end, origin));
        if (start <= block.end && block.end < end) ends.push(...this.lineEnd(block, origin));
      }
    this.caret.hidden = end > start || !this.placeCaret(origin);
    // Starting it anew by another name would leave an animation behind at every key.
    if (moved) for (const blinking of this.caret.getAnimations()) blinking.currentTime = 0;
    if (ends.length > 0 || this.lineEnds.firstChild) this.lineEnds.replaceChildren(...ends);
  }

  destroy(): void {
    this.ranges.clear();
  }

  private fill(block: MountedBlock, start: number, end: number): void {
    const range = rangeOver(block.leaves, Math.max(start, block.start), Math.min(end, block.end));
    if (range) this.ranges.add(SELECTION, range, priority.selection);
  }

  /** A selected line end is a narrow box, so that selected empty lines are seen. */
  private lineEnd(block: MountedBlock, origin: DOMRect): HTMLElement[] {
    const next = this.window.get(block.index + 1);
    if (next && next.start === block.end) return [];
    const place = caretAt(this.window, block.end);
    if (!place) return [];
    const element = document.createElement('div');
    element.className = 'viewer-line-end';
    const rightToLeft = getComputedStyle(block.element).direction === 'rtl';
    element.style.insetInlineStart = `calc(${place.x - origin.left}px - ${rightToLeft ? '0.35em' : '0px'})`;
    element.style.top = `${place.top - origin.top}px`;
    element.style.height = `${place.bottom - place.top}px`;
    return [element];
  }

  private placeCaret(origin: DOMRect): boolean {
    const { focus } = this.state.current;
    if (!this.state.isMounted(focus)) return false;
    const place = caretAt(this.window, focus, this.state.atEnd);
    if (!place) return false;
    this.caret.style.transform = `translate(${place.x - origin.left}px, ${place.top - origin.top}px)`;
    this.caret.style.height = `${place.bottom - place.top}px`;
    return true;
  }
}

/** A highlight paints characters only; over an image lies a veil. */
function selectedImages(
  { leaves }: MountedBlock,
  start: number,
  end: number,
  origin: DOMRect,
): HTMLElement[] {
  const selected = leaves.filter((leaf) => leaf.image && leaf.start >= start && leaf.end <= end);
  return selected.map(({ image }) => {
    const box = (image as HTMLElement).getBoundingClientRect();
    const element = document.createElement('div');
    element.className = 'viewer-selected-image';
    const { style } = element;
    style.left = `${box.left - origin.left}px`;
    style.top = `${box.top - origin.top}px`;
    style.width = `${box.width}px`;
    style.height = `${box.height}px`;
    return element;
  });
}
