import { Command } from 'cmdk';
import { useRef, useState } from 'react';
import { t } from '../../core/locale/t';
import { enterTakesFirst } from '../parts/first-choice';
import { LabelItems } from '../parts/LabelItems';
import { Modal } from '../parts/Modal';
import { sentence } from '../parts/sentence';
import { applyLabel } from '../session/annotate';
import { makeLabel } from '../session/labels';
import { closeDialog } from '../session/say';
import { applySticky } from '../session/selection';
import { get, set, useSession } from '../state';

/** L: type a label's name; a new name makes the label. STICKY: it stays for every selection that follows. */
export function LabelByName({ sticky }: { sticky: boolean }) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const name = typed.trim();
  const known = labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
  const choose = (id: string) => {
    // Making a label may have asked for the name, in a dialog that took this one's place.
    if (get().dialog?.kind === 'label-by-name') closeDialog();
    if (sticky) {
      set({ sticky: id });
      applySticky();
    } else applyLabel(id);
  };
  return (
    <Modal title={t(sticky ? 'labels.by-name-sticky' : 'labels.by-name')} first={field} quiet>
      <Command label={t('labels.title')} className="command" onKeyDown={enterTakesFirst}>
        <Command.Input
          ref={field}
          value={typed}
          onValueChange={setTyped}
          placeholder={t(sticky ? 'labels.by-name-type-sticky' : 'labels.by-name-type')}
        />
        <Command.List className="command-list">
          <LabelItems labels={labels} onChoose={choose} />
          {name && !known && (
            <Command.Item
              value={`new:${name}`}
              keywords={[name]}
              forceMount
              onSelect={() => {
                const made = makeLabel({ name });
                if (made) choose(made.id);
              }}
            >
              {sentence('labels.by-name-new', { name: <span className="clip">{name}</span> })}
            </Command.Item>
          )}
        </Command.List>
      </Command>
    </Modal>
  );
}
