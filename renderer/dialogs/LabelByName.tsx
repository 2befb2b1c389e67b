import { Command } from 'cmdk';
import { useState } from 'react';
import { Modal } from '../parts/Modal';
import { Swatch } from '../parts/Swatch';
import { applyLabel } from '../session/annotate';
import { makeLabel } from '../session/labels';
import { closeDialog } from '../session/say';
import { applySticky } from '../session/selection';
import { set, useSession } from '../state';

/** L: type a label's name; a new name makes the label. STICKY: it stays for every selection that follows. */
export function LabelByName({ sticky }: { sticky: boolean }) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const known = labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
  const choose = (id: string) => {
    closeDialog();
    if (sticky) {
      set({ sticky: id });
      applySticky();
    } else applyLabel(id);
  };
  return (
    <Modal title={sticky ? 'Sticky label' : 'Label by name'} quiet>
      <Command label="Labels" className="command">
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={sticky ? 'Every selection gets… (Esc ends it)' : 'Type a label’s name'}
          autoFocus
        />
        <Command.List className="command-list">
          {labels.map((label) => (
            <Command.Item
              key={label.id}
              value={label.id}
              keywords={[label.name]}
              onSelect={() => choose(label.id)}
            >
              <Swatch color={label.color} />
              <span className="clip grow">{label.name}</span>
              {label.key && <kbd>{label.key.toUpperCase()}</kbd>}
            </Command.Item>
          ))}
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
              New label “<span className="clip">{name}</span>”
            </Command.Item>
          )}
        </Command.List>
      </Command>
    </Modal>
  );
}
