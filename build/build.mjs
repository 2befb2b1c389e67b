// Builds the page and the Node side with Vite alone, in one process:
//   out/renderer/                                   what the window shows
//   out/licences.txt                              of what both are made of
//   out/electron/{main,preload,worker,reader,cli}.cjs CommonJS, because Electron before 28 takes no other main
// Targets are those of the oldest Electron that Postil runs on: Node 18 and Chrome 114.

import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { shippedPackages, writeLicences } from './licences.mjs';

const root = join(import.meta.dirname, '..');
const entries = ['main', 'preload', 'worker', 'reader', 'cli'];

/** @type {import('vite').InlineConfig} */
const common = { configFile: false, logLevel: 'warn' };

/** One self-contained CommonJS file, so that the package needs no node_modules. */
function buildNode(/** @type {string} */ name, /** @type {Set<string>} */ shipped) {
  return build({
    ...common,
    root,
    publicDir: false,
    plugins: [shippedPackages(shipped)],
    build: {
      ssr: `electron/${name}.ts`,
      outDir: 'out/electron',
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rollupOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: {
          format: 'cjs',
          entryFileNames: `${name}.cjs`,
          // Readers of documents bring large libraries, which load with the first document that needs them.
          codeSplitting: name === 'reader',
          chunkFileNames: 'read-[name].cjs',
        },
      },
    },
    ssr: { noExternal: true },
  });
}

function buildPage(/** @type {Set<string>} */ shipped) {
  return build({
    ...common,
    root: join(root, 'renderer'),
    plugins: [react(), shippedPackages(shipped)],
    build: {
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome114',
      assetsInlineLimit: 0,
      // Read from the disk beside it: splitting it would save nothing.
      chunkSizeWarningLimit: 4_000,
      // The polyfill would be an inline script, which the page's security policy refuses.
      modulePreload: { polyfill: false },
    },
  });
}

/** Builds the named Node entries and, unless told otherwise, the page. */
export async function buildAll({ names = entries, page = true } = {}) {
  const present = names.filter((name) => existsSync(join(root, `electron/${name}.ts`)));
  const wantsPage = page && existsSync(join(root, 'renderer/index.html'));
  const shipped = new Set();
  await Promise.all([
    ...present.map((name) => buildNode(name, shipped)),
    ...(wantsPage ? [buildPage(shipped)] : []),
  ]);
  // Of a part alone they would be a part.
  if (wantsPage && names === entries) writeLicences(shipped, root, join(root, 'out/licences.txt'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
