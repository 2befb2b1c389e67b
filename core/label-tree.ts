/** Labels as a tree by `parent`. A parent that is missing, or would be its own ancestor, counts as none. */
import type { Label } from './model';

export interface Branch {
  readonly label: Label;
  /** 0 for a label without a parent. */
  readonly depth: number;
  /** From the top down, without the label itself. */
  readonly ancestors: readonly Label[];
}

type Parents = ReadonlyMap<string, Label>;

/** Ids of the ancestors of ID, the nearest first; ends where a label is missing or comes back to itself. */
function above(byId: Parents, id: string): string[] {
  const ids: string[] = [];
  const seen = new Set([id]);
  for (let at = byId.get(id)?.parent; at; at = byId.get(at)?.parent) {
    if (!byId.has(at) || seen.has(at)) break;
    seen.add(at);
    ids.push(at);
  }
  return ids;
}

const index = (labels: readonly Label[]): Parents => new Map(labels.map((label) => [label.id, label]));

function leadsBack(byId: Parents, id: string): boolean {
  const seen = new Set<string>();
  for (let at = byId.get(id)?.parent; at && !seen.has(at); at = byId.get(at)?.parent) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** True when ID leads back to itself by its parents. */
export const isOwnAncestor = (labels: readonly Label[], id: string): boolean => leadsBack(index(labels), id);

/** Ids of all labels below ID. */
export function below(labels: readonly Label[], id: string): ReadonlySet<string> {
  const byId = index(labels);
  return new Set(labels.flatMap((label) => (above(byId, label.id).includes(id) ? [label.id] : [])));
}

/** All labels, each behind its parent, those of one parent in the schema's order. */
export function treeOf(labels: readonly Label[]): readonly Branch[] {
  const byId = index(labels);
  const children = new Map<string | null, Label[]>();
  for (const label of labels) {
    const isRoot = !label.parent || !byId.has(label.parent) || leadsBack(byId, label.id);
    const parent = isRoot ? null : label.parent;
    const siblings = children.get(parent);
    if (siblings) siblings.push(label);
    else children.set(parent, [label]);
  }
  const tree: Branch[] = [];
  const grow = (parent: string | null, ancestors: readonly Label[]) => {
    for (const label of children.get(parent) ?? []) {
      tree.push({ label, depth: ancestors.length, ancestors });
      grow(label.id, [...ancestors, label]);
    }
  };
  grow(null, []);
  return tree;
}

/** `Accuracy › Omission`. */
export const fullName = ({ ancestors, label }: Branch): string =>
  [...ancestors, label].map((it) => it.name).join(' › ');
