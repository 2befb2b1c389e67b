/** Ranges in CSS.highlights: a name exists only while it has ranges, so the registry says what is in view. */

export function addRange(name: string, range: AbstractRange, priority: number): void {
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }
  highlight.add(range);
}

export function removeRange(name: string, range: AbstractRange): void {
  const highlight = CSS.highlights.get(name);
  if (highlight?.delete(range) && highlight.size === 0) CSS.highlights.delete(name);
}

/** A set of ranges under one name or several that is replaced as a whole. */
export class RangeList {
  private ranges: (readonly [name: string, range: AbstractRange])[] = [];

  add(name: string, range: AbstractRange, priority: number): void {
    addRange(name, range, priority);
    this.ranges.push([name, range]);
  }

  clear(): void {
    for (const [name, range] of this.ranges) removeRange(name, range);
    this.ranges = [];
  }
}
