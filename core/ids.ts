/** Ids: random ones for annotations, slugs for the schema. */

/** Fills an array: crypto.getRandomValues of the caller's platform. */
type Random = (bytes: Uint8Array<ArrayBuffer>) => unknown;

const BYTES = 12;
/** The character codes of the hex digits. */
const digits = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** 96 bits as 24 lower-case hex digits. */
export function newId(random: Random): string {
  return idsOf(random, 1)();
}

/** The same for many: takes the bits of AT_ONCE ids in one call of RANDOM, which may fill at most 65,536 bytes. */
export function idsOf(random: Random, atOnce = 1000): () => string {
  const bytes = new Uint8Array(BYTES * atOnce);
  const codes = new Array<number>(2 * BYTES).fill(0);
  let at = bytes.length;
  return () => {
    if (at === bytes.length) {
      random(bytes);
      at = 0;
    }
    for (let i = 0; i < BYTES; i++) {
      const byte = bytes[at++] as number;
      codes[2 * i] = digits[byte >> 4] as number;
      codes[2 * i + 1] = digits[byte & 15] as number;
    }
    return String.fromCharCode(...codes);
  };
}

/** NAME as an ASCII slug of at most 40 characters; OTHERWISE when nothing of it is left (a name in Chinese, say). */
export function slug(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain || otherwise;
}

/** A slug of NAME that TAKEN does not hold: `person`, `person-2`, … */
export function freshSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slug(name, 'label');
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
