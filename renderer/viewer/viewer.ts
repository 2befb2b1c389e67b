/** The viewer: shows a text, paints annotations, moves the caret. Speaks of UTF-16 offsets, never of the DOM. */
import { AnnotationSet } from '../../core/annotation-set';
import { BlockTable } from '../../core/blocks';
import { t } from '../../core/locale/t';
import type { Span } from '../../core/model';
import { isRow } from '../../core/rich-lines';
import { BarLayer } from './bars';
import { serveClipboard } from './clipboard';
import { FragmentsLayer } from './fragments-layer';
import { buildFrame } from './frame';
import { annotationsAt } from './hit-test';
import type {
  Motion,
  Painted,
  ScrollPosition,
  Selection,
  ShowOptions,
  UnderPoint,
  Viewer,
  ViewerEvents,
} from './interface';
import { firstLineBelow } from './lines';
import { Margin } from './margin';
import { Marks } from './marks';
import { targetOf } from './motion';
import { Painter } from './painter';
import { PictureShelf } from './pictures';
import { Pointer } from './pointer';
import { caretAt, offsetFromPoint } from './rects';
import { RelationsLayer } from './relations-layer';
import { areTurnsAbove } from './rich-window';
import { SelectionState } from './selection';
import { SelectionLayer } from './selection-layer';
import { selectionColor } from './styles';
import { currentTheme, type Theme, watchTheme } from './theme';
import { Viewport } from './viewport';
import { BlockWindow } from './window';

/** Lines of context kept between what is revealed and the edge of the view. */
const CONTEXT = 1.5;
/** Where a far jump puts its line: this share of the view below the top. */
const LANDING = 0.3;

const noImage = () => Promise.resolve(null);

export function createViewer(host: HTMLElement, events: ViewerEvents): Viewer {
  return new TextViewer(host, events);
}

class TextViewer implements Viewer {
  private readonly frame;
  private readonly window;
  private readonly viewport;
  private readonly state;
  private readonly selection;
  private readonly painter;
  private readonly fragments;
  private readonly relations;
  private theme: Theme = currentTheme();
  private readonly marks;
  private readonly pointer;
  private readonly stop = new AbortController();
  private readonly unwatchTheme;
  private annotations = new AnnotationSet([]);
  /** What is on top, taken when the scrolling ends: when the width has changed, it is too late to ask. */
  private kept: { readonly place: ScrollPosition; readonly scrollTop: number } | null = null;

  constructor(
    host: HTMLElement,
    private readonly events: ViewerEvents,
  ) {
    const frame = buildFrame(host);
    this.frame = frame;
    this.window = new BlockWindow(frame.text);
    this.state = new SelectionState(this.window, () => this.text);
    this.selection = new SelectionLayer(this.window, this.state, frame.selection);
    this.marks = new Marks(this.window);
    this.viewport = new Viewport({
      ...frame,
      window: this.window,
      onMount: (anew) => this.mounted(anew),
      onResize: () => this.resized(),
    });
    this.painter = new Painter(this.window, new BarLayer(frame.bars), new Margin(frame.margin), (index) =>
      this.viewport.topInWindow(index),
    );
    this.fragments = new FragmentsLayer(frame.fragments);
    this.relations = new RelationsLayer(frame.relations, this.painter);
    this.unwatchTheme = watchTheme(() => this.retheme());
    this.retheme();
    this.pointer = new Pointer({
      ...frame,
      window: this.window,
      viewport: this.viewport,
      state: this.state,
      choose: (anchor, focus) => this.choose({ anchor, focus }),
      hits: (target, x, y) => annotationsAt(this.window, this.text, this.annotations, target, x, y),
      pick: events.onPick,
      linkAt: (x, y) => this.relations.at(x, y)?.id ?? null,
      pickLink: events.onPickLink,
      openLink: events.onLink,
      hover: (ids, link) => this.hover(ids, link),
    });
    const { signal } = this.stop;
    frame.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true, signal });
    frame.scroller.addEventListener('scrollend', () => this.rest(), { signal });
    frame.text.addEventListener('focus', () => this.state.write(), { signal });
    document.addEventListener('selectionchange', () => this.selectionChanged(), { signal });
    serveClipboard(frame.text, () => this.selectedText(), signal);
  }

  show(text: string, options: ShowOptions = {}): void {
    const { position = { offset: 0, above: 0 }, selection = { anchor: 0, focus: 0 }, rich = null } = options;
    const table = new BlockTable(text, (start, end) => rich !== null && isRow(rich, start, end));
    this.viewport.table = table;
    this.viewport.rich = rich;
    const shelf = new PictureShelf(options.image ?? noImage, (box) => this.pictureSized(box));
    this.window.open(table, rich && { rich, shelf, turnsAbove: areTurnsAbove(rich) });
    this.state.set(selection);
    this.marks.set([]);
    this.annotations = new AnnotationSet([]);
    this.painter.clear();
    this.kept = null;
    const offset = Math.max(0, Math.min(text.length, position.offset));
    const index = table.indexAt(offset);
    this.viewport.batch(() => this.openAt(index, offset, position.above));
    this.rest();
  }

  paint(painted: Painted): void {
    this.annotations = painted.annotations;
    this.relations.set(painted.links ?? [], painted.current);
    this.painter.paint(painted);
    this.drawJoints();
  }

  reveal({ start, end }: Span): void {
    this.viewport.batch(() => {
      // The end first: where both do not fit, the start is what counts.
      if (end > start && end - start < 1000) this.revealOffset(end, true);
      this.revealOffset(start, false);
    });
  }

  select(selection: Selection): void {
    const { anchor, focus } = this.state.current;
    // What the viewer told itself comes back: the column that line moves keep to must outlast that.
    if (selection.anchor !== anchor || selection.focus !== focus) this.state.set(selection);
    this.state.write();
    this.selection.draw(true);
  }

  move(motion: Motion): void {
    this.viewport.batch(() => this.moveTo(motion));
    this.state.write();
    this.selection.draw(true);
    this.events.onSelect(this.state.current);
  }

  mark(spans: readonly Span[]): void {
    this.marks.set(spans);
  }

  light(ids: readonly string[]): void {
    this.painter.light(ids);
    this.drawJoints();
  }

  position(): ScrollPosition {
    const { top } = this.frame.scroller.getBoundingClientRect();
    const block = this.window.get(this.viewport.anchor().index);
    if (!block) return { offset: 0, above: 0 };
    const line = firstLineBelow(block, top + 0.5);
    return { offset: line.offset, above: Math.round(top - line.top) };
  }

  at(x: number, y: number): UnderPoint {
    const target = document.elementFromPoint(x, y);
    return {
      offset: this.frame.text.contains(target) ? offsetFromPoint(this.window, this.text, x, y) : null,
      annotations: annotationsAt(this.window, this.text, this.annotations, target, x, y),
    };
  }

  caretPlace(): { readonly x: number; readonly y: number } | null {
    const caret = caretAt(this.window, this.state.current.focus);
    const view = this.frame.scroller.getBoundingClientRect();
    if (!caret || caret.bottom < view.top || caret.top > view.bottom) return null;
    return { x: caret.x, y: Math.min(caret.bottom, view.bottom) };
  }

  keepPlace(change: () => void): void {
    this.rest();
    change();
    this.resized();
  }

  focus(): void {
    this.frame.text.focus({ preventScroll: true });
  }

  destroy(): void {
    this.stop.abort();
    this.unwatchTheme();
    this.pointer.destroy();
    this.painter.destroy();
    this.marks.destroy();
    this.selection.destroy();
    this.viewport.destroy();
    this.window.destroy();
    this.frame.outer.remove();
  }

  private get text(): string {
    return this.viewport.table.text;
  }

  private selectedText(): string {
    const { start, end } = this.state.span;
    return this.text.slice(start, end);
  }

  private pictureSized(box: HTMLElement): void {
    const block = this.window.holding(box);
    if (block) this.viewport.remeasure(block);
  }

  private openAt(index: number, offset: number, above: number): void {
    this.viewport.open({ index, below: 0 });
    // Only now it is known where the line stands in its block.
    if (offset === 0 && above <= 0) this.frame.scroller.scrollTop = 0;
    else this.bringToTop(offset, above);
  }

  /** The line of OFFSET, near which the text is mounted, comes to stand ABOVE pixels beyond the top edge. */
  private bringToTop(offset: number, above: number): void {
    const caret = caretAt(this.window, offset);
    if (!caret) {
      this.frame.scroller.scrollTop = 0;
      return;
    }
    const half = (this.viewport.lineHeight - (caret.bottom - caret.top)) / 2;
    this.viewport.scrollBy(caret.top - half + above - this.frame.scroller.getBoundingClientRect().top);
  }

  private moveTo(motion: Motion): void {
    const { state } = this;
    const target = targetOf(
      {
        window: this.window,
        viewport: this.viewport,
        state,
        scroller: this.frame.scroller,
        reveal: (offset, atEnd) => this.revealOffset(offset, atEnd),
      },
      motion,
    );
    const { offset, atEnd = false, goal = null } = target;
    const anchor = motion.extend ? state.current.anchor : offset;
    state.set({ anchor, focus: offset }, atEnd, goal);
    this.revealOffset(state.current.focus, atEnd);
  }

  private retheme(): void {
    const theme = currentTheme();
    this.frame.outer.style.setProperty('--viewer-selection', selectionColor(theme));
    this.frame.text.setAttribute('aria-label', t('viewer.text'));
    this.theme = theme;
    this.painter.retheme(theme);
    this.drawJoints();
  }

  /** Lights what the pointer is on: a relation with both its ends, or an annotation of several parts. */
  private hover(ids: readonly string[], link: string | null): void {
    const ends = link === null ? null : this.relations.endsOf(link);
    const parts = ids.slice(0, 1).filter((id) => (this.annotations.get(id)?.spans.length ?? 0) > 1);
    this.relations.light(link);
    this.frame.scroller.classList.toggle('is-on-link', link !== null);
    this.light(ends ?? parts);
    this.events.onHover(link === null ? ids : [], link);
  }

  /** What joins annotations and their parts, drawn where they stand now. */
  private drawJoints(): void {
    this.fragments.draw(this.painter.joinedParts(), this.theme);
    this.relations.draw(this.theme);
  }

  /** The person chose this selection with the mouse. */
  private choose(selection: Selection): void {
    const { anchor, focus } = this.state.current;
    this.state.set(selection);
    const same = this.state.current.anchor === anchor && this.state.current.focus === focus;
    this.state.write();
    this.selection.draw(true);
    if (!same) this.events.onSelect(this.state.current);
  }

  private selectionChanged(): void {
    const found = this.state.readForeign();
    if (found) this.choose(found);
  }

  private mounted(laidOutAnew: boolean): void {
    if (laidOutAnew) this.painter.forgetLayout();
    this.painter.refresh();
    this.drawJoints();
    this.marks.refresh();
    this.state.write();
    this.selection.draw(false);
  }

  /** Nobody scrolls any more. */
  private rest(): void {
    const { scrollTop } = this.frame.scroller;
    // A slider or the window's edge changes the width step by step: were the place read anew each time, it would
    // wander to where lines begin.
    if (this.kept?.scrollTop !== scrollTop) this.kept = { place: this.position(), scrollTop };
  }

  /** The line on top stays there, however lines break now. */
  private resized(): void {
    const { kept, viewport, window } = this;
    const { scroller } = this.frame;
    viewport.batch(() => {
      if (!viewport.resized() || !kept || kept.scrollTop === 0) return;
      const index = viewport.table.indexAt(kept.place.offset);
      if (!window.get(index)) viewport.place({ index, below: 0 }, true);
      this.bringToTop(kept.place.offset, kept.place.above);
    });
    if (kept) this.kept = { ...kept, scrollTop: scroller.scrollTop };
  }

  private scrolled(): void {
    if (this.kept?.scrollTop !== this.frame.scroller.scrollTop) this.kept = null;
    this.viewport.sync();
    this.events.onScroll();
  }

  /** Scrolls as little as needed so that the line of OFFSET is in view; far away it lands below the top. */
  private revealOffset(offset: number, atEnd: boolean): void {
    const { viewport, window } = this;
    const index = viewport.table.indexAt(offset);
    const view = this.frame.scroller.getBoundingClientRect();
    const far = !window.get(index);
    if (far) viewport.place({ index, below: view.height * LANDING }, false);
    const caret = caretAt(window, offset, atEnd);
    if (!caret) return;
    const room = Math.min(CONTEXT * viewport.lineHeight, view.height / 4);
    if (far) viewport.scrollBy(caret.top - view.top - view.height * LANDING);
    else if (caret.top < view.top + room) viewport.scrollBy(caret.top - view.top - room);
    else if (caret.bottom > view.bottom - room) viewport.scrollBy(caret.bottom - view.bottom + room);
  }
}
