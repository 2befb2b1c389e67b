/** The mouse: caret, selection by characters, words and paragraphs, autoscroll past the edges, clicks and hovering. */
import { nextGrapheme, wordAt } from '../../core/graphemes';
import type { Span } from '../../core/model';
import { annotationsOf } from './margin';
import { offsetFromPoint } from './rects';
import type { SelectionState } from './selection';
import type { Viewport } from './viewport';
import type { BlockWindow } from './window';

export interface PointerParts {
  readonly scroller: HTMLElement;
  readonly window: BlockWindow;
  readonly viewport: Viewport;
  readonly state: SelectionState;
  /** The person chose this selection. */
  choose(anchor: number, focus: number): void;
  hits(target: EventTarget | null, x: number, y: number): readonly string[];
  pick(ids: readonly string[], x: number, y: number): void;
  /** The relation that is drawn there. */
  linkAt(x: number, y: number): string | null;
  pickLink(id: string): void;
  /** Ctrl+click on a link of the text, or Cmd+click. */
  openLink(offset: number): void;
  hover(ids: readonly string[], link: string | null): void;
}

type Unit = (offset: number) => Span;

interface Drag {
  /** What was pressed on: a caret, a word, a paragraph. */
  readonly origin: Span;
  readonly unit: Unit;
  /**
   * Pressed inside the selection with Alt: it may be dragged away, so it is kept until the button comes up.
   * Without Alt a new selection begins, because spans inside spans are what annotating is about.
   */
  readonly onSelection: boolean;
  readonly isClick: boolean;
  moved: boolean;
  x: number;
  y: number;
}

export class Pointer {
  private drag: Drag | null = null;
  private frame = 0;
  private hoverFrame = 0;
  private hovered = '';
  private readonly stop = new AbortController();

  constructor(private readonly parts: PointerParts) {
    const { scroller } = parts;
    const { signal } = this.stop;
    scroller.addEventListener('mousedown', (event) => this.press(event), { signal });
    scroller.addEventListener('mousemove', (event) => this.hoverLater(event), { signal });
    scroller.addEventListener('mouseleave', () => this.tellHover([], null), { signal });
    scroller.addEventListener('dragend', () => this.end(), { signal });
    // On the window: the button may come up anywhere.
    addEventListener('mousemove', (event) => this.move(event), { signal });
    addEventListener('mouseup', (event) => this.release(event), { signal });
    addEventListener('blur', () => this.end(), { signal });
  }

  destroy(): void {
    this.stop.abort();
    this.end();
    cancelAnimationFrame(this.hoverFrame);
  }

  private press(event: MouseEvent): void {
    const { scroller, window, state } = this.parts;
    const onScrollbar = event.target === scroller && event.offsetX >= scroller.clientWidth;
    if (event.button !== 0 || onScrollbar) return;
    window.root.focus({ preventScroll: true });
    if (annotationsOf(event.target).length > 0) {
      event.preventDefault();
      this.parts.pick(annotationsOf(event.target), event.clientX, event.clientY);
      return;
    }
    const offset = this.offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    const { span } = state;
    const unit = this.unitOf(event.detail);
    const inside = span.start < offset && offset < span.end;
    const onSelection = inside && event.altKey && event.detail === 1 && !event.shiftKey;
    const origin = event.shiftKey ? { start: state.current.anchor, end: state.current.anchor } : unit(offset);
    const { clientX: x, clientY: y } = event;
    const isClick = event.detail === 1 && !event.shiftKey;
    this.drag = { origin, unit, onSelection, isClick, moved: false, x, y };
    if (onSelection) return;
    event.preventDefault();
    this.extendTo(offset);
  }

  private move({ clientX, clientY, buttons }: MouseEvent): void {
    const { drag } = this;
    if (!drag) return;
    if ((buttons & 1) === 0) this.end();
    if (!this.drag || drag.onSelection) return;
    if (Math.abs(clientX - drag.x) + Math.abs(clientY - drag.y) > 2) drag.moved = true;
    drag.x = clientX;
    drag.y = clientY;
    if (drag.moved) this.follow();
    if (this.overshoot() !== 0 && this.frame === 0)
      this.frame = requestAnimationFrame(() => this.autoscroll());
  }

  private release(event: MouseEvent): void {
    const { drag } = this;
    if (!drag || event.button !== 0) return;
    this.end();
    if (!drag.isClick || drag.moved) return;
    const { clientX, clientY } = event;
    const offset = this.offsetAt(clientX, clientY);
    const onText = event.target instanceof Element && event.target.closest('.rich-link') !== null;
    if (onText && (event.ctrlKey || event.metaKey) && offset !== null) {
      this.parts.openLink(offset);
      return;
    }
    if (drag.onSelection && offset !== null) this.parts.choose(offset, offset);
    const link = this.parts.linkAt(clientX, clientY);
    if (link !== null) this.parts.pickLink(link);
    else this.parts.pick(this.parts.hits(event.target, clientX, clientY), clientX, clientY);
  }

  private end(): void {
    this.drag = null;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** Extends the selection to where the pointer is. */
  private follow(): void {
    const { drag } = this;
    const offset = drag && this.offsetAt(drag.x, drag.y);
    if (offset !== null) this.extendTo(offset);
  }

  private extendTo(offset: number): void {
    const { drag } = this;
    if (!drag) return;
    const { start, end } = drag.unit(offset);
    if (start < drag.origin.start) this.parts.choose(drag.origin.end, start);
    else this.parts.choose(drag.origin.start, Math.max(end, drag.origin.end));
  }

  /** How far the pointer is past the edge of the view; negative above. */
  private overshoot(): number {
    const { drag } = this;
    if (!drag) return 0;
    const box = this.parts.scroller.getBoundingClientRect();
    return Math.min(0, drag.y - box.top) + Math.max(0, drag.y - box.bottom);
  }

  private autoscroll(): void {
    this.frame = 0;
    const over = this.overshoot();
    if (over === 0) return;
    this.parts.viewport.scrollBy(Math.sign(over) * Math.min(80, 3 + Math.abs(over) / 3));
    this.follow();
    this.frame = requestAnimationFrame(() => this.autoscroll());
  }

  private unitOf(clicks: number): Unit {
    const { table } = this.parts.viewport;
    const { text } = table;
    if (clicks <= 1) return (offset) => ({ start: offset, end: offset });
    if (clicks === 2)
      return (offset) => wordAt(text, offset) ?? { start: offset, end: nextOnLine(text, offset) };
    return (offset) => {
      let first = table.indexAt(offset);
      let last = first;
      while (first > 0 && table.end(first - 1) === table.start(first)) first--;
      while (last + 1 < table.count && table.end(last) === table.start(last + 1)) last++;
      return { start: table.start(first), end: table.end(last) };
    };
  }

  /** The caret position nearest to the point, which may lie beside or beyond the text. */
  private offsetAt(clientX: number, clientY: number): number | null {
    const { scroller, window, viewport } = this.parts;
    const view = scroller.getBoundingClientRect();
    const column = window.root.getBoundingClientRect();
    const y = Math.max(view.top + 1, column.top + 1, Math.min(view.bottom - 2, column.bottom - 2, clientY));
    const x = Math.max(column.left + 1, Math.min(column.right - 1, clientX));
    return offsetFromPoint(window, viewport.table.text, x, y);
  }

  private hoverLater(event: MouseEvent): void {
    if (this.hoverFrame !== 0) return;
    const { target, clientX, clientY } = event;
    this.hoverFrame = requestAnimationFrame(() => {
      this.hoverFrame = 0;
      if (this.drag?.moved) this.tellHover([], null);
      else this.tellHover(this.parts.hits(target, clientX, clientY), this.parts.linkAt(clientX, clientY));
    });
  }

  private tellHover(ids: readonly string[], link: string | null): void {
    const key = [...ids, link].join(' ');
    if (key === this.hovered) return;
    this.hovered = key;
    this.parts.hover(ids, link);
  }
}

/** One cluster, or nothing at a line's end. */
function nextOnLine(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return offset >= text.length || code === 10 || code === 13 ? offset : nextGrapheme(text, offset);
}
