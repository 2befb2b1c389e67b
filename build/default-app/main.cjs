// Stands in for Electron's own default_app.asar, which the stand-in runtime lacks:
// `electron [-r MODULE]... FOLDER [ARGUMENT]...` runs the application in FOLDER.
const { app } = require('electron');
const { readFileSync, existsSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const preloaded = [];
let target;
const args = process.argv.slice(1);
while (target === undefined && args.length > 0) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') preloaded.push(args.shift());
  else if (!arg.startsWith('-')) target = path.resolve(arg);
}
if (target === undefined) {
  console.error('usage: electron [-r MODULE]... FOLDER [ARGUMENT]...');
  process.exit(2);
}

// Playwright hands its loader over this way.
Module._preloadModules(preloaded);

const manifest = path.join(target, 'package.json');
if (existsSync(manifest)) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.name = productName || name || app.name;
  if (version) app.setVersion(version);
  app.setDesktopName(desktopName || `${name}.desktop`);
  app.setAppPath(target);
} else {
  app.setAppPath(path.dirname(target));
}
Module._load(target, null, true);
