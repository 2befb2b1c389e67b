/** Reads brat standoff: a folder of `.ann` (also `.a1`, `.a2`) and `.txt`, with its configuration when it is there. */

import { t } from '../locale/t';
import type { AttributeType, AttributeValue, Schema } from '../model';
import { offsetTable } from '../offsets';
import { readSchema } from '../schema-text';
import { readBratConfig } from './brat-config-read';
import {
  asked,
  type BratNames,
  bratNames,
  fromOneLine,
  lineEnds,
  NOTES,
  SCHEMA_FILE,
  typeKey,
} from './brat-names';
import {
  type Imported,
  type ImportedAnnotation,
  type ImportedDocument,
  type ImportedRelation,
  type ImportedSpan,
  type ImportProblem,
  NotReadable,
  type Reader,
  type SourceFile,
} from './imported';
import { importedSchema } from './imported-schema';
import { emptyLayer, nothingSaid } from './read-json';
import { atLine, inFile } from './where';

const isStandoff = ({ path }: SourceFile) => /\.(?:ann|a1|a2)$/i.test(path);
const stemOf = (path: string) => path.replace(/\.(?:ann|a1|a2|txt)$/i, '');

/** What the folder's own schema says, when Postil wrote it. */
interface Own {
  readonly schema: Schema;
  readonly names: BratNames;
  readonly questions: ReadonlyMap<string, AttributeType>;
}

function ownIn(files: readonly SourceFile[], problems: ImportProblem[]): Own | null {
  const file = files.find((it) => it.path === SCHEMA_FILE || it.path.endsWith(`/${SCHEMA_FILE}`));
  if (!file) return null;
  const read = readSchema(file.text());
  if (!read.ok) {
    problems.push({ where: file.path, reason: read.failure.message });
    return null;
  }
  const names = bratNames(read.value);
  const questions = new Map(asked(read.value).map((it) => [names.types.of(typeKey.question(it.name)), it]));
  return { schema: read.value, names, questions };
}

export const readBrat: Reader = {
  id: 'brat',
  recognises: (files) => {
    const standoff = files.filter(isStandoff);
    if (standoff.length === 0) return 0;
    return files.some((it) => it.path.endsWith('annotation.conf')) || files.length > 1 ? 1 : 0.8;
  },
  read: (files): Imported => {
    const problems: ImportProblem[] = [];
    const own = ownIn(files, problems);
    const stems = new Map<string, { text: SourceFile | null; rows: SourceFile[] }>();
    for (const file of files) {
      if (!isStandoff(file)) continue;
      const stem = stemOf(file.path);
      const open = stems.get(stem) ?? { text: null, rows: [] };
      open.rows.push(file);
      stems.set(stem, open);
    }
    if (stems.size === 0) throw new NotReadable(t('problems.no-ann'));
    for (const file of files)
      if (/\.txt$/i.test(file.path)) {
        const open = stems.get(stemOf(file.path));
        if (open) open.text = file;
      }
    const documents = Array.from(stems, ([stem, { text, rows }]) =>
      readDocument(`${stem}.txt`, text?.text() ?? null, rows, own, problems),
    );
    return {
      format: 'brat',
      documents,
      schema: own ? importedSchema(own.schema) : readBratConfig(files),
      unit: null,
      usualUnit: 'code-point',
      problems,
    };
  },
};

interface Row {
  readonly id: string;
  readonly where: string;
  /** The middle field, at its spaces. */
  readonly parts: readonly string[];
  /** Behind the second tab. */
  readonly rest: string;
}

function* rowsOf(file: SourceFile): Generator<Row> {
  let line = 0;
  for (const text of file.text().split('\n')) {
    line++;
    const row = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (row.trim() === '') continue;
    const [id = '', middle = '', ...rest] = row.split('\t');
    yield {
      id: id.trim(),
      where: inFile(file.path, atLine(line)),
      parts: middle.split(' ').filter((it) => it !== ''),
      rest: rest.join('\t'),
    };
  }
}

type Open = { -readonly [K in keyof ImportedAnnotation]: ImportedAnnotation[K] };

function readDocument(
  name: string,
  text: string | null,
  files: readonly SourceFile[],
  own: Own | null,
  problems: ImportProblem[],
): ImportedDocument {
  const annotations = new Map<string, Open>();
  const relations = new Map<string, { -readonly [K in keyof ImportedRelation]: ImportedRelation[K] }>();
  /** The annotation that stands for an event: its trigger. */
  const triggers = new Map<string, string>();
  const later: Row[] = [];
  const left = ({ where }: Row, reason: string) => problems.push({ where, reason });
  const slices = text === null ? null : slicer(text);
  const label = (type: string) => own?.names.types.back(type) ?? type;
  const typeName = (type: string) => label(type).replace(/\0relation$/, '');

  for (const row of files.flatMap((file) => [...rowsOf(file)])) {
    const [type = '', ...parts] = row.parts;
    if (!row.id.startsWith('T')) {
      if (row.id.startsWith('E')) triggers.set(row.id, type.slice(type.indexOf(':') + 1));
      later.push(row);
      continue;
    }
    const spans = spansIn(parts, row.rest, slices);
    if (spans === null || type === '' || annotations.has(row.id)) left(row, t('problems.brat-no-annotation'));
    else
      annotations.set(row.id, {
        id: row.id,
        label: label(type),
        spans,
        ...nothingSaid,
      });
  }
  const end = (id: string | undefined) => {
    const own = triggers.get(id ?? '') ?? id ?? '';
    return annotations.has(own) ? own : null;
  };
  const relate = (row: Row, id: string, type: string, from: string | null, to: string | null) => {
    if (type === '' || from === null || to === null || relations.has(id)) left(row, t('problems.no-ends'));
    else relations.set(id, { id, type, from, to, attributes: {}, note: '' });
  };
  const behindColon = (part: string | undefined) => part?.slice(part.indexOf(':') + 1);

  // Relations first: what is said of them may stand before them.
  for (const row of later) {
    const [type = '', ...parts] = row.parts;
    if (row.id.startsWith('R'))
      relate(row, row.id, typeName(type), end(behindColon(parts[0])), end(behindColon(parts[1])));
    else if (row.id.startsWith('E'))
      for (const [n, part] of parts.entries())
        relate(
          row,
          `${row.id}.${n + 1}`,
          part.slice(0, Math.max(0, part.indexOf(':'))),
          end(row.id),
          end(behindColon(part)),
        );
    else if (row.id === '*')
      for (const [n, part] of parts.slice(1).entries())
        relate(row, `${row.where}.${n + 1}`, type, end(parts[0]), end(part));
  }
  for (const row of later) {
    const [type = '', target = '', ...parts] = row.parts;
    const on = annotations.get(end(target) ?? '') ?? relations.get(target);
    const kind = row.id[0] ?? '';
    if (kind === 'R' || kind === 'E' || kind === '*') continue;
    if (!on) left(row, t('problems.no-such', { target }));
    else if (kind === 'A' || kind === 'M') answer(on, type, parts.length === 0 ? true : parts.join(' '), own);
    else if (kind === 'N')
      on.note = more(on.note, [type, ...parts, row.rest].filter((it) => it !== '').join(' '));
    else if (kind === '#') {
      const said = own ? fromOneLine(row.rest) : row.rest;
      if (type === NOTES || !own?.questions.has(type)) on.note = more(on.note, said);
      else answer(on, type, said, own);
    } else left(row, t('problems.unknown-kind'));
  }
  return {
    name,
    text,
    sha256: null,
    layers: [{ ...emptyLayer, annotations: [...annotations.values()], relations: [...relations.values()] }],
  };
}

const more = (note: string, said: string) => (note === '' ? said : `${note}\n${said}`);

/** Adds an answer to ON: a second one to the same question makes a list. */
function answer(
  on: { attributes: ImportedAnnotation['attributes'] },
  type: string,
  value: string | true,
  own: Own | null,
) {
  const question = own?.questions.get(type);
  const name = question?.name ?? type;
  const said = question && typeof value === 'string' ? answerTo(question, value, own as Own) : value;
  const before = Object.hasOwn(on.attributes, name) ? on.attributes[name] : undefined;
  const all: AttributeValue =
    question?.kind === 'multi-choice' || before !== undefined
      ? [...(Array.isArray(before) ? before : before === undefined ? [] : [String(before)]), String(said)]
      : said;
  on.attributes = Object.fromEntries([...Object.entries(on.attributes), [name, all]]);
}

function answerTo({ id, kind, choices }: AttributeType, value: string, own: Own): string | number | boolean {
  if (choices.length > 0) return own.names.choices(id).back(value);
  if (kind === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  return kind === 'boolean' && /^(?:true|false)$/.test(value) ? value === 'true' : value;
}

type Slice = (start: number, end: number) => string | null;

/** Slices of TEXT by code points. */
function slicer(text: string): Slice {
  const table = offsetTable(text, 'code-point');
  return (start, end) =>
    start >= 0 && start <= end && end <= table.length ? text.slice(table.to(start), table.to(end)) : null;
}

/**
 * The spans in PARTS (`0 5;15 20`), with what REST says stands there. Fragments that only line ends separate are
 * one: brat has no other way to say so.
 */
function spansIn(parts: readonly string[], rest: string, slice: Slice | null): ImportedSpan[] | null {
  const offsets = parts
    .join(' ')
    .split(';')
    .map((it) => it.trim().split(' ').map(Number));
  const places: { start: number; end: number }[] = [];
  for (const [start, end, ...others] of offsets) {
    if (start === undefined || end === undefined || others.length > 0) return null;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
    places.push({ start, end });
  }
  const single = places.length === 1;
  const joined: (ImportedSpan & { end: number; exact: string | null })[] = [];
  let at = 0;
  for (const { start, end } of places) {
    // The words of the fragments stand joined by spaces; each is as long as its offsets say.
    const letters = single ? [] : Array.from(rest.slice(at)).slice(0, Math.max(0, end - start));
    const exact = single ? rest || null : letters.join('') || null;
    at += letters.join('').length + 1;
    const last = joined.at(-1);
    const between = last && slice ? slice(last.end, start) : null;
    if (last && between !== null && between !== '' && between.replace(lineEnds, '') === '') {
      last.exact = last.exact === null || exact === null ? null : last.exact + between + exact;
      last.end = end;
    } else joined.push({ start, end, exact, prefix: '', suffix: '' });
  }
  return joined;
}
