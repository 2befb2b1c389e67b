// `npm run e2e [-- PLAYWRIGHT ARGUMENTS]` builds Postil and tests it on real Electron, on a virtual display.
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { buildAll } from './build.mjs';
import { withDisplays } from './displays.mjs';
import { describeRuntime, electronBinary, resolveElectron } from './electron-dist.mjs';
import { root, run, tool } from './run.mjs';
import { checkSystem } from './system.mjs';

/** Makes the runtime and the system ready for tests with windows; false when something is missing. */
export async function prepareElectron() {
  const runtime = await resolveElectron();
  console.error(describeRuntime(runtime));
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
  return checkSystem({ binary: electronBinary(runtime), display: true });
}

/** How many tests run at once: a window waits more than it works, so two share two cores well. */
const WORKERS = Number(process.env.POSTIL_E2E_WORKERS ?? Math.min(2, availableParallelism()));

/** Runs Playwright, with as many workers as there are displays, and resolves to its exit code. */
export function runE2e(/** @type {readonly string[]} */ args = []) {
  return withDisplays(WORKERS, (names) => {
    // Programs that know of a Wayland session would not look for the display.
    const { WAYLAND_DISPLAY: _, ...env } = process.env;
    const displays = names.join(' ');
    return run(tool('playwright'), ['test', ...args], {
      cwd: root,
      env: { ...env, POSTIL_DISPLAYS: displays },
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await prepareElectron())) process.exit(1);
  await buildAll();
  process.exitCode = await runE2e(process.argv.slice(2));
}
