/** A project that has some of everything: overlaps, relations, questions, suggestions, notes. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Annotation, Layer, Relation } from '../core/model';
import { quote } from '../core/quote';
import { starterSchema } from '../core/starter';
import type { Folder } from './fixtures';
import { chip, dragOver, option, saved, shows } from './hands';

export const harbour = `The harbour at dawn

Mira Okafor walked down to the old harbour in Lisse before six. "The ferry never waits," she told Jonas Brandt of the Quay Company, who had counted 412 passengers in May.

Nobody had asked the pilots. Jonas Brandt wrote to the council on 3 June 2024, and the council of Lisse answered that the pier would stay closed.

By autumn the Quay Company had moved its boats to Aster Bay, and the children of Lisse fished from the empty pier.
`;

const asked = { description: '', required: false, default: null, target: 'annotation', of: [] } as const;
const free = { description: '', from: [], to: [], loops: false, cycles: true };

export const fullSchema = {
  ...starterSchema(),
  attributes: [
    { ...asked, id: 'certainty', name: 'Certainty', kind: 'choice', choices: ['low', 'medium', 'high'] },
    { ...asked, id: 'role', name: 'Role', kind: 'multi-choice', choices: ['speaker', 'subject'] },
    { ...asked, id: 'gloss', name: 'Gloss', kind: 'text', choices: [] },
    { ...asked, id: 'count', name: 'Count', kind: 'number', choices: [], required: true },
    { ...asked, id: 'ironic', name: 'Ironic', kind: 'boolean', choices: [] },
  ],
  relationTypes: [
    { ...free, id: 'works-for', name: 'works for', color: '#0072b2' },
    { ...free, id: 'stands-in', name: 'stands in', color: '#009e73' },
  ],
};

/** Writes postil.json with SCHEMA. */
export function writeManifest(folder: Folder, schema: object = fullSchema): void {
  const head = { format: 'postil-project', version: 1, id: 'p', name: 'Harbour', sources: ['**/*'] };
  folder.write('postil.json', JSON.stringify({ ...head, schema, settings: {} }));
}

export const annotation = (
  text: string,
  id: string,
  label: string,
  span: { readonly start: number; readonly end: number },
  more: Partial<Annotation> = {},
): Annotation => ({
  id,
  label,
  spans: [quote(text, span)],
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

/** The first place of WORDS in TEXT. */
export function placeIn(text: string, words: string) {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
}

/** What stands in the harbour text: nested, overlapping, noted, answered, and one that is only suggested. */
export function harbourAnnotations(): Annotation[] {
  const rows: readonly (readonly [label: string, words: string, more?: Partial<Annotation>])[] = [
    ['claim', 'Mira Okafor walked down to the old harbour in Lisse before six', { note: 'Who saw it?' }],
    ['person', 'Mira Okafor', { attributes: { certainty: 'high' } }],
    ['place', 'the old harbour in Lisse'],
    ['place', 'Lisse'],
    ['quote', 'The ferry never waits'],
    ['person', 'Jonas Brandt of the Quay Company'],
    ['organisation', 'Quay Company'],
    ['quantity', '412 passengers', { origin: 'suggestion:model.jsonl' }],
    ['date', '3 June 2024'],
  ];
  return rows.map(([label, words, more], n) =>
    annotation(harbour, `h${n}`, label, placeIn(harbour, words), more),
  );
}

export const harbourRelations: readonly Relation[] = [
  { id: 'r1', type: 'works-for', from: 'h5', to: 'h6', attributes: {}, note: '' },
  { id: 'r2', type: 'stands-in', from: 'h1', to: 'h2', attributes: {}, note: '' },
];

/** Gives DOCUMENT, which says TEXT, annotations in the layer that Postil has made already. */
export function writeLayer(
  folder: Folder,
  document: string,
  text: string,
  annotations: readonly Annotation[],
  relations: readonly Relation[] = [],
): void {
  const known = folder.files().find((file) => /^annotations\/[^/]+\/.+\.json$/.test(file)) as string;
  const layer = JSON.parse(folder.read(known)) as Layer;
  const sha256 = createHash('sha256').update(text).digest('hex');
  folder.write(
    `${known.split('/').slice(0, 2).join('/')}/${document}.json`,
    JSON.stringify({
      ...layer,
      document: { ...layer.document, path: document, sha256, length: text.length },
      annotations,
      relations,
    }),
  );
}

/** Annotates note.txt by hand, which makes a layer, and writes that of harbour.txt into it. */
export async function annotateFull(page: Page, folder: Folder): Promise<void> {
  await option(page, 'note.txt').click();
  await shows(page, 'Lisse again');
  await dragOver(page, 'Lisse');
  await chip(page, 'Place').click();
  await saved(page);
  writeLayer(folder, 'harbour.txt', harbour, harbourAnnotations(), harbourRelations);
}
