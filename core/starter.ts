/** The schema a new project starts with: it suits news pages and interviews. */
import type { Label, Schema } from './model';
import { palette } from './palette';

const rows: readonly (readonly [id: string, name: string, key: string | null, description: string])[] = [
  [
    'person',
    'Person',
    '1',
    'A person named or described: names, titles with a name, roles that stand for one person.',
  ],
  ['organisation', 'Organisation', '2', 'A company, authority, party, institute, team.'],
  ['place', 'Place', '3', 'A country, city, street, building, landscape.'],
  ['date', 'Date', '4', 'A date or time, exact or relative.'],
  ['quantity', 'Quantity', '5', 'A number with its unit, an amount, a share.'],
  ['quote', 'Quote', '6', 'Words given as somebody’s own, with their quotation marks.'],
  ['claim', 'Claim', '7', 'A statement that could be checked.'],
  ['boilerplate', 'Boilerplate', '8', 'Headings, credits, teasers and other text that is not the story.'],
  ['caption', 'Caption', '9', 'The line that belongs to a picture.'],
  ['translation-error', 'Translation error', 'e', 'A place where the translation is wrong or unclear.'],
];

export const starterSchema: Schema = {
  labels: rows.map(
    ([id, name, key, description], i): Label => ({
      id,
      name,
      color: palette[i % palette.length] as string,
      key,
      parent: null,
      description,
      memo: '',
    }),
  ),
  attributes: [],
  relationTypes: [],
  documentFields: [],
};
