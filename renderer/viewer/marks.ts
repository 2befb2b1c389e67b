/** Search results: clipped to the mounted blocks, found by binary search among possibly very many. */
import type { Span } from '../../core/model';
import { rangeOver } from './leaves';
import { RangeList } from './registry';
import { MARK, priority } from './styles';
import type { BlockWindow } from './window';

export class Marks {
  private spans: readonly Span[] = [];
  private readonly ranges = new RangeList();

  constructor(private readonly window: BlockWindow) {}

  set(spans: readonly Span[]): void {
    this.spans = joined(spans);
    this.refresh();
  }

  refresh(): void {
    this.ranges.clear();
    if (this.spans.length === 0) return;
    for (const block of this.window.all()) {
      for (let i = firstEndingAfter(this.spans, block.start); i < this.spans.length; i++) {
        const span = this.spans[i] as Span;
        if (span.start >= block.end) break;
        const [start, end] = [Math.max(block.start, span.start), Math.min(block.end, span.end)];
        const range = rangeOver(block.leaves, start, end);
        if (range) this.ranges.add(MARK, range, priority.mark);
      }
    }
  }

  destroy(): void {
    this.ranges.clear();
  }
}

/** In order, and overlapping ones made one: a mark has no identity. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
