import { type FormEvent, useEffect, useRef } from 'react';
import { importFolder } from '../../../core/exchange/names';
import { MOST_ROWS, type TableView } from '../../../core/exchange/table';
import type { Failure } from '../../../core/failure';
import { plural } from '../../search/hit-rows';
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
          {plural(rows, 'row')}, {plural(columns.length, 'column')}
        </span>
      </p>
      <Preview table={table} chosen={chosen} />
      <div className="dialog-column stack">
        <label className="field">
          Text of each document
          <select value={chosen.text} onChange={({ target }) => onChoose(withText(chosen, target.value))}>
            {columns.map((column) => (
              <option key={column.name} value={column.name}>
                {column.name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          Names of the documents
          <select
            value={chosen.name ?? NUMBERED}
            onChange={({ target: { value } }) =>
              onChoose({ ...chosen, name: value === NUMBERED ? null : value })
            }
          >
            <option value={NUMBERED}>Numbers: row-{'1'.padStart(String(rows).length, '0')}, …</option>
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
              {writing ? 'Stop' : 'Cancel'}
            </button>
            <button
              ref={submit}
              type="submit"
              className="button primary"
              disabled={count === 0 || isTooLarge || writing !== null}
            >
              {writing ? 'Making…' : `Make ${plural(count, 'document')}`}
            </button>
          </>
        }
      >
        {writing && <StepBar step={writing.step ?? ['Writing', 0, 0]} />}
        {isTooLarge && (
          <p className="error" role="alert">
            Each document is a file of its own: at most {MOST_ROWS.toLocaleString()} are made at once. Split
            the table into parts.
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
    <section className="dialog-outlook" aria-label="What will be made">
      <p>
        {plural(documentsOf(table, chosen), 'new document')} in <q>{folder}</q>
      </p>
      {empty > 0 && <p>{plural(empty, 'row')} without a text: left out</p>}
      {isThere && <p>Documents are there already. They stay as they are; the new ones come beside them.</p>}
    </section>
  );
}
