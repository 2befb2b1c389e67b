/** What can be wrong in a schema: each with its place, in words. */

import { reservedKeys } from './edit';
import { wrongAnswer } from './edit-attributes';
import { isOwnAncestor } from './label-tree';
import { NAME_LIMIT } from './limits';
import { t } from './locale/t';
import type { AttributeType, Label, Schema } from './model';
import { schemaParts } from './patch';

export type SchemaPart = (typeof schemaParts)[number];

/** What is wrong in a schema, and where. */
export interface Problem {
  readonly part: SchemaPart;
  /** Of the row. */
  readonly id: string;
  /** The field of the row: `name`, `key`, `parent`, … */
  readonly field: string;
  /** In plain words, with the name of the row. */
  readonly message: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
}

function nameProblems(part: SchemaPart, rows: readonly Row[]): Problem[] {
  const seen = new Map<string, Row>();
  return rows.flatMap(({ id, name }): Problem[] => {
    const of = { part, id, field: 'name' };
    if (name.trim() === '') return [{ ...of, message: t(`edit.name-needed.${part}`) }];
    if (name.length > NAME_LIMIT) return [{ ...of, message: t('edit.name-long', { limit: NAME_LIMIT }) }];
    const key = name.trim().toLowerCase();
    if (seen.has(key)) return [{ ...of, message: t(`edit.name-taken.${part}`, { name: name.trim() }) }];
    seen.set(key, { id, name });
    return [];
  });
}

const isColor = (color: string) => /^#[0-9a-f]{6}$/i.test(color);

function labelProblems({ labels }: Schema): Problem[] {
  const owners = new Map<string, Label>();
  const ids = new Set(labels.map((it) => it.id));
  return labels.flatMap((label): Problem[] => {
    const { id, name, key, color, parent } = label;
    const problem = (field: string, message: string): Problem => ({ part: 'labels', id, field, message });
    const found: Problem[] = [];
    if (!isColor(color)) found.push(problem('color', t('edit.colour-of', { name })));
    if (parent !== null && !ids.has(parent))
      found.push(problem('parent', t('edit.parent-gone', { name, id: parent })));
    if (isOwnAncestor(labels, id)) found.push(problem('parent', t('edit.below-itself', { name })));
    if (key !== null) {
      const owner = owners.get(key);
      if (!/^[0-9a-z]$/.test(key)) found.push(problem('key', t('edit.key-of', { name })));
      else if (reservedKeys.has(key))
        found.push(problem('key', t('edit.key-of-command', { key: key.toUpperCase() })));
      else if (owner)
        found.push(problem('key', t('edit.key-of-label', { key: key.toUpperCase(), label: owner.name })));
      else owners.set(key, label);
    }
    return found;
  });
}

const hasChoices = ({ kind }: AttributeType) => kind === 'choice' || kind === 'multi-choice';

function questionProblems(part: SchemaPart, types: readonly AttributeType[], schema: Schema): Problem[] {
  const known = {
    annotation: new Set(schema.labels.map((it) => it.id)),
    relation: new Set(schema.relationTypes.map((it) => it.id)),
  };
  return types.flatMap((type): Problem[] => {
    const problem = (field: string, message: string): Problem => ({ part, id: type.id, field, message });
    const found: Problem[] = [];
    const { name, choices } = type;
    if (hasChoices(type)) {
      const double = choices.find((choice, i) => choices.indexOf(choice) !== i);
      if (choices.length === 0) found.push(problem('choices', t('edit.choice-needed', { name })));
      if (choices.some((choice) => choice.trim() === ''))
        found.push(problem('choices', t('edit.choice-empty', { name })));
      if (double !== undefined)
        found.push(problem('choices', t('edit.choice-twice', { name, choice: double })));
    } else if (choices.length > 0) found.push(problem('choices', t('edit.choices-unasked', { name })));
    const wrong = type.default === null ? null : wrongAnswer(type, type.default);
    if (wrong !== null) found.push(problem('default', t('edit.default-wrong', { name, why: wrong })));
    const gone = part === 'attributes' ? type.of.find((id) => !known[type.target].has(id)) : undefined;
    if (gone !== undefined)
      found.push(
        problem(
          'of',
          t(type.target === 'annotation' ? 'edit.asked-label-gone' : 'edit.asked-relation-gone', {
            name,
            id: gone,
          }),
        ),
      );
    return found;
  });
}

function relationProblems({ relationTypes, labels }: Schema): Problem[] {
  const ids = new Set(labels.map((it) => it.id));
  return relationTypes.flatMap((type): Problem[] => {
    const problem = (field: string, message: string): Problem => ({
      part: 'relationTypes',
      id: type.id,
      field,
      message,
    });
    const found: Problem[] = [];
    if (!isColor(type.color)) found.push(problem('color', t('edit.colour-of', { name: type.name })));
    for (const field of ['from', 'to'] as const) {
      const gone = type[field].find((id) => !ids.has(id));
      if (gone !== undefined)
        found.push(
          problem(
            field,
            t(field === 'from' ? 'edit.start-gone' : 'edit.end-label-gone', { name: type.name, id: gone }),
          ),
        );
    }
    return found;
  });
}

/** Everything that is wrong with SCHEMA, each with its place. */
export const problemsOf = (schema: Schema): readonly Problem[] => [
  ...schemaParts.flatMap((part) => nameProblems(part, schema[part])),
  ...labelProblems(schema),
  ...questionProblems('attributes', schema.attributes, schema),
  ...questionProblems('documentFields', schema.documentFields, schema),
  ...relationProblems(schema),
];
