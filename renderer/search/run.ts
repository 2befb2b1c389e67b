/** Runs searches without ever holding up a frame. */

import type { Failure } from '../../core/failure';
import type { Span } from '../../core/model';
import type { Search } from '../../core/search';
import type { SearchPage, SearchTask } from '../../core/views';
import { call } from '../api';

/** How long a stretch of searching may be, in ms: the first one a little longer, so that most searches need no other. */
const SLICE = { first: 30, other: 12 };
/** While it goes on, what was found is told this often, in ms. */
const TELL = 100;
/** No search of a document gives more matches than this. */
export const MOST_MATCHES = 100_000;

const pause = () => new Promise((resolve) => setTimeout(resolve));

export interface Found {
  /** Since the last time. */
  readonly spans: readonly Span[];
  /** How far it is, from 0 to 1; 1 when it is over. */
  readonly share: number;
}

/** Searches TEXT in slices until IS_OVER; the first slice is done when this returns. */
export async function searchText(
  search: Search,
  text: string,
  tell: (found: Found) => void,
  isOver: () => boolean,
): Promise<void> {
  let fresh: Span[] = [];
  let count = 0;
  let since = performance.now();
  let told = since;
  let slice = SLICE.first;
  for (const { spans, at } of search(text)) {
    for (const span of spans) if (count++ < MOST_MATCHES) fresh.push(span);
    if (count >= MOST_MATCHES) break;
    const now = performance.now();
    if (now - since < slice) continue;
    if (now - told > TELL || slice === SLICE.first) {
      tell({ spans: fresh, share: Math.min(0.99, at / text.length) });
      fresh = [];
      told = now;
    }
    slice = SLICE.other;
    await pause();
    if (isOver()) return;
    since = performance.now();
  }
  tell({ spans: fresh, share: 1 });
}

export interface Running {
  stop(): void;
}

let count = 0;

/** Searches the project, a page after the other, until it is over, fails or is stopped. */
export function searchProject(
  task: SearchTask,
  onPage: (page: SearchPage) => void,
  onFailure: (failure: Failure) => void,
): Running {
  const id = `search-${++count}`;
  let isStopped = false;
  void (async () => {
    const started = await call('search.start', { id, task });
    if (!started.ok) return isStopped ? undefined : onFailure(started.failure);
    while (!isStopped) {
      const page = await call('search.next', { id });
      if (isStopped) return;
      if (!page.ok) return onFailure(page.failure);
      onPage(page.value);
      if (page.value.done) return;
    }
  })();
  return {
    stop() {
      isStopped = true;
      void call('search.stop', { id });
    },
  };
}
