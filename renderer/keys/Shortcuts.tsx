import { useRef, useState } from 'react';
import type { Command } from '../../core/command-table';
import { type PlainKey, t } from '../../core/locale/t';
import { Keys } from '../parts/Keys';
import { Modal } from '../parts/Modal';
import { closeDialog } from '../session/say';
import { useSession } from '../state';
import { useCaps } from './caps';
import { ShortcutRow } from './ShortcutRow';
import { changeKeys, useTable } from './table';

const sections: readonly (readonly [title: PlainKey, (row: Command) => boolean])[] = [
  ['shortcuts.annotate', (row) => row.scope === 'annotate'],
  ['shortcuts.everywhere', (row) => row.scope === 'window'],
  // With Shift each motion selects: saying it once is enough.
  ['shortcuts.move', (row) => row.scope === 'text' && !/^select\.(?!widen|narrow)/.test(row.id)],
];

/** ?: every key, each of which can be changed. */
export function Shortcuts() {
  const table = useTable();
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const hasOwn = useSession((state) => Object.keys(state.info?.keys ?? {}).length > 0);
  const caps = useCaps();
  // The list begins at its top: the button at the end would scroll it away.
  const top = useRef<HTMLParagraphElement>(null);
  /** The command whose new key is awaited. */
  const [changing, setChanging] = useState<string | null>(null);
  return (
    <Modal title={t('shortcuts.title')} width="large" first={top}>
      <p ref={top} tabIndex={-1} className="muted shortcuts-hint">
        {t('shortcuts.hint')}
      </p>
      <div className="scroll">
        <div className="shortcuts">
          {sections.map(([title, belongs]) => (
            <section key={title}>
              <h3>{t(title)}</h3>
              {table.filter(belongs).map((row) => (
                <ShortcutRow
                  key={row.id}
                  row={row}
                  caps={caps}
                  isChanging={changing === row.id}
                  onChange={(on) => setChanging(on ? row.id : null)}
                />
              ))}
            </section>
          ))}
          <section>
            <h3>{t('shortcuts.labels')}</h3>
            {labels
              .filter((label) => label.key)
              .map((label) => (
                <p key={label.id}>
                  <span className="clip">{label.name}</span>
                  <Keys keys={(label.key as string).toUpperCase()} />
                </p>
              ))}
          </section>
        </div>
      </div>
      <div className="actions">
        {hasOwn && (
          <button type="button" className="button" onClick={() => void changeKeys({})}>
            {t('shortcuts.all-back')}
          </button>
        )}
        <button type="button" className="button primary" onClick={closeDialog}>
          {t('common.close')}
        </button>
      </div>
    </Modal>
  );
}
