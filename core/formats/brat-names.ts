/** What brat calls the things of a schema, and its notes' one line: the same for writing and for reading back. */
import type { AttributeType, Schema } from '../model';
import { type SafeNames, safeNames } from './safe-names';

/** The folder's schema, so that names, kinds and colours come back. */
export const SCHEMA_FILE = 'labels.json';
/** The type of a note that people write in brat. */
export const NOTES = 'AnnotatorNotes';

export interface BratNames {
  /** Of labels, relation types and questions of annotations: brat has one room for all. */
  readonly types: SafeNames;
  /** Of the choices of the question ID. */
  readonly choices: (id: string) => SafeNames;
}

/** Prefixes keep a label and a question of one name apart. */
export const typeKey = {
  label: (name: string) => name,
  relation: (name: string) => `${name}\0relation`,
  question: (name: string) => `${name}\0question`,
};

export const asked = ({ attributes }: Schema): readonly AttributeType[] =>
  attributes.filter((it) => it.target === 'annotation');

export function bratNames(schema: Schema): BratNames {
  const keys = [
    ...schema.labels.map((it) => typeKey.label(it.name)),
    ...schema.relationTypes.map((it) => typeKey.relation(it.name)),
    ...asked(schema).map((it) => typeKey.question(it.name)),
  ];
  const choices = new Map(asked(schema).map((it) => [it.id, safeNames(it.choices)]));
  const none = safeNames([]);
  return {
    types: safeNames(keys, [NOTES, 'Equiv', 'Arg1', 'Arg2']),
    choices: (id) => choices.get(id) ?? none,
  };
}

/** The characters at which brat (Python’s str.splitlines) ends a line, as a class of a pattern. */
const lineEnd = '\\n\\r\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029';

export const lineEnds = new RegExp(`[${lineEnd}]+`, 'g');
const escaped = new RegExp(`[\\\\\\t${lineEnd}]`, 'g');

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const unescapes: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r', t: '\t' };

/** TEXT on one line. */
export const oneLine = (text: string): string =>
  text.replace(escaped, (found) => {
    const code = found.charCodeAt(0).toString(16).padStart(4, '0');
    return escapes[found] ?? `\\u${code}`;
  });

export const fromOneLine = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|([\\nrt]))/g, (_, code, sign) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (unescapes[sign] ?? ''),
  );
