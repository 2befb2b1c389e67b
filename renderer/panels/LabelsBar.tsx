import { Plus } from 'lucide-react';
import type { Label } from '../../core/model';
import { applyLabel } from '../session/annotate';
import { openDialog } from '../session/say';
import { set, useSession } from '../state';

/** One chip per label: its name, colour and key. A click does what the key does and leaves the selection alone. */
export function LabelsBar() {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const sticky = useSession((state) => labels.find((label) => label.id === state.sticky));
  return (
    <div className="labels-bar" data-pane="labels">
      <div role="toolbar" aria-label="Labels" className="chips">
        {labels.map((label, index) => (
          <Chip key={label.id} label={label} landing={index === 0} pressed={label.id === sticky?.id} />
        ))}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label="New label"
        title="New label"
        onClick={() => openDialog({ kind: 'edit-label', label: null })}
      >
        <Plus size={16} />
      </button>
      {sticky && (
        <button type="button" className="button" onClick={() => set({ sticky: null })}>
          Every selection becomes {sticky.name}. Esc ends it.
        </button>
      )}
    </div>
  );
}

function Chip({ label, landing, pressed }: { label: Label; landing: boolean; pressed: boolean }) {
  const edit = () => openDialog({ kind: 'edit-label', label: label.id });
  const hint = label.description ? `${label.name}: ${label.description}` : label.name;
  return (
    <button
      type="button"
      className={`chip${pressed ? ' pressed' : ''}`}
      aria-label={label.name}
      aria-keyshortcuts={label.key ?? undefined}
      title={`${hint}\nRight-click or F2 to change it`}
      style={{ '--label': label.color } as object}
      data-landing={landing || undefined}
      data-label={label.id}
      // Keeps the focus, and so the painted selection, in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => applyLabel(label.id, event.shiftKey)}
      onContextMenu={(event) => {
        event.preventDefault();
        edit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'F2') edit();
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') walk(event.currentTarget, event.key);
      }}
    >
      <span className="chip-name">{label.name}</span>
      {label.key && <kbd>{label.key.toUpperCase()}</kbd>}
    </button>
  );
}

function walk(from: Element, key: string): void {
  const next = key === 'ArrowRight' ? from.nextElementSibling : from.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
