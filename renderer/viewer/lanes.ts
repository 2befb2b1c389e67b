/** Lanes for spans that overlap: two spans on one lane never share a unit. */

export interface LaneSpan {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Above this many spans at once lanes are not kept from before: the reader cannot follow them anyway. */
const KEEP_LIMIT = 1500;

/**
 * The lane (0 is nearest to the text) of every span. SPANS are in document order, longer first. Spans that
 * had a lane before keep it, so that bars don't jump while the window moves.
 */
export function assignLanes(
  spans: readonly LaneSpan[],
  before: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const lanes: LaneSpan[][] = [];
  const found = new Map<string, number>();
  const put = (span: LaneSpan, lane: number) => {
    while (lanes.length <= lane) lanes.push([]);
    (lanes[lane] as LaneSpan[]).push(span);
    found.set(span.key, lane);
  };
  const kept = spans.length <= KEEP_LIMIT && before.size > 0;
  if (kept)
    for (const span of spans) {
      const lane = before.get(span.key);
      if (lane !== undefined && isFree(lanes[lane], span)) put(span, lane);
    }
  for (const span of spans) {
    if (found.has(span.key)) continue;
    const lane = lanes.findIndex((row) => (kept ? isFree(row, span) : endsBefore(row, span)));
    put(span, lane < 0 ? lanes.length : lane);
  }
  return found;
}

const isFree = (row: LaneSpan[] | undefined, { start, end }: LaneSpan) =>
  !row?.some((other) => other.start < end && start < other.end);

/** Enough when spans come in document order. */
const endsBefore = (row: LaneSpan[], { start }: LaneSpan) => (row.at(-1)?.end ?? 0) <= start;
