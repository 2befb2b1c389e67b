import { FileInput, FolderInput } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { Failure } from '../../../core/failure';
import { catalog, type FormatId, formatIds } from '../../../core/formats/catalog';
import { t } from '../../../core/locale/t';
import { FormatSelect } from './FormatSelect';

interface Props {
  readonly first: RefObject<HTMLButtonElement | null>;
  readonly onChoose: (folder: boolean) => void;
  /** What goes on; null when nothing does. */
  readonly busy: ReactNode | null;
  readonly failure: Failure | null;
  /** Of what was chosen; null when nothing was. */
  readonly format: FormatId | 'auto' | null;
  /** The rows of what was chosen can become documents; null when it is no table. */
  readonly onRows: (() => void) | null;
  readonly onFormat: (format: FormatId | 'auto') => void;
  readonly onClose: () => void;
}

const readable = formatIds.filter((id) => catalog[id].reads);

/** Asks for the files, or the folder, and says what did not work. */
export function Pick({ first, onChoose, busy, failure, format, onRows, onFormat, onClose }: Props) {
  return (
    <div className="stack">
      <p>{t('import.why')}</p>
      {!busy && (
        <div className="import-sources">
          <button ref={first} type="button" className="button primary" onClick={() => onChoose(false)}>
            <FileInput size={15} aria-hidden="true" /> {t('import.files')}
          </button>
          <button type="button" className="button" onClick={() => onChoose(true)}>
            <FolderInput size={15} aria-hidden="true" /> {t('import.folder')}
          </button>
        </div>
      )}
      {busy}
      {failure && (
        <p className="error" role="alert">
          {failure.message}
        </p>
      )}
      {failure && format !== null && <FormatSelect format={format} found={null} onChoose={onFormat} />}
      {failure && onRows && (
        <p>
          <button type="button" className="button" onClick={onRows}>
            {t('rows.open')}
          </button>
        </p>
      )}
      <p className="muted import-formats">
        {readable.map((id) => t(catalog[id].name)).join(' · ')} · {t('import.tables')}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {busy ? t('common.stop') : t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
