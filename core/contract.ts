/** Every call and event between the window and the rest, typed once. The schemas check what comes in. */

import { z } from 'zod';
import { importOptionsSchema } from './exchange/report';
import type { RowChoices } from './exchange/table';
import { formatIds } from './formats/catalog';
import type { ExportOptions } from './formats/report';
import type { History } from './history';
import type { OwnKeys } from './keys-own';
import { type Language, languageChoices, languages } from './locale/language';
import type { Annotation, Annotator, Schema } from './model';
import { schemaSchema } from './model-schema';
import type { Patch } from './patch';
import { patchSchema } from './patch-schema';
import { preferencesSchema, themes } from './preferences';
import type { Fate, Split } from './refactor';
import type {
  AppDetails,
  AppInfo,
  DocumentRow,
  DocumentView,
  ExportPage,
  ExportPreview,
  Guide,
  ImportPage,
  LostDocument,
  PassageFile,
  ProjectView,
  RefactorPlan,
  SchemaUsage,
  SearchPage,
  SearchTask,
  SentLayer,
} from './views';

const path = z.string().min(1).max(4096);
const nothing = z.null();

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

const tableSource = z.union([
  /** In the project. */
  z.object({ document: path }),
  /** Absolute; it must have been chosen. */
  z.object({ file: path }),
]);
export type TableSource = z.infer<typeof tableSource>;

const column = z.string().max(1_000_000);
const rowChoices: z.ZodType<RowChoices> = z.object({
  text: column.nullable(),
  name: column.nullable(),
  fields: z.array(column).max(20_000).nullable(),
});

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

/** Whether hints are shown, and which are over. */
export const hintsSchema = z.object({ on: z.boolean(), seen: z.array(z.string().max(40)).max(100) });

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
  /** Reading another one gives up what is still being read (code `given-up`). */
  'document.read': z.object({ path }),
  /** Nobody waits for PATH any more. */
  'document.stop': z.object({ path }),
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
  /** Writes what is not saved into FILE, a new folder that the save dialog pointed to. Codes: `exists`, `not-written`. */
  'project.rescue': z.object({ file: path }),
  'schema.save': z.object({ patch: patchSchema }),
  /** Counts what a change of the schema would take the ground from, in all layers. */
  'schema.usage': schemaChange,
  /** What it does in the own layer; writes nothing. */
  'schema.refactor': schemaChange.extend({ fates: z.record(z.string(), fate), now: z.string() }),
  /** Tells the worker who annotates, before the first edit. */
  'annotator.use': z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(500) }),
  /** Tells the worker which language to speak. */
  'language.use': z.enum(languages),
  /** How many backups of a file to keep from here on. */
  'backups.keep': z.int().min(1).max(1000),
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
  /** Begins to read a table whose rows are to become documents; it ends the import before. */
  'import.table': z.object({ id: importId, source: tableSource }),
  /** Begins to make documents of the rows of the table that was read. Writes nothing: they are planned and committed as an import. */
  'import.rows': z.object({ id: importId, choices: rowChoices }),
  /** Begins to say what the import would do. Writes nothing. */
  'import.plan': z.object({ id: importId, options: importOptionsSchema }),
  /** Begins to do it: as one step, all of it or nothing. */
  'import.commit': z.object({ id: importId, options: importOptionsSchema }),
  /**
   * The next page. Codes: `import-over` (another import came, or it was dropped), `not-readable`, `too-large`,
   * `unknown-format`, `no-column`, `too-many`, `empty` (it would change nothing), and those of `step.commit`.
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
  /** What the app is made of and runs on. */
  'app.details': nothing,
  /** The licences of all that is shipped; '' in a build without them. */
  'app.licences': nothing,
  /** The guides, in their order. Code `unreadable`. */
  'app.guides': nothing,
  'annotator.set': z.object({ name: z.string().trim().min(1).max(500) }),
  'theme.set': z.enum(themes),
  'preferences.set': preferencesSchema,
  /** Gives the language that the choice means; the menu and the worker speak it from here on. */
  'language.set': z.enum(languageChoices),
  'keys.set': ownKeysSchema,
  'hints.set': hintsSchema,
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
  /**
   * Prints the reading copy of DOCUMENTS (null: all), or asks where to and saves it as a PDF. Codes: `no-printer`,
   * `not-printed`, `own-file`, `not-written`, `too-large`, `busy`.
   */
  'print.start': z.object({
    documents: z.array(path).max(1).nullable(),
    annotated: z.boolean(),
    withSuggestions: z.boolean(),
    to: z.enum(['printer', 'pdf']),
  }),
  'shell.showItem': z.object({ path }),
  /** Shows ADDRESS and asks; the system's browser or mail program opens it then. Code `not-opened`. */
  'link.open': z.object({ address: z.string().min(1).max(8_000) }),
  /** Told on every change: closing the window then waits or asks. */
  'window.unsaved': z.object({ unsaved: z.number().int().min(0), failure: z.string().nullable() }),
  'window.close': nothing,
  /** Fills the screen with the window, or gives it back. */
  'window.full-screen': nothing,
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
  'document.stop': null;
  /** As a `data:` address; null when there is none that can be shown. */
  'document.image': string | null;
  'layer.read': SentLayer;
  'layer.save': null;
  'project.flush': null;
  /** How many annotations files. */
  'project.rescue': number;
  'schema.save': null;
  'schema.usage': SchemaUsage;
  'schema.refactor': RefactorPlan;
  'annotator.use': null;
  'language.use': null;
  'backups.keep': null;
  'layer.relink': null;
  'search.start': null;
  'search.next': SearchPage;
  'search.stop': null;
  'import.read': null;
  'import.table': null;
  'import.rows': null;
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
  'app.details': AppDetails;
  'app.licences': string;
  'app.guides': readonly Guide[];
  'annotator.set': Annotator;
  'theme.set': null;
  'preferences.set': null;
  'language.set': Language;
  'keys.set': null;
  'hints.set': null;
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
  /** The PDF (absolute), or '' for what went to the printer; null when the person cancelled. */
  'print.start': string | null;
  'shell.showItem': null;
  /** False when the person did not want to. */
  'link.open': boolean;
  'window.unsaved': null;
  'window.close': null;
  'window.full-screen': null;
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
  /** The computer woke up; the open project's folder may have gone meanwhile. */
  'system.resumed': { readonly isAway: boolean };
  /** Open this path (second instance, recent menu, dropped on the icon). */
  'path.open': { readonly path: string };
  /** The worker died and was started again; what was not saved must be sent again. */
  'worker.restarted': { readonly message: string };
}

export type EventName = keyof Events;
