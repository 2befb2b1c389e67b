import { importFolder } from '../../../core/exchange/names';
import type { DocumentMatch, ImportReport, ImportView } from '../../../core/exchange/report';
import { number } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { Choice } from '../Choice';
import type { Choices } from './choices';

interface Props {
  readonly view: ImportView;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** What would be done; null before it is known. */
  readonly report: ImportReport | null;
}

/** So many rows are shown; more say nothing more. */
const MOST = 200;

/** Where the documents go: onto what is there, or as new ones. */
export function Places({ view, choices, onChoose, report }: Props) {
  const { documents } = choices.options;
  const choose = (how: typeof documents) =>
    onChoose({ ...choices, options: { ...choices.options, documents: how } });
  const rows = report?.documents ?? view.documents;
  return (
    <>
      <fieldset>
        <legend>{t('import.documents')}</legend>
        <Choice
          name="documents"
          text={t('import.documents.auto')}
          checked={documents === 'auto'}
          onChoose={() => choose('auto')}
        />
        <Choice
          name="documents"
          text={t('import.documents.new', { folder: importFolder(view.name) })}
          checked={documents === 'new'}
          onChoose={() => choose('new')}
        />
        <Choice
          name="documents"
          text={t('import.documents.existing')}
          checked={documents === 'existing'}
          onChoose={() => choose('existing')}
        />
      </fieldset>
      {rows.length > 0 && (
        <ul className="import-places" aria-label={t('import.places')}>
          {rows.slice(0, MOST).map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two documents alike, and nothing moves
            <Place key={n} row={row} />
          ))}
          {rows.length > MOST && (
            <li className="muted">{t('import.places.more', { count: rows.length - MOST })}</li>
          )}
        </ul>
      )}
    </>
  );
}

function Place({ row: { name, path, by, differs, annotations } }: { readonly row: DocumentMatch }) {
  const how = t(`import.by.${by}`);
  return (
    <li className={path === null ? 'is-out' : undefined}>
      <span className="clip" title={path ?? name}>
        {path ?? (name || t('import.places.nameless'))}
      </span>
      <span className="muted">
        {differs ? t('import.by-differs', { how }) : how} · {number(annotations)}
      </span>
    </li>
  );
}
