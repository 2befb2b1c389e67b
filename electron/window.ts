/** The window: where it stands, how it closes, and what happens when its page dies. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { t } from '../core/locale/t';
import { ground } from './ground';
import { appOrigin } from './protocol';
import type { Bounds } from './settings';

const usual = { width: 1280, height: 840 };

/** Where the window stood last time, unless that place is on no screen any more. */
function place(saved: Bounds | null): Bounds | typeof usual {
  if (!saved) return usual;
  const { x, y, width, height } = saved;
  const isSeen = screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    const down = Math.min(y + height, area.y + area.height) - Math.max(y, area.y);
    // Enough of it to get hold of the title bar.
    return across >= 120 && down >= 60 && y >= area.y - 10;
  });
  return isSeen ? saved : { width, height };
}

/** ISCONTRAST tells whether the person chose high contrast, as it is when asked. */
export function createWindow(
  saved: { bounds: Bounds | null; maximized: boolean; fullScreen: boolean },
  isContrast: () => boolean,
): BrowserWindow {
  const backgroundColor = () =>
    ground(nativeTheme.shouldUseDarkColors, isContrast() || nativeTheme.shouldUseHighContrastColors);
  const window = new BrowserWindow({
    ...place(saved.bounds),
    minWidth: 480,
    minHeight: 320,
    title: 'Postil',
    show: false,
    // Only where it is so: `false` would forbid it on macOS.
    ...(saved.fullScreen ? { fullscreen: true } : {}),
    backgroundColor: backgroundColor(),
    ...(process.platform === 'linux' ? { icon: join(app.getAppPath(), 'build/icons/256x256.png') } : {}),
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // The spell checker downloads its dictionaries.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (saved.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  const repaint = () => window.setBackgroundColor(backgroundColor());
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
  offerReload(window);
  void window.loadURL(`${appOrigin}/`);
  return window;
}

/** A page that died (out of memory, say) would stay white for ever. */
function offerReload(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    console.error(`The page stopped: ${reason}`);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: t('app.page-gone'),
      detail: t('app.page-gone-detail', { reason }),
      buttons: [t('app.page-gone-reload'), t('app.quit')],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0 && !window.isDestroyed()) window.webContents.reload();
    else app.quit();
  });
}

/** What of the person's work is not on disk yet, as the page last told it. */
export interface Unsaved {
  readonly unsaved: number;
  readonly failure: string | null;
}

/** How long closing waits for edits to become durable before it asks, in ms. */
const patience = 4_000;

export interface Closing {
  /** To be told on every change. */
  unsavedChanged(state: Unsaved): void;
}

/** Keeps WINDOW open until every edit is durable, or the person has said to let them go. */
export function guardClosing(window: BrowserWindow, flush: () => Promise<unknown>): Closing {
  let state: Unsaved = { unsaved: 0, failure: null };
  let onChange: (() => void) | undefined;
  let busy = false;

  /** Resolves to true once everything is saved; false on a failure or when it takes too long. */
  function saved(): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (answer: boolean) => {
        clearTimeout(timer);
        onChange = undefined;
        resolve(answer);
      };
      const timer = setTimeout(() => done(state.unsaved === 0), patience);
      onChange = () => {
        if (state.unsaved === 0) done(true);
        else if (state.failure !== null) done(false);
      };
      // A failure from before may be over: it is the flush that finds out.
      void flush().then(() => onChange?.());
    });
  }

  async function ask(): Promise<'retry' | 'discard' | 'stay'> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('app.unsaved', { count: state.unsaved }),
      detail: `${state.failure ?? t('app.unsaved-slow')}\n\n${t('app.unsaved-safe')}`,
      buttons: [t('app.unsaved-retry'), t('app.unsaved-discard'), t('app.unsaved-stay')],
      defaultId: 0,
      cancelId: 2,
    });
    return (['retry', 'discard', 'stay'] as const)[response] ?? 'stay';
  }

  // A page that was loaded anew holds nothing of what the one before it had not saved.
  window.webContents.on('dom-ready', () => {
    state = { unsaved: 0, failure: null };
  });
  window.on('close', async (event) => {
    if (state.unsaved === 0) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    try {
      while (!(await saved())) {
        const answer = await ask();
        if (answer === 'stay') return;
        if (answer === 'discard') break;
      }
      window.destroy();
    } finally {
      busy = false;
    }
  });

  return {
    unsavedChanged(now) {
      state = now;
      onChange?.();
    },
  };
}
