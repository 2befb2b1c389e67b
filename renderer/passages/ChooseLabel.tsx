import { Command } from 'cmdk';
import { enterTakesFirst } from '../parts/first-choice';
import { Modal } from '../parts/Modal';
import { Swatch } from '../parts/Swatch';
import { closeDialog } from '../session/say';
import { useSession } from '../state';
import { showPassagesOf } from './act';

/** Type a label's name; then its passages are listed. */
export function ChooseLabel() {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const choose = (id: string) => {
    closeDialog();
    // The dialog gives the focus back first; then the list takes it.
    requestAnimationFrame(() => showPassagesOf(id));
  };
  return (
    <Modal title="All passages of a label" quiet>
      <Command label="Labels" className="command" onKeyDown={enterTakesFirst}>
        <Command.Input placeholder="All passages of…" autoFocus />
        <Command.List className="command-list">
          <Command.Empty>No such label.</Command.Empty>
          {labels.map((label) => (
            <Command.Item
              key={label.id}
              value={label.id}
              keywords={[label.name]}
              onSelect={() => choose(label.id)}
            >
              <Swatch color={label.color} />
              <span className="clip grow">{label.name}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Modal>
  );
}
