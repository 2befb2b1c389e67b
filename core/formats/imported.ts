/** What a reader makes of another tool's file, before it is fitted to a project: numbers as they stand there. */
import type { AttributeKind, Attributes, AttributeValue, Status } from '../model';
import type { OffsetUnit } from '../offsets';
import type { FormatId } from './catalog';

/** A file to read; of a folder or a zip, each of its files. */
export interface SourceFile {
  /** With `/`, relative to what was chosen; the name alone for a single file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The bytes decoded, without a byte order mark. */
  readonly text: () => string;
}

export interface ImportedSpan {
  /** As the file says, in whatever unit it counts; end exclusive unless the file's offsets turn out inclusive. */
  readonly start: number;
  readonly end: number;
  /** What the file says stands there; null when it does not say. */
  readonly exact: string | null;
  /** What the file says stands before and after it, to tell like quotes apart; empty when it does not say. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface ImportedAnnotation {
  /** Unique in its document; kept as the annotation's id when it is one of Postil's. */
  readonly id: string;
  /** The label's name. */
  readonly label: string;
  readonly spans: readonly ImportedSpan[];
  /** By the attribute's name. */
  readonly attributes: Attributes;
  readonly note: string;
  /** ISO 8601; null when the file does not say. */
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** True for what a machine proposed. */
  readonly isSuggestion: boolean;
}

export interface ImportedRelation {
  readonly id: string;
  /** The type's name. */
  readonly type: string;
  /** Ids of annotations of the same layer. */
  readonly from: string;
  readonly to: string;
  readonly attributes: Attributes;
  readonly note: string;
}

export interface ImportedLayer {
  /** Null when the file does not say who. */
  readonly annotator: { readonly id: string | null; readonly name: string } | null;
  readonly annotations: readonly ImportedAnnotation[];
  readonly relations: readonly ImportedRelation[];
  /** By the field's name. */
  readonly fields: Attributes;
  readonly memo: string;
  readonly status: Status | null;
}

export interface ImportedDocument {
  /** What the file calls it, cleaned by nobody yet; `''` when it has no name. */
  readonly name: string;
  /** Null when the file carries no text: it then goes onto documents that are there. */
  readonly text: string | null;
  /** Of the source's bytes, when the file says so. */
  readonly sha256: string | null;
  readonly layers: readonly ImportedLayer[];
}

export interface ImportedLabel {
  readonly name: string;
  /** `#rrggbb`; null when the file does not say. */
  readonly color: string | null;
  readonly key: string | null;
  /** The parent's name. */
  readonly parent: string | null;
  readonly description: string;
  /** Empty when left out. */
  readonly memo?: string;
}

export interface ImportedQuestion {
  readonly name: string;
  readonly kind: AttributeKind;
  readonly choices: readonly string[];
  readonly description: string;
  readonly required: boolean;
  readonly default: AttributeValue | null;
  /** Names of the labels or relation types it is asked of; empty for all. */
  readonly of: readonly string[];
}

export interface ImportedRelationType {
  readonly name: string;
  readonly color: string | null;
  readonly description: string;
  /** Names of labels; empty for all. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** As in a new type when left out: no loops, cycles allowed. */
  readonly loops?: boolean;
  readonly cycles?: boolean;
}

/** What the file says of its schema; what is only used, not declared, is found by whoever fits it to a project. */
export interface ImportedSchema {
  readonly labels: readonly ImportedLabel[];
  readonly attributes: readonly ImportedQuestion[];
  readonly relationAttributes: readonly ImportedQuestion[];
  readonly relationTypes: readonly ImportedRelationType[];
  readonly documentFields: readonly ImportedQuestion[];
}

/** Something of the file that was not taken, and why, for people. */
export interface ImportProblem {
  /** Where: `line 12`, `tasks.json, task 3`, … */
  readonly where: string;
  readonly reason: string;
}

export interface Imported {
  readonly format: FormatId;
  readonly documents: readonly ImportedDocument[];
  readonly schema: ImportedSchema;
  /** The unit that the file itself states; null when it must be found out from the quotes. */
  readonly unit: OffsetUnit | null;
  /** The unit that the format's own documentation asks for: tried first. */
  readonly usualUnit: OffsetUnit;
  readonly problems: readonly ImportProblem[];
}

export const noSchema: ImportedSchema = {
  labels: [],
  attributes: [],
  relationAttributes: [],
  relationTypes: [],
  documentFields: [],
};

/** A file that is not what it was taken for, or is damaged; the message is for people and names the place. */
export class NotReadable extends Error {}

export interface Reader {
  readonly id: FormatId;
  /** How surely FILES are of this format, from their names and first characters: 0 (no) to 1 (yes). Never throws. */
  readonly recognises: (files: readonly SourceFile[]) => number;
  /** Throws NotReadable, and nothing else, for what can't be read at all; what is wrong in part is a problem. */
  readonly read: (files: readonly SourceFile[]) => Imported;
}
