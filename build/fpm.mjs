#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download from GitHub: it takes the arguments of
// electron-builder's deb target (CUSTOM_FPM_PATH points here) and builds the package with dpkg-deb.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const flags = new Set(['--force', '--debug']);
const known = new Set([
  ...['-s', '-t', '-d', '--deb-recommends', '--deb-compression', '--deb-priority', '--architecture'],
  ...['--after-install', '--after-remove', '--description', '--version', '--package', '--name'],
  ...['--maintainer', '--vendor', '--url', '--category', '--license', '--iteration', '--log'],
]);

/** @typedef {{ options: Map<string, string[]>, inputs: (readonly [from: string, to: string])[] }} Order */

/** @returns {Order} */
function parse(/** @type {readonly string[]} */ args) {
  /** @type {Order} */
  const order = { options: new Map(), inputs: [] };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (flags.has(arg)) continue;
    if (known.has(arg)) {
      at++;
      order.options.set(arg, [...(order.options.get(arg) ?? []), args[at] ?? '']);
    } else if (arg.startsWith('-')) {
      throw new Error(`This stand-in for fpm does not know ${arg}`);
    } else {
      const [from = '', to = ''] = arg.split('=');
      order.inputs.push([from, to]);
    }
  }
  return order;
}

/**
 * Gives every file the mode that packages have, whatever the umask of the builder.
 * @returns {{ bytes: number, sums: string[] }}
 */
function settle(/** @type {string} */ root) {
  let bytes = 0;
  /** @type {string[]} */
  const sums = [];
  (function walk(/** @type {string} */ folder) {
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      const info = lstatSync(path);
      if (info.isDirectory()) walk(path);
      else if (info.isFile()) {
        chmodSync(path, info.mode & 0o111 ? 0o755 : 0o644);
        bytes += info.size;
        const sum = createHash('md5').update(readFileSync(path)).digest('hex');
        sums.push(`${sum}  ${relative(root, path)}`);
      }
    }
  })(root);
  return { bytes, sums };
}

/** The control file; `bytes` is what the package unpacks to. */
function control(/** @type {Order['options']} */ options, /** @type {number} */ bytes) {
  const one = (/** @type {string} */ name, otherwise = '') => options.get(name)?.at(-1) ?? otherwise;
  const iteration = one('--iteration');
  const lines = one('--description').split('\n');
  const [summary, ...long] = lines.map((line) => line.trim()).filter(Boolean);
  const fields = {
    Package: one('--name'),
    Version: one('--version') + (iteration ? `-${iteration}` : ''),
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: options.get('-d')?.join(', '),
    Recommends: options.get('--deb-recommends')?.join(', '),
    Section: one('--category', 'utils'),
    Priority: one('--deb-priority', 'optional'),
    Homepage: one('--url'),
    Description: [summary, ...long.map((line) => ` ${line}`)].join('\n'),
  };
  const written = Object.entries(fields).filter(([, value]) => value);
  return written.map(([key, value]) => `${key}: ${value}\n`).join('');
}

function buildDeb(/** @type {Order} */ { options, inputs }) {
  const one = (/** @type {string} */ name, otherwise = '') => options.get(name)?.at(-1) ?? otherwise;
  if (one('-s') !== 'dir' || one('-t') !== 'deb') {
    throw new Error(`This stand-in for fpm makes dir to deb, not ${one('-s')} to ${one('-t')}`);
  }
  const root = mkdtempSync(join(tmpdir(), 'deb-'));
  try {
    for (const [from, to] of inputs) {
      const target = join(root, to);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(from, target, { recursive: true, verbatimSymlinks: true });
    }
    const { bytes, sums } = settle(root);
    const folder = join(root, 'DEBIAN');
    mkdirSync(folder);
    writeFileSync(join(folder, 'control'), control(options, bytes));
    writeFileSync(join(folder, 'md5sums'), `${sums.join('\n')}\n`);
    for (const [option, name] of /** @type {const} */ ([
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ])) {
      if (one(option)) writeFileSync(join(folder, name), readFileSync(one(option)), { mode: 0o755 });
    }
    const compression = one('--deb-compression', 'xz').replace(/^gz$/, 'gzip');
    const args = ['--root-owner-group', `-Z${compression}`, '--build', root, one('--package')];
    execFileSync('dpkg-deb', args, { stdio: ['ignore', 2, 2] });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

buildDeb(parse(process.argv.slice(2)));
