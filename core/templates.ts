/** Schemas to start from. */
import type { AttributeType, Label, RelationType, Schema } from './model';
import { palette } from './palette';
import { starterSchema } from './starter';

export interface Template {
  readonly id: string;
  readonly name: string;
  /** For whom, in one sentence. */
  readonly description: string;
  readonly schema: Schema;
}

/** A label as a row: `below` is its parent's id. Children take their parent's colour unless they have one. */
type Row = readonly [id: string, name: string, description: string, key?: string | null, below?: string];

function labelsOf(rows: readonly Row[]): readonly Label[] {
  const roots = rows.filter((row) => !row[4]).map(([id]) => id);
  return rows.map(([id, name, description, key = null, below = null]) => ({
    id,
    name,
    color: palette[roots.indexOf(below ?? id) % palette.length] as string,
    key,
    parent: below,
    description,
    memo: '',
  }));
}

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

const relation = (
  color: number,
  parts: Partial<RelationType> & Pick<RelationType, 'id' | 'name'>,
): RelationType => ({
  color: palette[color % palette.length] as string,
  description: '',
  from: [],
  to: [],
  loops: false,
  cycles: true,
  ...parts,
});

const entities: Schema = {
  labels: labelsOf([
    ['person', 'Person', 'A human being, named or described.', '1'],
    ['organisation', 'Organisation', 'A company, authority, party, club, band.', '2'],
    ['place', 'Place', 'Somewhere one could stand or point to on a map.', '3'],
    ['country', 'Country', 'A state, also when it acts (“France objected”).', '4', 'place'],
    ['city', 'City', 'A town, a village, a district.', null, 'place'],
    ['building', 'Building', 'A house, a station, a bridge.', null, 'place'],
    ['date', 'Date', 'A day, a time, a period, exact or relative.', '5'],
    ['quantity', 'Quantity', 'A number with what it counts, a share, an amount of money.', '6'],
    ['event', 'Event', 'Something with a name that happened or will happen.', '7'],
    ['work', 'Work', 'A book, a film, a law, a product: something made, with a title.', '8'],
  ]),
  attributes: [
    question({
      id: 'mention',
      name: 'Mention',
      kind: 'choice',
      choices: ['name', 'description', 'pronoun'],
      description: 'How the text refers to it.',
    }),
    question({
      id: 'identifier',
      name: 'Identifier',
      kind: 'text',
      description: 'Of the same thing elsewhere: a Wikidata number, an address.',
    }),
  ],
  relationTypes: [
    relation(0, { id: 'same-as', name: 'same as', description: 'Both stand for the same thing.' }),
    relation(1, {
      id: 'member-of',
      name: 'member of',
      from: ['person', 'organisation'],
      to: ['organisation'],
      cycles: false,
    }),
    relation(2, {
      id: 'located-in',
      name: 'located in',
      to: ['place', 'country', 'city', 'building'],
      cycles: false,
    }),
  ],
  documentFields: [],
};

const coding: Schema = {
  labels: labelsOf([
    ['context', 'Context', 'What frames the talk: setting, history, conditions.', '1'],
    ['experience', 'Experience', 'What somebody lived through, told as such.', '2'],
    ['feeling', 'Feeling', 'An emotion that is named or shown.', '3', 'experience'],
    ['turning-point', 'Turning point', 'Where things went another way.', '4', 'experience'],
    ['view', 'View', 'What somebody thinks, believes, judges.', '5'],
    ['strategy', 'Strategy', 'What people do to cope or to get somewhere.', '6'],
    ['obstacle', 'Obstacle', 'What stands in the way.', '7'],
    ['consequence', 'Consequence', 'What came of it.', '8'],
    ['in-vivo', 'In vivo', 'The speaker’s own words, worth keeping as they are.', '9'],
  ]),
  attributes: [
    question({
      id: 'weight',
      name: 'Weight',
      kind: 'choice',
      choices: ['passing', 'clear', 'central'],
      description: 'How much it matters in this document.',
    }),
  ],
  relationTypes: [
    relation(0, { id: 'leads-to', name: 'leads to' }),
    relation(1, { id: 'contradicts', name: 'contradicts' }),
    relation(2, { id: 'example-of', name: 'example of' }),
  ],
  documentFields: [
    question({ id: 'speaker', name: 'Speaker', kind: 'text' }),
    question({ id: 'date', name: 'Date of the interview', kind: 'text' }),
    question({ id: 'place', name: 'Place', kind: 'text' }),
  ],
};

const quotes: Schema = {
  labels: labelsOf([
    ['quote', 'Quote', 'Words given as somebody’s own, marks included.', '1'],
    ['indirect', 'Indirect speech', 'What somebody said, in the writer’s words.', '2', 'quote'],
    ['speaker', 'Speaker', 'Who says it, at the place where they are named.', '3'],
    ['cue', 'Cue', 'The word that introduces it: said, argued, denied.', '4'],
    ['claim', 'Claim', 'A statement that could be true or false, and checked.', '5'],
    ['prediction', 'Prediction', 'A claim about what will happen.', '6', 'claim'],
    ['evidence', 'Evidence', 'What is given for or against a claim.', '7'],
    ['source', 'Source', 'Where something is said to come from.', '8'],
  ]),
  attributes: [
    question({
      id: 'verdict',
      name: 'Verdict',
      kind: 'choice',
      choices: ['true', 'mostly true', 'misleading', 'false', 'can’t be told'],
      of: ['claim', 'prediction'],
    }),
    question({
      id: 'worth-checking',
      name: 'Worth checking',
      kind: 'boolean',
      of: ['claim', 'prediction'],
    }),
    question({
      id: 'stance',
      name: 'Stance',
      kind: 'choice',
      choices: ['supports', 'neutral', 'opposes'],
      of: ['quote', 'indirect'],
    }),
  ],
  relationTypes: [
    relation(0, {
      id: 'said-by',
      name: 'said by',
      from: ['quote', 'indirect', 'claim', 'prediction'],
      to: ['speaker', 'source'],
    }),
    relation(2, {
      id: 'supports',
      name: 'supports',
      from: ['evidence', 'quote', 'indirect'],
      to: ['claim', 'prediction'],
    }),
    relation(1, {
      id: 'speaks-against',
      name: 'speaks against',
      from: ['evidence', 'quote', 'indirect'],
      to: ['claim', 'prediction'],
    }),
  ],
  documentFields: [question({ id: 'outlet', name: 'Outlet', kind: 'text' })],
};

/** Dimensions and their common subtypes after the MQM typology (themqm.org); the descriptions are our own. */
const translation: Schema = {
  labels: labelsOf([
    ['accuracy', 'Accuracy', 'The translation says something else than the source.', '1'],
    ['mistranslation', 'Mistranslation', 'The meaning is another one.', 'm', 'accuracy'],
    [
      'omission',
      'Omission',
      'Something of the source is missing. Mark the place where it should stand.',
      'o',
      'accuracy',
    ],
    ['addition', 'Addition', 'Something stands here that the source does not say.', 'd', 'accuracy'],
    ['untranslated', 'Untranslated', 'Source words were left as they are.', 'u', 'accuracy'],
    ['over-translation', 'Over-translation', 'More specific than the source.', null, 'accuracy'],
    ['under-translation', 'Under-translation', 'Less specific than the source.', null, 'accuracy'],
    [
      'do-not-translate',
      'Do not translate',
      'A name or a code was translated that should not be.',
      null,
      'accuracy',
    ],
    [
      'fluency',
      'Linguistic conventions',
      'Wrong or odd as a text of its language, whatever the source says.',
      '2',
    ],
    ['grammar', 'Grammar', 'Agreement, tense, word order, function words.', 'g', 'fluency'],
    ['punctuation', 'Punctuation', 'A mark is wrong, missing, or too much.', 'p', 'fluency'],
    ['spelling', 'Spelling', 'Letters, capitals, accents, hyphens.', 's', 'fluency'],
    ['unintelligible', 'Unintelligible', 'It can’t be made out what this means.', null, 'fluency'],
    ['encoding', 'Character encoding', 'Characters arrived damaged.', null, 'fluency'],
    ['reference', 'Textual conventions', 'References, cohesion, links within the text.', null, 'fluency'],
    ['terminology', 'Terminology', 'A term is not the one of the field or of the termbase.', '3'],
    ['term-resource', 'Inconsistent with termbase', 'Another term was agreed on.', 't', 'terminology'],
    [
      'term-inconsistent',
      'Inconsistent use',
      'The same thing is called differently in the text.',
      null,
      'terminology',
    ],
    ['term-wrong', 'Wrong term', 'An expert would not say so.', null, 'terminology'],
    ['style', 'Style', 'Correct, but not how this text should sound.', '4'],
    ['awkward', 'Awkward', 'Laboured, too literal, hard to read.', 'w', 'style'],
    ['register', 'Register', 'Too formal, too casual, wrong form of address.', null, 'style'],
    ['style-inconsistent', 'Inconsistent style', 'The text changes its manner.', null, 'style'],
    [
      'style-guide',
      'Against the style guide',
      'The client’s or the house’s rules say otherwise.',
      null,
      'style',
    ],
    ['locale', 'Locale conventions', 'Formats that are not those of the place.', '5'],
    ['locale-number', 'Numbers and measures', 'Separators, units, currency.', null, 'locale'],
    ['locale-date', 'Dates and times', 'Order, names, clock.', null, 'locale'],
    [
      'locale-address',
      'Addresses and telephone',
      'Postal and telephone formats, forms of names.',
      null,
      'locale',
    ],
    [
      'audience',
      'Audience appropriateness',
      'Would not be understood, or would offend, where it is read.',
      '6',
    ],
    ['culture', 'Culture-specific reference', 'Assumes what these readers do not know.', null, 'audience'],
    ['design', 'Design and markup', 'Layout, length, tags, links, headings.', '7'],
    ['markup', 'Markup', 'A tag or a placeholder is damaged or misplaced.', null, 'design'],
    ['truncation', 'Truncation', 'The text does not fit or was cut.', null, 'design'],
    ['other', 'Other', 'None of these.', '8'],
  ]),
  attributes: [
    question({
      id: 'severity',
      name: 'Severity',
      kind: 'choice',
      choices: ['neutral', 'minor', 'major', 'critical'],
      description: 'Minor: noticed, no harm. Major: misleads or disturbs. Critical: unusable or harmful.',
      required: true,
      default: 'minor',
    }),
    question({ id: 'correction', name: 'Correction', kind: 'text', description: 'What should stand here.' }),
    question({ id: 'source-error', name: 'Comes from the source', kind: 'boolean' }),
  ],
  relationTypes: [],
  documentFields: [
    question({ id: 'source-language', name: 'Source language', kind: 'text' }),
    question({ id: 'target-language', name: 'Target language', kind: 'text' }),
    question({ id: 'words', name: 'Words evaluated', kind: 'number' }),
  ],
};

const discourse: Schema = {
  labels: labelsOf([
    ['unit', 'Unit', 'A stretch of text that makes one move; relations join units.', '1'],
    ['nucleus', 'Nucleus', 'The unit that matters more of two.', '2', 'unit'],
    ['satellite', 'Satellite', 'The unit that serves another.', '3', 'unit'],
    ['connective', 'Connective', 'The word that says how units belong together: but, because, then.', '4'],
    ['topic', 'Topic', 'What a passage is about, where it is first named.', '5'],
    ['referent', 'Referent', 'A mention of somebody or something, for chains of reference.', '6'],
    ['stance', 'Stance', 'Words that show what the writer makes of it.', '7'],
  ]),
  attributes: [
    question({
      id: 'sense',
      name: 'Sense',
      kind: 'choice',
      choices: ['adding', 'contrast', 'cause', 'condition', 'time', 'example'],
      of: ['connective'],
    }),
    question({ id: 'implicit', name: 'Implicit', kind: 'boolean', of: ['connective'] }),
  ],
  relationTypes: [
    relation(0, {
      id: 'elaboration',
      name: 'elaboration',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
      cycles: false,
    }),
    relation(1, {
      id: 'contrast',
      name: 'contrast',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
    }),
    relation(2, {
      id: 'cause',
      name: 'cause',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
      cycles: false,
    }),
    relation(3, {
      id: 'concession',
      name: 'concession',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
    }),
    relation(4, { id: 'refers-to', name: 'refers to', from: ['referent'], to: ['referent'], cycles: false }),
  ],
  documentFields: [
    question({
      id: 'genre',
      name: 'Genre',
      kind: 'choice',
      choices: ['news', 'interview', 'essay', 'speech', 'other'],
    }),
  ],
};

export const templates: readonly Template[] = [
  {
    id: 'starter',
    name: 'Starter',
    description: 'Ten labels for news pages and interviews; what a new project has.',
    schema: starterSchema,
  },
  {
    id: 'entities',
    name: 'Entities',
    description: 'People, organisations, places and how they belong together.',
    schema: entities,
  },
  {
    id: 'coding',
    name: 'Qualitative coding',
    description: 'A first codebook for interviews, to be made your own.',
    schema: coding,
  },
  {
    id: 'quotes',
    name: 'Quotes and claims',
    description: 'Who says what, what is claimed, and what speaks for it.',
    schema: quotes,
  },
  {
    id: 'translation',
    name: 'Translation quality',
    description: 'Errors by the dimensions of MQM and their subtypes, with severity.',
    schema: translation,
  },
  {
    id: 'discourse',
    name: 'Discourse',
    description: 'Units of text, connectives, and the relations between them.',
    schema: discourse,
  },
];
