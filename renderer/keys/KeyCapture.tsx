import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Command, titleOf } from '../../core/command-table';
import { keyText } from '../../core/keymap';
import { conflictOf, refusalOf } from '../../core/keys-own';
import { t } from '../../core/locale/t';
import { Keys } from '../parts/Keys';
import { sentence } from '../parts/sentence';
import { useSession } from '../state';
import { currentTable } from './table';

interface Props {
  readonly row: Command;
  readonly caps: ReadonlyMap<string, string>;
  /** Null: the key stays as it is. */
  readonly onDone: (key: string | null) => void;
}

/** Waits for a key. One that somebody has already is asked about before it is taken. */
export function KeyCapture({ row, caps, onDone }: Props) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const isMac = useSession((state) => state.info?.platform === 'darwin');
  const [pressed, setPressed] = useState<string | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  const take = useRef<HTMLButtonElement>(null);
  const refusal = pressed === null ? null : refusalOf(row, pressed);
  const conflict =
    pressed === null || refusal !== null ? null : conflictOf(currentTable(), labels, row.id, pressed);
  useEffect(() => (conflict ? take : field).current?.focus(), [conflict]);

  const keys = (event: KeyboardEvent) => {
    event.preventDefault();
    // The dialog must not close on Esc, nor Tab leave: every key is meant for this.
    event.stopPropagation();
    if (event.key === 'Escape') return onDone(null);
    const text = keyText({ ...pressOf(event), isComposing: false }, isMac);
    if (text === null) return;
    if (refusalOf(row, text) !== null || conflictOf(currentTable(), labels, row.id, text)) setPressed(text);
    else onDone(text);
  };
  if (pressed !== null && conflict) {
    const cap = <Keys keys={pressed} caps={caps} />;
    return (
      <div className="key-capture" role="alert">
        <p>
          {conflict.kind === 'command'
            ? sentence('shortcuts.of-command', { key: cap, command: conflict.title })
            : sentence('shortcuts.of-label', { key: cap, label: conflict.name })}
        </p>
        <div className="key-actions">
          <button ref={take} type="button" className="button" onClick={() => onDone(pressed)}>
            {t('shortcuts.take')}
          </button>
          <button type="button" className="button" onClick={() => setPressed(null)}>
            {t('shortcuts.another')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="key-capture">
      <button
        ref={field}
        type="button"
        className="button primary"
        onKeyDown={keys}
        onBlur={() => onDone(null)}
      >
        {t('shortcuts.press', { command: titleOf(row) })}
      </button>
      {refusal !== null && (
        <p className="error" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}

const pressOf = ({ key, code, ctrlKey, altKey, shiftKey, metaKey, nativeEvent }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  altKey,
  shiftKey,
  metaKey,
  getModifierState: (name: 'AltGraph') => nativeEvent.getModifierState(name),
});
