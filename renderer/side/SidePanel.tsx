import { X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { t } from '../../core/locale/t';
import { FactsPane } from '../facts/FactsPane';
import { HistoryPane } from '../history/HistoryPane';
import { type Side, useSession } from '../state';
import { closeSide, showSide } from './side';

const GuidelinesPane = lazy(() => import('../guidelines/GuidelinesPane'));

const tabs: readonly Side[] = ['document', 'guidelines', 'history'];

const panes: Readonly<Record<Side, ReactNode>> = {
  document: <FactsPane />,
  guidelines: <GuidelinesPane />,
  history: <HistoryPane />,
};

/** Below Documents: one of three things that are looked at beside the text. Esc closes it. */
export function SidePanel({ side }: { side: Side }) {
  return (
    <section
      className="side-panel"
      aria-label={t(`side.${side}`)}
      data-pane="side"
      data-side={side}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        closeSide();
        event.preventDefault();
      }}
    >
      <header className="side-head">
        <div role="tablist" aria-label={t('side.title')} className="side-tabs">
          {tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              aria-selected={tab === side}
              onClick={() => showSide(tab)}
            >
              {t(`side.${tab}`)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={t('side.close')}
          title={t('side.close-hint')}
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
