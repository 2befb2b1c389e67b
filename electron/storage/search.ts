/** Searches a project, document after document, a page at a time: whoever asks for no further page has cancelled. */

import type { Failure } from '../../core/failure';
import { ok, type Result } from '../../core/failure';
import { type DocumentHits, type Hit, labelPlaces, searchWanted } from '../../core/hits';
import type { Annotation, Span } from '../../core/model';
import { quote } from '../../core/quote';
import { type Repeat, RepeatCollector } from '../../core/repeats';
import type { Search } from '../../core/search';
import type { SearchPage, SearchTask } from '../../core/views';

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
/** So many are quoted in one go. */
const CHUNK = 500;
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

  /** Adds what there is room for. */
  put(path: string, spans: readonly Span[], hitOn: (span: Span) => Hit, readOnly: string | null): void {
    const room = MOST_HITS - this.hits;
    const hits = spans.slice(0, room).map(hitOn);
    if (hits.length > 0) this.found.push({ path, hits, readOnly });
    this.hits += hits.length;
    this.isCut = spans.length > room;
  }

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
  let labels: (span: Span) => readonly string[] = () => [];
  let readOnly: string | null = null;
  let isKnown = !own;
  for (const { spans } of search(text)) {
    if (spans.length > 0 && !isKnown) {
      const held = await at.own(path);
      if (held.ok) labels = labelPlaces(held.value.annotations);
      readOnly = held.ok ? (held.value.readOnly?.message ?? null) : held.failure.message;
      isKnown = true;
    }
    // A step may hold very many matches, and quoting them takes longer than finding them.
    for (let from = 0; from < spans.length && !basket.isCut; from += CHUNK) {
      basket.put(
        path,
        spans.slice(from, from + CHUNK),
        (span) => ({ ...quote(text, span), labels: labels(span) }),
        readOnly,
      );
      yield;
    }
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
