/** What an import is asked to do, and what it says it does: the same for the dialog and the command line. */
import { z } from 'zod';
import type { FormatId } from '../formats/catalog';
import type { ImportProblem } from '../formats/imported';
import { ID_LIMIT } from '../limits';
import type { OffsetUnit } from '../offsets';

/** How the file's numbers are to be read. */
export interface Reading {
  readonly unit: OffsetUnit;
  /** An end is the last unit of the span, not the first one behind it. */
  readonly inclusive: boolean;
  /** CR LF counts as one. */
  readonly crlfOnce: boolean;
  /** A byte order mark before the text is counted. */
  readonly bomCounted: boolean;
}

/** A reading, and how well it fits what the file says stands at its places. */
export interface Detected extends Reading {
  /** Quotes that stand where the file says, of how many. Without quotes both are 0, and the reading is the usual one. */
  readonly fits: number;
  readonly quotes: number;
  /** For people: `UTF-16 units, ends inclusive: 212 of 214 quotes fit`. */
  readonly words: string;
}

/** How a document of the file was found in the project. `new`: it was not; it becomes a file. `none`: it stays out. */
export type MatchedBy = 'sha256' | 'path' | 'name' | 'text' | 'lines' | 'new' | 'none';

export interface DocumentMatch {
  /** As the file calls it; `''` when it has no name. */
  readonly name: string;
  /** In the project; null when it has no place there. */
  readonly path: string | null;
  readonly by: MatchedBy;
  /** True when the text in the project is another (more than its line ends): quotes are then looked for in it. */
  readonly differs: boolean;
  readonly annotations: number;
}

/** Where a name of the file goes. */
export interface NameMatch {
  readonly name: string;
  /** How often it is used in the file. */
  readonly uses: number;
  /** The id it has in the project already; null when it would be made anew. */
  readonly id: string | null;
}

/** What a file holds, as it would be taken when nothing is changed. */
export interface ImportView {
  readonly format: FormatId;
  /** The file's (or folder's) own name: new documents go below `imported/<name>/`. */
  readonly name: string;
  readonly annotations: number;
  readonly suggestions: number;
  readonly relations: number;
  readonly unit: Detected;
  readonly documents: readonly DocumentMatch[];
  readonly labels: readonly NameMatch[];
  /** Questions about annotations, and about relations. */
  readonly attributes: readonly NameMatch[];
  readonly relationAttributes: readonly NameMatch[];
  readonly relationTypes: readonly NameMatch[];
  readonly fields: readonly NameMatch[];
  /** Who annotated, as far as the file says it. */
  readonly annotators: readonly { readonly name: string; readonly annotations: number }[];
  readonly problems: readonly ImportProblem[];
}

const mapping = z.record(z.string(), z.string().nullable());

/**
 * `target`: the own layer; as suggestions in the own layer; each layer of the file to its own annotator (the own
 * one where the file does not say); or all to one annotator (id null: the one of this name, made when there is none).
 * `mapping`: by the file's names, the id in the project, or null to leave it out; what is not named goes by its name.
 */
export const importOptionsSchema = z.object({
  target: z.union([
    z.enum(['own', 'suggestions', 'each']),
    z.object({ id: z.string().min(1).max(ID_LIMIT).nullable(), name: z.string().trim().min(1).max(500) }),
  ]),
  documents: z.enum(['auto', 'new', 'existing']),
  mapping: z.object({
    labels: mapping,
    attributes: mapping,
    relationTypes: mapping,
    fields: mapping,
  }),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const usualOptions: ImportOptions = {
  target: 'own',
  documents: 'auto',
  mapping: { labels: {}, attributes: {}, relationTypes: {}, fields: {} },
};

/** What an import does, or did. */
export interface ImportReport {
  readonly unit: Detected;
  readonly documents: readonly DocumentMatch[];
  /** Annotations that come in, where the file says. */
  readonly exact: number;
  /** Annotations that come in where their words were found again. */
  readonly moved: number;
  /** Of those that come in: suggestions. */
  readonly suggestions: number;
  /** Same label, same spans: not doubled. */
  readonly alreadyThere: number;
  /** Their words are not in the text, or their place is outside of it. */
  readonly notPlaced: number;
  /** Their label or their document is left out. */
  readonly leftOut: number;
  readonly relations: number;
  readonly relationsThere: number;
  /** An end, or the type, is left out. */
  readonly relationsLost: number;
  readonly newLabels: readonly string[];
  readonly newAttributes: readonly string[];
  readonly newRelationTypes: readonly string[];
  readonly newFields: readonly string[];
  /** At most MOST_PROBLEMS of them; `problemCount` counts all. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
}

export const MOST_PROBLEMS = 1000;
