import { t } from '../../core/locale/t';
import { Swatch } from '../parts/Swatch';
import { labelName, labelOf, shortQuote } from '../session/pick';
import { takeAnnotation } from '../session/relations';
import { set, useSession } from '../state';

const WIDTH = 300;

/** When several annotations lie under the pointer: which one? The innermost is picked already. */
export function Chooser() {
  const chooser = useSession((state) => state.chooser);
  const picked = useSession((state) => state.picked);
  const annotations = useSession((state) => state.document?.annotations);
  useSession((state) => state.revision);
  if (!chooser || !annotations) return null;
  const rows = chooser.ids.flatMap((id) => annotations.get(id) ?? []);
  const left = Math.min(chooser.x, window.innerWidth - WIDTH - 8);
  const top = Math.min(chooser.y + 14, window.innerHeight - rows.length * 34 - 16);
  return (
    <div
      className="chooser"
      role="menu"
      aria-label={t('annotations.here')}
      style={{ left, top, width: WIDTH }}
    >
      {rows.map((annotation) => (
        <button
          key={annotation.id}
          type="button"
          role="menuitemradio"
          aria-checked={annotation.id === picked}
          className="chooser-row"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            takeAnnotation(annotation.id, false);
            set({ chooser: null });
          }}
        >
          <Swatch color={labelOf(annotation)?.color ?? '#888888'} />
          <span className="chooser-label">{labelName(annotation)}</span>
          <span className="clip muted">{shortQuote(annotation)}</span>
        </button>
      ))}
    </div>
  );
}
