import { RotateCcw } from 'lucide-react';
import { type Command, titleOf } from '../../core/command-table';
import { capsOf } from '../../core/key-caps';
import { bound, conflictOf, unbound } from '../../core/keys-own';
import { t } from '../../core/locale/t';
import { Keys } from '../parts/Keys';
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
  const command = titleOf(row);
  const lost = row.keys.flatMap((it) => {
    const conflict = conflictOf(currentTable(), labels, row.id, it);
    return conflict?.kind === 'label' ? [conflict.name] : [];
  });
  const said = key ? capsOf(key, isMac, caps).join('+') : t('shortcuts.no-key');
  return (
    <>
      <p className={isOwn ? 'own' : undefined}>
        <span>{command}</span>
        <span className="shortcut-keys">
          {isOwn && (
            <button
              type="button"
              className="icon-button small"
              aria-label={t('shortcuts.give-back', { command })}
              title={t('shortcuts.give-back-hint')}
              onClick={() => void changeKeys(unbound(ownKeys(), row.id))}
            >
              <RotateCcw size={12} />
            </button>
          )}
          <button
            type="button"
            className="key-button"
            aria-label={t('shortcuts.change', { command, key: said })}
            aria-expanded={isChanging}
            onClick={() => onChange(!isChanging)}
          >
            {key ? <Keys keys={key} caps={caps} /> : <span className="muted">{t('shortcuts.none')}</span>}
          </button>
        </span>
      </p>
      {lost.map((label) => (
        <p key={label} className="key-warning">
          {t('shortcuts.label-loses', { label })}
        </p>
      ))}
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
