/** What a schema's questions are called as features of our UIMA types. */
import type { AttributeType, AttributeValue, Schema } from '../model';
import { safeNames } from './safe-names';

export const SPAN = 'webanno.custom.Span';
export const RELATION = 'webanno.custom.Relation';
/** What the file is of, who annotated, and what a feature's question is called: none of them is a place in the text. */
export const DOCUMENT = 'postil.Document';
export const LAYER = 'postil.Layer';
export const QUESTION = 'postil.Question';

/** Names of features that answers may not have. */
export const reserved = [
  ...[
    'sofa',
    'begin',
    'end',
    'label',
    'note',
    'id',
    'createdAt',
    'updatedAt',
    'layer',
    'Governor',
    'Dependent',
  ],
  ...['annotator', 'annotatorId', 'status', 'memo'],
];

export type Of = 'annotation' | 'relation' | 'document';

export interface Feature {
  readonly of: Of;
  readonly feature: string;
  readonly name: string;
  readonly kind: AttributeType['kind'];
}

/** The features of SCHEMA's questions by `of` and the question's id. */
export function features(schema: Schema): ReadonlyMap<Of, ReadonlyMap<string, Feature>> {
  const rows = (of: Of, questions: readonly AttributeType[]) => {
    const names = safeNames([], reserved);
    return [
      of,
      new Map(questions.map(({ id, name, kind }) => [id, { of, feature: names.of(name), name, kind }])),
    ] as const;
  };
  const asked = (target: AttributeType['target']) => schema.attributes.filter((it) => it.target === target);
  return new Map([
    rows('annotation', asked('annotation')),
    rows('relation', asked('relation')),
    rows('document', schema.documentFields),
  ]);
}

/** VALUE as a string feature has it: a number or boolean feature could not say that nobody answered. */
export const asString = (value: AttributeValue): string => String(value);

export function fromString(value: string, kind: AttributeType['kind'] | undefined): AttributeValue {
  if (kind === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
