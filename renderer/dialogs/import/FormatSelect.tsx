import { catalog, type FormatId, formatIds } from '../../../core/formats/catalog';
import { t } from '../../../core/locale/t';

interface Props {
  readonly format: FormatId | 'auto';
  /** What was found; null when nothing was. */
  readonly found: FormatId | null;
  readonly onChoose: (format: FormatId | 'auto') => void;
}

const readable = formatIds.filter((id) => catalog[id].reads);

/** The format that was found, or another one that is said. */
export function FormatSelect({ format, found, onChoose }: Props) {
  return (
    <label className="field">
      {t('import.format')}
      <select value={format} onChange={(event) => onChoose(event.target.value as FormatId | 'auto')}>
        <option value="auto">
          {found && format === 'auto'
            ? t('import.format.found', { format: t(catalog[found].name) })
            : t('import.format.auto')}
        </option>
        {readable.map((id) => (
          <option key={id} value={id}>
            {t(catalog[id].name)}
          </option>
        ))}
      </select>
    </label>
  );
}
