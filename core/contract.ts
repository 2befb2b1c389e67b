/** Every call and event between the window and the rest, typed once. The schemas check what comes in. */
import { z } from 'zod';
import type { AnchorReport } from './anchor';
import { type ImportReport, type ImportView, importOptionsSchema } from './exchange/report';
import type { Failure } from './failure';
import { formatIds } from './formats/catalog';
import type { ExportOptions, ExportReport } from './formats/report';
import type { History, HistoryPart } from './history';
import type { DocumentHits, Wanted } from './hits';
import type { OwnKeys } from './keys-own';
import type {
  Annotation,
  Annotator,
  AttributeType,
  Label,
  Layer,
  Relation,
  RelationType,
  Schema,
  Status,
} from './model';
import {
  annotationSchema,
  annotatorSchema,
  attributeTypeSchema,
  factsSchema,
  labelSchema,
  relationSchema,
  relationTypeSchema,
  schemaSchema,
} from './model-schema';
import type { BroughtSource, Change, Patch } from './patch';
import type { Fate, Loss, Split } from './refactor';
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
  readonly theme: 'system' | 'light' | 'dark';
  /** Keys that this person chose, by the command's id. */
  readonly keys: OwnKeys;
  /** Folders, newest first. */
  readonly recent: readonly string[];
  /** What to open at once (argument, last project); null shows the welcome screen. */
  readonly open: string | null;
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
    | { readonly kind: 'plan'; readonly report: ImportReport }
    /** It is on the disk. The parts of the step as JSON: thousands of objects take seconds to cross, a string does not. */
    | { readonly kind: 'commit'; readonly report: ImportReport; readonly json: string };
}

const path = z.string().min(1).max(4096);
const nothing = z.null();

const changeSchema = <T extends { id: string }>(row: z.ZodType<T>): z.ZodType<Change<T>> =>
  z.object({
    added: z.array(row),
    updated: z.array(z.tuple([row, row])),
    removed: z.array(row),
    order: z.tuple([z.array(z.string()), z.array(z.string())]).optional(),
  }) as unknown as z.ZodType<Change<T>>;

const sourceSchema: z.ZodType<BroughtSource> = z.object({
  id: path,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const patchSchema = z.object({
  annotations: changeSchema<Annotation>(annotationSchema).optional(),
  relations: changeSchema<Relation>(relationSchema).optional(),
  labels: changeSchema<Label>(labelSchema).optional(),
  attributes: changeSchema<AttributeType>(attributeTypeSchema).optional(),
  relationTypes: changeSchema<RelationType>(relationTypeSchema).optional(),
  documentFields: changeSchema<AttributeType>(attributeTypeSchema).optional(),
  facts: z.tuple([factsSchema, factsSchema]).optional(),
  projectMemo: z.tuple([z.string(), z.string()]).optional(),
  sources: changeSchema<BroughtSource>(sourceSchema).optional(),
}) as unknown as z.ZodType<Patch>;

/** The parts of a step, as they come back from the window or from the disk. */
export const partsSchema = z.array(
  z.object({ document: path.nullable(), patch: patchSchema, annotator: annotatorSchema.optional() }),
) as unknown as z.ZodType<readonly HistoryPart[]>;

export const historySchema = z.object({
  entries: z.array(
    z.object({
      title: z.string(),
      at: z.string(),
      parts: partsSchema,
    }),
  ),
  position: z.int().min(0),
}) as unknown as z.ZodType<History>;

const fate: z.ZodType<Fate> = z.union([
  z.object({ do: z.literal('merge'), into: z.string() }),
  z.object({ do: z.enum(['keep', 'remove']) }),
]);

const split: z.ZodType<Split> = z.object({
  from: z.string(),
  to: z.string(),
  by: z.union([
    z.object({ kind: z.literal('quote'), quote: z.string() }),
    z.object({ kind: z.literal('ids'), ids: z.array(z.string().min(1).max(200)).max(1_000_000) }),
    z.object({
      kind: z.literal('answer'),
      attribute: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    }),
  ]),
});

const schemaChange = z.object({ before: schemaSchema, after: schemaSchema, split: split.nullable() });

const query = z.object({
  text: z.string().max(20_000),
  caseSensitive: z.boolean(),
  wholeWord: z.boolean(),
  regex: z.boolean(),
  foldDiacritics: z.boolean(),
});

const searchTask: z.ZodType<SearchTask> = z.union([
  z.object({
    kind: z.literal('find'),
    wanted: z.union([query, z.object({ lines: z.array(z.string()).max(5_000) })]),
    own: z.boolean(),
  }),
  z.object({ kind: z.literal('repeats') }),
]);

const searchId = z.string().min(1).max(100);
const importId = z.string().min(1).max(100);

const exportOptions: z.ZodType<ExportOptions> = z.object({
  format: z.enum(formatIds),
  unit: z.enum(['code-point', 'utf-16', 'byte']),
  choices: z.record(z.string().max(60), z.string().max(60)),
  filter: z.object({
    documents: z.array(path).nullable(),
    labels: z.array(z.string()).nullable(),
    status: z.array(z.enum(['todo', 'in-progress', 'done', 'skipped'])).nullable(),
    annotators: z.array(z.string()).nullable(),
  }),
  withSuggestions: z.boolean(),
});

export const exportMemorySchema = z.object({
  format: z.enum(formatIds),
  unit: z.enum(['code-point', 'utf-16', 'byte']),
  /** By format and option. */
  choices: z.record(z.string().max(60), z.record(z.string().max(60), z.string().max(60))),
});
/** What was chosen for the last export of a project. Its filter is not kept: it must never apply unseen. */
export type ExportMemory = z.infer<typeof exportMemorySchema>;

const exportId = z.string().min(1).max(100);

export const ownKeysSchema: z.ZodType<OwnKeys> = z.record(
  z.string().max(100),
  z.array(z.string().min(1).max(60)).max(4),
);

/** Calls answered by the worker that holds documents and storage (or by the CLI, in plain Node). */
export const workerCalls = {
  /** Opens a folder, a postil.json, or a single file. Replaces the project that was open. */
  'project.open': z.object({ path, first: path.nullable() }),
  'project.close': nothing,
  'document.read': z.object({ path }),
  /** An image that the document holds. */
  'document.image': z.object({ path, id: z.string().min(1).max(1000) }),
  /** AROUND (a UTF-16 offset) is where the window shows it: of many annotations those there come before, as `layer.begun`. */
  'layer.read': z.object({ path, around: z.int().min(0) }),
  /**
   * Resolves when the change, a Patch as JSON, is durable on disk. A string, because thousands of objects would
   * hold up the window and the main process on their way. Codes: `bad-input`, those of writing.
   */
  'layer.save': z.object({ path, json: z.string() }),
  /** Tries again to write what is not yet durable, of all layers and the schema. */
  'project.flush': nothing,
  'schema.save': z.object({ patch: patchSchema }),
  /** Counts what a change of the schema would take the ground from, in all layers. */
  'schema.usage': schemaChange,
  /** What it does in the own layer; writes nothing. */
  'schema.refactor': schemaChange.extend({ fates: z.record(z.string(), fate), now: z.string() }),
  /** Tells the worker who annotates, before the first edit. */
  'annotator.use': z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(500) }),
  /** Gives the layer of a lost document to the document with the same bytes. */
  'layer.relink': z.object({ from: path, to: path }),
  /** Begins a search across the project; it ends the one before. Codes: `pattern`. */
  'search.start': z.object({ id: searchId, task: searchTask }),
  /** Searches on, for a page. Code `search-over`: another search came, or it was stopped. */
  'search.next': z.object({ id: searchId }),
  'search.stop': z.object({ id: searchId }),
  /** Keeps the last steps, a History as JSON, for the next start, in a file that may be deleted; checked when recalled. */
  'history.keep': z.object({ json: z.string() }),
  /**
   * Begins to read files (or one folder) of another tool, and ends the import before. `import.next` gives the
   * answer, a page at a time; whoever asks for no further page has cancelled. What was read is kept till it is dropped.
   */
  'import.read': z.object({
    id: importId,
    paths: z.array(path).min(1).max(10_000),
    format: z.enum(['auto', ...formatIds]),
  }),
  /** Begins to say what the import would do. Writes nothing. */
  'import.plan': z.object({ id: importId, options: importOptionsSchema }),
  /** Begins to do it: as one step, all of it or nothing. */
  'import.commit': z.object({ id: importId, options: importOptionsSchema }),
  /**
   * The next page. Codes: `import-over` (another import came, or it was dropped), `not-readable`, `too-large`,
   * `unknown-format`, `empty` (it would change nothing), and those of `step.commit`.
   */
  'import.next': z.object({ id: importId }),
  'import.drop': z.object({ id: importId }),
  /**
   * Writes the parts (JSON) of one step that brings or takes documents, or touches others' layers: all of it or
   * nothing. Codes: `stale-patch`, `source-changed`, `in-the-way`, `locked`, those of writing.
   */
  'step.commit': z.object({ json: z.string() }),
  'history.recall': nothing,
  /** The text of guidelines.md; null when there is none. */
  'guidelines.read': nothing,
  /** Every annotation of every annotator; SINCE is the mark of the last answer, and only what changed comes. */
  'passages.read': z.object({ since: z.string().max(200).nullable() }),
  /** Writes the list that is shown, as CSV, where the save dialog pointed. */
  'passages.write': z.object({ file: path, text: z.string() }),
  'export.preview': exportOptions,
  /** Everybody who annotated. */
  'export.annotators': nothing,
  /** Begins an export to FILE, or (null) only tells what would be lost; it ends the one before. */
  'export.start': z.object({
    id: exportId,
    options: exportOptions,
    file: path.nullable(),
    over: z.boolean(),
  }),
  /** Exports on, for a page. Code `export-over`: another came, or it was stopped. */
  'export.next': z.object({ id: exportId }),
  'export.stop': z.object({ id: exportId }),
  /** The output as text, for the clipboard. Codes: `folder`, `not-text`, `too-large`. */
  'export.text': exportOptions,
} as const;

/** Calls answered by the main process itself. */
export const shellCalls = {
  'app.info': nothing,
  'annotator.set': z.object({ name: z.string().trim().min(1).max(500) }),
  'theme.set': z.enum(['system', 'light', 'dark']),
  'keys.set': ownKeysSchema,
  /** Shows the system's dialog; null when the person cancelled. */
  'folder.choose': nothing,
  /** Copies the sample project where it can be written, and gives its folder. */
  'sample.prepare': nothing,
  /** What was chosen for the last export of the open project. */
  'export.recall': nothing,
  'export.remember': exportMemorySchema,
  /** Shows the system's save dialog for an export; null when cancelled. */
  'export.choose': z.object({ suggested: z.string().max(300) }),
  /** Shows the system's dialog for files, or a folder, to import; null when cancelled. */
  'import.choose': z.object({ folder: z.boolean() }),
  /**
   * What is to be done with what was dropped on the window: files that only an import can take are offered for one,
   * by the system's own dialog, because a page could name any file.
   */
  'import.offer': z.object({ paths: z.array(path).min(1).max(10_000) }),
  /** Shows the system's dialogs for a schema's file. */
  'schema.export': z.object({ suggested: z.string().max(300), text: z.string() }),
  'schema.import': nothing,
  'shell.showItem': z.object({ path }),
  /** Shows ADDRESS and asks; the system's browser or mail program opens it then. Code `not-opened`. */
  'link.open': z.object({ address: z.string().min(1).max(8_000) }),
  /** Told on every change: closing the window then waits or asks. */
  'window.unsaved': z.object({ unsaved: z.number().int().min(0), failure: z.string().nullable() }),
  'window.close': nothing,
  /** Puts text on the clipboard. */
  'clipboard.write': z.object({ text: z.string() }),
} as const;

export const calls = { ...workerCalls, ...shellCalls } as const;

export type Channel = keyof typeof calls;
export type WorkerChannel = keyof typeof workerCalls;
export type Input<C extends Channel> = z.infer<(typeof calls)[C]>;

export interface Outputs {
  'project.open': ProjectView;
  'project.close': null;
  'document.read': DocumentView;
  /** As a `data:` address; null when there is none that can be shown. */
  'document.image': string | null;
  'layer.read': SentLayer;
  'layer.save': null;
  'project.flush': null;
  'schema.save': null;
  'schema.usage': SchemaUsage;
  'schema.refactor': RefactorPlan;
  'annotator.use': null;
  'layer.relink': null;
  'search.start': null;
  'search.next': SearchPage;
  'search.stop': null;
  'import.read': null;
  'import.plan': null;
  'import.commit': null;
  'import.next': ImportPage;
  'import.drop': null;
  'step.commit': null;
  'history.keep': null;
  /** Null when there is none, or it can't be read. */
  'history.recall': History | null;
  'guidelines.read': string | null;
  'passages.read': {
    readonly mark: string;
    /** The files are all there are, not only those that changed. */
    readonly whole: boolean;
    /** The own layer's folder; null as long as nobody annotates. */
    readonly own: string | null;
    /** A file that is gone comes empty. */
    readonly files: readonly PassageFile[];
  };
  /** The absolute path that was written. */
  'passages.write': string;
  'export.preview': ExportPreview;
  'export.annotators': readonly Annotator[];
  'export.start': null;
  'export.next': ExportPage;
  'export.stop': null;
  /** SIDES: what the format puts into files of their own, which are not in the text. */
  'export.text': { readonly text: string; readonly sides: readonly string[] };
  'app.info': AppInfo;
  'annotator.set': Annotator;
  'theme.set': null;
  'keys.set': null;
  'folder.choose': string | null;
  'sample.prepare': string;
  'export.recall': ExportMemory | null;
  'export.remember': null;
  'export.choose': string | null;
  /** Absolute. */
  'import.choose': readonly string[] | null;
  'import.offer': 'open' | 'import' | 'nothing';
  /** The file (absolute); null when cancelled. */
  'schema.export': string | null;
  /** The file's name and text; null when cancelled. */
  'schema.import': { readonly name: string; readonly text: string } | null;
  'shell.showItem': null;
  /** False when the person did not want to. */
  'link.open': boolean;
  'window.unsaved': null;
  'window.close': null;
  'clipboard.write': null;
}

/** Events that come unasked. */
export interface Events {
  /** Documents came, went, changed size, or were found unreadable. The whole list, as it is now. */
  'documents.changed': { readonly documents: readonly DocumentRow[]; readonly lost: readonly LostDocument[] };
  /** The open document's source changed on disk. */
  'document.changed': { readonly path: string };
  /** What is seen first of a layer that is being read; the answer to the call brings all of it. */
  'layer.begun': { readonly path: string; readonly annotations: readonly Annotation[] };
  /** A layer file changed from outside; PATCH takes what the window holds to what is there now. */
  'layer.changed': { readonly path: string; readonly patch: Patch };
  /** Something below annotations/ was written, from here or from outside, since passages were first read. */
  'passages.changed': null;
  /** guidelines.md came, went, or changed. */
  'guidelines.changed': null;
  /** postil.json changed from outside; the merged schema and memo. */
  'schema.changed': { readonly schema: Schema; readonly memo: string };
  /** A progress note of long work; null when it is over. */
  progress: { readonly text: string | null };
  /** The menu, or the system, asks for a command. */
  'menu.command': { readonly id: string };
  /** Open this path (second instance, recent menu, dropped on the icon). */
  'path.open': { readonly path: string };
  /** The worker died and was started again; what was not saved must be sent again. */
  'worker.restarted': { readonly message: string };
}

export type EventName = keyof Events;
