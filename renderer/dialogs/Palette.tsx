import { Command } from 'cmdk';
import { useRef } from 'react';
import { isOffered, titleOf } from '../../core/command-table';
import { t } from '../../core/locale/t';
import { runCommand } from '../commands';
import { useTable } from '../keys/table';
import { enterTakesFirst } from '../parts/first-choice';
import { Keys } from '../parts/Keys';
import { Modal } from '../parts/Modal';
import { closeDialog } from '../session/say';

/** Every command, by typing a part of its name. */
export function Palette() {
  const field = useRef<HTMLInputElement>(null);
  const rows = useTable().filter(isOffered);
  return (
    <Modal title={t('dialogs.commands')} first={field} quiet>
      <Command label={t('dialogs.commands')} className="command" onKeyDown={enterTakesFirst}>
        <Command.Input ref={field} placeholder={t('dialogs.commands-type')} />
        <Command.List className="command-list">
          <Command.Empty>{t('dialogs.commands-none')}</Command.Empty>
          {rows.map((row) => (
            <Command.Item
              key={row.id}
              value={titleOf(row)}
              onSelect={() => {
                closeDialog();
                // The focus is back in the text before the command runs.
                requestAnimationFrame(() => runCommand(row.id));
              }}
            >
              <span className="clip grow">{titleOf(row)}</span>
              {row.keys[0] && <Keys keys={row.keys[0]} />}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Modal>
  );
}
