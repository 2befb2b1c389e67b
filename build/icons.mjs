// `node build/icons.mjs` renders the drawings into every size and container that the platforms want. The
// results are committed, so that nobody needs rsvg-convert (Debian: librsvg2-bin) to build Postil.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** A PNG of the icon; below 48 pixels from the drawing that sits on the pixel grid. */
function png(/** @type {number} */ size) {
  const drawing = join(here, size < 48 ? 'icon-small.svg' : 'icon.svg');
  return execFileSync('rsvg-convert', ['-w', `${size}`, '-h', `${size}`, drawing]);
}

/** Windows: a directory of 16 bytes an image, then the PNGs themselves. */
function ico(/** @type {readonly number[]} */ sizes) {
  const images = sizes.map(png);
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [index, image] of images.entries()) {
    const at = 6 + 16 * index;
    const side = (sizes[index] ?? 0) % 256; // 256 is written as 0
    head.writeUInt8(side, at);
    head.writeUInt8(side, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([head, ...images]);
}

/** macOS: chunks of four letters (size and density), a length, and a PNG. */
function icns() {
  /** @type {[string, number][]} */
  const kinds = [
    ['icp4', 16],
    ['icp5', 32],
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ];
  const chunk = (/** @type {string} */ name, /** @type {Buffer} */ data) => {
    const head = Buffer.alloc(8, name, 'latin1');
    head.writeUInt32BE(8 + data.length, 4);
    return Buffer.concat([head, data]);
  };
  return chunk('icns', Buffer.concat(kinds.map(([name, size]) => chunk(name, png(size)))));
}

mkdirSync(join(here, 'icons'), { recursive: true });
for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(join(here, 'icons', `${size}x${size}.png`), png(size));
}
writeFileSync(join(here, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(join(here, 'icon.icns'), icns());
