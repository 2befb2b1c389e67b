/** Which blocks are mounted, and where the scroller stands: spacers, measured heights, anchored scrolling. */
import { BlockTable } from '../../core/blocks';
import type { RichText } from '../../core/rich';
import { type Extent, estimateHeight, extentOf, type Metrics } from './estimate';
import { Extents } from './extents';
import { Heights } from './heights';
import { Ruler, sameMetrics } from './metrics';
import { spacerScale, toDocument, toScroller } from './scale';
import { richExtent, richHeight } from './shapes';
import type { BlockWindow, MountedBlock } from './window';

/** The empty space above the first line and below the last, in CSS pixels. */
const PADDING = 28;
/** How much is mounted beyond each edge, in screens; when less than AHEAD is left, more is mounted. */
const MARGIN = 0.85;
const AHEAD = 0.4;
/** How long one slice of the scan may take, in ms: short enough for a frame to stay whole. */
const SLICE_MS = 5;
const SLICE_UNITS = 262_144;

/** A block and how far its top lies below the top edge of the view (negative: above), in CSS pixels. */
export interface Anchor {
  readonly index: number;
  readonly below: number;
}

export interface ViewportParts {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  readonly window: BlockWindow;
  /** Other blocks are mounted, or they stand elsewhere in the window. LAID_OUT_ANEW: lines may have broken differently. */
  onMount(laidOutAnew: boolean): void;
  /** The type or the width of the text may have changed: calls `resized`. */
  onResize(): void;
}

export class Viewport {
  table = new BlockTable('');
  /** Null for plain text. */
  rich: RichText | null = null;
  private readonly heights = new Heights();
  private readonly extents = new Extents();
  private readonly ruler: Ruler;
  private metrics: Metrics;
  private scale = 1;
  private timer = 0;
  /** While above 0, what was mounted is told only once at the end. */
  private batches = 0;
  private untold: { laidOutAnew: boolean } | null = null;

  constructor(private readonly parts: ViewportParts) {
    this.ruler = new Ruler(parts.window.root, parts.page, () => parts.onResize());
    this.metrics = this.ruler.measure();
  }

  /** Shows the table with the start of block INDEX at the given place; the window knows it already. */
  open(anchor: Anchor): void {
    this.heights.clear();
    this.extents.clear();
    this.metrics = this.ruler.measure();
    this.append();
    this.place(anchor, true);
    this.scanLater();
  }

  /** Lines of text on a screen, in CSS pixels. */
  get height(): number {
    return this.parts.scroller.clientHeight;
  }

  get lineHeight(): number {
    return this.metrics.lineHeight;
  }

  /** Where BLOCK begins, in CSS pixels below the top of the mounted window. */
  topInWindow(index: number): number {
    return this.heights.before(index) - this.heights.before(this.parts.window.first);
  }

  /** The block at the top edge of the view. */
  anchor(): Anchor {
    const top = this.top();
    const index = this.heights.indexAt(Math.max(0, top));
    return { index, below: this.heights.before(index) - top };
  }

  /** After a scroll: mounts what is missing around the view. */
  sync(): void {
    const { window, scroller } = this.parts;
    const top = this.top();
    const height = scroller.clientHeight;
    const { heights } = this;
    const reach = AHEAD * height;
    const enoughAbove = window.first === 0 || heights.before(window.first) <= top - reach;
    const isLast = window.end === this.table.count && this.table.complete;
    const enoughBelow = isLast || heights.before(window.end) >= top + height + reach;
    if (enoughAbove && enoughBelow && window.end > window.first) return;
    this.scanTo(top + 2 * height);
    this.place(this.anchor(), false);
  }

  /** Puts the anchor where it says, mounting what the view needs there. */
  place(anchor: Anchor, laidOutAnew: boolean): void {
    const { window, scroller, above, below } = this.parts;
    const { heights, table } = this;
    const height = Math.max(scroller.clientHeight, 200);
    // Measuring may show that more blocks are needed than was guessed.
    for (let round = 0; round < 4; round++) {
      const top = heights.before(anchor.index) - anchor.below;
      this.scanTo(top + 2 * height);
      const from = heights.indexAt(top - MARGIN * height);
      const to = heights.indexAt(top + (1 + MARGIN) * height) + 1;
      const wasFirst = window.first;
      const wasEnd = window.end;
      const covers = wasEnd > wasFirst && wasFirst <= from && wasEnd >= to;
      if (round > 0 && covers) break;
      this.measure(window.mount(from, to));
      if (round > 0 && window.first === wasFirst && window.end === wasEnd) break;
    }
    const total = this.total();
    this.scale = spacerScale(total, devicePixelRatio);
    const end = table.complete && window.end === table.count ? total : heights.before(window.end);
    above.style.height = `${PADDING + heights.before(window.first) * this.scale}px`;
    below.style.height = `${PADDING + (total - end) * this.scale}px`;
    const place = heights.before(anchor.index) - anchor.below;
    this.scrollTo(place < 0 ? place + PADDING : toScroller(place, this.mounted(), this.scale) + PADDING);
    this.tell(laidOutAnew);
  }

  /** Runs STEPS, which may mount several times on the way, and has the result painted once. */
  batch<T>(steps: () => T): T {
    this.batches++;
    try {
      return steps();
    } finally {
      this.batches--;
      const { untold } = this;
      if (this.batches === 0 && untold) this.tell(untold.laidOutAnew);
    }
  }

  /** Moves the view by whole pixels inside what is mounted, then mounts what is missing. */
  scrollBy(pixels: number): void {
    this.parts.scroller.scrollTop += pixels;
    this.sync();
  }

  /** A mounted block has become taller or lower by itself. */
  remeasure(block: MountedBlock): void {
    const anchor = this.anchor();
    this.measure([block]);
    this.place(anchor, true);
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.ruler.destroy();
  }

  private tell(laidOutAnew: boolean): void {
    if (this.batches > 0) {
      this.untold = { laidOutAnew: laidOutAnew || this.untold?.laidOutAnew === true };
      return;
    }
    this.untold = null;
    this.parts.onMount(laidOutAnew);
  }

  /** The top edge of the view in the document, in unscaled pixels; negative inside the padding above it. */
  private top(): number {
    const place = this.parts.scroller.scrollTop - PADDING;
    return place < 0 ? place : toDocument(place, this.mounted(), this.scale);
  }

  private mounted() {
    const { first, end } = this.parts.window;
    return { top: this.heights.before(first), bottom: this.heights.before(end) };
  }

  private scrollTo(place: number): void {
    const { scroller } = this.parts;
    if (Math.abs(scroller.scrollTop - place) >= 0.75) scroller.scrollTop = place;
  }

  /** What the whole document is thought to need: the part not scanned yet is taken to be like the scanned one. */
  private total(): number {
    const { table, heights } = this;
    if (table.complete || table.scannedTo === 0) return heights.total;
    return (heights.total * table.text.length) / table.scannedTo;
  }

  private measure(blocks: readonly MountedBlock[]): void {
    for (const { index, element } of blocks) this.heights.set(index, element.getBoundingClientRect().height);
  }

  /** Estimates the blocks that were scanned since. */
  private append(): void {
    const { table, extents, heights } = this;
    for (let i = heights.count; i < table.count; i++) {
      const { text } = table;
      const [start, end] = [table.start(i), table.end(i)];
      const extent = this.rich ? richExtent(this.rich, text, start, end) : extentOf(text, start, end);
      extents.push(extent);
      heights.push(this.estimate(i, extent));
    }
  }

  private estimate(index: number, extent: Extent): number {
    const { rich, table, metrics } = this;
    if (!rich) return estimateHeight(extent, metrics);
    return richHeight(rich, table.start(index), table.end(index), extent, metrics);
  }

  private scanTo(place: number): void {
    while (!this.table.complete && this.heights.total < place) {
      this.table.scan(this.table.scannedTo + SLICE_UNITS);
      this.append();
    }
    // indexAt() of the table may have scanned on.
    this.append();
  }

  private scanLater(): void {
    clearTimeout(this.timer);
    if (this.table.complete) return;
    this.timer = setTimeout(() => {
      const until = performance.now() + SLICE_MS;
      while (!this.table.complete && performance.now() < until) {
        this.table.scan(this.table.scannedTo + SLICE_UNITS);
        this.append();
      }
      if (this.table.complete) this.place(this.anchor(), false);
      else this.scanLater();
    });
  }

  /** True when the type or the width of the text has changed, and lines are broken differently. */
  resized(): boolean {
    const metrics = this.ruler.measure();
    if (sameMetrics(metrics, this.metrics)) {
      this.sync();
      return false;
    }
    const anchor = this.anchor();
    // Nearly the same line stays on top: the block keeps its share above the edge.
    const share = anchor.below / Math.max(1, this.heights.get(anchor.index));
    this.metrics = metrics;
    for (let i = 0; i < this.heights.count; i++) this.heights.set(i, this.estimate(i, this.extents.get(i)));
    this.measure([...this.parts.window.all()]);
    const below = anchor.below < 0 ? share * this.heights.get(anchor.index) : anchor.below;
    this.place({ index: anchor.index, below }, true);
    return true;
  }
}
