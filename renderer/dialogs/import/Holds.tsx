import type { ImportView } from '../../../core/exchange/report';
import type { FormatId } from '../../../core/formats/catalog';
import { enumerated } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { FormatSelect } from './FormatSelect';

interface Props {
  readonly view: ImportView;
  readonly format: FormatId | 'auto';
  readonly onFormat: (format: FormatId | 'auto') => void;
  readonly onRows: (() => void) | null;
  readonly onOther: () => void;
}

/** What was chosen, what it is, what it holds, and how its numbers are read. */
export function Holds({ view, format, onFormat, onRows, onOther }: Props) {
  const { name, documents, annotations, suggestions, relations, unit } = view;
  const marks = t('common.annotations', { count: annotations });
  const holds = [
    t('common.documents', { count: documents.length }),
    suggestions > 0 ? t('import.machine-made', { annotations: marks, machine: suggestions }) : marks,
    ...(relations > 0 ? [t('common.relations', { count: relations })] : []),
  ];
  const misses = unit.quotes - unit.fits;
  return (
    <section className="stack import-holds" aria-label={t('import.the-file')}>
      <p className="import-file">
        <strong className="clip" title={name}>
          {name}
        </strong>
        <button type="button" className="link" onClick={onOther}>
          {t('import.another')}
        </button>
      </p>
      <p>{enumerated(holds)}</p>
      <FormatSelect format={format} found={view.format} onChoose={onFormat} />
      {onRows && (
        <p>
          <button type="button" className="link" onClick={onRows}>
            {t('rows.open')}
          </button>
        </p>
      )}
      {annotations > 0 && (
        <p className={misses > 0 ? 'import-unit warn' : 'import-unit muted'}>
          {t(misses > 0 ? 'import.offsets-misfit' : 'import.offsets', { how: unit.words })}
        </p>
      )}
    </section>
  );
}
