import { type FormEvent, useEffect, useRef } from 'react';
import { importFolder } from '../../../core/exchange/names';
import { MOST_ROWS, nameOfRow, type TableView } from '../../../core/exchange/table';
import type { Failure } from '../../../core/failure';
import { t } from '../../../core/locale/t';
import { useSession } from '../../state';
import { Foot } from '../Foot';
import { type Step, StepBar } from '../import/StepBar';
import { type Chosen, documentsOf, withText } from './choices';
import { Fields } from './Fields';
import { Preview } from './Preview';

interface Props {
  readonly table: TableView;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onClose: () => void;
  readonly failure: Failure | null;
  /** Null while nothing is written. */
  readonly writing: { readonly step: Step | null } | null;
}

/** No column is called so. */
const NUMBERED = '\0';

/** The table, what its columns become, and how many documents that gives. */
export function Choose({ table, chosen, onChoose, onSubmit, onClose, failure, writing }: Props) {
  const { name, rows, columns, notices } = table;
  const submit = useRef<HTMLButtonElement>(null);
  const count = documentsOf(table, chosen);
  const isTooLarge = rows > MOST_ROWS;
  // From here Enter makes the documents as they were guessed.
  useEffect(() => submit.current?.focus(), []);
  return (
    <form className="dialog-form rows" onSubmit={onSubmit}>
      <p className="rows-file">
        <strong className="clip" title={name}>
          {name}
        </strong>
        <span className="muted">
          {t('rows.rows', { count: rows })} · {t('rows.columns', { count: columns.length })}
        </span>
      </p>
      <Preview table={table} chosen={chosen} />
      <div className="dialog-column stack">
        <label className="field">
          {t('rows.text')}
          <select value={chosen.text} onChange={({ target }) => onChoose(withText(chosen, target.value))}>
            {columns.map((column) => (
              <option key={column.name} value={column.name}>
                {column.name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('rows.names')}
          <select
            value={chosen.name ?? NUMBERED}
            onChange={({ target: { value } }) =>
              onChoose({ ...chosen, name: value === NUMBERED ? null : value })
            }
          >
            <option value={NUMBERED}>{t('rows.numbered', { first: nameOfRow(0, rows) })}</option>
            {columns.map((column) => (
              <option key={column.name} value={column.name} disabled={column.name === chosen.text}>
                {column.name}
              </option>
            ))}
          </select>
        </label>
        <Comes table={table} chosen={chosen} />
        {notices.map((notice) => (
          <p key={notice} className="import-lost">
            {notice}
          </p>
        ))}
      </div>
      <div className="dialog-column">
        <Fields table={table} chosen={chosen} onChoose={onChoose} />
      </div>
      <Foot
        failure={failure}
        actions={
          <>
            <button type="button" className="button" onClick={onClose}>
              {writing ? t('rows.stop') : t('common.cancel')}
            </button>
            <button
              ref={submit}
              type="submit"
              className="button primary"
              disabled={count === 0 || isTooLarge || writing !== null}
            >
              {writing ? t('rows.making') : t('rows.make', { count })}
            </button>
          </>
        }
      >
        {writing && <StepBar step={writing.step ?? [t('common.is-writing'), 0, 0]} />}
        {isTooLarge && (
          <p className="error" role="alert">
            {t('rows.at-most', { most: MOST_ROWS })}
          </p>
        )}
      </Foot>
    </form>
  );
}

/** Where the documents go, and which rows give none. */
function Comes({ table, chosen }: Pick<Props, 'table' | 'chosen'>) {
  const folder = `${importFolder(table.name)}/`;
  const isThere = useSession(
    (state) => state.project?.documents.some(({ path }) => path.startsWith(folder)) ?? false,
  );
  const empty = table.rows - documentsOf(table, chosen);
  return (
    <section className="dialog-outlook" aria-label={t('rows.outcome')}>
      <p>{t('rows.comes', { count: documentsOf(table, chosen), folder })}</p>
      {empty > 0 && <p>{t('rows.empty', { count: empty })}</p>}
      {isThere && <p>{t('rows.are-there')}</p>}
    </section>
  );
}
