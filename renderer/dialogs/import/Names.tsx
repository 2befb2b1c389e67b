import type { ImportOptions, ImportView, NameMatch } from '../../../core/exchange/report';
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
    ['Labels', 'labels', view.labels, schema.labels],
    ['Questions', 'attributes', view.attributes, of('annotation')],
    ['Questions about relations', 'attributes', view.relationAttributes, of('relation')],
    ['Relation types', 'relationTypes', view.relationTypes, schema.relationTypes],
    ['Document fields', 'fields', view.fields, schema.documentFields],
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
  const counts = [...(there > 0 ? [`${there} there already`] : []), ...(fresh > 0 ? [`${fresh} new`] : [])];
  return (
    <details open={rows.length <= 12 || fresh > 0}>
      <summary>
        {title} <span className="muted">{counts.join(', ')}</span>
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
          <li className="muted">
            … and {(rows.length - MOST).toLocaleString()} more, which go by their names
          </li>
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
        {name} <span className="muted">×{uses.toLocaleString()}</span>
      </span>
      <select
        aria-label={`${name} becomes`}
        value={wish}
        onChange={({ target: { value } }) =>
          onChoose(name, value === OUT ? null : value === BY_NAME ? undefined : value.slice(ID.length))
        }
      >
        <option value={BY_NAME}>{own ? own.name : 'a new one'}</option>
        <option value={OUT}>left out</option>
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
