import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Plus } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { t } from '../../core/locale/t';
import { type Direction, type ListRow, RowList } from './RowList';

interface Props {
  readonly list: string;
  readonly rows: readonly ListRow[];
  readonly tree?: boolean;
  readonly empty: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** `New label`. */
  readonly add: string;
  readonly onAdd: () => void;
  readonly onMove: (id: string, direction: Direction) => void;
  readonly onDelete: (id: string) => void;
  /** Where Enter goes. */
  readonly first: RefObject<HTMLInputElement | null>;
  readonly children: ReactNode;
}

const arrows = {
  up: [ArrowUp, 'Alt+↑'],
  down: [ArrowDown, 'Alt+↓'],
  in: [ArrowRight, 'Alt+→'],
  out: [ArrowLeft, 'Alt+←'],
} as const;

/** A list on the left, the fields of the chosen row on the right. */
export function Section({ list, rows, tree = false, add, onAdd, onMove, first, children, ...rest }: Props) {
  const moves: readonly Direction[] = tree ? ['up', 'down', 'out', 'in'] : ['up', 'down'];
  return (
    <div className="schema-section">
      <div className="schema-side">
        <div className="schema-tools">
          <button type="button" className="button" onClick={onAdd}>
            <Plus size={14} />
            {add}
          </button>
          <span className="grow" />
          {moves.map((move) => {
            const [Icon, keys] = arrows[move];
            const name = t(`schema.move-${move}`);
            return (
              <button
                key={move}
                type="button"
                className="icon-button"
                aria-label={name}
                title={`${name} (${keys})`}
                disabled={rest.chosen === null}
                onClick={() => rest.chosen && onMove(rest.chosen, move)}
              >
                <Icon size={15} />
              </button>
            );
          })}
        </div>
        <RowList
          label={list}
          rows={rows}
          onMove={onMove}
          onEnter={() => {
            first.current?.focus();
            first.current?.select();
          }}
          {...rest}
        />
      </div>
      <div className="schema-detail">{children}</div>
    </div>
  );
}

/** Which row is chosen: the first one, until another is; when it goes, the one that takes its place. */
export function useChosen(
  rows: readonly { readonly id: string }[],
  wanted: string | null = null,
): readonly [string | null, (id: string | null) => void] {
  const [id, choose] = useState<string | null>(wanted ?? rows[0]?.id ?? null);
  const place = useRef(0);
  const at = rows.findIndex((row) => row.id === id);
  if (at >= 0) place.current = at;
  return [rows[at < 0 ? Math.min(place.current, rows.length - 1) : at]?.id ?? null, choose];
}
