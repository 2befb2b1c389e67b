// `npm run bench [-- ARGUMENTS]` measures Postil in real Electron and prints the table of budgets.
import { build } from 'vite';
import { buildAll } from './build.mjs';
import { prepareElectron } from './e2e.mjs';
import { root, runOnTestDisplay } from './run.mjs';

if (!(await prepareElectron())) process.exit(1);
await buildAll();
await build({
  configFile: false,
  logLevel: 'warn',
  root,
  publicDir: false,
  build: {
    ssr: 'bench/main.ts',
    outDir: 'out/bench',
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
process.exitCode = await runOnTestDisplay(process.execPath, ['out/bench/main.mjs', ...process.argv.slice(2)]);
