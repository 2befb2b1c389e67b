// `npm start [-- [--annotator=NAME] [FOLDER-OR-FILE]]` builds Postil and opens it from the repository;
// without a path it opens the sample project.
import { buildAll } from './build.mjs';
import { describeRuntime, electronBinary, resolveElectron } from './electron-dist.mjs';
import { root, run } from './run.mjs';
import { checkSystem } from './system.mjs';

const env = process.env;
if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
  console.error(
    [
      'Postil needs a display to open its window on, and there is none (DISPLAY and WAYLAND_DISPLAY are not set).',
      'On a desktop, run `npm start` in a terminal there. Over ssh, log in with `ssh -X`. To run it unseen:',
      '  xvfb-run -a npm start        (needs: sudo apt-get install -y xvfb xauth)',
    ].join('\n'),
  );
  process.exit(1);
}

const runtime = await resolveElectron();
const binary = electronBinary(runtime);
console.error(describeRuntime(runtime));
if (!checkSystem({ binary })) process.exit(1);
await buildAll();

const args = process.argv.slice(2);
const takesValue = new Set(['--annotator']);
const hasPath = args.some((arg, at) => !arg.startsWith('-') && !takesValue.has(args[at - 1] ?? ''));
const switches = [];
if (process.platform === 'linux' && process.getuid?.() === 0) {
  console.error("Running as root: Chromium's sandbox is off (--no-sandbox), as it does not work for root");
  switches.push('--no-sandbox');
}
if (!hasPath && !args.includes('--sample')) args.unshift('--sample');
// Relative paths are the caller's: npm itself has changed to the repository's folder.
const code = await run(binary, [...switches, root, ...args], { cwd: env.INIT_CWD ?? process.cwd() });
if (code !== 0) {
  console.error(`Postil ended with code ${code}.`);
  if (env.DISPLAY)
    console.error(`If it found no X server: DISPLAY is ${env.DISPLAY}; is that display there?`);
}
process.exitCode = code;
