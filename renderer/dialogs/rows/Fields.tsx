import type { TableColumn, TableView } from '../../../core/exchange/table';
import { type Chosen, fieldColumns } from './choices';

interface Props {
  readonly table: TableView;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

const kindOf = ({ kind, choices }: TableColumn) =>
  kind === 'choice' ? `choice of ${choices}` : kind === 'number' ? 'number' : 'text';

/** The columns that become fields of each document. */
export function Fields({ table, chosen, onChoose }: Props) {
  const columns = fieldColumns(table, chosen);
  const without = (names: Iterable<string>) => onChoose({ ...chosen, without: new Set(names) });
  const toggle = (name: string) =>
    without(
      chosen.without.has(name) ? [...chosen.without].filter((it) => it !== name) : [...chosen.without, name],
    );
  if (columns.length === 0) return <p className="muted">No other column is left to become a field.</p>;
  return (
    <fieldset className="rows-fields">
      <legend>Fields of each document</legend>
      <ul>
        {columns.map((column) => (
          <li key={column.name}>
            <label className="choice">
              <input
                type="checkbox"
                checked={!chosen.without.has(column.name)}
                onChange={() => toggle(column.name)}
              />
              <span className="clip" title={column.name}>
                {column.name}
              </span>
              <span className="muted rows-kind">{kindOf(column)}</span>
            </label>
          </li>
        ))}
      </ul>
      {columns.length > 3 && (
        <p className="rows-all">
          <button type="button" className="link" onClick={() => without([])}>
            all
          </button>
          <button
            type="button"
            className="link"
            onClick={() => without(table.columns.map(({ name }) => name))}
          >
            none
          </button>
        </p>
      )}
    </fieldset>
  );
}
