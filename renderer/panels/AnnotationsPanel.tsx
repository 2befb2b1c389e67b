import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import { Inspector } from '../inspector/Inspector';
import { ListTools } from '../passages/ListTools';
import { PassageList } from '../passages/PassageList';
import { ScopeSwitch } from '../passages/ScopeSwitch';
import { useShown } from '../passages/shown';
import { SuggestionBar } from '../suggestions/SuggestionBar';

/** The annotations of this document, or of the whole project. */
export function AnnotationsPanel() {
  const shown = useShown();
  return (
    <aside className="panel" aria-label={t('annotations.pane')} data-pane="annotations">
      <header className="panel-head">
        <h2>{t('annotations.title')}</h2>
        <span className="muted" data-count>
          {shown.passages.length === shown.total
            ? number(shown.total)
            : t('annotations.some-of', { shown: shown.passages.length, total: shown.total })}
        </span>
      </header>
      <ScopeSwitch />
      <SuggestionBar />
      <ListTools shown={shown} />
      <PassageList shown={shown} />
      <Inspector />
    </aside>
  );
}
