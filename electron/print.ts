/**
 * Printing, and printing to a PDF: the reading copy, laid out by a hidden window of its own. That window runs no
 * script, has no bridge, lives in a session of its own that serves this one page, and is gone afterwards.
 */
import { realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { fail, ok, type Result } from '../core/failure';
import { t } from '../core/locale/t';
import { hardenSession } from './guard';
import { appOrigin } from './protocol';
import { writeDurably } from './storage/durable-write';

const address = `${appOrigin}/print`;

/** Nothing but the page's own styles, whatever the texts hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Where letters are printed on Letter. */
const letterCountries = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE']);
const pageSize = () => (letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4');

/** Lays HTML out in a window nobody sees, which WORK then prints. */
async function laidOut<T>(
  parent: BrowserWindow,
  html: string,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  // Not persisted: it is gone with the app.
  const own = session.fromPartition('print');
  hardenSession(own);
  own.protocol.handle('app', (request) =>
    request.url === address
      ? new Response(html, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
        })
      : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({
    // It goes with the window it belongs to, which else could not be closed for good.
    parent,
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    await window.loadURL(address);
    return await work(window);
  } finally {
    if (!window.isDestroyed()) window.destroy();
    own.protocol.unhandle('app');
  }
}

const broke = (error: unknown) =>
  fail('not-printed', t('print.broke', { reason: error instanceof Error ? error.message : String(error) }));

/** One at a time: the session serves one page. */
let busy = false;

async function alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  if (busy) return fail('busy', t('print.busy'));
  busy = true;
  try {
    return await work();
  } catch (error) {
    return broke(error);
  } finally {
    busy = false;
  }
}

/**
 * Prints HTML by the system's own dialog; false when the person cancelled it. Codes: `no-printer`, `not-printed`,
 * `busy`.
 */
export function printOnPaper(parent: BrowserWindow, html: string): Promise<Result<boolean>> {
  return alone(async () => {
    // Without a printer the system's dialog never comes, and Chromium says nothing.
    if ((await parent.webContents.getPrintersAsync()).length === 0)
      return fail('no-printer', t('print.no-printer'));
    return laidOut(parent, html, async (window) => {
      const options = { printBackground: true, pageSize: pageSize() } as const;
      const [done, reason] = await new Promise<[boolean, string]>((resolve) =>
        window.webContents.print(options, (success, failure) => resolve([success, failure])),
      );
      if (done) return ok(true);
      return /cancel/i.test(reason) ? ok(false) : broke(reason);
    });
  });
}

const footer =
  '<div style="width:100%;text-align:center;font:8px sans-serif;color:#555"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/**
 * Asks where to, and writes HTML as a PDF; null when the person cancelled. PROJECT is the folder (or document) that is
 * open: inside it the PDF would be one of its documents. Codes: `own-file`, `not-written`, `not-printed`, `busy`.
 */
export function printToPdf(
  parent: BrowserWindow,
  html: string,
  suggested: string,
  project: string | null,
): Promise<Result<string | null>> {
  return alone(async () => {
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title: t('print.dialog-title'),
      defaultPath: join(app.getPath('documents'), suggested),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (canceled || !filePath) return ok(null);
    const file = /\.pdf$/i.test(filePath) ? filePath : `${filePath}.pdf`;
    if (project !== null && isInside(project, file)) return fail('own-file', t('print.inside'));
    const bytes = await laidOut(parent, html, (window) =>
      window.webContents.printToPDF({
        printBackground: true,
        pageSize: pageSize(),
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footer,
      }),
    );
    try {
      await writeDurably(file, bytes);
      return ok(file);
    } catch (error) {
      return fail('not-written', t('print.not-written', { file, reason: (error as Error).message }));
    }
  });
}

/** Whether FILE would lie in FOLDER, links followed; a folder that can't be read holds nothing. */
function isInside(folder: string, file: string): boolean {
  try {
    const at = realpathSync.native(folder);
    const place = realpathSync.native(dirname(file));
    return place === at || place.startsWith(at.endsWith(sep) ? at : at + sep);
  } catch {
    return false;
  }
}
