/** Whole projects for the formats' tests: a schema of every kind, and layers whose answers fit it. */
import fc from 'fast-check';
import type { ExportDocument, ExportProject } from '../formats/format';
import type {
  Annotation,
  Attributes,
  AttributeType,
  AttributeValue,
  Layer,
  Relation,
  Schema,
} from '../model';
import { compareAnnotations } from '../patch';
import { annotationsOf, anyText } from './arbitraries';

const question = (
  parts: Partial<AttributeType> & Pick<AttributeType, 'id' | 'name' | 'kind'>,
): AttributeType => ({
  choices: [],
  description: '',
  required: false,
  default: null,
  target: 'annotation',
  of: [],
  ...parts,
});

const label = (id: string, name: string, color: string, parent: string | null = null) => ({
  id,
  name,
  color,
  key: null,
  parent,
  description: `What “${name}” is`,
  memo: '',
});

/** Labels and questions of every kind, names with spaces and other scripts among them. */
export const fullSchema: Schema = {
  labels: [
    label('person', 'Person', '#0072b2'),
    label('place', 'Place name', '#d55e00', 'person'),
    label('date', '日期', '#009e73'),
  ],
  attributes: [
    question({
      id: 'certainty',
      name: 'Certainty',
      kind: 'choice',
      choices: ['likely', 'un,likely', '可能'],
    }),
    question({ id: 'tags', name: 'Tags', kind: 'multi-choice', choices: ['a', 'b;c', 'd e'] }),
    question({ id: 'gloss', name: 'Gloss', kind: 'text' }),
    question({ id: 'count', name: 'Count', kind: 'number' }),
    question({ id: 'sure', name: 'Sure?', kind: 'boolean', of: ['person'] }),
    question({ id: 'strength', name: 'Strength', kind: 'number', target: 'relation' }),
  ],
  relationTypes: [
    {
      id: 'says',
      name: 'says',
      color: '#000000',
      description: '',
      from: [],
      to: [],
      loops: true,
      cycles: true,
    },
    {
      id: 'is',
      name: 'is the same',
      color: '#cc79a7',
      description: 'One and the same',
      from: ['person'],
      to: [],
      loops: true,
      cycles: true,
    },
  ],
  documentFields: [
    question({ id: 'genre', name: 'Genre', kind: 'choice', choices: ['biography', 'news'] }),
    question({ id: 'year', name: 'Year', kind: 'number' }),
  ],
};

const word = fc.oneof(
  fc.constantFrom('x', 'a b', '“q”', '=1+1', 'tab\there', 'line\nbreak', '日本', '😀', '<b>&amp;'),
  fc.string({ maxLength: 6, minLength: 1 }),
);

function anyAnswer({ kind, choices }: AttributeType): fc.Arbitrary<AttributeValue> {
  if (kind === 'choice') return fc.constantFrom(...choices);
  if (kind === 'multi-choice') return fc.subarray([...choices], { minLength: 1 });
  if (kind === 'number') return fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, 1e21));
  return kind === 'boolean' ? fc.boolean() : word;
}

/** Answers to some of QUESTIONS. */
function answers(questions: readonly AttributeType[]): fc.Arbitrary<Attributes> {
  const model = Object.fromEntries(questions.map((it) => [it.id, anyAnswer(it)]));
  return fc.record(model, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<Attributes>;
}

const asked = (target: AttributeType['target']) => fullSchema.attributes.filter((it) => it.target === target);

function answered(rows: Annotation[]): fc.Arbitrary<Annotation[]> {
  const one = (row: Annotation) =>
    answers(asked('annotation').filter(({ of }) => of.length === 0 || of.includes(row.label))).map(
      (attributes) => ({
        ...row,
        attributes,
      }),
    );
  return fc.tuple(...rows.map(one));
}

function relationsAmong(annotations: readonly Annotation[], prefix: string): fc.Arbitrary<Relation[]> {
  if (annotations.length === 0) return fc.constant([]);
  const id = fc.constantFrom(...annotations.map((it) => it.id));
  const one = fc.record({
    type: fc.constantFrom('says', 'is'),
    from: id,
    to: id,
    attributes: answers(asked('relation')),
    note: fc.oneof(fc.constant(''), word),
  });
  return fc
    .array(one, { maxLength: 3 })
    .map((rows) => rows.map((row, i) => ({ id: `${prefix}r${i}`, ...row })));
}

/** A layer of TEXT by the annotator WHO; ids begin with PREFIX. */
function layer(path: string, text: string, who: string, prefix: string): fc.Arbitrary<Layer> {
  return annotationsOf(text)
    .chain(answered)
    .map((rows) => rows.map((row) => ({ ...row, id: `${prefix}${row.id}` })).sort(compareAnnotations))
    .chain((annotations) =>
      fc.record({
        document: fc.constant({ path, sha256: '0'.repeat(64), length: text.length, projection: 'txt/1' }),
        annotator: fc.constant({ id: `${who}-id`, name: who }),
        status: fc.constantFrom('todo' as const, 'in-progress' as const, 'done' as const, 'skipped' as const),
        memo: fc.oneof(fc.constant(''), word),
        fields: answers(fullSchema.documentFields),
        annotations: fc.constant(annotations),
        relations: relationsAmong(annotations, prefix),
      }),
    );
}

const paths = ['a.txt', 'interviews/Anna “1”.txt', '中文/新闻.txt'];

/** A project of up to three documents, each with up to two layers (Anna's, 王芳's). */
export const exportProjects: fc.Arbitrary<{
  readonly project: ExportProject;
  readonly documents: readonly ExportDocument[];
}> = fc
  .array(
    anyText.filter((text) => text !== ''),
    { minLength: 1, maxLength: 3 },
  )
  .chain((texts) =>
    fc.tuple(
      ...texts.map((text, n) => {
        const path = paths[n] as string;
        return fc
          .tuple(layer(path, text, 'Anna', `d${n}a`), layer(path, text, '王芳', `d${n}b`), fc.nat(2))
          .map(
            ([anna, wang, count]): ExportDocument => ({
              path,
              sha256: '0'.repeat(64),
              text,
              layers: [anna, wang].slice(0, count),
            }),
          );
      }),
    ),
  )
  .map((documents) => ({ project: { id: 'p', name: 'Project “1”', schema: fullSchema }, documents }));
