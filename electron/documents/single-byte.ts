/** Windows-1252, decoded here: some versions of Node's TextDecoder read 0x80–0x9f as Latin-1 controls. */

/** What 0x80 to 0x9f stand for (WHATWG Encoding Standard, index-windows-1252). */
const upper =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Every byte stands for one character, so nothing can fail. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (unit) => upper.charAt(unit.charCodeAt(0) - 0x80));
}
