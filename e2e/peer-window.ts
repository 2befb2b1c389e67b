/** Another tool's front end, out of its npm package, in a window of its own without a network. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';

export interface PeerWindow {
  readonly page: Page;
  /** Errors that nobody caught, as they come. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** A window that shows HTML as a file, which may load files, data: and blob: but nothing else. */
export async function openPeer(html: string): Promise<PeerWindow> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'postil-peer-')));
  const index = join(folder, 'index.html');
  const main = join(folder, 'main.js');
  writeFileSync(index, html);
  writeFileSync(
    main,
    `const { app, BrowserWindow, session } = require('electron');
app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, go) => go({ cancel: !/^(file|data|blob|devtools):/.test(url) }));
  new BrowserWindow({ width: 1200, height: 900 }).loadFile(${JSON.stringify(index)});
});`,
  );
  const app: ElectronApplication = await electron.launch({
    args: [main],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, complaints, close };
}
