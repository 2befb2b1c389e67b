// The folder rules hold only as long as the linter refuses a breach of each: so break each of them.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules/.bin');

const breaches = [
  ['core/a1.ts', "import 'node:fs';", 'core imports only zod'],
  ['core/a2.ts', "import 'electron';", 'core imports only zod'],
  ['core/a3.ts', "import 'react';", 'core imports only zod'],
  ['core/a4.ts', "import '@lexical/selection';", 'core imports only zod'],
  ['core/formats/a5.ts', "import '../../electron/main';", 'core is pure'],
  ['core/a6.ts', "import '../renderer/api';", 'core is pure'],
  ['electron/b1.ts', "import '../renderer/api';", 'never import each other'],
  ['electron/storage/b2.ts', "import '../../renderer/api';", 'never import each other'],
  ['renderer/b3.ts', "import '../electron/main';", 'never import each other'],
  ['renderer/panels/b4.tsx', "import '../../electron/main';", 'never import each other'],
  ['renderer/viewer/b5.ts', "import '../../electron/main';", 'never import each other'],
  ['renderer/b6.ts', "import 'electron';", 'The page knows no Electron'],
  ['renderer/c1.ts', "import 'lexical';", 'Only renderer/viewer knows Lexical'],
  ['electron/c2.ts', "import 'lexical';", 'neither React nor Lexical'],
  ['electron/c3.ts', "import { ipcMain } from 'electron';\nipcMain;", 'Only electron/ipc.ts touches ipcMain'],
  ['renderer/c4.ts', 'window.postil.invoke;', 'Only renderer/api.ts touches the bridge'],
  ['electron/storage/d1.ts', "import 'electron';", 'run in plain Node'],
  ['electron/documents/d2.ts', "import { app } from 'electron';\napp;", 'run in plain Node'],
  ['electron/cli.ts', "import 'electron';", 'run in plain Node'],
  ['electron/cli/d3.ts', "import 'electron';", 'run in plain Node'],
  ['electron/worker.ts', "import 'electron';", 'run in plain Node'],
] as const;

const allowed = [
  ['core/ok.ts', "import { z } from 'zod';\nimport './other';\nz;"],
  ['core/formats/ok.ts', "import '../ok';"],
  ['core/formats/nested/ok.ts', "import '../../ok';"],
  ['electron/ipc.ts', "import { ipcMain } from 'electron';\nimport '../core/contract';\nipcMain;"],
  ['electron/ok.ts', "import { app } from 'electron';\nimport './storage/ok';\napp;"],
  ['electron/storage/ok.ts', "import 'node:fs';\nimport '../../core/model';"],
  ['renderer/viewer/ok.ts', "import 'lexical';\nimport '../../core/model';"],
  ['renderer/api.ts', 'window.postil.invoke;'],
] as const;

const cycle = [
  ['core/cycle1.ts', "import { two } from './cycle2';\nexport const one = () => two;"],
  ['core/cycle2.ts', "import { one } from './cycle1';\nexport const two = () => one;"],
] as const;

interface Diagnostic {
  readonly category: string;
  readonly message: string | readonly { readonly content: string }[];
  readonly location: { readonly path: string | { readonly file: string } };
}

let folder: string;
let diagnostics: readonly { file: string; text: string }[];

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-rules-'));
  for (const name of ['biome.json', '.gitignore', 'tsconfig.base.json', 'core/tsconfig.json', 'build/lint']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const [path, text] of [...breaches, ...allowed, ...cycle]) write(path, text);
  const run = spawnSync(join(bin, 'biome'), ['lint', '--reporter=json', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(run.status, run.stderr).toBe(1);
  const report = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] };
  diagnostics = report.diagnostics.map((one) => ({
    file: typeof one.location.path === 'string' ? one.location.path : one.location.path.file,
    text: JSON.stringify(one),
  }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said = (path: string) =>
  diagnostics
    .filter(({ file, text }) => file.endsWith(path) && /noRestrictedImports|plugin|noImportCycles/.test(text))
    .map(({ text }) => text);

describe('a breach of a folder rule is refused, with a message that says what to do', () => {
  test.each(breaches)('%s: %s', (path, _text, message) => {
    expect(said(path).join('\n')).toContain(message);
  });

  test('an import cycle', () => {
    expect(said('core/cycle1.ts').join('\n')).toContain('noImportCycles');
  });
});

test.each(allowed)('%s may do what it does', (path) => {
  expect(said(path)).toEqual([]);
});

describe('the compiler refuses in core', () => {
  test.each([
    ['the DOM', 'export const title = document.title;', "Cannot find name 'document'"],
    ['Node', 'export const folder = process.cwd();', "Cannot find name 'process'"],
    ['library calls that the oldest runtime lacks', 'export const sorted = [2, 1].toSorted();', 'toSorted'],
  ])('%s', (_what, text, message) => {
    for (const name of ['core', 'renderer', 'electron']) {
      if (name !== 'core') rmSync(join(folder, name), { recursive: true, force: true });
    }
    rmSync(join(folder, 'core'), { recursive: true, force: true });
    cpSync(join(root, 'core/tsconfig.json'), join(folder, 'core/tsconfig.json'));
    write('core/breach.ts', text);
    const run = spawnSync(join(bin, 'tsc'), ['-p', 'core'], { cwd: folder, encoding: 'utf8' });
    expect(run.stdout).toContain(message);
    expect(run.status).not.toBe(0);
  });
});
