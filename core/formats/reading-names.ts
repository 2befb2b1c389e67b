/** What reading copies call things: labels, types, answers, states and counts. */
import type { Attributes, AttributeValue, Schema, Status } from '../model';
import { answersByName } from './imported-schema';

export const statusWords: Readonly<Record<Status, string>> = {
  todo: 'not begun',
  'in-progress': 'in progress',
  done: 'done',
  skipped: 'skipped',
};

export const valueText = (value: AttributeValue): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value.join(', ');
};

/** `3 documents`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export interface Names {
  readonly label: (id: string) => string;
  readonly type: (id: string) => string;
  /** Classes that carry the colour. */
  readonly labelClass: (id: string) => string;
  readonly typeClass: (id: string) => string;
  readonly ofAnnotation: (answers: Attributes) => Attributes;
  readonly ofRelation: (answers: Attributes) => Attributes;
  readonly ofDocument: (answers: Attributes) => Attributes;
}

export function namesOf({ labels, relationTypes, attributes, documentFields }: Schema): Names {
  const of = (rows: readonly { id: string; name: string }[], letter: string) => {
    const at = new Map(rows.map(({ id }, i) => [id, i]));
    return {
      name: (id: string) => rows[at.get(id) ?? -1]?.name ?? id,
      class: (id: string) => `${letter}${at.get(id) ?? 'x'}`,
    };
  };
  const [label, type] = [of(labels, 'k'), of(relationTypes, 'r')];
  const asked = (target: string) => answersByName(attributes.filter((it) => it.target === target));
  return {
    label: label.name,
    type: type.name,
    labelClass: label.class,
    typeClass: type.class,
    ofAnnotation: asked('annotation'),
    ofRelation: asked('relation'),
    ofDocument: answersByName(documentFields),
  };
}

/** Counts of labels in the order of SCHEMA; those it lacks stand last. */
export const inOrder = <T>(
  counts: ReadonlyMap<string, T>,
  { labels }: Schema,
): readonly (readonly [string, T])[] => {
  const known = new Set(labels.map(({ id }) => id));
  return [...known, ...[...counts.keys()].filter((id) => !known.has(id))].flatMap((id) => {
    const count = counts.get(id);
    return count === undefined ? [] : [[id, count] as const];
  });
};
