/** Whom a layer of a file belongs to. */
import type { ImportOptions } from '../../../core/exchange/report';
import type { ImportedLayer } from '../../../core/formats/imported';
import type { Annotator } from '../../../core/model';

interface Person {
  readonly id: string | null;
  readonly name: string;
}

/**
 * Whose layer each layer of a file goes to; null for one's own. People of the project are found by id, else by
 * name; those who are new get NEW_ID, once.
 */
export function assigner(
  target: ImportOptions['target'],
  own: Annotator | null,
  people: readonly Annotator[],
  newId: () => string,
): (layer: Pick<ImportedLayer, 'annotator'>) => Annotator | null {
  const fresh: Annotator[] = [];
  const find = ({ id, name }: Person): Annotator | null => {
    const isOwn = own !== null && (id === null ? own.name === name : own.id === id);
    if (isOwn) return null;
    const all = [...people, ...fresh];
    const there = all.find((it) => (id === null ? it.name === name : it.id === id));
    if (there) return there;
    const annotator = { id: id ?? newId(), name: name.trim() || 'Unnamed' };
    fresh.push(annotator);
    return annotator;
  };
  if (typeof target === 'object') {
    const who = find(target);
    return () => who;
  }
  if (target !== 'each') return () => null;
  return ({ annotator }) => (annotator === null ? null : find(annotator));
}
