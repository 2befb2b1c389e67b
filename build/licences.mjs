// The licences of everything that is shipped, as one text: out/licences.txt. Which packages that are is asked of the
// bundler, so that none is forgotten and none named that is not inside.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = 'node_modules/';

/** The folder of the package that a module FILE belongs to; undefined for our own. */
function packageOf(/** @type {string} */ file) {
  const path = file.replace(/^\0/, '').split('?')[0]?.replaceAll('\\', '/') ?? '';
  const at = path.lastIndexOf(modules);
  if (at < 0) return undefined;
  const [first = '', second = ''] = path.slice(at + modules.length).split('/');
  return path.slice(0, at + modules.length) + (first.startsWith('@') ? `${first}/${second}` : first);
}

/** A plugin of Vite that adds to PACKAGES (folders) those a bundle holds something of. */
export function shippedPackages(/** @type {Set<string>} */ packages) {
  return {
    name: 'shipped-packages',
    /** @param {unknown} _options @param {Record<string, { readonly type: string, readonly moduleIds?: readonly string[] }>} bundle */
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle))
        for (const id of part.moduleIds ?? []) {
          const folder = packageOf(id);
          if (folder !== undefined && existsSync(join(folder, 'package.json'))) packages.add(folder);
        }
    },
  };
}

/** @param {string} folder */
function licenceIn(folder) {
  const name = readdirSync(folder).find((it) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(it));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

/** @param {string} folder */
function worded(folder) {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const by = typeof author === 'string' ? author : author?.name;
  const text = licenceIn(folder) || [`Licence: ${license}`, by && `By ${by}`].filter(Boolean).join('\n');
  return { name, title: `${name} ${version} (${license ?? 'see below'})`, homepage: homepage ?? '', text };
}

/** Writes the licences of PACKAGES (folders) and of Electron to FILE. */
export function writeLicences(
  /** @type {Iterable<string>} */ packages,
  /** @type {string} */ root,
  /** @type {string} */ file,
) {
  const parts = [...packages].map(worded);
  const electron = join(root, 'node_modules/electron');
  if (existsSync(electron)) parts.push({ ...worded(electron), name: '', title: 'Electron (MIT)' });
  parts.sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = [
    'Postil is free software under the MIT licence. It is made of these works, with thanks.',
    'The licences of Chromium and of what it is made of lie in LICENSES.chromium.html beside the program.',
  ].join('\n');
  const list = parts.map(({ title, homepage, text }) =>
    [title, ...(homepage ? [homepage] : []), '', text].join('\n'),
  );
  writeFileSync(file, `${[head, ...list].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
}
