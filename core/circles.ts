/** Which relations lead in a circle. */
import type { Relation } from './model';

/**
 * Of RELATIONS (of one type) those that close a circle: without them none is left. Walks from the annotations in
 * ORDER (ids), so that it is what leads back that closes, not what leads on. One from an annotation to itself is
 * no circle. Linear time.
 */
export function closingCircles(
  relations: readonly Relation[],
  order: readonly string[],
): ReadonlySet<Relation> {
  const rank = new Map(order.map((id, index) => [id, index]));
  const next = new Map<string, Relation[]>();
  for (const it of relations) {
    const known = next.get(it.from);
    if (known) known.push(it);
    else next.set(it.from, [it]);
  }
  const place = (id: string) => rank.get(id) ?? order.length;
  for (const row of next.values()) row.sort((a, b) => place(a.to) - place(b.to));
  const closing = new Set<Relation>();
  const state = new Map<string, 'on the way' | 'left'>();
  // A stack of our own: chains may be as long as a text.
  const walk = (first: string) => {
    const way: { readonly id: string; at: number }[] = [{ id: first, at: 0 }];
    state.set(first, 'on the way');
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const relation = next.get(here.id)?.[here.at++];
      if (!relation) {
        state.set(here.id, 'left');
        way.pop();
      } else if (state.get(relation.to) === 'on the way') {
        if (relation.to !== relation.from) closing.add(relation);
      } else if (!state.has(relation.to)) {
        state.set(relation.to, 'on the way');
        way.push({ id: relation.to, at: 0 });
      }
    }
  };
  const starts = [...next.keys()].sort((a, b) => place(a) - place(b));
  for (const id of starts) if (!state.has(id)) walk(id);
  return closing;
}
