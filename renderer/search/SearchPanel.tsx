import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { number as written } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import {
  annotateProjectFound,
  closeProjectFind,
  goToMatch,
  searchFor,
  stopSearch,
} from '../session/project-find';
import { type ProjectFind, useSession } from '../state';
import { Context } from './Context';
import { type HitRow, hitRows } from './hit-rows';
import { OptionToggles } from './OptionToggles';

/** Typing rests so long before it is searched for, in ms; Enter searches at once. */
const REST = 250;

/** Find in the project: below the text, so that one can go through what was found and annotate. */
export function SearchPanel() {
  const find = useSession((state) => state.projectFind);
  return find ? <Panel find={find} /> : null;
}

function Panel({ find }: { find: ProjectFind }) {
  const { query, matches, running, failure } = find;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(query.text);
  useEffect(() => setTyped(query.text), [query.text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => searchFor({ ...query, text }), REST);
  };
  const enter = () => {
    clearTimeout(timer.current);
    if (typed !== query.text) searchFor({ ...query, text: typed });
    else if (matches > 0) goToMatch(Math.max(0, find.at));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) annotateProjectFound();
    else if (event.key === 'Enter') enter();
    else if (event.key === 'ArrowDown') list.current?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <search
      className="search-panel"
      aria-label={t('search.in-project')}
      data-pane="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        closeProjectFind();
        event.preventDefault();
      }}
    >
      <div className="search-head">
        <input
          type="search"
          aria-label={t('search.in-project')}
          aria-invalid={failure !== null}
          placeholder={t('search.in-project')}
          // biome-ignore lint/a11y/noAutofocus: the person asked for this field by its key
          autoFocus
          data-landing
          onFocus={(event) => event.target.select()}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={keys}
        />
        <OptionToggles query={query} onChange={searchFor} />
        {failure ? (
          <span className="error clip grow" role="alert" title={failure}>
            {failure}
          </span>
        ) : (
          <Progress find={find} />
        )}
        {running && (
          <button type="button" className="button small" onClick={stopSearch}>
            {t('common.cancel')}
          </button>
        )}
        <button
          type="button"
          className="button small"
          disabled={matches === 0}
          title={t('search.annotate-hint')}
          onClick={annotateProjectFound}
        >
          {t('search.annotate')}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('search.close')}
          onClick={closeProjectFind}
        >
          <X size={16} />
        </button>
      </div>
      <Results find={find} scroller={list} />
    </search>
  );
}

function Progress({ find }: { find: ProjectFind }) {
  const { query, found, matches, searched, total, running, isCut, refused } = find;
  const documents = useMemo(() => new Set(found.map((it) => it.path)).size, [found]);
  if (query.text === '') return <span className="muted grow" />;
  const counted = t('search.in-documents', {
    matches: t(isCut ? 'search.matches-and-more' : 'search.matches', { count: matches }),
    count: documents,
  });
  const unread = refused.length > 0 ? [t('search.unread', { count: refused.length })] : [];
  const text = [counted, ...(running ? [t('search.searched', { searched, total })] : unread)].join(' · ');
  const reasons = refused.map(({ path, reason }) => `${path}: ${reason}`);
  return (
    <span className="muted clip grow" aria-live="polite" title={[text, ...reasons].join('\n')}>
      {text}
      {running && <progress aria-label={t('search.progress')} value={searched} max={Math.max(1, total)} />}
    </span>
  );
}

const HEIGHT = 26;
const optionId = (index: number) => `match-${index}`;

function Results({
  find,
  scroller,
}: {
  find: ProjectFind;
  scroller: React.RefObject<HTMLDivElement | null>;
}) {
  const { query, found, matches, running, at, failure } = find;
  const rows = useMemo(() => hitRows(found, true), [found]);
  /** The row of each match, by its number. */
  const places = useMemo(() => rows.flatMap((row, index) => (row.kind === 'hit' ? [index] : [])), [rows]);
  const numbers = useMemo(() => new Map(places.map((row, number) => [row, number])), [places]);
  const [active, setActive] = useState(0);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 16,
  });
  const show = (number: number) => {
    setActive(number);
    // The heading of a first match comes into view with it.
    const row = places[number] ?? 0;
    list.scrollToIndex(
      rows[row - 1]?.kind === 'document' && row - 1 < (list.range?.startIndex ?? 0) ? row - 1 : row,
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a step to another match scrolls
  useEffect(() => {
    if (at >= 0) show(at);
  }, [at]);
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[
      event.key
    ];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) annotateProjectFound();
    else if (event.key === 'Enter') goToMatch(active);
    else if (step !== undefined && !event.ctrlKey && !event.metaKey)
      show(Math.max(0, Math.min(matches - 1, active + step)));
    else return;
    event.preventDefault();
  };
  if (matches === 0) return <p className="empty">{failure ? '' : emptyText(query.text, running)}</p>;
  return (
    <div
      ref={scroller}
      className="scroll hits"
      role="listbox"
      aria-label={t('search.results')}
      tabIndex={0}
      aria-activedescendant={optionId(active)}
      onKeyDown={keys}
    >
      <div role="presentation" style={{ height: list.getTotalSize() }} />
      {list.getVirtualItems().map((item) => {
        const row = rows[item.index] as HitRow;
        const number = numbers.get(item.index);
        return (
          <ResultRow
            key={item.key}
            row={row}
            number={number}
            active={number === active}
            current={number === at}
            start={item.start}
          />
        );
      })}
    </div>
  );
}

function emptyText(text: string, running: boolean): string {
  if (running) return t('search.searching');
  return t(text === '' ? 'search.nothing-typed' : 'search.found-nowhere');
}

interface RowProps {
  readonly row: HitRow;
  readonly number: number | undefined;
  readonly active: boolean;
  readonly current: boolean;
  readonly start: number;
}

function ResultRow({ row, number, active, current, start }: RowProps) {
  const style = { transform: `translateY(${start}px)` };
  if (row.kind === 'document' || number === undefined) {
    return (
      // Each option says its document, so the heading is for the eye only.
      <div className="hit-row heading" style={style} aria-hidden="true">
        <span className="clip">{row.path}</span>
        {row.kind === 'document' && <span className="count">{written(row.count)}</span>}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox that holds it has the keys
    <div
      id={optionId(number)}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      aria-description={row.path}
      className={`hit-row option${active ? ' active' : ''}`}
      style={style}
      onClick={() => goToMatch(number)}
    >
      <Context span={row.hit} aligned />
    </div>
  );
}
