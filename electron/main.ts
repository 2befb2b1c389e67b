/** Starts Postil: one instance, one window, one worker; the parts are in the files beside. */
import './threads';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, session } from 'electron';
import { z } from 'zod';
import type { EventName, Events } from '../core/contract';
import { tableWith } from '../core/keys-own';
import { setLanguage } from '../core/locale/current';
import { type Language, type LanguageChoice, languageFor } from '../core/locale/language';
import type { Annotator } from '../core/model';
import { type Arguments, parseArguments } from './arguments';
import { cliArguments, runCli } from './cli-in-app';
import { hardenProcess, hardenSession } from './guard';
import { createHandlers, sampleFolder } from './handlers';
import { sendEvent, serveContract } from './ipc';
import { showMenu } from './menu';
import { registerScheme, serveApp } from './protocol';
import { annotatorCalled, readSettings, type Settings, sourceOf, writeSettings } from './settings';
import { type Closing, createWindow, guardClosing } from './window';
import { startWorker } from './worker-host';

// Electron's own answer is a modal box, which nobody sees in a test or a container.
process.on('uncaughtException', (error) => {
  console.error(error);
  app.exit(1);
});

const otherInstance = z.object({ path: z.string().nullable(), sample: z.boolean() });

/** `--lang` as Chromium takes it, before what the system says. */
function speak(choice: LanguageChoice): Language {
  const asked = app.commandLine.getSwitchValue('lang');
  const language = languageFor(choice, [asked, ...app.getPreferredSystemLanguages()]);
  setLanguage(language);
  return language;
}

function run(args: Arguments, settingsFolder: string): void {
  let settings = readSettings(settingsFolder);
  speak(settings.language);
  let annotator = chosenAnnotator();
  let window: BrowserWindow | undefined;
  let closing: Closing | undefined;
  let pageAsked = false;
  let asked = { path: args.path, sample: args.sample };

  function changeSettings(change: (settings: Settings) => Settings): void {
    const before = settings;
    settings = change(settings);
    writeSettings(settingsFolder, settings);
    const isShown =
      settings.recent !== before.recent ||
      settings.keys !== before.keys ||
      settings.language !== before.language;
    if (isShown && app.isReady()) updateMenu();
  }

  /** Whom POSTIL_ANNOTATOR or --annotator names, else the one in the settings. */
  function chosenAnnotator(): Annotator | null {
    const name = args.annotator ?? process.env.POSTIL_ANNOTATOR?.trim();
    if (!name) return settings.annotator;
    const found = annotatorCalled(settings, name);
    if (found.settings !== settings) changeSettings(() => found.settings);
    return found.annotator;
  }

  function send<E extends EventName>(event: E, payload: Events[E]): void {
    if (window && !window.isDestroyed()) sendEvent(window.webContents, event, payload);
  }

  const pathOf = async ({ path, sample }: typeof asked) =>
    path ?? (sample ? await sampleFolder(settingsFolder) : null);

  /** Opens what a second start, the system or the menu asks for, in the window that is there. */
  async function open(wanted: typeof asked): Promise<void> {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    if (!pageAsked) {
      if (wanted.path || wanted.sample) asked = wanted;
      return;
    }
    const path = await pathOf(wanted);
    if (path) send('path.open', { path });
  }

  const worker = startWorker({
    file: join(__dirname, 'worker.cjs'),
    settings: settingsFolder,
    onStart: (call) => {
      void call('backups.keep', settings.preferences.backups);
      if (annotator) void call('annotator.use', annotator);
    },
    onEvent: send,
  });

  const handlers = createHandlers({
    settingsFolder,
    settings: () => settings,
    changeSettings,
    annotator: () => annotator,
    async useAnnotator(chosen) {
      const used = await worker.call('annotator.use', chosen);
      if (used.ok) annotator = chosen;
      return used;
    },
    speak,
    window: () => window,
    unsavedChanged: (state) => closing?.unsavedChanged(state),
    asked: () => {
      pageAsked = true;
      return pathOf(asked);
    },
    worker,
  });

  function updateMenu(): void {
    showMenu(tableWith(settings.keys), settings.recent, {
      run: (id) => send('menu.command', { id }),
      open: (path) => void open({ path, sample: false }),
      clearRecent: () => {
        app.clearRecentDocuments();
        changeSettings((now) => ({ ...now, recent: [] }));
      },
    });
  }

  function start(): void {
    nativeTheme.themeSource = sourceOf(settings.theme);
    hardenSession(session.defaultSession);
    serveApp(session.defaultSession, join(__dirname, '../renderer'));
    serveContract(handlers.shell, handlers.worker);

    const opened = createWindow(settings, () => settings.theme === 'contrast');
    window = opened;
    closing = guardClosing(opened, () => worker.call('project.flush', null));
    opened.on('close', () => {
      const fullScreen = opened.isFullScreen();
      const maximized = opened.isMaximized();
      // Without a window manager the normal bounds stay those of the start, so they are asked for only when they differ.
      const bounds = maximized || fullScreen ? opened.getNormalBounds() : opened.getBounds();
      changeSettings((now) => ({ ...now, maximized, fullScreen, bounds }));
    });
    opened.on('closed', () => {
      window = undefined;
    });
    updateMenu();
    powerMonitor.on('suspend', () => void worker.call('project.flush', null));
    powerMonitor.on('resume', () => send('system.resumed', { isAway: handlers.isProjectAway() }));
  }

  app.on('second-instance', (_event, _argv, _folder, data) => {
    const wanted = otherInstance.safeParse(data);
    void open(wanted.success ? wanted.data : { path: null, sample: false });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open({ path, sample: false });
  });
  app.on('window-all-closed', () => app.quit());

  let stopped = false;
  app.on('will-quit', async (event) => {
    if (stopped) return;
    event.preventDefault();
    await worker.stop();
    stopped = true;
    app.quit();
  });

  void app.whenReady().then(start);
}

const command = cliArguments(process.argv);
if (command) runCli(join(__dirname, 'cli.cjs'), command);

const userData = process.env.POSTIL_USER_DATA || app.commandLine.getSwitchValue('user-data-dir');
if (userData) app.setPath('userData', resolve(userData));
registerScheme();
hardenProcess();

const args = parseArguments(process.argv, app.isPackaged ? null : app.getAppPath(), process.cwd());
// The running instance hears of it as data: Chromium reorders the arguments themselves.
if (app.requestSingleInstanceLock({ path: args.path, sample: args.sample }))
  run(args, app.getPath('userData'));
else app.quit();
