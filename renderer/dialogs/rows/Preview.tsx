import type { TableView } from '../../../core/exchange/table';
import { type Becomes, becomes, type Chosen } from './choices';

interface Props {
  readonly table: TableView;
  readonly chosen: Chosen;
}

const words: Readonly<Record<Becomes, string>> = {
  text: 'text',
  name: 'name',
  field: 'field',
  nothing: 'left out',
};

/** The first rows, and above each column what becomes of it. */
export function Preview({ table, chosen }: Props) {
  const { columns, first, rows } = table;
  const roles = columns.map((column) => becomes(column, chosen));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too
    <section className="rows-preview" aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name }, at) => (
              <th key={name} scope="col" data-becomes={roles[at]}>
                <span className="rows-role">{words[roles[at] as Becomes]}</span>
                <span className="clip" title={name}>
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike, and nothing moves
            <tr key={n}>
              {columns.map(({ name }, at) => (
                <td key={name} data-becomes={roles[at]}>
                  <span className="rows-cell">{row[at]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows > first.length && (
        <p className="rows-more muted">… and {(rows - first.length).toLocaleString()} more</p>
      )}
    </section>
  );
}
