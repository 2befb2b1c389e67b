import { RotateCcw } from 'lucide-react';
import { type Command, titleOf } from '../../core/command-table';
import { bound, conflictOf, unbound } from '../../core/keys-own';
import { capsOf, Keys } from '../parts/Keys';
import { useSession } from '../state';
import { KeyCapture } from './KeyCapture';
import { changeKeys, currentTable, ownKeys } from './table';

interface Props {
  readonly row: Command;
  readonly caps: ReadonlyMap<string, string>;
  readonly isChanging: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A command and its key; a click on the key asks for another one. */
export function ShortcutRow({ row, caps, isChanging, onChange }: Props) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const isOwn = useSession((state) => Object.hasOwn(state.info?.keys ?? {}, row.id));
  const isMac = useSession((state) => state.info?.platform === 'darwin');
  const [key] = row.keys;
  const lost = row.keys.flatMap((it) => {
    const conflict = conflictOf(currentTable(), labels, row.id, it);
    return conflict?.kind === 'label' ? [conflict.name] : [];
  });
  const said = key ? capsOf(key, isMac, caps).join('+') : 'no key';
  return (
    <>
      <p className={isOwn ? 'own' : undefined}>
        <span>{titleOf(row)}</span>
        <span className="shortcut-keys">
          {isOwn && (
            <button
              type="button"
              className="icon-button small"
              aria-label={`Give ${titleOf(row)} its key back`}
              title="The key as it was"
              onClick={() => void changeKeys(unbound(ownKeys(), row.id))}
            >
              <RotateCcw size={12} />
            </button>
          )}
          <button
            type="button"
            className="key-button"
            aria-label={`Change the key of ${titleOf(row)}: ${said}`}
            aria-expanded={isChanging}
            onClick={() => onChange(!isChanging)}
          >
            {key ? <Keys keys={key} caps={caps} /> : <span className="muted">none</span>}
          </button>
        </span>
      </p>
      {lost.length > 0 && (
        <p className="key-warning">The label “{lost.join('”, “')}” has this key, too, and does not get it.</p>
      )}
      {isChanging && (
        <KeyCapture
          row={row}
          caps={caps}
          onDone={(chosen) => {
            if (chosen !== null) void changeKeys(bound(ownKeys(), row.id, chosen));
            onChange(false);
          }}
        />
      )}
    </>
  );
}
