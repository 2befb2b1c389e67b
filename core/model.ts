/** The nouns of Postil (DESIGN, Vocabulary). Values only: nothing here is ever changed in place. */

/** Half-open range of the canonical text in UTF-16 code units: 0 <= start < end <= text.length. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with its quote: what stood there when it was made, and up to 32 code points on either side. */
export interface QuotedSpan extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export type AttributeValue = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;

export interface Annotation {
  /** Random, 96 bits or more; never a counter. */
  readonly id: string;
  /** The label's id, not its name. */
  readonly label: string;
  /** One or more spans in ascending order; more than one makes the annotation discontinuous. */
  readonly spans: readonly QuotedSpan[];
  readonly attributes: Attributes;
  readonly note: string;
  /** Where it came from: `manual`, `import:<file>`, … */
  readonly origin: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A typed, directed link between two annotations of the same layer. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly attributes: Attributes;
  readonly note: string;
}

export interface Label {
  /** A slug made at creation, never changed; the name is free. */
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** One digit or lower-case letter, unique in the schema, or null. */
  readonly key: string | null;
  readonly parent: string | null;
  /** What annotators go by. */
  readonly description: string;
  /** What the researcher thinks about it. */
  readonly memo: string;
}

export type AttributeKind = 'choice' | 'multi-choice' | 'text' | 'number' | 'boolean';

/** A typed question asked of an annotation, a relation or a document. */
export interface AttributeType {
  readonly id: string;
  readonly name: string;
  readonly kind: AttributeKind;
  /** Of the kinds `choice` and `multi-choice`; empty for the others. */
  readonly choices: readonly string[];
  readonly description: string;
  /** An annotation without it is not finished; nothing is refused for it. */
  readonly required: boolean;
  /** What a new annotation, relation or document starts with; null for nothing. */
  readonly default: AttributeValue | null;
  /** Whom it is asked of; a document field is asked of documents, whatever stands here. */
  readonly target: 'annotation' | 'relation';
  /** Ids of the labels (or relation types) it is asked of; empty for all. */
  readonly of: readonly string[];
}

export interface RelationType {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly description: string;
  /** Ids of the labels it may start from; empty for all. */
  readonly from: readonly string[];
  /** Ids of the labels it may lead to; empty for all. */
  readonly to: readonly string[];
  /** An annotation may be related to itself. */
  readonly loops: boolean;
  /** Following relations of this type may lead back to where one began. */
  readonly cycles: boolean;
}

export interface Schema {
  readonly labels: readonly Label[];
  readonly attributes: readonly AttributeType[];
  readonly relationTypes: readonly RelationType[];
  readonly documentFields: readonly AttributeType[];
}

export interface Annotator {
  readonly id: string;
  readonly name: string;
}

export type Status = 'todo' | 'in-progress' | 'done' | 'skipped';

/** What a layer says about the document as a whole. */
export interface DocumentFacts {
  readonly status: Status;
  readonly memo: string;
  readonly fields: Attributes;
}

/** The source that a layer's offsets index. */
export interface DocumentRef {
  /** Relative to the project, with `/`, compared exactly. */
  readonly path: string;
  /** Of the file's bytes, lower-case hex. */
  readonly sha256: string;
  /** Of the canonical text, in UTF-16 code units. */
  readonly length: number;
  /** Rule and version that made the canonical text, e.g. `txt/1`. */
  readonly projection: string;
}

/** One annotator's annotations of one document: one file on disk. */
export interface Layer extends DocumentFacts {
  readonly document: DocumentRef;
  readonly annotator: Annotator;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

/** postil.json: the one file of a project that everybody may write. */
export interface Manifest {
  readonly id: string;
  readonly name: string;
  /** What the researcher thinks about the project. */
  readonly memo: string;
  /** Globs relative to the project. */
  readonly sources: readonly string[];
  readonly schema: Schema;
  readonly settings: Readonly<Record<string, unknown>>;
}

export const emptySchema: Schema = { labels: [], attributes: [], relationTypes: [], documentFields: [] };

export const newDocument: DocumentFacts = { status: 'todo', memo: '', fields: {} };
