/** Losses in words, the same in the dialog and on the command line. */
import type { Loss } from './format';
import type { LossGroup } from './losses';
import type { ExportCounts } from './report';

const nouns: Readonly<Record<Loss['what'], readonly [one: string, many: string]>> = {
  annotation: ['annotation', 'annotations'],
  relation: ['relation', 'relations'],
  attributes: ['set of answers', 'sets of answers'],
  note: ['note', 'notes'],
  fields: ['document’s fields', 'documents’ fields'],
  facts: ['document’s status and memo', 'documents’ status and memo'],
  annotator: ['annotator’s name', 'annotators’ names'],
  name: ['name', 'names'],
  hierarchy: ['label’s place below another', 'labels’ places below others'],
};

const amount = (count: number, [one, many]: readonly [string, string]) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `3 relations left out`, `1 annotation changed`. */
export const lossTitle = ({ what, fate, count }: Pick<LossGroup, 'what' | 'fate' | 'count'>) =>
  `${amount(count, nouns[what])} ${fate === 'dropped' ? 'left out' : 'changed'}`;

/** `5 annotations in 2 documents`, with the relations when there are any. */
export function countsInWords({ documents, annotations, relations }: ExportCounts): string {
  const linked = relations > 0 ? ` and ${amount(relations, ['relation', 'relations'])}` : '';
  return `${amount(annotations, ['annotation', 'annotations'])}${linked} in ${amount(documents, ['document', 'documents'])}`;
}
