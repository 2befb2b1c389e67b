// What the system must bring for Electron to run, and for its windows to be tested: finds what a bare
// Debian or Ubuntu lacks, installs it where that needs no password, and otherwise says what to type.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Debian's package of each library that Electron is linked against, by the start of the file's name. */
const libraries = {
  'libgtk-3': 'libgtk-3-0',
  'libgdk-3': 'libgtk-3-0',
  libnss3: 'libnss3',
  libnssutil3: 'libnss3',
  libsmime3: 'libnss3',
  libnspr4: 'libnspr4',
  libasound: 'libasound2',
  libgbm: 'libgbm1',
  'libglib-2': 'libglib2.0-0',
  libgobject: 'libglib2.0-0',
  libgio: 'libglib2.0-0',
  'libatk-1': 'libatk1.0-0',
  'libatk-bridge': 'libatk-bridge2.0-0',
  libatspi: 'libatspi2.0-0',
  libcairo: 'libcairo2',
  libpango: 'libpango-1.0-0',
  libcups: 'libcups2',
  libdbus: 'libdbus-1-3',
  libdrm: 'libdrm2',
  libexpat: 'libexpat1',
  'libX11.': 'libx11-6',
  'libxcb.': 'libxcb1',
  libXcomposite: 'libxcomposite1',
  libXdamage: 'libxdamage1',
  libXext: 'libxext6',
  libXfixes: 'libxfixes3',
  libXrandr: 'libxrandr2',
  libxkbcommon: 'libxkbcommon0',
};

/** These four bring all the others along. */
const roots = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** Packages whose name got a suffix with 64-bit time stamps: Debian 13, Ubuntu 24.04 and later. */
const renamed = new Set([
  'libgtk-3-0',
  'libasound2',
  'libglib2.0-0',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
]);

/** The file names among `ldd`'s output that the system does not have. */
export function missingIn(/** @type {string} */ lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** The packages to install for missing libraries, without those that others bring along. */
export function packagesFor(/** @type {readonly string[]} */ missing) {
  const found = new Set();
  for (const file of missing) {
    const [, name] = Object.entries(libraries).find(([start]) => file.startsWith(start)) ?? [];
    // A library that is not in the table comes with GTK, if with anything.
    found.add(name ?? 'libgtk-3-0');
  }
  if (found.has('libgtk-3-0')) return roots.filter((name) => found.has(name));
  return [...found].sort();
}

/** A package's name in the release that the text of /etc/os-release describes. */
export function nameIn(/** @type {string} */ osRelease, /** @type {string} */ name) {
  const value = (/** @type {string} */ key) =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? '';
  const version = Number.parseFloat(value('VERSION_ID')) || Number.POSITIVE_INFINITY;
  const first = value('ID') === 'ubuntu' ? 24.04 : 13;
  return renamed.has(name) && version >= first ? `${name}t64` : name;
}

function onPath(/** @type {string} */ program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** Whether any outline font lies under a folder; without one every letter is drawn as a box. */
function hasFont(/** @type {string} */ folder) {
  if (!existsSync(folder)) return false;
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.some((entry) => /\.(ttf|ttc|otf|pfb)$/i.test(entry));
}

const fontFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
];

/** @param {string | undefined} binary @param {boolean} display */
function missingPackages(binary, display) {
  const ldd = binary ? spawnSync('ldd', [binary], { encoding: 'utf8' }).stdout : '';
  const packages = packagesFor(missingIn(ldd ?? ''));
  if (!fontFolders.some(hasFont)) packages.push('fonts-dejavu-core');
  if (display) {
    if (!onPath('xvfb-run')) packages.push('xvfb');
    if (!onPath('xauth')) packages.push('xauth');
  }
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return packages.map((name) => nameIn(osRelease, name));
}

/** How to become root without being asked anything: [] for root, undefined where it is not possible. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  if (!onPath('sudo')) return undefined;
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {readonly string[]} packages */
function install(packages) {
  const prefix = asRoot();
  if (!prefix || !onPath('apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const [command = '', ...rest] = [...prefix, 'apt-get', ...args];
    console.error(`> ${[command, ...rest].join(' ')}`);
    // apt's output goes to stderr, so that stdout stays the caller's.
    spawnSync(command, rest, { stdio: ['ignore', 2, 2], env });
  }
}

/**
 * Makes sure that the system can run Electron, on Linux; elsewhere there is nothing to do.
 * @param {{ binary?: string, display?: boolean }} needs the Electron program, and whether tests need a
 *   virtual display
 * @returns {boolean} false when something is still missing; what to type has been said then
 */
export function checkSystem({ binary, display = false }) {
  if (process.platform !== 'linux') return true;
  const missing = missingPackages(binary, display);
  if (missing.length === 0) return true;

  console.error(
    `This system lacks what Electron needs to ${display ? 'be tested' : 'run'}: ${missing.join(', ')}`,
  );
  install(missing);
  const still = missingPackages(binary, display);
  if (still.length === 0) return true;

  console.error(
    onPath('apt-get')
      ? `Please run:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${still.join(' ')}`
      : `Please install what these Debian packages hold, under your system's names: ${still.join(' ')}`,
  );
  return false;
}
