import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

export interface CheckItem {
  readonly content: ReactNode;
  /** Null for some of those below it. */
  readonly checked: boolean | null;
  /** Why it can't be checked, in a word; null when it can. */
  readonly leftOut: string | null;
  readonly heading?: boolean;
  readonly toggle: () => void;
}

interface Props {
  readonly label: string;
  readonly count: number;
  readonly item: (index: number) => CheckItem;
  /** Hears which row has the focus. */
  readonly onActive?: (index: number) => void;
  /** The list takes the focus when it appears. */
  readonly focused?: boolean;
}

const HEIGHT = 26;

/** Rows with check boxes: arrows walk, Space checks. Thousands cost no more than what is seen. */
export function CheckList({ label, count, item, onActive, focused = false }: Props) {
  const scroller = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const walking = useRef(focused);
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 12,
  });
  // The row that one walks to may be mounted only later.
  useEffect(() => {
    if (walking.current)
      scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] input`)?.focus();
  });
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, active + step));
    walking.current = true;
    setActive(next);
    list.scrollToIndex(next);
  };
  return (
    <ul
      ref={scroller}
      className="matches hits"
      aria-label={label}
      style={{ '--rows': `${list.getTotalSize()}px` } as object}
      onKeyDown={keys}
      onBlur={() => {
        walking.current = false;
      }}
    >
      {list.getVirtualItems().map(({ key, index, start }) => (
        <Row
          key={key}
          index={index}
          count={count}
          start={start}
          item={item(index)}
          inTabOrder={index === active}
          onFocus={() => {
            setActive(index);
            onActive?.(index);
          }}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly item: CheckItem;
  readonly inTabOrder: boolean;
  readonly onFocus: () => void;
}

function Row({ index, count, start, item, inTabOrder, onFocus }: RowProps) {
  const { content, checked, leftOut, heading, toggle } = item;
  return (
    <li
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={heading ? 'hit-row heading' : 'hit-row'}
      style={{ transform: `translateY(${start}px)` }}
    >
      <label>
        <input
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = checked === null;
          }}
          checked={checked === true}
          // Not `disabled`: the arrows must get past it.
          aria-disabled={leftOut !== null}
          tabIndex={inTabOrder ? 0 : -1}
          onFocus={onFocus}
          onChange={() => leftOut === null && toggle()}
        />
        {content}
        {leftOut && <span className="muted left-out">{leftOut}</span>}
      </label>
    </li>
  );
}
