/** The selection in document offsets. The DOM selection follows it, and is read when somebody else moved it. */
import { isGraphemeBoundary, nextGrapheme, previousGrapheme } from '../../core/graphemes';
import type { Span } from '../../core/model';
import type { Selection as DocumentSelection } from './interface';
import { type DomPoint, toDomPoint, toOffset } from './positions';
import type { BlockWindow } from './window';

export const spanOf = ({ anchor, focus }: DocumentSelection): Span => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
});

export class SelectionState {
  current: DocumentSelection = { anchor: 0, focus: 0 };
  /** The caret stands after the last character of a line that is broken softly, not before the next line's first. */
  atEnd = false;
  /** Where line and page moves want to be, in CSS pixels of the window; null after any other move. */
  goal: number | null = null;
  /** What was last written to the DOM. */
  private written: { readonly anchor: DomPoint; readonly focus: DomPoint } | null = null;

  constructor(
    private readonly window: BlockWindow,
    private readonly text: () => string,
  ) {}

  get isCollapsed(): boolean {
    return this.current.anchor === this.current.focus;
  }

  get span(): Span {
    return spanOf(this.current);
  }

  /** Sets the selection, snapped outwards to grapheme boundaries. */
  set(selection: DocumentSelection, atEnd = false, goal: number | null = null): void {
    this.current = snapped(this.text(), selection);
    this.atEnd = atEnd;
    this.goal = goal;
  }

  /** True where the block of OFFSET is mounted. */
  isMounted(offset: number): boolean {
    const first = this.window.get(this.window.first);
    const last = this.window.get(this.window.end - 1);
    // In the line end of the last mounted block it still stands there.
    return first !== undefined && last !== undefined && offset >= first.start && offset <= last.end + 2;
  }

  /** Writes the selection to the DOM, clipped to what is mounted, unless a field for typing has the focus. */
  write(): void {
    const dom = document.getSelection();
    if (!dom || isTyping(document.activeElement)) return;
    // A caret that is not mounted has no place, and asking the engine for one costs a layout.
    if (this.isCollapsed && !this.isMounted(this.current.focus)) return;
    const anchor = toDomPoint(this.window, this.current.anchor);
    const focus = toDomPoint(this.window, this.current.focus);
    this.written = { anchor, focus };
    if (isAt(anchor, dom.anchorNode, dom.anchorOffset) && isAt(focus, dom.focusNode, dom.focusOffset)) return;
    dom.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }

  /** The selection that the DOM holds now, where somebody else put it there; else null. */
  readForeign(): DocumentSelection | null {
    const dom = document.getSelection();
    const { written, window } = this;
    if (!dom?.anchorNode || !dom.focusNode) return null;
    const sameAnchor = written !== null && isAt(written.anchor, dom.anchorNode, dom.anchorOffset);
    const sameFocus = written !== null && isAt(written.focus, dom.focusNode, dom.focusOffset);
    if (sameAnchor && sameFocus) return null;
    // An end that was not touched may stand for a place that is not mounted.
    const anchor = sameAnchor ? this.current.anchor : toOffset(window, dom.anchorNode, dom.anchorOffset);
    const focus = sameFocus ? this.current.focus : toOffset(window, dom.focusNode, dom.focusOffset);
    if (anchor === null || focus === null) return null;
    if (anchor === this.current.anchor && focus === this.current.focus) return null;
    return { anchor, focus };
  }
}

const isAt = (point: DomPoint, node: Node | null, offset: number) =>
  point.node === node && point.offset === offset;

function isTyping(element: Element | null): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Both ends on grapheme boundaries, widening: no half emoji, no caret inside a CRLF. */
function snapped(text: string, { anchor, focus }: DocumentSelection): DocumentSelection {
  const inside = (offset: number) => Math.max(0, Math.min(text.length, offset));
  const down = (offset: number) =>
    isGraphemeBoundary(text, offset) ? offset : previousGrapheme(text, offset);
  const up = (offset: number) => (isGraphemeBoundary(text, offset) ? offset : nextGrapheme(text, offset));
  const [a, f] = [inside(anchor), inside(focus)];
  if (a === f) return { anchor: down(a), focus: down(a) };
  return a < f ? { anchor: down(a), focus: up(f) } : { anchor: up(a), focus: down(f) };
}
