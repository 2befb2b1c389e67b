/** What an export format is: what it carries, what can be chosen, and a writer that gives its pieces. */
import type { losses } from '../locale/en/losses';
import type { PlainKey } from '../locale/t';
import type { Layer, Schema } from '../model';
import type { OffsetUnit } from '../offsets';
import type { FormatId } from './catalog';

/** A document as writers get it: its text and every layer that annotates it. */
export interface ExportDocument {
  readonly path: string;
  readonly sha256: string;
  readonly text: string;
  readonly layers: readonly Layer[];
}

/** A source or a layer that could not be exported, and why. */
export interface RefusedSource {
  readonly path: string;
  readonly reason: string;
}

export interface ExportProject {
  readonly id: string;
  readonly name: string;
  readonly schema: Schema;
}

/** What a format can say. What it can't say is taken out before it is written, and told: reduce.ts. */
export interface Carries {
  /** Annotations that share characters, nested or crossing. */
  readonly overlap: boolean;
  readonly discontinuous: boolean;
  readonly relations: boolean;
  /** Answers and notes of relations. */
  readonly relationFacts: boolean;
  readonly attributes: boolean;
  readonly notes: boolean;
  readonly documentFields: boolean;
  /** Status and memo of documents. */
  readonly documentFacts: boolean;
  /** Which label stands under which. */
  readonly hierarchy: boolean;
  /** Who annotated, when several did. */
  readonly annotators: boolean;
}

/** A choice that a format offers, of whom the first is taken when nobody chose. */
export interface FormatOption {
  readonly id: string;
  readonly name: PlainKey;
  readonly choices: readonly { readonly id: string; readonly name: PlainKey }[];
}

/**
 * How the output lies on disk. `file`: one file. `folder`: a folder of files. `per-document`: a file that holds
 * one document; several documents make a folder.
 */
export type Shape = 'file' | 'folder' | 'per-document';

export interface FormatDescription {
  readonly id: FormatId;
  /** As its users call it: `Label Studio JSON`. */
  readonly name: PlainKey;
  /** What it is for, in one line. */
  readonly purpose: PlainKey;
  /** With the dot; of a folder's main file when it is a folder. */
  readonly extension: string;
  readonly shape: Shape;
  /** What its offsets may count, the usual one first. A format that fixes its unit has one; one without offsets none. */
  readonly units: readonly OffsetUnit[];
  readonly carries: Carries;
  readonly options: readonly FormatOption[];
  /** Can be written, can be read. */
  readonly writes: boolean;
  readonly reads: boolean;
}

export interface WriteOptions {
  readonly unit: OffsetUnit;
  /** By the option's id; what is missing is the option's first choice. */
  readonly choices: Readonly<Record<string, string>>;
}

/** English, because it is written to files; the window translates it (loss-words.ts). */
export type LossReason = (typeof losses)[keyof typeof losses];

/** What a format could not say of one thing, or said otherwise. */
export interface Loss {
  /** The document's path; null for the project's schema. */
  readonly document: string | null;
  /** Id of the annotation, relation, label, or layer's annotator that it is about. */
  readonly id: string;
  readonly fate: 'dropped' | 'flattened';
  /** What was lost of it: `annotation` for all of it. */
  readonly what:
    | 'annotation'
    | 'relation'
    | 'attributes'
    | 'note'
    | 'fields'
    | 'facts'
    | 'annotator'
    | 'hierarchy'
    | 'name';
  /** Why, for people, the same words for all of a kind: `It overlaps another that was kept.` */
  readonly reason: LossReason;
}

export type Lose = (loss: Loss) => void;

/** A piece of the output; pieces of one file come in their order. */
export interface Piece {
  /**
   * `''` for the main file; a name that begins with a dot (`.relations.csv`) for a side file beside it; of a
   * folder, the path in it; of `per-document`, the document's path.
   */
  readonly to: string;
  readonly data: string | Uint8Array;
}

/** One export under way: `head`, `document` for each document in order, `tail`. Layers come as reduce.ts left them. */
export interface Writing {
  readonly head: () => Iterable<Piece>;
  readonly document: (document: ExportDocument) => Iterable<Piece>;
  readonly tail: (refused: readonly RefusedSource[]) => Iterable<Piece>;
}

/** Begins an export of PROJECT. What only the format itself can know is lost (a cut inside a token) goes to LOSE. */
export type Write = (project: ExportProject, options: WriteOptions, lose: Lose) => Writing;

/** The choice made for OPTION of DESCRIPTION: the asked one when there is such a choice, else the first. */
export function chosen(description: FormatDescription, option: string, options: WriteOptions): string {
  const choices = description.options.find((it) => it.id === option)?.choices ?? [];
  const asked = options.choices[option];
  return choices.find((it) => it.id === asked)?.id ?? choices[0]?.id ?? '';
}

/** What a writer has nothing to say in. */
export const nothing = (): Iterable<Piece> => [];
