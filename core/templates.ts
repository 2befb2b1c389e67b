/** Schemas to start from, in the language of the moment: what a project takes from them is its own from then on. */
import type { Schema } from './model';
import { starterSchema } from './starter';
import { type Parts, partsOf } from './template-parts';

export interface Template {
  readonly id: string;
  readonly name: string;
  /** For whom, in one sentence. */
  readonly description: string;
  readonly schema: Schema;
}

const entities = ({ labels, question, relation }: Parts): Schema => ({
  labels: labels(
    ['person', '1'],
    ['organisation', '2'],
    ['place', '3'],
    ['country', '4', 'place'],
    ['city', null, 'place'],
    ['building', null, 'place'],
    ['date', '5'],
    ['quantity', '6'],
    ['event', '7'],
    ['work', '8'],
  ),
  attributes: [
    question({
      id: 'mention',
      kind: 'choice',
      choices: ['name', 'description', 'pronoun'],
    }),
    question({
      id: 'identifier',
      kind: 'text',
    }),
  ],
  relationTypes: [
    relation(0, { id: 'same-as' }),
    relation(1, {
      id: 'member-of',
      from: ['person', 'organisation'],
      to: ['organisation'],
      cycles: false,
    }),
    relation(2, {
      id: 'located-in',
      to: ['place', 'country', 'city', 'building'],
      cycles: false,
    }),
  ],
  documentFields: [],
});

const coding = ({ labels, question, field, relation }: Parts): Schema => ({
  labels: labels(
    ['context', '1'],
    ['experience', '2'],
    ['feeling', '3', 'experience'],
    ['turning-point', '4', 'experience'],
    ['view', '5'],
    ['strategy', '6'],
    ['obstacle', '7'],
    ['consequence', '8'],
    ['in-vivo', '9'],
  ),
  attributes: [
    question({
      id: 'weight',
      kind: 'choice',
      choices: ['passing', 'clear', 'central'],
    }),
  ],
  relationTypes: [
    relation(0, { id: 'leads-to' }),
    relation(1, { id: 'contradicts' }),
    relation(2, { id: 'example-of' }),
  ],
  documentFields: [
    field({ id: 'speaker', kind: 'text' }),
    field({ id: 'date', kind: 'text' }),
    field({ id: 'place', kind: 'text' }),
  ],
});

const quotes = ({ labels, question, field, relation }: Parts): Schema => ({
  labels: labels(
    ['quote', '1'],
    ['indirect', '2', 'quote'],
    ['speaker', '3'],
    ['cue', '4'],
    ['claim', '5'],
    ['prediction', '6', 'claim'],
    ['evidence', '7'],
    ['source', '8'],
  ),
  attributes: [
    question({
      id: 'verdict',
      kind: 'choice',
      choices: ['true', 'mostly-true', 'misleading', 'false', 'cant-be-told'],
      of: ['claim', 'prediction'],
    }),
    question({
      id: 'worth-checking',
      kind: 'boolean',
      of: ['claim', 'prediction'],
    }),
    question({
      id: 'stance',
      kind: 'choice',
      choices: ['supports', 'neutral', 'opposes'],
      of: ['quote', 'indirect'],
    }),
  ],
  relationTypes: [
    relation(0, {
      id: 'said-by',
      from: ['quote', 'indirect', 'claim', 'prediction'],
      to: ['speaker', 'source'],
    }),
    relation(2, {
      id: 'supports',
      from: ['evidence', 'quote', 'indirect'],
      to: ['claim', 'prediction'],
    }),
    relation(1, {
      id: 'speaks-against',
      from: ['evidence', 'quote', 'indirect'],
      to: ['claim', 'prediction'],
    }),
  ],
  documentFields: [field({ id: 'outlet', kind: 'text' })],
});

/** Dimensions and their common subtypes after the MQM typology (themqm.org); the descriptions are our own. */
const translation = ({ labels, question, field }: Parts): Schema => ({
  labels: labels(
    ['accuracy', '1'],
    ['mistranslation', 'm', 'accuracy'],
    ['omission', 'o', 'accuracy'],
    ['addition', 'd', 'accuracy'],
    ['untranslated', 'u', 'accuracy'],
    ['over-translation', null, 'accuracy'],
    ['under-translation', null, 'accuracy'],
    ['do-not-translate', null, 'accuracy'],
    ['fluency', '2'],
    ['grammar', 'g', 'fluency'],
    ['punctuation', 'p', 'fluency'],
    ['spelling', 's', 'fluency'],
    ['unintelligible', null, 'fluency'],
    ['encoding', null, 'fluency'],
    ['reference', null, 'fluency'],
    ['terminology', '3'],
    ['term-resource', 't', 'terminology'],
    ['term-inconsistent', null, 'terminology'],
    ['term-wrong', null, 'terminology'],
    ['style', '4'],
    ['awkward', 'w', 'style'],
    ['register', null, 'style'],
    ['style-inconsistent', null, 'style'],
    ['style-guide', null, 'style'],
    ['locale', '5'],
    ['locale-number', null, 'locale'],
    ['locale-date', null, 'locale'],
    ['locale-address', null, 'locale'],
    ['audience', '6'],
    ['culture', null, 'audience'],
    ['design', '7'],
    ['markup', null, 'design'],
    ['truncation', null, 'design'],
    ['other', '8'],
  ),
  attributes: [
    question({
      id: 'severity',
      kind: 'choice',
      choices: ['neutral', 'minor', 'major', 'critical'],
      required: true,
      default: 'minor',
    }),
    question({ id: 'correction', kind: 'text' }),
    question({ id: 'source-error', kind: 'boolean' }),
  ],
  relationTypes: [],
  documentFields: [
    field({ id: 'source-language', kind: 'text' }),
    field({ id: 'target-language', kind: 'text' }),
    field({ id: 'words', kind: 'number' }),
  ],
});

const discourse = ({ labels, question, field, relation }: Parts): Schema => ({
  labels: labels(
    ['unit', '1'],
    ['nucleus', '2', 'unit'],
    ['satellite', '3', 'unit'],
    ['connective', '4'],
    ['topic', '5'],
    ['referent', '6'],
    ['stance', '7'],
  ),
  attributes: [
    question({
      id: 'sense',
      kind: 'choice',
      choices: ['adding', 'contrast', 'cause', 'condition', 'time', 'example'],
      of: ['connective'],
    }),
    question({ id: 'implicit', kind: 'boolean', of: ['connective'] }),
  ],
  relationTypes: [
    relation(0, {
      id: 'elaboration',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
      cycles: false,
    }),
    relation(1, {
      id: 'contrast',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
    }),
    relation(2, {
      id: 'cause',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
      cycles: false,
    }),
    relation(3, {
      id: 'concession',
      from: ['unit', 'nucleus', 'satellite'],
      to: ['unit', 'nucleus', 'satellite'],
    }),
    relation(4, { id: 'refers-to', from: ['referent'], to: ['referent'], cycles: false }),
  ],
  documentFields: [
    field({
      id: 'genre',
      kind: 'choice',
      choices: ['news', 'interview', 'essay', 'speech', 'other'],
    }),
  ],
});

/** What each is made by, in the order in which they are offered. */
const makers: Readonly<Record<string, (parts: Parts) => Schema>> = {
  starter: starterSchema,
  entities,
  coding,
  quotes,
  translation,
  discourse,
};

export function templates(): readonly Template[] {
  return Object.entries(makers).map(([id, make]) => {
    const parts = partsOf(id);
    return { id, name: parts.name, description: parts.description, schema: make(parts) };
  });
}
