/** Label names as columns and tags can hold them: without white space. */

import { losses as why } from '../locale/en/losses';
import type { Label } from '../model';
import type { Lose } from './format';
import { whiteSpace } from './tokens';

/**
 * The tag name of each of LABELS by its id: white space becomes `_`, and where that makes two names one, the later
 * gets a number. What is changed is told when it is first used. A label that the schema lacks goes by its id.
 */
export function tagNames(labels: readonly Label[], lose: Lose): (id: string) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const changed = new Set<string>();
  for (const { id, name } of labels) {
    const plain = spaceless(name);
    let tag = plain;
    for (let n = 2; taken.has(tag); n++) tag = `${plain}_${n}`;
    taken.add(tag);
    names.set(id, tag);
    if (tag !== name) changed.add(id);
  }
  return (id) => {
    if (changed.delete(id))
      lose({
        document: null,
        id,
        fate: 'flattened',
        what: 'name',
        reason: why['white-space-name'],
      });
    return names.get(id) ?? spaceless(id);
  };
}

const spaceless = (name: string) => name.replace(whiteSpace, '_').replace(/\p{Surrogate}/gu, '\ufffd');
