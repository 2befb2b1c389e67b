import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NotReadable } from './imported';
import { heldText, unzip, zipWriting } from './zip';

const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (chunks: Uint8Array[]) => new Uint8Array(Buffer.concat(chunks));

/** An archive with FILES, and `grown.xml` that got its pieces while they were written. */
function archive(files: Readonly<Record<string, Uint8Array>>, pieces: readonly string[]): Uint8Array {
  const zip = zipWriting();
  const grown = heldText();
  const chunks: Uint8Array[] = [];
  for (const [path, data] of Object.entries(files)) {
    grown.push(pieces[chunks.length % (pieces.length || 1)] ?? '');
    chunks.push(joined(zip.file(path, data)));
  }
  for (const piece of pieces) grown.push(piece);
  return joined([...chunks, ...zip.stream('grown.xml', grown.chunks()), ...zip.end()]);
}

const anyFiles = fc.dictionary(
  fc.constantFrom('a.txt', 'sources/b.txt', '中文.txt', 'é/ü.bin'),
  fc.uint8Array({ maxLength: 3000 }),
  { noNullPrototype: true },
);

test('[XS1] what is put into an archive comes out of it, and the same gives the same bytes', () => {
  fc.assert(
    fc.property(anyFiles, fc.array(fc.string()), (files, pieces) => {
      const made = archive(files, pieces);
      expect(archive(files, pieces)).toEqual(made);
      const read = unzip(made);
      expect([...read.keys()]).toEqual([...Object.keys(files), 'grown.xml']);
      for (const [path, data] of Object.entries(files)) expect(read.get(path)).toEqual(data);
    }),
    { numRuns: 50 },
  );
  const grown = archive({}, ['<a>', '😀'.repeat(100_000), '</a>']);
  expect(unzip(grown).get('grown.xml')).toEqual(bytes(`<a>${'😀'.repeat(100_000)}</a>`));
});

test('[XS1] a file that grew while a hundred others were written is held packed', () => {
  const zip = zipWriting();
  const grown = heldText();
  const chunks: Uint8Array[] = [];
  for (let n = 0; n < 100; n++) {
    grown.push(`<line n="${n}">${'so it goes '.repeat(2000)}</line>\n`);
    chunks.push(...zip.file(`${n}.txt`, `text ${n}`));
  }
  expect(grown.size()).toBeLessThan(200_000);
  const read = unzip(joined([...chunks, ...zip.stream('grown.xml', grown.chunks()), ...zip.end()]));
  expect(read.size).toBe(101);
  expect(read.get('grown.xml')?.length).toBeGreaterThan(2_000_000);
});

test('[XS2] only what is wanted is unpacked', () => {
  const made = zipSync({ a: bytes('a'), b: bytes('b') });
  expect([...unzip(made, (path) => path === 'b').keys()]).toEqual(['b']);
});

const refused = (archive: Uint8Array, ...rest: never[]) => expect(() => unzip(archive, ...rest));

test('[XS2] an archive that unpacks to more than is allowed is refused, whatever it says of itself', () => {
  const bomb = zipSync({ 'bomb.xml': [new Uint8Array(30_000_000), { level: 9 }] });
  refused(bomb).toThrow(NotReadable);
  // The sizes in its directory are lies: one byte.
  const at = Buffer.from(bomb).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const lie = Uint8Array.from(bomb);
  new DataView(lie.buffer).setUint32(at + 24, 1, true);
  refused(lie).toThrow(NotReadable);
  const many = zipSync({ a: new Uint8Array(900), b: new Uint8Array(900) });
  expect(() => unzip(many, undefined, { bytes: 1000, files: 10, ratio: 200 })).toThrow(NotReadable);
  expect(() => unzip(many, undefined, { bytes: 9000, files: 1, ratio: 200 })).toThrow(NotReadable);
});

test('[XS2] a damaged archive is not readable', () => {
  const good = zipSync({ 'a.txt': bytes('hello hello hello hello hello hello') });
  const flipped = (at: number, to: number) => good.map((byte, n) => (n === at ? to : byte));
  refused(good.subarray(0, good.length - 8)).toThrow(NotReadable);
  refused(good.subarray(4)).toThrow(NotReadable);
  refused(flipped(40, 0xff)).toThrow(NotReadable);
  refused(new Uint8Array()).toThrow(NotReadable);
});

test('[XS2] an archive of any bytes is read or is not readable', () => {
  const good = zipSync({ 'a.txt': bytes('hello hello hello'), 'b.txt': [bytes('plain'), { level: 0 }] });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, to, cut) => {
      const bad = good.map((byte, n) => (n === at ? to : byte)).subarray(0, cut);
      try {
        unzip(bad);
      } catch (error) {
        expect(error).toBeInstanceOf(NotReadable);
      }
    }),
    { numRuns: 500 },
  );
});

const hasUnzip = (() => {
  try {
    execFileSync('unzip', ['-v']);
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasUnzip)('[XS1] unzip -t finds nothing wrong with an archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'postil-zip-'));
  const path = join(folder, 'a.zip');
  writeFileSync(
    path,
    archive({ 'sources/中文.txt': bytes('甲\n'), 'b.txt': bytes('b'.repeat(5000)) }, ['<a/>']),
  );
  expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
  expect(readFileSync(path).length).toBeGreaterThan(100);
  rmSync(folder, { recursive: true });
});
