/** Where a motion leads. Lines and visual order come from the mounted text, all else from the text itself. */
import { nextGrapheme, nextWord, previousGrapheme, previousWord } from '../../core/graphemes';
import type { Motion } from './interface';
import { cellAt } from './leaves';
import { endOfLine, lineAt } from './lines';
import { blockFor, toDomPoint, toOffset } from './positions';
import { type Caret, caretAt, lineHeightOf, offsetFromPoint } from './rects';
import type { SelectionState } from './selection';
import type { Viewport } from './viewport';
import type { BlockWindow, MountedBlock } from './window';

export interface Target {
  readonly offset: number;
  readonly atEnd?: boolean;
  readonly goal?: number;
}

export interface MotionParts {
  readonly window: BlockWindow;
  readonly viewport: Viewport;
  readonly state: SelectionState;
  readonly scroller: HTMLElement;
  /** Brings the line of OFFSET into view, mounting it where needed. */
  reveal(offset: number, atEnd: boolean): void;
}

export function targetOf(parts: MotionParts, motion: Motion): Target {
  const { state, viewport } = parts;
  const { text } = viewport.table;
  const { focus } = state.current;
  switch (motion.by) {
    case 'grapheme':
      return { offset: byGrapheme(parts, motion) };
    case 'word':
      return { offset: isForward(parts, motion) ? nextWord(text, focus) : previousWord(text, focus) };
    case 'line':
      return byLine(parts, isForward(parts, motion));
    case 'page':
      return byPage(parts, isForward(parts, motion));
    case 'line-edge':
      return toLineEdge(parts, isForward(parts, motion));
    case 'paragraph':
      return { offset: byParagraph(parts, isForward(parts, motion)) };
    case 'document':
      return { offset: isForward(parts, motion) ? text.length : 0 };
  }
}

/** Left is back in left-to-right paragraphs, forward in others. */
function isForward({ window, state }: MotionParts, { direction }: Motion): boolean {
  if (direction === 'back' || direction === 'forward') return direction === 'forward';
  const block = blockFor(window, state.current.focus);
  const rightToLeft = block !== null && getComputedStyle(block.element).direction === 'rtl';
  return (direction === 'right') !== rightToLeft;
}

const bidirectional =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

function byGrapheme(parts: MotionParts, motion: Motion): number {
  const { state, viewport } = parts;
  const { text } = viewport.table;
  const forward = isForward(parts, motion);
  if (!state.isCollapsed && !motion.extend) return forward ? state.span.end : state.span.start;
  const { focus } = state.current;
  const logical = forward ? nextGrapheme(text, focus) : previousGrapheme(text, focus);
  if (motion.direction === 'back' || motion.direction === 'forward') return logical;
  parts.reveal(focus, state.atEnd);
  const block = blockFor(parts.window, focus);
  // In one direction only, visual order is the text's own.
  if (!block || !bidirectional.test(text.slice(block.start, block.end))) return logical;
  return visually(parts, motion) ?? logical;
}

/** The neighbour on the screen; the engine knows how the line's runs are ordered. */
function visually({ window, viewport, state }: MotionParts, motion: Motion): number | null {
  const dom = document.getSelection();
  if (!dom) return null;
  const { node, offset } = toDomPoint(window, state.current.focus);
  dom.collapse(node, offset);
  dom.modify('move', motion.direction, 'character');
  const found = dom.focusNode && toOffset(window, dom.focusNode, dom.focusOffset);
  if (found === null || found === state.current.focus) return null;
  const { text } = viewport.table;
  const back = previousGrapheme(text, nextGrapheme(text, found));
  return back === state.current.focus ? null : back;
}

function byLine(parts: MotionParts, forward: boolean): Target {
  const { window, state, viewport } = parts;
  const { text } = viewport.table;
  parts.reveal(state.current.focus, state.atEnd);
  const from = caretAt(window, state.current.focus, state.atEnd);
  if (!from) return { offset: state.current.focus };
  const goal = state.goal ?? from.x;
  const way = forward ? 1 : -1;
  let caret = from;
  // Lines are not all of one height, and there is room between blocks: on until another line is reached.
  const most = 3 * viewport.height;
  for (let distance = ownLineHeight(parts); distance < most; distance += viewport.lineHeight / 3) {
    const y = onScreen(parts, (caret.top + caret.bottom) / 2 + way * distance);
    caret = caretAt(window, state.current.focus, state.atEnd) ?? caret;
    const edge = window.root.getBoundingClientRect();
    if (y < edge.top && window.first === 0) return { offset: 0, goal };
    if (y > edge.bottom && window.end === viewport.table.count) return { offset: text.length, goal };
    const target = atPoint(parts, goal, y, caret);
    const found = caretAt(window, target.offset, target.atEnd);
    if (!found || (found.top + found.bottom - caret.top - caret.bottom) * way > 4) return target;
  }
  return { offset: state.current.focus, goal };
}

function ownLineHeight({ window, state, viewport }: MotionParts): number {
  const block = blockFor(window, state.current.focus);
  return block ? lineHeightOf(cellAt(block.cells, state.current.focus).element) : viewport.lineHeight;
}

/** A line must be on the screen to be asked for: scrolls where Y is not, and says where it is then. */
function onScreen({ window, state, viewport, scroller }: MotionParts, y: number): number {
  const half = viewport.lineHeight / 2;
  const view = scroller.getBoundingClientRect();
  const over = Math.min(0, y - half - view.top) + Math.max(0, y + half - view.bottom);
  if (over === 0) return y;
  const before = caretAt(window, state.current.focus, state.atEnd)?.top ?? 0;
  viewport.scrollBy(Math.sign(over) * Math.ceil(Math.abs(over) + viewport.lineHeight));
  return y + (caretAt(window, state.current.focus, state.atEnd)?.top ?? before) - before;
}

/** The position on the line at Y that is nearest to GOAL. */
function atPoint({ window, viewport, state }: MotionParts, goal: number, y: number, from: Caret): Target {
  const { text } = viewport.table;
  const box = window.root.getBoundingClientRect();
  const x = Math.max(box.left + 1, Math.min(box.right - 1, goal));
  const offset = offsetFromPoint(window, text, x, y) ?? state.current.focus;
  const caret = caretAt(window, offset);
  const height = from.bottom - from.top;
  // At a soft line break one offset has two places; the one on the line that was asked for is meant.
  const own = blockFor(window, offset);
  const begins = own !== null && cellAt(own.cells, offset).start === offset && !isSplitAt(own, text);
  const atEnd =
    !begins &&
    caret !== null &&
    caret.top > y &&
    Math.abs((caret.top + caret.bottom) / 2 - y) > height * 0.75;
  if (!atEnd) return { offset, goal };
  const block = blockFor(window, offset - 1);
  if (!block) return { offset, goal };
  return { ...endOfLine(text, block, lineAt(block, offset - 1)), goal };
}

/** True where the block goes on with a paragraph that was split softly. */
const isSplitAt = ({ start }: MountedBlock, text: string) =>
  start > 0 && !'\r\n'.includes(text.charAt(start - 1));

function byPage(parts: MotionParts, forward: boolean): Target {
  const { window, state, viewport, scroller } = parts;
  parts.reveal(state.current.focus, state.atEnd);
  const from = caretAt(window, state.current.focus, state.atEnd);
  if (!from) return { offset: state.current.focus };
  const goal = state.goal ?? from.x;
  const page = Math.max(viewport.lineHeight, viewport.height - 2 * viewport.lineHeight);
  const before = scroller.scrollTop;
  const y = (from.top + from.bottom) / 2;
  viewport.scrollBy(forward ? page : -page);
  const left = page - Math.abs(scroller.scrollTop - before);
  const { text } = viewport.table;
  const box = window.root.getBoundingClientRect();
  // Where the view could not move by a page, the caret goes the rest of the way.
  const target = left > 1 ? y + (forward ? left : -left) : y;
  if (target > box.bottom) return { offset: text.length, goal };
  if (target < box.top) return { offset: 0, goal };
  const view = scroller.getBoundingClientRect();
  return atPoint(parts, goal, Math.max(view.top + 2, Math.min(view.bottom - 2, target)), from);
}

function toLineEdge(parts: MotionParts, forward: boolean): Target {
  const { window, state, viewport } = parts;
  parts.reveal(state.current.focus, state.atEnd);
  const focus = state.atEnd ? state.current.focus - 1 : state.current.focus;
  const block = blockFor(window, focus);
  if (!block) return { offset: focus };
  const line = lineAt(block, focus);
  return forward ? endOfLine(viewport.table.text, block, line) : { offset: line.start };
}

/** The start of the next paragraph with text, or of this one, or of the one before. */
function byParagraph({ viewport, state }: MotionParts, forward: boolean): number {
  const { table } = viewport;
  const { focus } = state.current;
  const isStart = (index: number) =>
    table.end(index) > table.start(index) && (index === 0 || table.end(index - 1) < table.start(index));
  let index = table.indexAt(focus);
  if (!forward) {
    while (index > 0 && !(isStart(index) && table.start(index) < focus)) index--;
    return table.start(index);
  }
  for (index++; ; index++) {
    if (index >= table.count) table.scan(table.scannedTo + 1);
    if (index >= table.count) return table.text.length;
    if (isStart(index)) return table.start(index);
  }
}
