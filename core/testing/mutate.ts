/** Damages files as disks, editors and attackers do, to test that readers refuse or report and never fall. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Imported, NotReadable, type Reader, type SourceFile } from '../formats/imported';

/** How many damaged files a fuzz test tries: `POSTIL_FUZZ=10000` is the long mode. */
export const fuzzRuns = Number(process.env.POSTIL_FUZZ ?? 300);

/** A file to read, from its text or bytes. */
export function sourceFile(path: string, data: string | Uint8Array): SourceFile {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return { path, bytes, text: () => new TextDecoder().decode(bytes) };
}

/** What stands in files at the wrong place: numbers out of bounds, marks of every format, half characters. */
const scraps = [
  ...['', '0', '-1', '1e309', '4294967296', 'null', 'true', '[]', '{}', '""', '{"__proto__":{"x":1}}'],
  ...['"', "'", ',', '\t', '\n', '\r\n', '\r', ';', ':', '|', '#', '*', '_', '\\', '\u0000', '\uFEFF'],
  ...['[', ']', '{', '}', '<', '>', '</', '/>', '&', '&amp;', '&#0;', '<!DOCTYPE x>', '<![CDATA['],
  ...['😀', '\u202e', 'constructor', '__proto__', '../../x', 'T1', 'B-', 'a'.repeat(5000), '['.repeat(2000)],
];

type Damage = (bytes: Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (bytes: Uint8Array, where: number) => Math.floor(where * bytes.length);

const damages: fc.Arbitrary<Damage> = fc.oneof(
  // A byte of another value.
  fc.tuple(at, fc.nat(255)).map(
    ([where, value]): Damage =>
      (bytes) =>
        bytes.map((byte, i) => (i === place(bytes, where) ? value : byte)),
  ),
  // A piece taken out, doubled, or moved to another place.
  fc.tuple(at, fc.nat(40), fc.constantFrom('cut', 'double', 'move'), at).map(
    ([where, length, how, target]): Damage =>
      (bytes) => {
        const start = place(bytes, where);
        const end = Math.min(bytes.length, start + length);
        const rest = joined(bytes.subarray(0, start), bytes.subarray(end));
        if (how === 'cut') return rest;
        if (how === 'double') return joined(bytes.subarray(0, end), bytes.subarray(start));
        const to = place(rest, target);
        return joined(rest.subarray(0, to), bytes.subarray(start, end), rest.subarray(to));
      },
  ),
  // Something that does not belong there, put in or in place of what stands there.
  fc.tuple(at, fc.constantFrom(...scraps), fc.nat(8)).map(
    ([where, scrap, over]): Damage =>
      (bytes) => {
        const start = place(bytes, where);
        return joined(bytes.subarray(0, start), Buffer.from(scrap), bytes.subarray(start + over));
      },
  ),
  // A number, word or quoted text that is another one.
  fc.tuple(fc.nat(), fc.constantFrom(...scraps)).map(
    ([which, scrap]): Damage =>
      (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        const words = [...text.matchAll(/-?[0-9.]+|[A-Za-z_]+|"[^"]*"/g)];
        const word = words[which % Math.max(1, words.length)];
        if (!word) return bytes;
        const end = word.index + word[0].length;
        return joined(bytes.subarray(0, word.index), Buffer.from(scrap), bytes.subarray(end));
      },
  ),
  // A line taken out, doubled, or put first.
  fc.tuple(fc.nat(), fc.constantFrom('cut', 'double', 'first')).map(
    ([which, how]): Damage =>
      (bytes) => {
        const lines = Buffer.from(bytes).toString('latin1').split('\n');
        const [line] = lines.splice(which % lines.length, how === 'double' ? 0 : 1);
        if (how === 'double') lines.splice(which % lines.length, 0, lines[which % lines.length] as string);
        if (how === 'first') lines.unshift(line as string);
        return Uint8Array.from(Buffer.from(lines.join('\n'), 'latin1'));
      },
  ),
  // The end is missing.
  at.map(
    (where): Damage =>
      (bytes) =>
        bytes.slice(0, place(bytes, where)),
  ),
);

/** FILE with one to four damages; a text comes back as text, with U+FFFD for bytes that are none. */
export function mutations(file: string): fc.Arbitrary<string>;
export function mutations(file: Uint8Array): fc.Arbitrary<Uint8Array>;
export function mutations(file: string | Uint8Array): fc.Arbitrary<string | Uint8Array> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const damaged = fc
    .array(damages, { minLength: 1, maxLength: 4 })
    .map((list) => list.reduce((made, damage) => damage(made), bytes));
  return typeof file === 'string' ? damaged.map((it) => new TextDecoder().decode(it)) : damaged;
}

/** What READER makes of FILES; null when it says that they can't be read. Anything else that it throws falls through. */
export function tryRead(reader: Reader, files: readonly SourceFile[]): Imported | null {
  try {
    return reader.read(files);
  } catch (error) {
    if (error instanceof NotReadable && error.message !== '') return null;
    throw error;
  }
}

/** READER reads or refuses every damaged version of DATA at PATH, with OTHERS beside it, and does no more. */
export function fuzzReader(
  reader: Reader,
  path: string,
  data: string | Uint8Array,
  others: readonly SourceFile[] = [],
): void {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  fc.assert(
    fc.property(mutations(bytes), (damaged) => {
      const files = [sourceFile(path, damaged), ...others];
      const sure = reader.recognises(files);
      expect(sure >= 0 && sure <= 1).toBe(true);
      const made = tryRead(reader, files);
      // What was made is plain data, whole, with offsets that are numbers.
      if (made === null) return;
      JSON.stringify(made);
      for (const { layers } of made.documents)
        for (const { annotations } of layers)
          for (const { spans } of annotations)
            expect(spans.every((it) => Number.isSafeInteger(it.start) && Number.isSafeInteger(it.end))).toBe(
              true,
            );
    }),
    { numRuns: fuzzRuns },
  );
}
