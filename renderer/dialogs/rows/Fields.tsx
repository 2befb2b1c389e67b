import type { TableColumn, TableView } from '../../../core/exchange/table';
import { t } from '../../../core/locale/t';
import { type Chosen, fieldColumns } from './choices';

interface Props {
  readonly table: TableView;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

const kindOf = ({ kind, choices }: TableColumn) =>
  kind === 'choice' ? t('rows.kind-choice', { choices }) : t(`rows.kind-${kind}`);

/** The columns that become fields of each document. */
export function Fields({ table, chosen, onChoose }: Props) {
  const columns = fieldColumns(table, chosen);
  const without = (names: Iterable<string>) => onChoose({ ...chosen, without: new Set(names) });
  const toggle = (name: string) =>
    without(
      chosen.without.has(name) ? [...chosen.without].filter((it) => it !== name) : [...chosen.without, name],
    );
  if (columns.length === 0) return <p className="muted">{t('rows.no-fields')}</p>;
  return (
    <fieldset className="rows-fields">
      <legend>{t('rows.fields')}</legend>
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
            {t('rows.all')}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => without(table.columns.map(({ name }) => name))}
          >
            {t('rows.none')}
          </button>
        </p>
      )}
    </fieldset>
  );
}
