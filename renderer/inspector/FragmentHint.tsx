import { t } from '../../core/locale/t';
import { usePainted } from '../parts/after-paint';
import { Keys } from '../parts/Keys';
import { addSelection, annotationAtHand } from '../session/fragments';
import { labelName, shortQuote } from '../session/pick';
import { selectedSpan } from '../state';

/** With words selected: which annotation they can be added to. */
export function FragmentHint() {
  const target = usePainted((state) =>
    state.picked === null && selectedSpan(state) ? annotationAtHand(state) : undefined,
  );
  usePainted((state) => state.revision);
  if (!target) return null;
  return (
    <div className="fragment-hint">
      <button
        type="button"
        className="button quiet"
        onMouseDown={(event) => event.preventDefault()}
        onClick={addSelection}
      >
        {t('inspector.add-fragment')} <Keys keys="Mod+J" />
      </button>
      <span className="clip muted">
        {t('inspector.fragment-of', { label: labelName(target), quote: shortQuote(target, 40) })}
      </span>
    </div>
  );
}
