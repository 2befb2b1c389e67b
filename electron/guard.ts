/** Keeps the app to itself: no network, no other pages, no windows, no permissions, no downloads. */
import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from './protocol';

/** Whether URL is a page of this app: the only ones that may load or call the main process. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === appOrigin;
  } catch {
    return false;
  }
}

function mayRequest(url: string): boolean {
  if (isOwnPage(url) || url.startsWith('data:') || url.startsWith(`blob:${appOrigin}/`)) return true;
  return !app.isPackaged && url.startsWith('devtools:');
}

/** Must run before the app is ready. */
export function hardenProcess(): void {
  // Chromium runs as root (in a container) only with --no-sandbox, and dies when it is asked for both.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // What no request filter sees (prefetching names, say) finds no name either.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: { preventDefault(): void }, url: string) => {
    if (!isOwnPage(url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
