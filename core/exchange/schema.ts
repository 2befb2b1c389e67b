/** Names of a file become ids of the project's schema: those that are there, or new ones. */
import { reservedKeys } from '../edit';
import type {
  Imported,
  ImportedAnnotation,
  ImportedQuestion,
  ImportedRelation,
  ImportedSchema,
} from '../formats/imported';
import { freshSlug } from '../ids';
import { NAME_LIMIT } from '../limits';
import type { AttributeType, AttributeValue, Label, RelationType, Schema } from '../model';
import { palette } from '../palette';
import { fitted, kindOf, moreChoices } from './answers';
import type { ImportOptions, NameMatch } from './report';

/** What a file uses, by name: how often, and the answers that are given. */
export interface Uses {
  readonly labels: ReadonlyMap<string, number>;
  readonly attributes: ReadonlyMap<string, readonly AttributeValue[]>;
  readonly relationAttributes: ReadonlyMap<string, readonly AttributeValue[]>;
  readonly relationTypes: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, readonly AttributeValue[]>;
  /** Relation types of which an annotation is related to itself. */
  readonly loops: ReadonlySet<string>;
}

/** A name as the schema takes it; what has none is called so. */
export const nameOf = (name: string): string => name.trim().slice(0, NAME_LIMIT).trim() || 'Unnamed';

/** Everything that FILE's annotations name, in the order of first use; what its schema declares comes first, with no use. */
export function usesOf(file: Imported): Uses {
  const { schema } = file;
  const count = (names: readonly string[]) => new Map(names.map((name) => [nameOf(name), 0]));
  const given = (of: readonly ImportedQuestion[]) =>
    new Map(of.map((it) => [nameOf(it.name), [] as AttributeValue[]]));
  const [labels, types] = [
    count(schema.labels.map((it) => it.name)),
    count(schema.relationTypes.map((it) => it.name)),
  ];
  const [attributes, about, fields] = [
    given(schema.attributes),
    given(schema.relationAttributes),
    given(schema.documentFields),
  ];
  const loops = new Set<string>();
  const add = (map: Map<string, AttributeValue[]>, answers: Readonly<Record<string, AttributeValue>>) => {
    for (const [name, value] of Object.entries(answers)) {
      const key = nameOf(name);
      const values = map.get(key);
      if (values) values.push(value);
      else map.set(key, [value]);
    }
  };
  const annotation = (it: ImportedAnnotation) => {
    const name = nameOf(it.label);
    labels.set(name, (labels.get(name) ?? 0) + 1);
    add(attributes, it.attributes);
  };
  const relation = (it: ImportedRelation) => {
    const name = nameOf(it.type);
    types.set(name, (types.get(name) ?? 0) + 1);
    if (it.from === it.to) loops.add(name);
    add(about, it.attributes);
  };
  for (const layer of file.documents.flatMap((document) => document.layers)) {
    layer.annotations.forEach(annotation);
    layer.relations.forEach(relation);
    add(fields, layer.fields);
  }
  return { labels, attributes, relationAttributes: about, relationTypes: types, fields, loops };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Rows by their names: of the same name, else the same but for case. What is added is found too. */
function byName<T extends Named>(rows: readonly T[]) {
  const [exactly, loosely] = [new Map<string, T>(), new Map<string, T>()];
  const add = (row: T) => {
    const name = row.name.trim();
    if (!exactly.has(name)) exactly.set(name, row);
    if (!loosely.has(name.toLowerCase())) loosely.set(name.toLowerCase(), row);
  };
  for (const row of rows) add(row);
  const find = (name: string): T | undefined => exactly.get(name) ?? loosely.get(name.toLowerCase());
  return { add, find };
}

/** A row for each name: null where it is left out. */
type Rows<T> = ReadonlyMap<string, T | null>;

/** The project's schema with what the file brings, and where each name of the file goes. */
export interface Fitted {
  readonly schema: Schema;
  readonly labels: Rows<Label>;
  readonly attributes: Rows<AttributeType>;
  readonly relationAttributes: Rows<AttributeType>;
  readonly relationTypes: Rows<RelationType>;
  readonly fields: Rows<AttributeType>;
  readonly newLabels: readonly string[];
  readonly newAttributes: readonly string[];
  readonly newRelationTypes: readonly string[];
  readonly newFields: readonly string[];
}

/**
 * The row of ROWS for each of NAMES, made by MAKE where there is none. ASKED: by name, an id or null (left out).
 * ALIAS is another name under which an earlier import may have put it.
 */
function resolve<T extends Named>(
  rows: readonly T[],
  names: Iterable<string>,
  asked: Readonly<Record<string, string | null>>,
  make: (name: string, taken: ReadonlySet<string>) => T,
  alias: (name: string) => string = (name) => name,
): { readonly found: Map<string, T | null>; readonly fresh: T[] } {
  const found = new Map<string, T | null>();
  const fresh: T[] = [];
  const taken = new Set(rows.map((row) => row.id));
  const ids = new Map(rows.map((row) => [row.id, row]));
  const all = byName(rows);
  for (const name of names) {
    const wish = Object.hasOwn(asked, name) ? asked[name] : undefined;
    const chosen = typeof wish === 'string' ? ids.get(wish) : undefined;
    const there = wish === null ? null : (chosen ?? all.find(name) ?? all.find(alias(name)));
    if (there !== undefined) found.set(name, there);
    else {
      const row = make(name, taken);
      taken.add(row.id);
      all.add(row);
      fresh.push(row);
      found.set(name, row);
    }
  }
  return { found, fresh };
}

/** Ids of the rows that NAMES mean; null when it names some and all of them are left out: all is not meant then. */
function idsOf(names: readonly string[], rows: Rows<Named>): readonly string[] | null {
  const ids = [...new Set(names.flatMap((name) => rows.get(nameOf(name))?.id ?? []))];
  return ids.length === 0 && names.length > 0 ? null : ids;
}

/** By name; of several the first. */
const said = <T extends { readonly name: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map([...rows].reverse().map((row) => [nameOf(row.name), row]));

/** Gives the colours of the palette, the least used first; what is there already, and what is taken beside, counts. */
function colours(used: readonly string[]) {
  const left = palette.map((color) => ({
    color,
    uses: used.filter((it) => it.toLowerCase() === color).length,
  }));
  const take = (color: string) => {
    const row = left.find((it) => it.color === color);
    if (row) row.uses++;
    return color;
  };
  const next = () => take(left.reduce((best, it) => (it.uses < best.uses ? it : best)).color);
  return { take, next };
}

const validColor = (color: string | null | undefined) =>
  color && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : null;

/** SCHEMA with what FILE brings, as OPTIONS map its names. */
export function fitSchema(
  file: ImportedSchema,
  uses: Uses,
  schema: Schema,
  { mapping }: Pick<ImportOptions, 'mapping'>,
): Fitted {
  const colors = colours(schema.labels.map((it) => it.color));
  const saidOf = {
    labels: said(file.labels),
    types: said(file.relationTypes),
    attributes: said(file.attributes),
    relationAttributes: said(file.relationAttributes),
    fields: said(file.documentFields),
  };
  const keys = new Set(schema.labels.map((it) => it.key));
  const labels = resolve(schema.labels, uses.labels.keys(), mapping.labels, (name, taken): Label => {
    const said = saidOf.labels.get(name);
    const key = said?.key?.toLowerCase() ?? null;
    const isFree = key !== null && /^[0-9a-z]$/.test(key) && !reservedKeys.has(key) && !keys.has(key);
    const wanted = validColor(said?.color);
    const color = wanted === null ? colors.next() : colors.take(wanted);
    if (isFree) keys.add(key);
    return {
      id: freshSlug(name, taken),
      name,
      color,
      key: isFree ? key : null,
      parent: null,
      description: said?.description ?? '',
      memo: said?.memo ?? '',
    };
  });
  const allLabels = withParents(schema, labels, file);

  const typeColors = colours(schema.relationTypes.map((it) => it.color));
  const types = resolve(
    schema.relationTypes,
    uses.relationTypes.keys(),
    mapping.relationTypes,
    (name, taken): RelationType => {
      const said = saidOf.types.get(name);
      const wanted = validColor(said?.color);
      const color = wanted === null ? typeColors.next() : typeColors.take(wanted);
      return {
        id: freshSlug(name, taken),
        name,
        color,
        description: said?.description ?? '',
        from: idsOf(said?.from ?? [], labels.found) ?? [],
        to: idsOf(said?.to ?? [], labels.found) ?? [],
        loops: (said?.loops ?? false) || uses.loops.has(name),
        cycles: said?.cycles ?? true,
      };
    },
  );

  const ofTarget = (target: AttributeType['target']) =>
    schema.attributes.filter((it) => it.target === target);
  const ownLabels = [...labels.found.values()].flatMap((it) => it?.id ?? []);
  const attributes = resolve(
    ofTarget('annotation'),
    uses.attributes.keys(),
    mapping.attributes,
    (name, taken): AttributeType => {
      const said = saidOf.attributes.get(name);
      const of = idsOf(said?.of ?? [], labels.found) ?? [];
      // What the file asks of all its labels is not asked of those that the project had before.
      const asked = of.length === 0 && schema.labels.length > 0 ? ownLabels : of;
      const id = freshSlug(name, new Set([...taken, ...ofTarget('relation').map((it) => it.id)]));
      return question(said, name, id, uses.attributes.get(name) ?? [], 'annotation', asked);
    },
  );
  // A name stands once among the attributes, whatever they are asked of.
  const ofAnnotations = byName([...ofTarget('annotation'), ...attributes.fresh]);
  const apart = (name: string) => (ofAnnotations.find(name) ? `${name} (relation)` : name);
  const relationAttributes = resolve(
    ofTarget('relation'),
    uses.relationAttributes.keys(),
    mapping.attributes,
    (name, taken): AttributeType => {
      const said = saidOf.relationAttributes.get(name);
      const others = [...ofTarget('annotation'), ...attributes.fresh].map((it) => it.id);
      const id = freshSlug(name, new Set([...taken, ...others]));
      const of = idsOf(said?.of ?? [], types.found) ?? [];
      return question(said, apart(name), id, uses.relationAttributes.get(name) ?? [], 'relation', of);
    },
    apart,
  );
  const fields = resolve(
    schema.documentFields,
    uses.fields.keys(),
    mapping.fields,
    (name, taken): AttributeType => {
      const said = saidOf.fields.get(name);
      return question(said, name, freshSlug(name, taken), uses.fields.get(name) ?? [], 'annotation', []);
    },
  );
  return {
    schema: {
      labels: allLabels,
      attributes: [...schema.attributes, ...attributes.fresh, ...relationAttributes.fresh],
      relationTypes: [...schema.relationTypes, ...types.fresh],
      documentFields: [...schema.documentFields, ...fields.fresh],
    },
    labels: labels.found,
    attributes: attributes.found,
    relationAttributes: relationAttributes.found,
    relationTypes: types.found,
    fields: fields.found,
    newLabels: labels.fresh.map((it) => it.name),
    newAttributes: [...attributes.fresh, ...relationAttributes.fresh].map((it) => it.name),
    newRelationTypes: types.fresh.map((it) => it.name),
    newFields: fields.fresh.map((it) => it.name),
  };
}

/** The project's labels and the new ones, each below the parent that the file names, and none below itself. */
function withParents(
  schema: Schema,
  { found, fresh }: { readonly found: Rows<Label>; readonly fresh: readonly Label[] },
  file: ImportedSchema,
): Label[] {
  const rows = new Map([...schema.labels, ...fresh].map((it) => [it.id, it]));
  const isNew = new Set(fresh.map((it) => it.id));
  const known = byName([...schema.labels, ...fresh]);
  const isBelow = (id: string, top: string) => {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); at = rows.get(at)?.parent ?? null) {
      if (at === top) return true;
      seen.add(at);
    }
    return false;
  };
  for (const { name, parent } of file.labels) {
    const label = found.get(nameOf(name));
    const above = parent === null ? null : (found.get(nameOf(parent)) ?? known.find(nameOf(parent)));
    if (label && above && isNew.has(label.id) && !isBelow(above.id, label.id))
      rows.set(label.id, { ...(rows.get(label.id) as Label), parent: above.id });
  }
  return [...rows.values()];
}

function question(
  said: ImportedQuestion | undefined,
  name: string,
  id: string,
  values: readonly AttributeValue[],
  target: AttributeType['target'],
  of: readonly string[],
): AttributeType {
  const kind = said?.kind ?? kindOf(values);
  const hasChoices = kind === 'choice' || kind === 'multi-choice';
  const choices = hasChoices ? moreChoices(said?.choices ?? [], values) : [];
  // A choice that nobody can make is no question: then it is answered by words.
  const row: AttributeType = {
    id,
    name,
    kind: hasChoices && choices.length === 0 ? 'text' : kind,
    choices,
    description: said?.description ?? '',
    required: said?.required ?? false,
    default: null,
    target,
    of,
  };
  const start = said?.default ?? null;
  return start === null ? row : { ...row, default: fitted(row, start).value };
}

/** Where each name goes when nobody says otherwise. */
export function nameMatches(
  rows: readonly Named[],
  names: ReadonlyMap<string, number | readonly unknown[]>,
): NameMatch[] {
  const known = byName(rows);
  return [...names].map(([name, uses]) => ({
    name,
    uses: typeof uses === 'number' ? uses : uses.length,
    id: known.find(name)?.id ?? null,
  }));
}
