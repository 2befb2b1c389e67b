/** How WebAnno TSV writes values and lines of text, with the marks that mean something to it behind a backslash. */

const written: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const meant: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };

export const escapeValue = (value: string): string =>
  value.replace(/[\\[\]|_;*\t\n\r]|->/g, (found) => written[found] ?? `\\${found}`);

/** For values, where a backslash before any other character is that character. */
export const unescapeValue = (value: string): string =>
  value.replace(/\\(.)/gs, (_, sign: string) => ('tnr'.includes(sign) ? (meant[sign] ?? sign) : sign));

/** One line of a sentence. Control characters are escaped as INCEpTION does: a backslash, and the character itself. */
export const escapeLine = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
  line.replace(/[\\\x00-\x07\x0e-\x1f\t\f\x08]/g, (found) =>
    found === '\t' ? '\\t' : found === '\f' ? '\\f' : found === '\b' ? '\\b' : `\\${found}`,
  );

export const unescapeLine = (line: string): string =>
  line.replace(/\\(.)/gs, (_, sign: string) => meant[sign] ?? sign);

/** TEXT at each SIGN that no backslash stands before. */
export function splitAt(text: string, sign: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith(sign, i)) {
      parts.push(text.slice(from, i));
      from = i + sign.length;
      i = from - 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

export interface Item {
  /** Null for `*`: there is an annotation, and it says nothing here. */
  readonly value: string | null;
  /** What stands in brackets behind it; null without. */
  readonly id: string | null;
}

/** `PER[1]`, `*`, `a\[b` … */
export function itemIn(text: string): Item {
  const [value = '', id] = splitAt(text, '[');
  return {
    value: value === '*' ? null : unescapeValue(value),
    id: id?.endsWith(']') ? id.slice(0, -1) : null,
  };
}
