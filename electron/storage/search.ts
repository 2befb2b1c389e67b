/** Searches a project, document after document, a page at a time: whoever asks for no further page has cancelled. */
import type { SearchPage, SearchTask } from '../../core/contract';
import type { Failure } from '../../core/failure';
import { ok, type Result } from '../../core/failure';
import { type DocumentHits, type Hit, labelPlaces, searchWanted } from '../../core/hits';
import type { Annotation } from '../../core/model';
import { quote } from '../../core/quote';
import { type Repeat, RepeatCollector } from '../../core/repeats';
import type { Search } from '../../core/search';

/** What the search needs to know of the project. */
export interface Searched {
  readonly documents: readonly string[];
  /** The text, or why there is none. */
  readonly read: (path: string) => Promise<Result<{ readonly text: string }>>;
  /** What the own layer holds, and why it can't be written. */
  readonly own: (
    path: string,
  ) => Promise<Result<{ readonly annotations: readonly Annotation[]; readonly readOnly: Failure | null }>>;
}

/** Longest stretch without letting others run, in ms. */
const SLICE = 12;
/** A page is over after so many matches, or so many ms. */
const PAGE = { hits: 2_000, ms: 80 };
/** No search gives more matches than this. */
export const MOST_HITS = 100_000;
/** So many repeats are told. */
export const MOST_REPEATS = 5_000;

/** What has been found since the last page. */
class Basket {
  found: DocumentHits[] = [];
  refused: { readonly path: string; readonly reason: string }[] = [];
  repeats: readonly Repeat[] = [];
  hits = 0;
  searched = 0;
  isCut = false;

  empty(): Pick<SearchPage, 'found' | 'refused' | 'repeats'> {
    const { found, refused, repeats } = this;
    this.found = [];
    this.refused = [];
    this.repeats = [];
    return { found, refused, repeats };
  }
}

export class ProjectSearch {
  private readonly basket = new Basket();
  private readonly work: AsyncGenerator<void>;

  private constructor(
    readonly id: string,
    private readonly at: Searched,
    work: (basket: Basket) => AsyncGenerator<void>,
  ) {
    this.work = work(this.basket);
  }

  /** Codes: `pattern`. Nothing is read before the first page. */
  static start(id: string, task: SearchTask, at: Searched): Result<ProjectSearch> {
    if (task.kind === 'repeats') return ok(new ProjectSearch(id, at, (basket) => countRepeats(at, basket)));
    const search = searchWanted(task.wanted);
    if (!search.ok) return search;
    return ok(new ProjectSearch(id, at, (basket) => findAll(at, search.value, task.own, basket)));
  }

  /** Works on for a page. */
  async next(): Promise<SearchPage> {
    const { basket } = this;
    const before = basket.hits;
    const began = performance.now();
    let since = began;
    let done = false;
    while (!done && basket.hits - before < PAGE.hits && performance.now() - began < PAGE.ms) {
      done = (await this.work.next()).done === true;
      if (performance.now() - since < SLICE) continue;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    }
    const { searched, isCut } = basket;
    return { ...basket.empty(), searched, total: this.at.documents.length, done, isCut };
  }
}

/** Every step ends where others may run. */
async function* findAll(at: Searched, search: Search, own: boolean, basket: Basket): AsyncGenerator<void> {
  for (const path of at.documents) {
    const read = await at.read(path);
    if (read.ok) yield* findIn(at, path, read.value.text, search, own, basket);
    else basket.refused.push({ path, reason: read.failure.message });
    basket.searched++;
    yield;
    if (basket.isCut) return;
  }
}

async function* findIn(
  at: Searched,
  path: string,
  text: string,
  search: Search,
  own: boolean,
  basket: Basket,
): AsyncGenerator<void> {
  let labels = (_: { start: number; end: number }): readonly string[] => [];
  let readOnly: string | null = null;
  let isKnown = !own;
  for (const { spans } of search(text)) {
    if (spans.length > 0 && !isKnown) {
      const held = await at.own(path);
      if (held.ok) labels = labelPlaces(held.value.annotations);
      readOnly = held.ok ? (held.value.readOnly?.message ?? null) : held.failure.message;
      isKnown = true;
    }
    const room = MOST_HITS - basket.hits;
    const hits = spans.slice(0, room).map((span): Hit => ({ ...quote(text, span), labels: labels(span) }));
    if (hits.length > 0) basket.found.push({ path, hits, readOnly });
    basket.hits += hits.length;
    basket.isCut = spans.length > room;
    if (basket.isCut) return;
    yield;
  }
}

async function* countRepeats(at: Searched, basket: Basket): AsyncGenerator<void> {
  const collector = new RepeatCollector();
  for (const path of at.documents) {
    const read = await at.read(path);
    if (read.ok) for (const _ of collector.add(path, read.value.text)) yield;
    else basket.refused.push({ path, reason: read.failure.message });
    basket.searched++;
    yield;
  }
  const all = collector.repeats();
  basket.repeats = all.slice(0, MOST_REPEATS);
  basket.isCut = collector.isFull || all.length > MOST_REPEATS;
}
