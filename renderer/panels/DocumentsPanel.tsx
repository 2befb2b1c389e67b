import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { type PlainKey, t } from '../../core/locale/t';
import { focusText } from '../current-viewer';
import { statusName } from '../facts/write';
import { openDocument } from '../session/documents';
import { relink } from '../session/project';
import { useSession } from '../state';
import { documentRows, type ListRow, type StatusFilter } from './document-rows';
import { useTypeAhead } from './type-ahead';

const filters: readonly (readonly [StatusFilter, PlainKey])[] = [
  ['all', 'documents.all'],
  ['todo', 'status.todo'],
  ['in-progress', 'status.in-progress'],
  ['done', 'status.done'],
  ['skipped', 'status.skipped'],
  ['refused', 'documents.refused'],
];

export function DocumentsPanel() {
  const documents = useSession((state) => state.project?.documents) ?? [];
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<StatusFilter>('all');
  const done = useMemo(() => documents.filter((row) => row.status === 'done').length, [documents]);
  return (
    <nav aria-label={t('documents.title')} data-pane="documents" className="panel">
      <header className="panel-head">
        <h2>{t('documents.title')}</h2>
        <span className="muted">
          {t('documents.done-of', { done: String(done), total: String(documents.length) })}
        </span>
      </header>
      <div className="panel-tools">
        <input
          type="search"
          aria-label={t('documents.search')}
          placeholder={t('documents.search-hint')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select
          aria-label={t('documents.show')}
          value={filter}
          onChange={(event) => setFilter(event.target.value as StatusFilter)}
        >
          {filters.map(([value, name]) => (
            <option key={value} value={value}>
              {t(name)}
            </option>
          ))}
        </select>
      </div>
      <DocumentList search={search} filter={filter} />
      <LostDocuments />
    </nav>
  );
}

function DocumentList({ search, filter }: { search: string; filter: StatusFilter }) {
  const documents = useSession((state) => state.project?.documents) ?? [];
  const open = useSession((state) => state.opening ?? state.document?.path ?? state.refused?.path ?? null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => documentRows(documents, search, filter, closed),
    [documents, search, filter, closed],
  );
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 30,
    overscan: 12,
  });

  const paths = useMemo(
    () => rows.map((row) => (row.kind === 'document' ? row.document.path : null)),
    [rows],
  );
  const current = active ?? open;
  const activate = (path: string) => {
    setActive(path);
    list.scrollToIndex(paths.indexOf(path));
  };
  const typeAhead = useTypeAhead(rows, activate);
  const toggle = (folder: string) => {
    const next = new Set(closed);
    if (!next.delete(folder)) next.add(folder);
    setClosed(next);
  };
  const show = (path: string) => {
    setActive(path);
    void openDocument(path);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (event.key === 'Enter' && current) {
      void openDocument(current).then(focusText);
    } else if (step !== undefined && !event.ctrlKey && !event.metaKey) {
      const known = paths.filter((path) => path !== null);
      const at = known.indexOf(current ?? '') + step;
      const next = known[Math.max(0, Math.min(known.length - 1, at))];
      if (next) activate(next);
    } else if (!typeAhead(event)) return;
    event.preventDefault();
  };

  if (documents.length === 0) {
    return <p className="empty">{t('documents.none')}</p>;
  }
  if (rows.length === 0) return <p className="empty">{t('documents.no-match')}</p>;
  return (
    <div
      ref={scroller}
      className="scroll"
      role="listbox"
      aria-label={t('documents.title')}
      tabIndex={0}
      data-landing
      aria-activedescendant={current ? optionId(paths.indexOf(current)) : undefined}
      onKeyDown={keys}
    >
      <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index] as ListRow;
          const style = { transform: `translateY(${item.start}px)` };
          return row.kind === 'folder' ? (
            <FolderHeading
              key={`f:${row.folder}`}
              row={row}
              style={style}
              onToggle={() => toggle(row.folder)}
            />
          ) : (
            <DocumentOption
              key={row.document.path}
              id={optionId(item.index)}
              row={row}
              style={style}
              selected={row.document.path === open}
              active={row.document.path === current}
              onOpen={() => show(row.document.path)}
            />
          );
        })}
      </div>
    </div>
  );
}

const optionId = (index: number) => `document-${index}`;

function FolderHeading({
  row,
  style,
  onToggle,
}: {
  row: ListRow & { kind: 'folder' };
  style: object;
  onToggle: () => void;
}) {
  const Arrow = row.closed ? ChevronRight : ChevronDown;
  return (
    // Each option says its whole path, so the heading is for the eye only.
    <div className="row folder" style={style} aria-hidden="true" onMouseDown={onToggle} title={row.folder}>
      <Arrow size={14} />
      <span className="clip">{row.folder}</span>
      <span className="muted">{row.count}</span>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly row: ListRow & { kind: 'document' };
  readonly style: object;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onOpen: () => void;
}

function DocumentOption({ id, row: { document, name }, style, selected, active, onOpen }: OptionProps) {
  const { path, refused, warning, status, annotations } = document;
  const facts =
    refused ?? warning ?? t('documents.facts', { count: annotations, status: statusName(status) });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox that holds it has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-label={path}
      aria-selected={selected}
      aria-description={facts}
      title={refused || warning ? `${path}\n${facts}` : path}
      className={`row document${active ? ' active' : ''}${refused ? ' refused' : ''}`}
      style={style}
      onClick={onOpen}
    >
      {refused ? (
        <CircleAlert size={14} />
      ) : warning ? (
        <TriangleAlert size={14} />
      ) : (
        <StatusMark status={status} />
      )}
      <span className="clip">{name}</span>
      {refused ? (
        <span className="muted clip reason">{refused}</span>
      ) : (
        annotations > 0 && <span className="count">{annotations}</span>
      )}
    </div>
  );
}

function StatusMark({ status }: { status: string }) {
  if (status === 'done') return <CircleCheck size={14} className="done" />;
  return <span className={`dot ${status}`} />;
}

function LostDocuments() {
  const lost = useSession((state) => state.project?.lost) ?? [];
  if (lost.length === 0) return null;
  return (
    <section className="lost" aria-label={t('documents.missing')}>
      <h3>{t('documents.missing')}</h3>
      {lost.map(({ path, annotations, foundAt }) => (
        <div key={path} className="lost-row">
          <p>
            {t('documents.missing-row', { path, annotations })}{' '}
            {foundAt ? t('documents.missing-found', { path: foundAt }) : t('documents.missing-back')}
          </p>
          {foundAt && (
            <button type="button" className="button" onClick={() => void relink(path, foundAt)}>
              {t('documents.relink', { path: foundAt })}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
