/** What the window is shown: the values that answers of core/contract.ts hold. Plain data, so that it crosses processes. */

import type { AnchorReport } from './anchor';
import type { ImportReport, ImportView } from './exchange/report';
import type { TableView } from './exchange/table';
import type { Failure } from './failure';
import type { ExportReport } from './formats/report';
import type { HistoryPart } from './history';
import type { DocumentHits, Wanted } from './hits';
import type { OwnKeys } from './keys-own';
import type { LanguageChoice } from './locale/language';
import type { Annotator, Layer, Schema, Status } from './model';
import type { Preferences, ThemeChoice } from './preferences';
import type { Loss } from './refactor';
import type { Repeat } from './repeats';

/** A row of the Documents list. */
export interface DocumentRow {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Why it can't be opened, in plain words; null when nothing speaks against it so far. */
  readonly refused: string | null;
  /** A warning that does not stop it from opening (a name that differs from another only by case, say). */
  readonly warning: string | null;
  /** Of the annotator's own layer. */
  readonly status: Status;
  /** How many annotations the annotator's own layer holds for it. */
  readonly annotations: number;
}

/** A layer file whose document is missing, and where its bytes stand now, if they do. */
export interface LostDocument {
  readonly path: string;
  readonly annotations: number;
  readonly foundAt: string | null;
}

export interface ProjectView {
  /** Absolute. */
  readonly folder: string;
  readonly name: string;
  readonly memo: string;
  readonly schema: Schema;
  readonly documents: readonly DocumentRow[];
  readonly lost: readonly LostDocument[];
  /** The document to show first: the one asked for, or the one that was open last. */
  readonly first: string | null;
  /** Why nothing can be written (conflict marks in postil.json, a newer version, a read-only folder); null when it can. */
  readonly readOnly: Failure | null;
  /** Things the person should know, in plain words: files set aside, paths refused, … */
  readonly notices: readonly string[];
}

export interface DocumentView {
  readonly path: string;
  readonly text: string;
  /** How it looks (rich.ts), as JSON; null for plain text. */
  readonly rich: string | null;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Rule and version that made the text: `txt/1`, `md/1`, … */
  readonly projection: string;
  /** What the bytes were taken for: `UTF-8`, `UTF-16LE`, `GB18030`, … */
  readonly encoding: string;
  /** True when the encoding was guessed and not stated by a BOM or proved by valid UTF-8. */
  readonly guessed: boolean;
}

export interface LayerView {
  /** The annotator's own annotations of the document (empty when there are none yet). */
  readonly layer: Layer;
  /** Why nothing can be written: locked, newer version, changed source, … null when it can. */
  readonly readOnly: Failure | null;
  /** What became of the quotes when the source differs from what was annotated; null when it does not. */
  readonly changed: AnchorReport | null;
  readonly notices: readonly string[];
}

/** A LayerView on its way: the layer as JSON, because a string crosses threads and processes many times faster. */
export interface SentLayer extends Omit<LayerView, 'layer'> {
  readonly json: string;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  readonly electron: string;
  /** Null until the first edit has asked for the name. */
  readonly annotator: Annotator | null;
  /** What to offer as a name: the system's user name. */
  readonly userName: string;
  readonly theme: ThemeChoice;
  readonly preferences: Preferences;
  readonly language: LanguageChoice;
  /** Keys that this person chose, by the command's id. */
  readonly keys: OwnKeys;
  /** Whether hints are shown, and which are over. */
  readonly hints: { readonly on: boolean; readonly seen: string[] };
  /** Folders, newest first. */
  readonly recent: readonly string[];
  /** What to open at once (argument, last project); null shows the welcome screen. */
  readonly open: string | null;
}

/** What one writes into the report of a fault. */
export interface AppDetails {
  readonly postil: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Name, version and processor of the operating system. */
  readonly system: string;
}

/** A guide that comes with the app. */
export interface Guide {
  /** Below docs/: what its links start from. */
  readonly path: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** What one annotations file holds, for retrieval across the project. */
export interface PassageFile {
  /** Of the annotations file, in the project. */
  readonly path: string;
  /** The folder below annotations/. */
  readonly layer: string;
  readonly document: string;
  readonly annotator: string;
  /** Its annotations, as JSON: thousands of objects take seconds to cross into the page, a string does not. */
  readonly json: string;
  /** How many relations begin or end at an annotation, by its id; without those that have none. */
  readonly related: Readonly<Record<string, number>>;
  /** Why it could not be read; null when it could. */
  readonly problem: string | null;
}

/** How far an export is: documents, so far and in all. */
export interface ExportPage {
  readonly seen: number;
  readonly total: number;
  /** When it is done; without the ids of what is lost, which its file holds. */
  readonly report: ExportReport | null;
  /** What was written (absolute); null as long as nothing is, and for a dry run. */
  readonly file: string | null;
}

/** The first lines of an export. */
export interface ExportPreview {
  /** The file's name in a folder; '' when there is but one. */
  readonly name: string;
  /** Null for a format that is not text. */
  readonly head: string | null;
}

/** How much of one document, of one annotator, a change of the schema concerns. */
export interface UsageRow {
  readonly path: string;
  readonly annotator: string;
  /** Of the annotator's own layer: only that is changed. */
  readonly own: boolean;
  readonly count: number;
}

export interface SchemaUsage {
  readonly losses: readonly (Omit<Loss, 'count'> & { readonly documents: readonly UsageRow[] })[];
  /** What a split would move. */
  readonly split: readonly UsageRow[];
}

/** What a change of the schema does in the own layer, as parts of one step, and where it can't be done. */
export interface RefactorPlan {
  readonly parts: readonly HistoryPart[];
  readonly blocked: readonly { readonly path: string; readonly reason: string }[];
}

/** What a search across the project does: find matches (OWN: with what the own layer holds), or count repeated lines. */
export type SearchTask =
  | { readonly kind: 'find'; readonly wanted: Wanted; readonly own: boolean }
  | { readonly kind: 'repeats' };

/** What was found since the page before. */
export interface SearchPage {
  readonly found: readonly DocumentHits[];
  /** Of a count of repeats, with the last page. */
  readonly repeats: readonly Repeat[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  /** Documents, so far and in all. */
  readonly searched: number;
  readonly total: number;
  readonly done: boolean;
  /** There is more than is told. */
  readonly isCut: boolean;
}

/** What a page of an import gives: how far it is, and at the end what was asked for. */
export interface ImportPage {
  /** What goes on, for people: `Reading`, `Comparing with the project`, … */
  readonly doing: string;
  readonly at: number;
  /** 0 as long as it is not known. */
  readonly of: number;
  /** Null as long as it goes on. */
  readonly result:
    | null
    | { readonly kind: 'read'; readonly view: ImportView }
    | { readonly kind: 'table'; readonly table: TableView }
    | { readonly kind: 'plan'; readonly report: ImportReport }
    /** It is on the disk. The parts of the step as JSON: thousands of objects take seconds to cross, a string does not. */
    | { readonly kind: 'commit'; readonly report: ImportReport; readonly json: string };
}
