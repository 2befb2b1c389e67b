/** Ids: random ones for annotations, slugs for the schema. */

/** 96 bits as 24 lower-case hex digits. RANDOM fills an array (crypto.getRandomValues of the caller's platform). */
export function newId(random: (bytes: Uint8Array<ArrayBuffer>) => unknown): string {
  const bytes = new Uint8Array(12);
  random(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
