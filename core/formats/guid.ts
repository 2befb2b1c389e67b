/** GUIDs for formats that ask for them, always the same for the same thing: nothing here is random. */

const hex = (value: number, digits: number) => (value >>> 0).toString(16).padStart(8, '0').slice(0, digits);

/** Marks the GUIDs that hold one of Postil's own ids, in whose last digits they stand: `pos` in ASCII. */
const OWN = '706f73';

const shaped = (digits: string) =>
  // Version 8 (RFC 9562, 5.8): the digits mean what their maker says.
  `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18, 30)}`;

/** 128 bits of TEXT by four mixing sums (public-domain cyrb128): to tell things apart, not to keep secrets. */
function digest(text: string): string {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762] as [number, number, number, number];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const mixed = a ^ b ^ c ^ d;
  return [mixed, b ^ mixed, c ^ mixed, d ^ mixed].map((value) => hex(value, 8)).join('');
}

/** A GUID for the thing of KIND called ID. */
export const guidFor = (kind: string, id: string): string => shaped(digest(`${kind}\0${id}`));

/** A GUID that holds ID when it is one of Postil's (24 hex digits), so that it comes back; else as guidFor. */
export const guidOfId = (kind: string, id: string): string =>
  /^[0-9a-f]{24}$/.test(id) ? shaped(id + OWN) : guidFor(kind, id);

/** The id that GUID holds; GUID itself, in lower case and without braces, when it holds none. */
export function idOfGuid(guid: string): string {
  const plain = guid.replace(/[{}]/g, '').toLowerCase();
  const digits = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-8([0-9a-f]{3})-([0-9a-f]{12})$/.exec(plain);
  const whole = digits?.slice(1).join('') ?? '';
  return whole.endsWith(OWN) ? whole.slice(0, 24) : plain;
}
