/** Two copies of a project's schema as one: by id, and nothing lost. */
import { freeName } from '../edit-schema';
import type { AttributeType, Label, Schema } from '../model';
import type { SchemaPart } from '../schema-problems';

/** OURS with what only THEIRS has; where both have a row it is ours, told in DIFFERING when theirs says otherwise. */
export function mergeSchemas(
  ours: Schema,
  theirs: Schema,
): { readonly schema: Schema; readonly differing: readonly string[] } {
  let schema = ours;
  const differing: string[] = [];
  const ids = { labels: idsOf(theirs, ours, 'labels'), types: idsOf(theirs, ours, 'relationTypes') };
  const known = (of: readonly string[], all: ReadonlySet<string>) => of.filter((id) => all.has(id));
  /** What is asked of rows that nobody has is asked of all: then the list says nothing. */
  const asked = (it: AttributeType): AttributeType => ({
    ...it,
    of: known(it.of, it.target === 'relation' ? ids.types : ids.labels),
  });
  const keys = new Set(ours.labels.map((it) => it.key));

  function add<P extends SchemaPart>(part: P, adapt: (row: Schema[P][number]) => Schema[P][number]): void {
    for (const their of theirs[part] as readonly Schema[P][number][]) {
      const rows = schema[part] as readonly Schema[P][number][];
      const our = rows.find((it) => it.id === their.id);
      if (our) {
        const both = withChoices(our, their);
        if (both !== our) schema = { ...schema, [part]: rows.map((it) => (it.id === our.id ? both : it)) };
        if (JSON.stringify(both) !== JSON.stringify(withChoices(their, our))) differing.push(our.name);
        continue;
      }
      const row = adapt(their);
      schema = { ...schema, [part]: [...rows, { ...row, name: freeName(schema, part, row.name) }] };
    }
  }

  add('labels', (it: Label) => {
    const key = keys.has(it.key) ? null : it.key;
    keys.add(key);
    return { ...it, key, parent: it.parent !== null && ids.labels.has(it.parent) ? it.parent : null };
  });
  add('relationTypes', (it) => ({
    ...it,
    from: known(it.from, ids.labels),
    to: known(it.to, ids.labels),
  }));
  add('attributes', asked);
  add('documentFields', (it) => it);
  return { schema, differing };
}

const idsOf = (a: Schema, b: Schema, part: SchemaPart): ReadonlySet<string> =>
  new Set([...a[part], ...b[part]].map((it) => it.id));

/** A question keeps the choices of both, so that no answer loses its ground. */
function withChoices<T extends { readonly id: string }>(row: T, other: T): T {
  const [a, b] = [row, other] as unknown as [AttributeType, AttributeType];
  if (a.choices === undefined || a.choices.length === 0 || a.kind !== b.kind) return row;
  const more = b.choices.filter((it) => !a.choices.includes(it));
  return more.length === 0 ? row : ({ ...row, choices: [...a.choices, ...more] } as T);
}
