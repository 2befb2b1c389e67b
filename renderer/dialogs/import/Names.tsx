import type { ImportOptions, ImportView, NameMatch } from '../../../core/exchange/report';
import { enumerated, number } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';
import { useSession } from '../../state';
import { mapped, type Part } from './choices';

interface Props {
  readonly view: ImportView;
  readonly options: ImportOptions;
  readonly onChoose: (options: ImportOptions) => void;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Labels, questions, relation types and fields of the file: where each goes. */
export function Names({ view, options, onChoose }: Props) {
  const schema = useSession((state) => state.project?.schema);
  if (!schema) return null;
  const of = (target: string) => schema.attributes.filter((it) => it.target === target);
  const lists: readonly (readonly [string, Part, readonly NameMatch[], readonly Named[]])[] = [
    [t('import.labels'), 'labels', view.labels, schema.labels],
    [t('import.attributes'), 'attributes', view.attributes, of('annotation')],
    [t('import.relation-attributes'), 'attributes', view.relationAttributes, of('relation')],
    [t('import.relation-types'), 'relationTypes', view.relationTypes, schema.relationTypes],
    [t('import.fields'), 'fields', view.fields, schema.documentFields],
  ];
  return (
    <>
      {lists.map(
        ([title, part, rows, known]) =>
          rows.length > 0 && (
            <NameTable
              key={title}
              title={title}
              rows={rows}
              known={known}
              chosen={options.mapping[part]}
              onChoose={(name, to) => onChoose(mapped(options, part, name, to))}
            />
          ),
      )}
    </>
  );
}

interface TableProps {
  readonly title: string;
  readonly rows: readonly NameMatch[];
  readonly known: readonly Named[];
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly onChoose: (name: string, to: string | null | undefined) => void;
}

/** So many can be mapped one by one; the others go by their names. */
const MOST = 200;
const BY_NAME = 'name';
const OUT = 'out';
const ID = 'id:';

function NameTable({ title, rows, known, chosen, onChoose }: TableProps) {
  const there = rows.filter((row) => row.id !== null).length;
  const fresh = rows.length - there;
  const counts = [
    ...(there > 0 ? [t('import.names.there', { count: there })] : []),
    ...(fresh > 0 ? [t('import.names.new', { count: fresh })] : []),
  ];
  return (
    <details open={rows.length <= 12 || fresh > 0}>
      <summary>
        {title} <span className="muted">{enumerated(counts)}</span>
      </summary>
      <ul className="import-names" aria-label={title}>
        {rows.slice(0, MOST).map((row) => (
          <NameRow
            key={row.name}
            row={row}
            known={known}
            wish={wishOf(chosen, row.name)}
            onChoose={onChoose}
          />
        ))}
        {rows.length > MOST && (
          <li className="muted">{t('import.names.more', { more: rows.length - MOST })}</li>
        )}
      </ul>
    </details>
  );
}

function wishOf(chosen: TableProps['chosen'], name: string): string {
  const wish = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
  if (wish === undefined) return BY_NAME;
  return wish === null ? OUT : ID + wish;
}

interface RowProps extends Pick<TableProps, 'known' | 'onChoose'> {
  readonly row: NameMatch;
  readonly wish: string;
}

function NameRow({ row: { name, uses, id }, known, wish, onChoose }: RowProps) {
  const own = known.find((it) => it.id === id);
  return (
    <li>
      <span className="clip" title={name}>
        {name} <span className="muted">×{number(uses)}</span>
      </span>
      <select
        aria-label={t('import.names.becomes', { name })}
        value={wish}
        onChange={({ target: { value } }) =>
          onChoose(name, value === OUT ? null : value === BY_NAME ? undefined : value.slice(ID.length))
        }
      >
        <option value={BY_NAME}>{own ? own.name : t('import.names.a-new-one')}</option>
        <option value={OUT}>{t('import.names.left-out')}</option>
        {known
          .filter((it) => it.id !== id)
          .map((it) => (
            <option key={it.id} value={ID + it.id}>
              {it.name}
            </option>
          ))}
      </select>
    </li>
  );
}
