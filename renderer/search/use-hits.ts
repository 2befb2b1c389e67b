import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type DocumentHits, type Hit, labelsOn, searchWanted, type Wanted } from '../../core/hits';
import { t } from '../../core/locale/t';
import type { Span } from '../../core/model';
import { quote } from '../../core/quote';
import type { SearchPage } from '../../core/views';
import { editRefusal } from '../session/commit';
import { get } from '../state';
import { MOST_MATCHES, searchProject, searchText } from './run';

export interface Hits {
  readonly found: readonly DocumentHits[];
  readonly refused: SearchPage['refused'];
  readonly searched: number;
  readonly total: number;
  readonly running: boolean;
  readonly isCut: boolean;
  readonly failure: string | null;
}

const nothing: Hits = {
  found: [],
  refused: [],
  searched: 0,
  total: 1,
  running: true,
  isCut: false,
  failure: null,
};

/** The window knows best what the open document carries, and whether it can be edited. */
function ofOpenDocument(part: DocumentHits): DocumentHits {
  const { document } = get();
  if (part.path !== document?.path) return part;
  const hits = part.hits.map((hit): Hit => ({ ...hit, labels: labelsOn(document.annotations, hit) }));
  return { ...part, hits, readOnly: editRefusal() };
}

function ofPage(before: Hits, page: SearchPage): Hits {
  return {
    ...before,
    found: [...before.found, ...page.found.map(ofOpenDocument)],
    refused: [...before.refused, ...page.refused],
    searched: page.searched,
    total: page.total,
    isCut: page.isCut,
    running: !page.done,
  };
}

/** Searches for WANTED in the open document or the WHOLE project, anew whenever they change. STOP keeps what was found. */
export function useHits(wanted: Wanted, whole: boolean): readonly [Hits, stop: () => void] {
  const [hits, setHits] = useState(nothing);
  const stop = useRef<() => void>(() => undefined);
  // Before it is painted, so that what is found at once is there with the dialog.
  useLayoutEffect(() => {
    let isOver = false;
    setHits(nothing);
    const fail = (message: string) => setHits({ ...nothing, running: false, failure: message });
    stop.current = () => {
      isOver = true;
      setHits((now) => ({ ...now, running: false }));
    };
    if (whole) {
      const running = searchProject(
        { kind: 'find', wanted, own: true },
        (page) => setHits((now) => ofPage(now, page)),
        ({ message }) => fail(message),
      );
      const halt = stop.current;
      stop.current = () => {
        running.stop();
        halt();
      };
      return () => running.stop();
    }
    const { document } = get();
    const search = searchWanted(wanted);
    if (!document) fail(t('app.open-document-first'));
    else if (!search.ok) fail(search.failure.message);
    else {
      const { path, text } = document;
      void searchText(
        search.value,
        text,
        ({ spans, share }) => {
          const part = { path, hits: spans.map((span) => bare(text, span)), readOnly: null };
          setHits((now) => ({
            ...now,
            found: spans.length > 0 ? [...now.found, ofOpenDocument(part)] : now.found,
            searched: share,
            running: share < 1,
            isCut: now.found.reduce((sum, it) => sum + it.hits.length, spans.length) >= MOST_MATCHES,
          }));
        },
        () => isOver,
      );
    }
    return () => {
      isOver = true;
    };
  }, [wanted, whole]);
  useEffect(() => () => stop.current(), []);
  return [hits, () => stop.current()];
}

const bare = (text: string, span: Span): Hit => ({ ...quote(text, span), labels: [] });
