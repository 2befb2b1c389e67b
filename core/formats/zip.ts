/** Zip archives: read within bounds that no archive can talk its way around, written as a stream. */
import { Deflate, Inflate, strFromU8, strToU8, Zip, ZipDeflate } from 'fflate';
import { t } from '../locale/t';
import { NotReadable } from './imported';

export interface ZipBounds {
  /** Of everything unpacked together, in bytes, counted while it unpacks. */
  readonly bytes: number;
  readonly files: number;
  /** Of a file unpacked to the same packed; asked of files above ten megabytes only. */
  readonly ratio: number;
}

export const zipBounds: ZipBounds = { bytes: 500_000_000, files: 65_535, ratio: 200 };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const INPUT_STEP = 1 << 14;
const RATIO_FROM = 10_000_000;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** Of its local header. */
  readonly at: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
/** What a byte adds when one, two or three more come behind it: four bytes at a time take a third of the time. */
const crcTables = [crcTable, crcTable, crcTable, crcTable].map((_, more) =>
  crcTable.map((first) => {
    let c = first;
    for (let n = 0; n < more; n++) c = (crcTable[c & 255] as number) ^ (c >>> 8);
    return c;
  }),
) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** CRC-32 over CHUNK, going on from CRC (0 to begin with). */
function crc32(chunk: Uint8Array, crc: number): number {
  const [last, third, second, first] = crcTables;
  let c = ~crc;
  let i = 0;
  const at = (table: Uint32Array, byte: number) => table[byte & 255] as number;
  for (; i + 4 <= chunk.length; i += 4) {
    c ^=
      (chunk[i] as number) |
      ((chunk[i + 1] as number) << 8) |
      ((chunk[i + 2] as number) << 16) |
      ((chunk[i + 3] as number) << 24);
    c = at(first, c) ^ at(second, c >>> 8) ^ at(third, c >>> 16) ^ at(last, c >>> 24);
  }
  for (; i < chunk.length; i++) c = at(last, c ^ (chunk[i] as number)) ^ (c >>> 8);
  return ~c >>> 0;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory at the end of the archive (APPNOTE.TXT 4.3.12, 4.3.16); zip64 is refused, being above the bounds. */
function entries(bytes: Uint8Array, bounds: ZipBounds): Entry[] {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest || end < 0) throw new NotReadable(t('problems.no-zip'));
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > bounds.files || at === 0xffffffff) throw new NotReadable(t('problems.many-files'));
  const found: Entry[] = [];
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY)
      throw new NotReadable(t('problems.zip-directory', { n: n + 1, all: count }));
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    // Without the flag names are in an old code page; those that are valid UTF-8 are nearly always UTF-8 all the same.
    const path = strFromU8(bytes.subarray(at + 46, at + 46 + name)).replaceAll('\\', '/');
    found.push({
      path,
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return found.filter((it) => !it.path.endsWith('/'));
}

function packedBytes(bytes: Uint8Array, { at, packed, path }: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL)
    throw new NotReadable(t('problems.zip-damaged', { path }));
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new NotReadable(t('problems.zip-cut', { path }));
  return bytes.subarray(from, from + packed);
}

function unpack(entry: Entry, packed: Uint8Array, left: number, ratio: number): Uint8Array {
  if (entry.isEncrypted) throw new NotReadable(t('problems.zip-encrypted', { path: entry.path }));
  if (entry.method !== 0 && entry.method !== 8)
    throw new NotReadable(t('problems.zip-method', { path: entry.path, method: String(entry.method) }));
  const chunks: Uint8Array[] = [];
  let [size, crc] = [0, 0];
  const take = (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > left || (size > RATIO_FROM && size > ratio * packed.length))
      throw new NotReadable(t('problems.zip-trap', { path: entry.path }));
    crc = crc32(chunk, crc);
    chunks.push(chunk);
  };
  if (entry.method === 0) take(packed);
  else {
    try {
      const inflate = new Inflate(take);
      for (let i = 0; i < packed.length; i += INPUT_STEP)
        inflate.push(packed.subarray(i, i + INPUT_STEP), i + INPUT_STEP >= packed.length);
    } catch (error) {
      if (error instanceof NotReadable) throw error;
      throw new NotReadable(t('problems.zip-damaged', { path: entry.path }));
    }
  }
  if (crc !== entry.crc) throw new NotReadable(t('problems.zip-sum', { path: entry.path }));
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** True when BYTES begin as an archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length >= 22 && [LOCAL, END].includes(viewOf(bytes).getUint32(0, true));

/**
 * The files of an archive by their paths, with `/`; of those that WANTED turns down nothing is unpacked. Throws
 * NotReadable for what is no archive, is damaged, encrypted, or larger than BOUNDS.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean = () => true,
  bounds: ZipBounds = zipBounds,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  let left = bounds.bytes;
  for (const entry of entries(bytes, bounds)) {
    if (!wanted(entry.path)) continue;
    const file = unpack(entry, packedBytes(bytes, entry), left, bounds.ratio);
    left -= file.length;
    files.set(entry.path, file);
  }
  return files;
}

/** An archive being written. Each call gives the bytes that are ready to be written. */
export interface ZipWriting {
  readonly file: (path: string, data: string | Uint8Array) => Uint8Array[];
  /** A file that is never in memory as a whole. */
  readonly stream: (path: string, chunks: Iterable<string | Uint8Array>) => Generator<Uint8Array>;
  readonly end: () => Uint8Array[];
}

const LEVEL = 6;
/** The same in every archive, so that the same input gives the same bytes; the first moment that zip knows. */
const mtime = new Date(1980, 0, 1);

const bytesOf = (data: string | Uint8Array) => (typeof data === 'string' ? strToU8(data) : data);

function deflated(path: string): ZipDeflate {
  const stream = new ZipDeflate(path, { level: LEVEL });
  stream.mtime = mtime;
  return stream;
}

/** Text held packed until it is wanted, as what a file says last of may have to stand first in it. */
export interface HeldText {
  readonly push: (text: string) => void;
  /** How much is held, in bytes. */
  readonly size: () => number;
  /** All of it, in pieces; nothing can be pushed afterwards. */
  readonly chunks: () => Generator<Uint8Array>;
}

export function heldText(): HeldText {
  const held: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (chunk) => held.push(chunk));
  return {
    push: (text) => deflate.push(strToU8(text)),
    size: () => held.reduce((sum, chunk) => sum + chunk.length, 0),
    chunks: function* () {
      deflate.push(new Uint8Array(), true);
      let ready: Uint8Array[] = [];
      const inflate = new Inflate((chunk) => ready.push(chunk));
      for (const [n, chunk] of held.entries()) {
        inflate.push(chunk, n === held.length - 1);
        yield* ready;
        ready = [];
      }
    },
  };
}

export function zipWriting(): ZipWriting {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  return {
    file: (path, data) => {
      const stream = deflated(path);
      zip.add(stream);
      stream.push(bytesOf(data), true);
      return taken();
    },
    stream: function* (path, chunks) {
      const stream = deflated(path);
      zip.add(stream);
      for (const chunk of chunks) {
        stream.push(bytesOf(chunk));
        yield* taken();
      }
      stream.push(new Uint8Array(), true);
      yield* taken();
    },
    end: () => {
      zip.end();
      return taken();
    },
  };
}
