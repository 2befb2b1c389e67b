import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { FactsPane } from '../facts/FactsPane';
import { HistoryPane } from '../history/HistoryPane';
import { type Side, useSession } from '../state';
import { closeSide, showSide } from './side';

const GuidelinesPane = lazy(() => import('../guidelines/GuidelinesPane'));

const tabs: readonly (readonly [Side, string])[] = [
  ['document', 'Document'],
  ['guidelines', 'Guidelines'],
  ['history', 'History'],
];

const panes: Readonly<Record<Side, ReactNode>> = {
  document: <FactsPane />,
  guidelines: <GuidelinesPane />,
  history: <HistoryPane />,
};

/** Below Documents: one of three things that are looked at beside the text. Esc closes it. */
export function SidePanel({ side }: { side: Side }) {
  const name = tabs.find(([tab]) => tab === side)?.[1] ?? side;
  return (
    <section
      className="side-panel"
      aria-label={name}
      data-pane="side"
      data-side={side}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        closeSide();
        event.preventDefault();
      }}
    >
      <header className="side-head">
        <div role="tablist" aria-label="Beside the text" className="side-tabs">
          {tabs.map(([tab, title]) => (
            <button
              key={tab}
              type="button"
              role="tab"
              aria-selected={tab === side}
              onClick={() => showSide(tab)}
            >
              {title}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          title="Close (Esc)"
          onClick={closeSide}
        >
          <X size={15} />
        </button>
      </header>
      <Suspense fallback={null}>{panes[side]}</Suspense>
    </section>
  );
}

/** The panel that is open, if any. */
export const useSide = (): Side | null => useSession((state) => state.side);
