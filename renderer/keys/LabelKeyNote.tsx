import { titleOf } from '../../core/command-table';
import { commandWithLabelKey } from '../../core/keys-own';
import { t } from '../../core/locale/t';
import { ownKeys, useTable } from './table';

/** Tells that a command of one's own has the KEY that a label is to get: others' keys are not known, so it is no error. */
export function LabelKeyNote({ labelKey }: { labelKey: string | null }) {
  const owner = commandWithLabelKey(useTable(), labelKey ?? '');
  // A key that a command has by default is refused for everybody.
  if (!owner || !labelKey || !Object.hasOwn(ownKeys(), owner.id)) return null;
  return (
    <p role="status" aria-label={t('shortcuts.in-use')} className="key-note">
      {t('shortcuts.in-use-note', { key: labelKey.toUpperCase(), command: titleOf(owner) })}
    </p>
  );
}
