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
    <aside className="panel" aria-label="Annotations pane" data-pane="annotations">
      <header className="panel-head">
        <h2>Annotations</h2>
        <span className="muted" data-count>
          {shown.passages.length === shown.total
            ? shown.total.toLocaleString()
            : `${shown.passages.length.toLocaleString()} of ${shown.total.toLocaleString()}`}
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
