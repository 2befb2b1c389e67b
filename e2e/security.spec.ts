// Attacks. Documents, projects and imports are hostile: suppose that one of them got script into the page.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page, test } from '@playwright/test';

declare global {
  interface Window {
    pwned?: unknown;
  }
}

/** The page as attackers see it: with the bridge in reach. */
interface Attacked {
  readonly postil: {
    invoke(channel: unknown, input: unknown): Promise<{ ok: boolean; failure?: { code: string } }>;
  };
  pwned?: unknown;
}

let folder: string;
let app: ElectronApplication;
let page: Page;
let server: Server;
let address: string;
let hits: string[];

async function launch(...args: string[]): Promise<void> {
  app = await electron.launch({
    args: ['.', ...args],
    env: { ...process.env, POSTIL_USER_DATA: join(folder, 'settings') } as Record<string, string>,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  page = await app.firstWindow();
  await page.waitForLoadState();
}

test.beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'security-')));
  hits = [];
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterEach(async () => {
  await app.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the page has a sandbox, an isolated world, and a bridge of three functions', async () => {
  await launch();
  const seen = await page.evaluate(() => ({
    url: location.href,
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as Attacked).postil).sort(),
  }));
  expect(seen).toEqual({ url: 'app://postil/', node: [], bridge: ['invoke', 'on', 'pathForFile'] });

  const preferences = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    // Not in the types, because it is meant for tests like this one.
    const read = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      read.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('nothing reaches the network', async () => {
  await launch();
  const answers = await page.evaluate(async (url) => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'reached',
        () => 'refused',
      );
    const load = (tag: 'img' | 'script' | 'link', name: 'src' | 'href', target: string) => {
      const element = document.createElement(tag);
      if (tag === 'link') element.setAttribute('rel', 'stylesheet');
      const loaded = new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
      });
      element.setAttribute(name, target);
      document.body.append(element);
      return outcome(loaded);
    };
    // Of these the server alone can tell.
    const frame = document.createElement('iframe');
    frame.src = `${url}/frame`;
    document.body.append(frame);
    const socket = new Promise((resolve, reject) => {
      const opened = new WebSocket(url.replace('http', 'ws'));
      opened.onopen = resolve;
      opened.onerror = reject;
    });
    const events = new Promise((resolve, reject) => {
      const source = new EventSource(`${url}/events`);
      source.onopen = resolve;
      source.onerror = reject;
    });
    navigator.sendBeacon(`${url}/beacon`, 'secret');
    for (const rel of ['prefetch', 'preconnect', 'dns-prefetch']) {
      const link = document.createElement('link');
      link.rel = rel;
      link.href = `${url}/${rel}`;
      document.head.append(link);
    }
    return Promise.all([
      outcome(fetch(`${url}/fetch`)),
      outcome(fetch(`${url}/no-cors`, { mode: 'no-cors' })),
      outcome(fetch('https://example.com/')),
      outcome(fetch('file:///etc/passwd')),
      outcome(import(/* @vite-ignore */ `${url}/module.js`)),
      outcome(socket),
      outcome(events),
      load('img', 'src', `${url}/image`),
      load('img', 'src', 'file:///usr/share/pixmaps/debian-logo.png'),
      load('script', 'src', `${url}/script`),
      load('link', 'href', `${url}/style`),
    ]);
  }, address);
  expect(new Set(answers)).toEqual(new Set(['refused']));

  const fromMain = await app.evaluate(async ({ session }, url) => {
    const answer = session.defaultSession.fetch(`${url}/main`);
    return answer.then(
      () => 'reached',
      (error: Error) => error.message,
    );
  }, address);
  expect(fromMain).toContain('ERR_BLOCKED_BY_CLIENT');

  await page.waitForTimeout(300);
  expect(hits).toEqual([]);
});

test('the protocol serves files of the page and nothing beside', async () => {
  await launch();
  const forms = [
    '/../electron/main.cjs',
    '/%2e%2e/electron/main.cjs',
    '/..%2felectron/main.cjs',
    '/..%2Felectron%2Fmain.cjs',
    '/..%5celectron%5cmain.cjs',
    '/%252e%252e/electron/main.cjs',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/../../../package.json',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/C:/windows/win.ini',
    '/%00',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/assets',
    '/nothing.js',
    'app://other/index.html',
    'app://postil.evil/index.html',
    'file:///etc/passwd',
  ];
  const answers = await page.evaluate(async (urls) => {
    const ask = async (url: string) => {
      try {
        const response = await fetch(url);
        return `${url} ${response.status}`;
      } catch {
        return `${url} refused`;
      }
    };
    return Promise.all(urls.map(ask));
  }, forms);
  for (const answer of answers) expect(answer).toMatch(/ (404|refused)$/);
  expect(answers).toHaveLength(forms.length);

  const posted = await page.evaluate(() => fetch('/index.html', { method: 'POST' }).then((r) => r.status));
  expect(posted).toBe(404);
  expect(await page.evaluate(() => fetch('/index.html').then((r) => r.status))).toBe(200);
});

test('script that came with text does not run', async () => {
  await launch();
  const outcome = await page.evaluate(async () => {
    /** In a task of its own: what a test evaluates may itself call eval, by grace of the debugger. */
    const caught = (run: () => unknown) =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            run();
            resolve('ran');
          } catch (error) {
            resolve((error as Error).name);
          }
        }),
      );
    const script = document.createElement('script');
    script.textContent = 'window.pwned = "inline script"';
    document.head.append(script);

    const host = document.createElement('div');
    document.body.append(host);
    host.innerHTML = `<img src="x" onerror="window.pwned = 'handler'"><svg onload="window.pwned = 'svg'"></svg>`;
    const link = document.createElement('a');
    link.href = 'javascript:window.pwned="link"';
    host.append(link);
    link.click();
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.pwned = "frame"</script>';
    host.append(frame);
    const bridgeOfFrame = (frame.contentWindow as unknown as Partial<Attacked> | null)?.postil;

    const code = 'window.pwned = "eval"';
    const answers = {
      // biome-ignore lint/security/noGlobalEval: that it is refused is what this shows
      eval: await caught(() => globalThis.eval(code)),
      function: await caught(() => new Function(code)()),
    };
    setTimeout(() => (setTimeout as (code: string) => void)(code));
    const worker = await new Promise((resolve) => {
      const source = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
      try {
        const started = new Worker(source);
        started.onmessage = () => resolve('ran');
        started.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { ...answers, worker, bridgeOfFrame: typeof bridgeOfFrame, pwned: window.pwned ?? null };
  });
  expect(outcome).toMatchObject({
    eval: 'EvalError',
    function: 'EvalError',
    worker: 'refused',
    bridgeOfFrame: 'undefined',
    pwned: null,
  });
});

test('permissions are denied', async () => {
  await launch();
  const answers = await page.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'granted',
        () => 'denied',
      );
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'denied',
      ),
    );
    return Promise.all([
      ...states,
      Notification.requestPermission(),
      refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
      refused(navigator.clipboard.readText()),
    ]);
  });
  expect(new Set(answers)).toEqual(new Set(['denied']));
});

test('a foreign page gets no answer, even with the bridge in its hands', async () => {
  await launch();
  const answers = await app.evaluate(async ({ app: main, BrowserWindow }) => {
    const ask = async (url: string) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${main.getAppPath()}/out/electron/preload.cjs`, sandbox: true },
      });
      try {
        await window.loadURL(url);
        return await window.webContents.executeJavaScript(
          `postil.invoke('app.info', null).then(() => 'answered', () => 'refused')`,
        );
      } finally {
        window.destroy();
      }
    };
    return Promise.all([ask('data:text/html,evil'), ask('data:text/html,<title>app://postil/</title>')]);
  });
  expect(answers).toEqual(['refused', 'refused']);
});

test('malformed calls are refused one by one, and the app goes on', async () => {
  await launch();
  const target = join(folder, 'written.json');
  const codes = await page.evaluate(async (file) => {
    const { postil } = window as unknown as Attacked;
    const long = 'x'.repeat(100_000);
    const calls: [unknown, unknown][] = [
      ['no.such.call', null],
      ['__proto__', null],
      ['constructor', null],
      ['toString', null],
      [undefined, undefined],
      [{ toString: 'app.info' }, null],
      ['project.open', null],
      ['project.open', { path: 5, first: null }],
      ['project.open', { path: '', first: null }],
      ['project.open', { path: long, first: null }],
      ['layer.save', { path: 'a.txt', patch: { annotations: 'all' } }],
      ['annotator.set', { name: ' ' }],
      ['theme.set', 'url(javascript:1)'],
      ['window.unsaved', { unsaved: -1, failure: null }],
      [
        'export.start',
        {
          id: 'x',
          options: {
            format: 'json',
            unit: 'code-point',
            choices: {},
            filter: { documents: null, labels: null, status: null, annotators: null },
            withSuggestions: false,
          },
          file,
          over: true,
        },
      ],
    ];
    const answers = [];
    for (const [channel, input] of calls) {
      const answer = await postil.invoke(channel, input).catch(() => undefined);
      answers.push(answer?.failure?.code ?? (answer?.ok ? 'answered' : 'refused'));
    }
    return answers;
  }, target);
  const unknown = Array(6).fill('unknown-call');
  const bad = Array(8).fill('bad-input');
  expect(codes).toEqual([...unknown, ...bad, 'not-chosen']);
  expect(existsSync(target)).toBe(false);
  expect(
    await page.evaluate(() => (window as unknown as Attacked).postil.invoke('app.info', null)),
  ).toMatchObject({
    ok: true,
  });
});

test('no downloads, no new windows, no other pages', async () => {
  await launch();
  await app.evaluate(({ session, app: main }) => {
    const seen: boolean[] = [];
    Object.assign(main, { downloads: seen });
    session.defaultSession.on('will-download', (event) => seen.push(event.defaultPrevented));
  });
  const opened = await page.evaluate((url) => {
    const link = document.createElement('a');
    link.href = 'data:application/octet-stream,evil';
    link.download = 'evil.sh';
    document.body.append(link);
    link.click();
    return [window.open(url), window.open('app://postil/'), window.open('about:blank')].map(
      (one) => one === null,
    );
  }, address);
  expect(opened).toEqual([true, true, true]);
  await page.waitForTimeout(300);
  const { windows, downloads } = await app.evaluate(({ BrowserWindow, app: main }) => ({
    windows: BrowserWindow.getAllWindows().length,
    downloads: (main as unknown as { downloads: boolean[] }).downloads,
  }));
  expect(windows).toBe(1);
  expect(downloads.every((prevented) => prevented)).toBe(true);

  // Playwright waits for the end of a navigation that never comes: so the last thing, and from the main process.
  for (const target of [address, 'file:///etc/passwd', 'data:text/html,evil', 'https://example.com/']) {
    const url = await app.evaluate(async ({ webContents }, to) => {
      const [contents] = webContents.getAllWebContents();
      await contents?.executeJavaScript(`location.href = ${JSON.stringify(to)}; null`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return contents?.getURL();
    }, target);
    expect(url).toBe('app://postil/');
  }
  expect(hits).toEqual([]);
});

test('a document full of markup is shown as its text', async () => {
  const project = join(folder, 'project');
  mkdirSync(project);
  const evil = `<script>window.pwned = 1</script><img src=x onerror="window.pwned = 2"> {{pwned}} \${pwned}`;
  writeFileSync(join(project, 'evil.txt'), evil);
  writeFileSync(join(project, '<img src=x onerror=pwned=3>.txt'), 'harmless\n');
  await launch(project);
  await page.getByRole('option', { name: 'evil.txt' }).click();
  await expect(page.getByRole('textbox', { name: 'Document text' })).toContainText(evil);
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => window.pwned ?? null)).toBeNull();
});
