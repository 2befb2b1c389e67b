/** The formats in the order and the groups of the dialog. */
import type { FormatId } from '../../../core/formats/catalog';
import type { Carries } from '../../../core/formats/format';
import type { PlainKey } from '../../../core/locale/t';

export const groups: readonly { readonly title: PlainKey; readonly formats: readonly FormatId[] }[] = [
  { title: 'export.group.postil', formats: ['json', 'jsonl'] },
  { title: 'export.group.tables', formats: ['csv', 'tsv', 'xlsx'] },
  { title: 'export.group.reading', formats: ['html', 'md'] },
  {
    title: 'export.group.training',
    formats: ['spacy', 'hf', 'conll', 'prodigy', 'doccano', 'label-studio'],
  },
  {
    title: 'export.group.standoff',
    formats: ['brat', 'w3c', 'webanno-tsv', 'cas-json', 'pubannotation', 'qdpx', 'qdc'],
  },
];

/** What a format may carry, in the order in which it is told. */
export const features = [
  'overlap',
  'discontinuous',
  'relations',
  'relationFacts',
  'attributes',
  'notes',
  'documentFields',
  'documentFacts',
  'hierarchy',
  'annotators',
] as const satisfies readonly (keyof Carries)[];
