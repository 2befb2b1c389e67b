/** Changes of the schema from the editor: checked, counted where they might cost something, committed as one step. */

import { changeSchema } from '../../core/edit-schema';
import { fail, ok, type Result } from '../../core/failure';
import { t } from '../../core/locale/t';
import { putOnSchema } from '../../core/merge';
import { emptySchema, type Schema } from '../../core/model';
import type { Patch } from '../../core/patch';
import { type Fate, mayLose, type Split } from '../../core/refactor';
import type { RefactorPlan, SchemaUsage, UsageRow } from '../../core/views';
import { call } from '../api';
import { commit, commitParts } from '../session/commit';
import { allSaved, flush, whenSaved } from '../session/saving';
import { get } from '../state';

export type Fates = Readonly<Record<string, Fate>>;

/** A change that a person wants, before it is known what it costs. */
export interface Wish {
  readonly title: string;
  readonly after: Schema;
  /** The same, when what it carries goes to another row: what was asked of the one is asked of the other then. */
  readonly afterMerge?: (into: string) => Schema;
  /** What was decided already, by the key of the loss. */
  readonly fates?: Fates;
  readonly split?: Split;
}

/** A wish that needs an answer first. */
export interface Question {
  readonly wish: Wish;
  readonly usage: SchemaUsage;
}

export const currentSchema = (): Schema => get().project?.schema ?? emptySchema;

/** Everything must be on the disk before it is counted there. */
const onDisk = (): Promise<Result<null>> => {
  const failure = get().save.failure;
  if (failure !== null && !allSaved()) {
    void flush();
    return Promise.resolve(fail('unsaved', t('schema.unsaved', { reason: failure })));
  }
  return new Promise((resolve) => whenSaved(() => resolve(ok(null))));
};

/** What AFTER would take the ground from, in all layers. */
export async function usageOf(after: Schema, split: Split | null = null): Promise<Result<SchemaUsage>> {
  const before = currentSchema();
  const saved = await onDisk();
  return saved.ok ? call('schema.usage', { before, after, split }) : saved;
}

export const total = (rows: readonly UsageRow[]): number => rows.reduce((sum, row) => sum + row.count, 0);
export const ownCount = (rows: readonly UsageRow[]): number => total(rows.filter((row) => row.own));

/** Commits what costs nothing, at once. Returns the reason when it is refused, and `ask` when it may cost something. */
export function tryWish(wish: Wish): { readonly problem: string } | 'ask' | 'done' {
  const before = currentSchema();
  const patch = changeSchema(before, wish.after);
  if (!patch.ok) return patch.failure.code === 'unchanged' ? 'done' : { problem: patch.failure.message };
  if (wish.split || mayLose(before, wish.after)) return 'ask';
  return commit(patch.value, wish.title) ? 'done' : { problem: get().message?.text ?? t('schema.unchanged') };
}

/** WISH, made when the schema was BEFORE, as a wish about the schema of now: what was changed meanwhile stays. */
function carriedOver(wish: Wish, before: Schema): Wish {
  const now = currentSchema();
  if (now === before) return wish;
  const onNow = (after: Schema): Schema => {
    const patch = changeSchema(before, after);
    return patch.ok ? putOnSchema(now, patch.value) : now;
  };
  const { after, afterMerge } = wish;
  return {
    ...wish,
    after: onNow(after),
    ...(afterMerge && { afterMerge: (into: string) => onNow(afterMerge(into)) }),
  };
}

/**
 * Counts what WISH costs: a question to be answered, or (null) it is done, because nothing is in use, or all is
 * decided and can be carried out everywhere.
 */
export async function prepare(wish: Wish): Promise<Result<Question | null>> {
  const before = currentSchema();
  const usage = await usageOf(wish.after, wish.split);
  if (!usage.ok) return usage;
  const isOpen = usage.value.losses.some(({ key }) => !wish.fates?.[key]);
  if (isOpen) return ok({ wish: carriedOver(wish, before), usage: usage.value });
  const plan = await planFor(carriedOver(wish, before), wish.fates ?? {});
  if (!plan.ok) return plan;
  if (plan.value.blocked.length > 0) return ok({ wish: carriedOver(wish, before), usage: usage.value });
  return carryOut(carriedOver(wish, before), plan.value)
    ? ok(null)
    : fail('refused', get().message?.text ?? '');
}

export async function planFor(wish: Wish, fates: Fates): Promise<Result<RefactorPlan>> {
  const before = currentSchema();
  const saved = await onDisk();
  if (!saved.ok) return saved;
  return call('schema.refactor', {
    before,
    after: wish.after,
    split: wish.split ?? null,
    fates: { ...fates },
    now: new Date().toISOString(),
  });
}

/** Commits schema and documents as one step; false, and said, when it can't be. */
export function carryOut(wish: Wish, { parts }: RefactorPlan): boolean {
  const patch = changeSchema(currentSchema(), wish.after);
  const schemaPart: { readonly document: null; readonly patch: Patch }[] = patch.ok
    ? [{ document: null, patch: patch.value }]
    : [];
  return commitParts([...schemaPart, ...parts], wish.title);
}
