/** Which relations the text shows: those of the picked annotation, or all of them, and the one that is being made. */
import type { Relation, RelationType } from '../../core/model';
import type { State } from '../state';
import type { Link } from '../viewer/interface';
import { relatingNow } from './relations';

const GREY = '#808080';
const none: readonly Link[] = [];

let known: { relations: readonly Relation[]; types: readonly RelationType[]; links: readonly Link[] } | null =
  null;

function drawn(relations: readonly Relation[], types: readonly RelationType[]): readonly Link[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  return relations.map(({ id, type, from, to }) => ({
    id,
    from,
    to,
    name: byId.get(type)?.name ?? type,
    color: byId.get(type)?.color ?? GREY,
    pending: false,
  }));
}

/** All relations as links; the same array as long as they are the same. */
function allLinks(relations: readonly Relation[], types: readonly RelationType[]): readonly Link[] {
  if (known?.relations !== relations || known.types !== types)
    known = { relations, types, links: drawn(relations, types) };
  return known.links;
}

let held: { relations: readonly Relation[]; ends: ReadonlySet<string> } | null = null;

/** The annotations that relations begin or end at; the same set as long as the relations are the same. */
export function relatedOf(relations: readonly Relation[]): ReadonlySet<string> {
  if (held?.relations !== relations)
    held = { relations, ends: new Set(relations.flatMap(({ from, to }) => [from, to])) };
  return held.ends;
}

export function linksOf(state: State): readonly Link[] {
  const { document, project, picked, relationsShown } = state;
  if (!document || !project) return none;
  const types = project.schema.relationTypes;
  const relating = relatingNow(state);
  const held = relating?.from ?? picked;
  const links = relationsShown
    ? allLinks(document.relations, types)
    : drawn(
        document.relations.filter(({ from, to }) => held !== null && (from === held || to === held)),
        types,
      );
  const to = relating?.to ?? picked;
  if (!relating || to === null || to === relating.from) return links.length === 0 ? none : links;
  return [...links, { id: 'pending', from: relating.from, to, name: '', color: GREY, pending: true }];
}
