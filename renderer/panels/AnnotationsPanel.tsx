import { useVirtualizer } from '@tanstack/react-virtual';
import { MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, Label } from '../../core/model';
import { pick, shortQuote } from '../session/pick';
import { useSession } from '../state';
import { type Order, shownAnnotations } from './annotation-rows';
import { Inspector } from './Inspector';

export function AnnotationsPanel() {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const annotations = useSession((state) => state.document?.annotations);
  const revision = useSession((state) => state.revision);
  const [search, setSearch] = useState('');
  const [label, setLabel] = useState('');
  const [order, setOrder] = useState<Order>('text');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set changes in place; the revision tells
  const rows = useMemo(
    () => (annotations ? shownAnnotations(annotations.inOrder(), labels, { search, label, order }) : []),
    [annotations, labels, search, label, order, revision],
  );
  const total = annotations?.size ?? 0;
  return (
    <aside className="panel" aria-label="Annotations pane" data-pane="annotations">
      <header className="panel-head">
        <h2>Annotations</h2>
        <span className="muted">{rows.length === total ? total : `${rows.length} of ${total}`}</span>
      </header>
      <div className="panel-tools">
        <input
          type="search"
          aria-label="Search annotations"
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select aria-label="Label" value={label} onChange={(event) => setLabel(event.target.value)}>
          <option value="">All labels</option>
          {labels.map((it) => (
            <option key={it.id} value={it.id}>
              {it.name}
            </option>
          ))}
        </select>
        <select aria-label="Order" value={order} onChange={(event) => setOrder(event.target.value as Order)}>
          <option value="text">As in the text</option>
          <option value="label">By label</option>
          <option value="newest">Newest first</option>
        </select>
      </div>
      <AnnotationList rows={rows} labels={labels} total={total} />
      <Inspector />
    </aside>
  );
}

function AnnotationList({
  rows,
  labels,
  total,
}: {
  rows: readonly Annotation[];
  labels: readonly Label[];
  total: number;
}) {
  const picked = useSession((state) => state.picked);
  const scroller = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(labels.map((label) => [label.id, label])), [labels]);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const at = picked === null ? -1 : rows.findIndex((row) => row.id === picked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new pick scrolls
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at);
  }, [picked]);
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey) return;
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
    if (next) pick(next.id);
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the list; each step is spoken
    <div
      ref={scroller}
      className="scroll annotation-list"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: F6 and Tab must get here
      tabIndex={0}
      data-landing
      onKeyDown={keys}
    >
      {rows.length === 0 && (
        <p className="empty">
          {total > 0
            ? 'No annotation matches.'
            : 'Select some words and press a label’s key, or click its chip.'}
        </p>
      )}
      <ul aria-label="Annotations" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const annotation = rows[item.index] as Annotation;
          return (
            <AnnotationRow
              key={item.key}
              annotation={annotation}
              label={byId.get(annotation.label)}
              picked={annotation.id === picked}
              index={item.index}
              measure={list.measureElement}
              start={item.start}
              total={rows.length}
            />
          );
        })}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly annotation: Annotation;
  readonly label: Label | undefined;
  readonly picked: boolean;
  readonly index: number;
  readonly total: number;
  readonly start: number;
  readonly measure: (element: HTMLElement | null) => void;
}

function AnnotationRow({ annotation, label, picked, index, total, start, measure }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds it has the keys
    <li
      ref={measure}
      data-index={index}
      data-annotation={annotation.id}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-current={picked || undefined}
      className={`annotation${picked ? ' picked' : ''}`}
      style={{ transform: `translateY(${start}px)`, '--label': label?.color ?? '#888888' } as object}
      onClick={() => pick(annotation.id)}
    >
      <span className="annotation-label">{label?.name ?? annotation.label}</span>
      <span className="annotation-quote" dir="auto">
        {shortQuote(annotation, 140)}
      </span>
      {annotation.note && (
        <span className="annotation-note">
          <MessageSquareText size={12} aria-hidden="true" /> {annotation.note}
        </span>
      )}
    </li>
  );
}
