/** What the viewer promises. Everything here speaks of UTF-16 offsets into the canonical text; no DOM types. */
import type { AnnotationSet } from '../../core/annotation-set';
import type { Label, Span } from '../../core/model';
import type { RichText } from '../../core/rich';

/** Where a selection began and where it is now; equal when it is only a caret. */
export interface Selection {
  readonly anchor: number;
  readonly focus: number;
}

/** A place to come back to: a character and how far above the top edge its line was, in CSS pixels. */
export interface ScrollPosition {
  readonly offset: number;
  readonly above: number;
}

/** What lies under a point of the window. */
export interface UnderPoint {
  /** The caret position nearest to it; null beside or below all text. */
  readonly offset: number | null;
  /** Annotations there, innermost first; on a stripe of the margin its own. */
  readonly annotations: readonly string[];
}

/** How the caret moves; with EXTEND the anchor stays. */
export interface Motion {
  readonly by: 'grapheme' | 'word' | 'line' | 'line-edge' | 'paragraph' | 'page' | 'document';
  /** Left and right are visual (they matter in right-to-left text); back and forward are logical. */
  readonly direction: 'left' | 'right' | 'back' | 'forward';
  readonly extend: boolean;
}

/** A relation as it is drawn. */
export interface Link {
  readonly id: string;
  /** Ids of annotations. */
  readonly from: string;
  readonly to: string;
  /** Of its type. */
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** It is only being made. */
  readonly pending: boolean;
}

export interface Painted {
  readonly annotations: AnnotationSet;
  readonly labels: readonly Label[];
  /** The picked annotation: its own highlight with the highest priority. */
  readonly current: string | null;
  /** The relations to draw where one of their ends is in view. The same array again is known to be the same. */
  readonly links?: readonly Link[];
  /** Annotations with relations, drawn or not: they carry a quiet mark. */
  readonly related?: ReadonlySet<string>;
}

export interface ViewerEvents {
  /** The person moved the caret or the selection, by mouse or by move(). Not called for select(). */
  onSelect(selection: Selection): void;
  /**
   * The person clicked a place under annotations (innermost first; x and y in CSS pixels of the window), or a
   * stripe of the margin (one id). An empty list: a click on plain text.
   */
  onPick(ids: readonly string[], x: number, y: number): void;
  /** The person clicked a relation that is drawn. */
  onPickLink(id: string): void;
  /** The person asked (Ctrl+click) to open the link at OFFSET. */
  onLink(offset: number): void;
  /** The pointer rests on annotations (innermost first) or on a relation, or on none any more. */
  onHover(ids: readonly string[], link: string | null): void;
  /** The view moved over the text. */
  onScroll(): void;
}

export interface ShowOptions {
  readonly position?: ScrollPosition;
  readonly selection?: Selection;
  /** How the text looks; null or nothing for plain text. */
  readonly rich?: RichText | null;
  /** The bytes of an image that the document holds, as a `data:` address; null when there is nothing to show. */
  readonly image?: (id: string) => Promise<string | null>;
}

export interface Viewer {
  /**
   * Shows a text from POSITION on (the start by default), with the caret at SELECTION. What was painted and
   * marked belongs to the text before and goes with it.
   */
  show(text: string, options?: ShowOptions): void;
  /** Paints the annotations; the whole desired state each time, the viewer finds what changed. Same frame. */
  paint(painted: Painted): void;
  /** Scrolls as little as needed so that SPAN is seen; from afar its first line lands in the upper third. */
  reveal(span: Span): void;
  /** Sets the selection without telling onSelect; the painted selection follows at once. */
  select(selection: Selection): void;
  /** Moves the caret or extends the selection, scrolls it into view and tells onSelect. */
  move(motion: Motion): void;
  /** Highlights these spans as search results, on top of nothing else; an empty list takes them away. */
  mark(spans: readonly Span[]): void;
  /** Lights these annotations, as the pointer would; an empty list ends it. */
  light(ids: readonly string[]): void;
  /** What is on top now. Measures, so it is asked for when needed and not told on every scroll. */
  position(): ScrollPosition;
  /** What lies at X and Y (CSS pixels of the window). */
  at(x: number, y: number): UnderPoint;
  /** The lower end of the caret, in CSS pixels of the window; null when it is out of view. */
  caretPlace(): { readonly x: number; readonly y: number } | null;
  /** Makes CHANGE, after which the text is laid out anew: the line on top is the same as before. */
  keepPlace(change: () => void): void;
  focus(): void;
  destroy(): void;
}
