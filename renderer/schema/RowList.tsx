import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Swatch } from '../parts/Swatch';

export interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly color?: string;
  readonly depth?: number;
  /** Shown small at the end. */
  readonly side?: string;
  readonly cap?: string | null;
}

export type Direction = 'up' | 'down' | 'in' | 'out';

interface Props {
  readonly label: string;
  readonly rows: readonly ListRow[];
  readonly chosen: string | null;
  readonly empty: string;
  readonly onChoose: (id: string) => void;
  readonly onMove: (id: string, direction: Direction) => void;
  readonly onDelete: (id: string) => void;
  /** Enter and F2: on to the fields. */
  readonly onEnter: () => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The rows of one part of the schema: arrows walk, with Alt they move the row, Enter goes to its fields. */
export function RowList({ label, rows, chosen, empty, ...on }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => row.id === chosen);
  const focusAt = (id: string | undefined) => {
    if (id === undefined) return;
    on.onChoose(id);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  useEffect(() => {
    if (chosen !== null)
      list.current?.querySelector(`[data-row="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    const step = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[event.key];
    const direction = directions[event.key];
    if (event.altKey && direction && row) on.onMove(row.id, direction);
    else if (!event.altKey && step !== undefined) focusAt(rows[step]?.id);
    else if (event.key === 'Delete' && row) on.onDelete(row.id);
    else if ((event.key === 'Enter' || event.key === 'F2') && row) on.onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div ref={list} role="tree" tabIndex={-1} aria-label={label} className="schema-rows">
      {rows.map((row, i) => (
        <div
          key={row.id}
          data-row={row.id}
          role="treeitem"
          aria-level={(row.depth ?? 0) + 1}
          aria-selected={row.id === chosen}
          aria-label={row.name}
          tabIndex={row.id === chosen || (at < 0 && i === 0) ? 0 : -1}
          className="schema-row"
          style={{ '--depth': row.depth ?? 0 } as object}
          onClick={() => focusAt(row.id)}
          onKeyDown={onKeyDown}
        >
          {row.color && <Swatch color={row.color} />}
          <span className="clip grow">{row.name}</span>
          {row.side && <span className="count">{row.side}</span>}
          {row.cap && <kbd>{row.cap}</kbd>}
        </div>
      ))}
    </div>
  );
}
