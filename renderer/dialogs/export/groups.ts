/** The formats in the order and the groups of the dialog. */
import type { FormatId } from '../../../core/formats/catalog';
import type { Carries } from '../../../core/formats/format';

export const groups: readonly { readonly title: string; readonly formats: readonly FormatId[] }[] = [
  { title: 'Postil', formats: ['json', 'jsonl'] },
  { title: 'Tables', formats: ['csv', 'tsv', 'xlsx'] },
  { title: 'Reading copies', formats: ['html', 'md'] },
  {
    title: 'Training data',
    formats: ['spacy', 'hf', 'conll', 'prodigy', 'doccano', 'label-studio'],
  },
  {
    title: 'Standoff and qualitative analysis',
    formats: ['brat', 'w3c', 'webanno-tsv', 'cas-json', 'pubannotation', 'qdpx', 'qdc'],
  },
];

/** What a format may carry, as people call it. */
export const features: readonly (readonly [keyof Carries, string])[] = [
  ['overlap', 'overlaps'],
  ['discontinuous', 'annotations of several parts'],
  ['relations', 'relations'],
  ['relationFacts', 'answers about relations'],
  ['attributes', 'answers'],
  ['notes', 'notes'],
  ['documentFields', 'document fields'],
  ['documentFacts', 'status and memo'],
  ['hierarchy', 'the tree of labels'],
  ['annotators', 'who annotated'],
];
