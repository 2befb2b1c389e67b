import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { HistoryEntry } from '../../core/history';
import { t } from '../../core/locale/t';
import { usePainted } from '../parts/after-paint';
import { goTo } from '../session/commit';
import { documentsOf, timeOf } from './words';

/** Every step that was done, newest first; choosing one goes back (or forward again) to the state after it. */
export function HistoryPane() {
  const { entries, position } = usePainted((state) => state.history);
  const [walked, setWalked] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  // Positions, newest first: after the last step, …, after the first, before all.
  const count = entries.length + 1;
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 8,
  });
  const active = walked ?? position;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place scrolls
  useEffect(() => list.scrollToIndex(entries.length - active), [active, entries.length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that was done ends the walk
  useEffect(() => setWalked(null), [position, entries.length]);

  const go = async (to: number) => {
    if (busy) return;
    setBusy(true);
    await goTo(to);
    setBusy(false);
    // A document that was opened on the way takes the focus; whoever walks through the steps goes on.
    scroller.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: 1, ArrowDown: -1, Home: Infinity, End: -Infinity }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined) setWalked(Math.max(0, Math.min(entries.length, active + step)));
    else if (event.key === 'Enter' || event.key === ' ') void go(active);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="scroll history"
      role="listbox"
      aria-label={t('history.title')}
      aria-activedescendant={`step-${active}`}
      aria-busy={busy}
      tabIndex={0}
      data-side-landing
      onKeyDown={keys}
    >
      {entries.length === 0 && <p className="empty">{t('history.empty')}</p>}
      {entries.length > 0 && (
        <div className="history-rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map((item) => {
            const after = entries.length - item.index;
            return (
              <Step
                key={item.key}
                after={after}
                entry={entries[after - 1]}
                isNow={after === position}
                isAhead={after > position}
                isActive={after === active}
                start={item.start}
                onChoose={() => void go(after)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

interface StepProps {
  readonly after: number;
  /** Undefined for the start, before all steps. */
  readonly entry: HistoryEntry | undefined;
  readonly isNow: boolean;
  readonly isAhead: boolean;
  readonly isActive: boolean;
  readonly start: number;
  readonly onChoose: () => void;
}

function Step({ after, entry, isNow, isAhead, isActive, start, onChoose }: StepProps) {
  const place = entry ? documentsOf(entry) : '';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds it has the keys
    <div
      id={`step-${after}`}
      role="option"
      aria-selected={isNow}
      tabIndex={-1}
      className={`step${isNow ? ' now' : ''}${isAhead ? ' ahead' : ''}${isActive ? ' active' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      title={isAhead ? t('history.ahead') : t('history.back')}
      onClick={onChoose}
    >
      <span className="clip">{entry?.title ?? t('history.start')}</span>
      {isNow && <span className="count">{t('history.now')}</span>}
      <span className="step-place clip">
        {entry && <time dateTime={entry.at}>{timeOf(entry.at, new Date())}</time>}
        {place && ` · ${place}`}
      </span>
    </div>
  );
}
