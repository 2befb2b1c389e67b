/** Passages that stand more than once: lines and paragraphs, in one text or over a project. */
import type { Span } from './model';

export interface Occurrence extends Span {
  /** The document it stands in. */
  readonly path: string;
}

export interface Repeat {
  readonly text: string;
  readonly places: readonly Occurrence[];
}

/** Shorter lines repeat by chance (UTF-16 units, white space at the ends not counted). */
export const SHORTEST = 8;

/** Collects lines of many documents; `repeats` gives those that stand more than once, most frequent first. */
export class RepeatCollector {
  private readonly places = new Map<string, Occurrence[]>();

  add(path: string, text: string): void {
    for (let from = 0; from < text.length; ) {
      const newline = text.indexOf('\n', from);
      const end = newline < 0 ? text.length : newline;
      this.line(path, text, from, end);
      from = end + 1;
    }
  }

  repeats(): Repeat[] {
    return [...this.places]
      .filter(([, places]) => places.length > 1)
      .map(([text, places]) => ({ text, places }))
      .sort(
        (a, b) =>
          b.places.length - a.places.length || b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
      );
  }

  private line(path: string, text: string, from: number, to: number): void {
    const whole = text.slice(from, to);
    const content = whole.trim();
    if (content.length < SHORTEST) return;
    const start = from + whole.indexOf(content);
    const places = this.places.get(content);
    const place = { path, start, end: start + content.length };
    if (places) places.push(place);
    else this.places.set(content, [place]);
  }
}
