import { catalog, type FormatId } from '../../../core/formats/catalog';
import { t } from '../../../core/locale/t';
import { groups } from './groups';

interface Props {
  readonly format: FormatId;
  readonly onChoose: (format: FormatId) => void;
  readonly chosen: React.RefObject<HTMLInputElement | null>;
}

/** Every format with what it is for: arrows walk, and what is chosen is shown beside at once. */
export function FormatList({ format, onChoose, chosen }: Props) {
  return (
    <fieldset className="export-formats" aria-label={t('export.format')}>
      {groups.map(({ title, formats }) => (
        <fieldset key={title}>
          <legend>{t(title)}</legend>
          {formats.map((id) => (
            <label key={id} className="export-format">
              <input
                type="radio"
                name="format"
                ref={id === format ? chosen : undefined}
                checked={id === format}
                onChange={() => onChoose(id)}
                aria-describedby={`purpose-${id}`}
                aria-label={t(catalog[id].name)}
              />
              <span>
                <span className="export-name">{t(catalog[id].name)}</span>
                <span className="muted" id={`purpose-${id}`}>
                  {t(catalog[id].purpose)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
