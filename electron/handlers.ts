/** Answers the calls that need Electron: dialogs, settings, the window, the clipboard. */
import { existsSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron';
import type { Input, Outputs, WorkerChannel } from '../core/contract';
import { isTable } from '../core/exchange/table';
import { fail, ok, type Result } from '../core/failure';
import { catalog } from '../core/formats/catalog';
import { unfiltered } from '../core/formats/choose';
import { withoutMarks } from '../core/formats/html-style';
import type { Language, LanguageChoice } from '../core/locale/language';
import { t } from '../core/locale/t';
import type { Annotator } from '../core/model';
import { readerFor } from './documents/readers';
import { appDetails, guides, licences } from './help';
import type { ShellHandlers, WorkerHandler } from './ipc';
import { openLink } from './open-link';
import { printOnPaper, printToPdf } from './print';
import { prepareSample } from './sample';
import { annotatorCalled, type Settings, sourceOf, withExport, withRecent } from './settings';
import { writeDurably } from './storage/durable-write';
import type { Unsaved } from './window';
import type { WorkerHost } from './worker-host';

/** In bytes; a schema of thousands of labels is far below. */
const largestSchema = 10_000_000;

/** What the handlers share with main.ts, which owns it. */
export interface Shell {
  readonly settingsFolder: string;
  readonly settings: () => Settings;
  readonly changeSettings: (change: (settings: Settings) => Settings) => void;
  readonly annotator: () => Annotator | null;
  /** Fails when the worker cannot let go of what the one before has not saved. */
  readonly useAnnotator: (annotator: Annotator) => Promise<Result<null>>;
  /** Speaks the language that CHOICE means, and says which. */
  readonly speak: (choice: LanguageChoice) => Language;
  readonly window: () => BrowserWindow | undefined;
  readonly unsavedChanged: (state: Unsaved) => void;
  /** What the command line asked for, as a path; null when it asked for nothing. */
  readonly asked: () => Promise<string | null>;
  readonly worker: WorkerHost;
}

/** The name to offer; a user without one (in a container) is no reason to fail. */
function systemUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Copies the sample project out of the app when that has not been done yet. */
export const sampleFolder = (settingsFolder: string): Promise<string> =>
  prepareSample(join(app.getAppPath(), 'seeds'), settingsFolder);

export function createHandlers(context: Shell): {
  shell: ShellHandlers;
  worker: WorkerHandler;
  /** The folder (or document) that is open is not there now: a disk was unplugged, say. */
  isProjectAway: () => boolean;
} {
  const { settings, changeSettings, settingsFolder, worker } = context;
  /** The project on screen, so that a page that is loaded again comes back to it. */
  let current: string | null = null;
  /** A page may write only where the person has pointed in a dialog. */
  const chosenForExport = new Set<string>();
  /** And import only what the person has pointed at. */
  const chosenForImport = new Set<string>();

  const lastProject = () => settings().recent.find((path) => existsSync(path)) ?? null;

  const shellHandlers: ShellHandlers = {
    'app.info': async () =>
      ok({
        version: app.getVersion(),
        platform: process.platform,
        electron: process.versions.electron ?? '',
        annotator: context.annotator(),
        userName: systemUserName(),
        theme: settings().theme,
        preferences: settings().preferences,
        language: settings().language,
        keys: settings().keys,
        hints: settings().hints,
        recent: settings().recent,
        open: current ?? (await context.asked()) ?? lastProject(),
      }),

    'app.details': () => ok(appDetails()),

    'app.licences': licences,

    'app.guides': guides,

    'annotator.set': async ({ name }) => {
      // Whom the command line has made under this name on this machine is the same person.
      const annotator = { ...(context.annotator() ?? annotatorCalled(settings(), name).annotator), name };
      const used = await context.useAnnotator(annotator);
      if (!used.ok) return used;
      changeSettings((now) => ({ ...now, annotator }));
      return ok(annotator);
    },

    'theme.set': (theme) => {
      nativeTheme.themeSource = sourceOf(theme);
      changeSettings((now) => ({ ...now, theme }));
      return ok(null);
    },

    'language.set': async (choice) => {
      const chosen = context.speak(choice);
      // Not the other way round: settings that changed build the menu anew.
      changeSettings((now) => ({ ...now, language: choice }));
      await worker.call('language.use', chosen);
      return ok(chosen);
    },

    'preferences.set': async (preferences) => {
      changeSettings((now) => ({ ...now, preferences }));
      await worker.call('backups.keep', preferences.backups);
      return ok(null);
    },

    'keys.set': (keys) => {
      changeSettings((now) => ({ ...now, keys }));
      return ok(null);
    },

    'hints.set': (hints) => {
      changeSettings((now) => ({ ...now, hints }));
      return ok(null);
    },

    'folder.choose': async () => {
      const window = context.window();
      if (!window) return ok(null);
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('dialogs.open-folder'),
        properties: ['openDirectory', 'createDirectory'],
      });
      return ok(canceled ? null : (filePaths[0] ?? null));
    },

    'sample.prepare': async () => ok(await sampleFolder(settingsFolder)),

    'export.recall': () => ok((current && settings().exports[current]) || null),

    'export.remember': (chosen) => {
      const project = current;
      if (project) changeSettings((now) => withExport(now, project, chosen));
      return ok(null);
    },

    'export.choose': async ({ suggested }) => {
      const window = context.window();
      if (!window) return ok(null);
      const folder = current && existsSync(current) ? folderOf(current) : app.getPath('documents');
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: t('export.title'),
        defaultPath: join(folder, suggested),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return ok(null);
      chosenForExport.add(resolve(filePath));
      return ok(filePath);
    },

    'import.choose': async ({ folder }) => {
      const window = context.window();
      if (!window) return ok(null);
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t(folder ? 'import.choose-folder' : 'import.choose-files'),
        properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'],
      });
      if (canceled || filePaths.length === 0) return ok(null);
      for (const path of filePaths) chosenForImport.add(resolve(path));
      return ok(filePaths);
    },

    'import.offer': async ({ paths }) => {
      const window = context.window();
      const isOpened = paths.length === 1 && isTable(paths[0] ?? '') && !isFolder(paths[0] ?? '');
      if (!window || !(isOpened || isForImport(paths))) return ok('open');
      const [first, ...others] = paths.map((path) => basename(path));
      const { response } = await dialog.showMessageBox(window, {
        message:
          others.length === 0
            ? t('import.offer', { file: String(first) })
            : t('import.offer-several', { file: String(first), more: others.length }),
        detail: isOpened ? t('import.offer-table') : t('import.offer-detail'),
        buttons: [
          t('import.offer-accept'),
          ...(isOpened ? [t('import.offer-open')] : []),
          t('common.cancel'),
        ],
        defaultId: 0,
        cancelId: isOpened ? 2 : 1,
      });
      if (response !== 0) return ok(isOpened && response === 1 ? 'open' : 'nothing');
      for (const path of paths) chosenForImport.add(resolve(path));
      return ok('import');
    },

    'schema.export': async ({ suggested, text }) => {
      const window = context.window();
      if (!window) return ok(null);
      const folder = current && existsSync(current) ? folderOf(current) : app.getPath('documents');
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: t('schema.export'),
        defaultPath: join(folder, suggested),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return ok(null);
      // Never over a document, nor among the annotations: it is a new file, or another schema's.
      const isInAnnotations = resolve(filePath).startsWith(join(folder, 'annotations'));
      if (!/\.json$/i.test(filePath) || basename(filePath) === 'postil.json' || isInAnnotations)
        return fail('own-file', t('schema.export-own-file'));
      try {
        await writeDurably(resolve(filePath), text);
        return ok(filePath);
      } catch (error) {
        return fail(
          'not-written',
          t('schema.export-failed', { file: filePath, cause: (error as Error).message }),
        );
      }
    },

    'schema.import': async () => {
      const window = context.window();
      if (!window) return ok(null);
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('schema.import'),
        properties: ['openFile'],
        filters: [{ name: 'JSON', extensions: ['json'] }],
      });
      const file = filePaths[0];
      if (canceled || !file) return ok(null);
      try {
        if ((await stat(file)).size > largestSchema)
          return fail('too-large', t('schema.import-too-large', { file: basename(file) }));
        return ok({ name: basename(file), text: await readFile(file, 'utf8') });
      } catch (error) {
        return fail('unreadable', t('schema.import-failed', { file, cause: (error as Error).message }));
      }
    },

    'print.start': async ({ documents, annotated, withSuggestions, to }) => {
      const window = context.window();
      if (!window) return ok(null);
      const html = await readingCopy(documents, annotated, withSuggestions);
      if (!html.ok) return html;
      if (to === 'pdf') {
        const stem = documents?.[0]?.replaceAll('/', '-') ?? (current ? basename(current) : 'Postil');
        return printToPdf(window, html.value, `${stem}.pdf`, current && folderOf(current));
      }
      const printed = await printOnPaper(window, html.value);
      return printed.ok ? ok(printed.value ? '' : null) : printed;
    },

    'shell.showItem': ({ path }) => {
      if (!existsSync(path)) return fail('not-found', t('failures.gone', { path }));
      shell.showItemInFolder(resolve(path));
      return ok(null);
    },

    'link.open': ({ address }) => openLink(context.window(), address),

    'window.unsaved': (state) => {
      context.unsavedChanged(state);
      return ok(null);
    },

    'window.close': () => {
      context.window()?.close();
      return ok(null);
    },

    'window.full-screen': () => {
      const window = context.window();
      window?.setFullScreen(!window.isFullScreen());
      return ok(null);
    },

    'clipboard.write': ({ text }) => {
      clipboard.writeText(text);
      return ok(null);
    },
  };

  /** What is printed: the export of that name, or (not ANNOTATED) only its texts. Codes: `too-large`, of reading. */
  async function readingCopy(
    documents: readonly string[] | null,
    annotated: boolean,
    withSuggestions: boolean,
  ): Promise<Result<string>> {
    const annotators = annotated ? null : [];
    const made = await worker.call('export.text', {
      format: 'html',
      unit: 'utf-16',
      choices: {},
      filter: { ...unfiltered, documents: documents && [...documents], annotators },
      withSuggestions,
    });
    if (made.ok) return ok(annotated ? made.value.text : withoutMarks(made.value.text));
    if (made.failure.code !== 'too-large') return made;
    return fail('too-large', t('print.too-large'));
  }

  /** Passes a call on, and keeps in mind what it means for the shell. */
  const workerHandler: WorkerHandler = async (channel, input) => {
    if (channel === 'export.start' || channel === 'passages.write' || channel === 'project.rescue') {
      const { file } = input as Input<'export.start' | 'passages.write' | 'project.rescue'>;
      if (file !== null && !chosenForExport.has(resolve(file))) {
        return fail('not-chosen', t('export.not-chosen', { file }));
      }
    }
    if (channel === 'import.read') {
      const { paths } = input as Input<'import.read'>;
      if (!paths.every((path) => chosenForImport.has(resolve(path))))
        return fail('not-chosen', t('import.not-chosen'));
    }
    if (channel === 'import.table') {
      const { source } = input as Input<'import.table'>;
      if ('file' in source && !chosenForImport.has(resolve(source.file)))
        return fail('not-chosen', t('rows.not-chosen'));
    }
    const result = await worker.call(channel, input);
    if (result.ok) remember(channel, input, result);
    return result;
  };

  function remember<C extends WorkerChannel>(channel: C, input: Input<C>, result: Result<Outputs[C]>): void {
    if (channel === 'project.close') current = null;
    if (channel === 'project.open' && result.ok) {
      const { folder } = result.value as Outputs['project.open'];
      const { path } = input as Input<'project.open'>;
      const project = reopens(path, folder);
      current = project;
      // The task bar's and the dock's own lists, where the system has them.
      app.addRecentDocument(project);
      changeSettings((now) => withRecent(now, project));
    }
  }

  return {
    shell: shellHandlers,
    worker: workerHandler,
    isProjectAway: () => current !== null && !existsSync(current),
  };
}

/** What importers read, by the ends of names. */
const imported = new Set(Object.values(catalog).flatMap((it) => (it.reads ? [it.extension] : [])));

/** True for files that some importer may take and that can't be opened: no document, no project. */
const isForImport = (paths: readonly string[]): boolean =>
  paths.every(
    (path) =>
      !isFolder(path) &&
      basename(path) !== 'postil.json' &&
      readerFor(path) === undefined &&
      imported.has(extname(path).toLowerCase()),
  );

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const folderOf = (path: string): string => (isFolder(path) ? path : dirname(path));

/** The path that opens the same project again: a single file without a project around it stays that file. */
function reopens(path: string, folder: string): string {
  return isFolder(path) || existsSync(join(folder, 'postil.json')) ? folder : path;
}
