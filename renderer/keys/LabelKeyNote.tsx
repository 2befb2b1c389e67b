import { titleOf } from '../../core/command-table';
import { commandWithLabelKey } from '../../core/keys-own';
import { ownKeys, useTable } from './table';

/** Tells that a command of one's own has the KEY that a label is to get: others' keys are not known, so it is no error. */
export function LabelKeyNote({ labelKey }: { labelKey: string | null }) {
  const owner = commandWithLabelKey(useTable(), labelKey ?? '');
  // A key that a command has by default is refused for everybody.
  if (!owner || !labelKey || !Object.hasOwn(ownKeys(), owner.id)) return null;
  return (
    <p role="status" aria-label="Key in use" className="key-note">
      With your own shortcuts {labelKey.toUpperCase()} is “{titleOf(owner)}”, and that comes first. Choose
      another key, or change the shortcut (?).
    </p>
  );
}
