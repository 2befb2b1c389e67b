/** Serves the page from app://postil/, and nothing else, under a policy that allows nothing from outside. */
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { language } from '../core/locale/current';

export const appOrigin = 'app://postil';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page learns its language with its first byte, so that nothing is painted in another one. */
const inLanguage = (html: Buffer): string =>
  html.toString().replace('<html lang="en">', `<html lang="${language()}">`);

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** The file below ROOT that URL names; undefined when it names anything else, in whatever disguise. */
export function fileFor(root: string, url: string): string | undefined {
  const { protocol: scheme, host, pathname } = new URL(url);
  if (`${scheme}//${host}` !== appOrigin) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // Backslashes and colons are separators on Windows; none of our files has them in its name.
  if (/[\0\\:]/.test(path)) return undefined;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(resolve(root) + sep) ? file : undefined;
}

export function serveApp(session: Session, root: string): void {
  const notFound = () => new Response('Not found', { status: 404 });
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileFor(root, request.url) : undefined;
    const type = file && types[extname(file)];
    if (!type) return notFound();
    try {
      const content = await readFile(file);
      return new Response(extname(file) === '.html' ? inLanguage(content) : content, {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': policy,
          'X-Content-Type-Options': 'nosniff',
          'Cross-Origin-Opener-Policy': 'same-origin',
          'Cross-Origin-Resource-Policy': 'same-origin',
          'Referrer-Policy': 'no-referrer',
        },
      });
    } catch {
      return notFound();
    }
  });
}
