/** What schemas to start from are made of: ids that stay, and names in the language of the moment. */
import { en } from './locale/en/catalog';
import { t } from './locale/t';
import type { AttributeType, Label, RelationType } from './model';
import { palette } from './palette';

type Text = keyof (typeof en)['templates'];

const textOf = (key: Text): string => t(`templates.${key}`);

/** What the catalogs say about KEY; empty where they say nothing. */
const aboutOf = (key: string): string => {
  const about = `${key}.about`;
  return about in en.templates ? textOf(about as Text) : '';
};

const colorAt = (index: number): string => palette[index % palette.length] as string;

/** A label as a row: `below` is its parent's id. Children take their parent's colour. */
type Row = readonly [id: string, key?: string | null, below?: string];

/** Of a question, where it is not as most are. Choices, and the default that is one of them, are told as ids. */
type Question = Pick<AttributeType, 'id' | 'kind'> & Partial<Omit<AttributeType, 'name' | 'description'>>;

type Relation = Pick<RelationType, 'id'> & Partial<Omit<RelationType, 'name' | 'description' | 'color'>>;

/** Makes the parts of the template ID. Ids have their texts in the catalogs, else what is made has none. */
export function partsOf(id: string) {
  const key = (kind: string, of: string) => `${id}.${kind}.${of}` as Text;
  const named = (kind: string, of: string) => ({
    id: of,
    name: textOf(key(kind, of)),
    description: aboutOf(key(kind, of)),
  });
  const question = (kind: 'question' | 'field', { choices = [], ...parts }: Question): AttributeType => ({
    required: false,
    target: 'annotation',
    of: [],
    ...parts,
    ...named(kind, parts.id),
    choices: choices.map((it) => textOf(key('choice', it))),
    default: typeof parts.default === 'string' ? textOf(key('choice', parts.default)) : null,
  });

  return {
    name: textOf(id as Text),
    description: aboutOf(id),

    labels(...rows: readonly Row[]): readonly Label[] {
      const roots = rows.filter(([, , below]) => !below).map(([of]) => of);
      return rows.map(([of, shortcut = null, below = null]) => ({
        ...named('label', of),
        color: colorAt(roots.indexOf(below ?? of)),
        key: shortcut,
        parent: below,
        memo: '',
      }));
    },

    question: (parts: Question): AttributeType => question('question', parts),

    field: (parts: Question): AttributeType => question('field', parts),

    relation: (color: number, parts: Relation): RelationType => ({
      color: colorAt(color),
      from: [],
      to: [],
      loops: false,
      cycles: true,
      ...parts,
      ...named('relation', parts.id),
    }),
  };
}

export type Parts = ReturnType<typeof partsOf>;
