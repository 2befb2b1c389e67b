/** A schema as importing knows it: by names, since ids are made anew in every project. */
import type { Attributes, AttributeType, Schema } from '../model';
import { attributesOf } from './gather';
import type { ImportedQuestion, ImportedSchema } from './imported';

type Named = { readonly id: string; readonly name: string };

const namesOf = (rows: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ id, name }) => [id, name]));

export function importedSchema({
  labels,
  attributes,
  relationTypes,
  documentFields,
}: Schema): ImportedSchema {
  const labelNames = namesOf(labels);
  const typeNames = namesOf(relationTypes);
  const named = (names: ReadonlyMap<string, string>, ids: readonly string[]) =>
    ids.flatMap((id) => names.get(id) ?? []);
  const question =
    (names: ReadonlyMap<string, string>) =>
    ({ target: _, id: __, of, ...it }: AttributeType): ImportedQuestion => ({ ...it, of: named(names, of) });
  const of = (target: AttributeType['target']) => attributes.filter((it) => it.target === target);
  return {
    labels: labels.map(({ id: _, parent, ...it }) => ({
      ...it,
      parent: (parent && labelNames.get(parent)) || null,
    })),
    attributes: of('annotation').map(question(labelNames)),
    relationAttributes: of('relation').map(question(typeNames)),
    relationTypes: relationTypes.map(({ id: _, from, to, ...it }) => ({
      ...it,
      from: named(labelNames, from),
      to: named(labelNames, to),
    })),
    documentFields: documentFields.map(question(new Map())),
  };
}

/** Names answers by their questions; an answer whose question is gone keeps its id as its name. */
export function answersByName(questions: readonly Named[]): (answers: Attributes) => Attributes {
  const names = namesOf(questions);
  return (answers) =>
    attributesOf(Object.entries(answers).map(([id, value]) => [names.get(id) ?? id, value] as const));
}
