import type { ImportView } from '../../../core/exchange/report';
import type { FormatId } from '../../../core/formats/catalog';
import { t } from '../../../core/locale/t';
import { plural } from '../../search/hit-rows';
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
  const holds = [
    plural(documents.length, 'document'),
    plural(annotations, 'annotation') +
      (suggestions > 0 ? ` (${suggestions.toLocaleString()} made by a machine)` : ''),
    ...(relations > 0 ? [plural(relations, 'relation')] : []),
  ];
  const misses = unit.quotes - unit.fits;
  return (
    <section className="stack import-holds" aria-label="The file">
      <p className="import-file">
        <strong className="clip" title={name}>
          {name}
        </strong>
        <button type="button" className="link" onClick={onOther}>
          another
        </button>
      </p>
      <p>{holds.join(', ')}</p>
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
          Offsets: {unit.words}.
          {misses > 0 && ' What does not fit is looked for where its words stand, else left out and told.'}
        </p>
      )}
    </section>
  );
}
