import { useEffect, useRef } from 'react';
import type { TableView } from '../../../core/exchange/table';
import { t } from '../../../core/locale/t';
import { becomes, type Chosen } from './choices';

interface Props {
  readonly table: TableView;
  readonly chosen: Chosen;
}

/** The first rows, and above each column what becomes of it. */
export function Preview({ table, chosen }: Props) {
  const { columns, first, rows } = table;
  const box = useRef<HTMLElement>(null);
  // Of a wide table the text is what one looks for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another column then
  useEffect(() => {
    box.current
      ?.querySelector('th[data-becomes=text]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [chosen.text]);
  const roles = columns.map((column) => becomes(column, chosen));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, too
    <section ref={box} className="rows-preview" aria-label={t('rows.first')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name }, at) => (
              <th key={name} scope="col" data-becomes={roles[at]}>
                <span className="rows-role">{t(`rows.becomes-${roles[at] ?? 'nothing'}`)}</span>
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
        <p className="rows-more muted">{t('rows.more', { more: rows - first.length })}</p>
      )}
    </section>
  );
}
