/** Losses, grouped so that people can read them, with every id for programs. */
import type { Loss } from './format';

/** All losses of one kind. */
export interface LossGroup extends Pick<Loss, 'what' | 'fate' | 'reason'> {
  readonly count: number;
  /** Where, in the order of the documents; null is the schema. */
  readonly documents: readonly { readonly path: string | null; readonly ids: readonly string[] }[];
  /** The first of them, in words. */
  readonly examples: readonly { readonly path: string | null; readonly words: string }[];
}

/** So many of a group are put into words. */
export const EXAMPLES = 20;

interface Group {
  readonly first: Loss;
  count: number;
  readonly documents: Map<string | null, string[]>;
  readonly examples: { readonly path: string | null; readonly words: string }[];
}

/** Collects what an export loses. */
export class Losses {
  private readonly byKind = new Map<string, Group>();

  /** IN_WORDS is called for the first of each kind. */
  add(loss: Loss, inWords: (loss: Loss) => string): void {
    const key = `${loss.fate} ${loss.what} ${loss.reason}`;
    let group = this.byKind.get(key);
    if (!group) {
      group = { first: loss, count: 0, documents: new Map(), examples: [] };
      this.byKind.set(key, group);
    }
    group.count++;
    if (group.examples.length < EXAMPLES) group.examples.push({ path: loss.document, words: inWords(loss) });
    const ids = group.documents.get(loss.document);
    if (ids) ids.push(loss.id);
    else group.documents.set(loss.document, [loss.id]);
  }

  get count(): number {
    return [...this.byKind.values()].reduce((sum, group) => sum + group.count, 0);
  }

  /** How many things of the kind WHAT are not there at all. */
  dropped(what: Loss['what']): number {
    const groups = [...this.byKind.values()].filter(
      ({ first }) => first.fate === 'dropped' && first.what === what,
    );
    return groups.reduce((sum, group) => sum + group.count, 0);
  }

  /** What is dropped comes before what is flattened, the more before the fewer. */
  groups(): LossGroup[] {
    const groups = [...this.byKind.values()].map(
      ({ first: { what, fate, reason }, count, documents, examples }) => ({
        what,
        fate,
        reason,
        count,
        documents: [...documents].map(([path, ids]) => ({ path, ids })),
        examples,
      }),
    );
    const rank = ({ fate }: LossGroup) => (fate === 'dropped' ? 0 : 1);
    return groups.sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}
