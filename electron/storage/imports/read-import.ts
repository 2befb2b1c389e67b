/** From chosen files to what they hold, compared with the project: everything that a plan needs to know of them. */

import { described, detect, fits, type Quoted } from '../../../core/exchange/detect';
import { isAkin, keysOf, matcher } from '../../../core/exchange/match';
import type { Detected, DocumentMatch, ImportView, MatchedBy } from '../../../core/exchange/report';
import { nameMatches, type Uses, usesOf } from '../../../core/exchange/schema';
import { ok, type Result } from '../../../core/failure';
import type { FormatId } from '../../../core/formats/catalog';
import type { Imported, ImportedDocument, SourceFile } from '../../../core/formats/imported';
import { t } from '../../../core/locale/t';
import type { Schema } from '../../../core/model';
import type { DocumentView } from '../../../core/views';
import { sha256 } from '../../documents/read-document';
import { knownDocuments } from './known';
import { parse } from './parse';
import { findFiles, readOne } from './read-files';
import type { Working } from './working';

/** A document of the file, and the one of the project that it is. */
export interface Matched {
  readonly document: ImportedDocument;
  /** Null when there is none. */
  readonly path: string | null;
  readonly by: Exclude<MatchedBy, 'new'>;
  /** The texts differ by more than line ends. */
  readonly differs: boolean;
  /** They differ, and yet one is likely an edited form of the other; or they are the same. */
  readonly isAkin: boolean;
}

export interface ReadImport {
  readonly file: Imported;
  readonly name: string;
  readonly uses: Uses;
  readonly unit: Detected;
  readonly matched: readonly Matched[];
}

/** What reading asks of the project. */
export interface Compared {
  readonly documents: readonly string[];
  readonly read: (path: string) => Promise<Result<DocumentView>>;
}

/** What files hold, and what the import is called after. */
export type Input = Pick<ReadImport, 'file' | 'name'>;

/** What the files and folders at PATHS (absolute) hold. Codes: `not-readable`, `too-large`, `unknown-format`. */
export async function* readChosen(
  paths: readonly string[],
  format: FormatId | 'auto',
): AsyncGenerator<Working, Result<Input>> {
  const chosen = await findFiles(paths);
  if (!chosen.ok) return chosen;
  const files: SourceFile[] = [];
  for (const [n, file] of chosen.value.files.entries()) {
    yield { doing: t('common.is-reading'), at: n, of: chosen.value.files.length };
    const read = await readOne(file);
    if (!read.ok) return read;
    files.push(read.value);
  }
  yield { doing: t('common.is-reading'), at: files.length, of: files.length };
  const parsed = parse(files, format);
  return parsed.ok ? ok({ file: parsed.value, name: chosen.value.name }) : parsed;
}

/** FILE beside the documents of PROJECT: which are the same, and how its offsets count. */
export async function* compareImport(
  file: Imported,
  name: string,
  project: Compared,
): AsyncGenerator<Working, Result<ReadImport>> {
  const known = yield* knownDocuments(file.documents.length > 0 ? project.documents : [], project.read);
  const match = matcher(known, sha256);
  const matched: Matched[] = [];
  const quoted: Quoted[] = [];
  for (const [n, document] of file.documents.entries()) {
    yield { doing: t('import.doing.quotes'), at: n, of: file.documents.length };
    const found = match(document);
    const row: Matched = found
      ? { document, ...found, isAkin: true }
      : { document, path: null, by: 'none', differs: false, isAkin: false };
    const text = document.text ?? null;
    const needsText = found !== null && (found.differs || text === null);
    const there = needsText ? await project.read(found.path) : null;
    const theirs = there?.ok ? there.value.text : null;
    matched.push({ ...row, ...settle(row, text, theirs) });
    const counted = text ?? theirs;
    const spans = document.layers.flatMap((layer) => layer.annotations.flatMap((it) => it.spans));
    if (counted !== null && spans.length > 0) quoted.push({ text: counted, spans });
  }
  const reading = detect(quoted, file.unit ?? file.usualUnit);
  let [fitting, quotes] = [0, 0];
  for (const [n, it] of quoted.entries()) {
    if (n % 20 === 0) yield { doing: t('import.doing.quotes'), at: n, of: quoted.length };
    fitting += fits(it, reading);
    quotes += it.spans.filter(({ exact }) => exact !== null && exact !== '').length;
  }
  return ok({ file, name, uses: usesOf(file), unit: described(reading, fitting, quotes), matched });
}

/** What the texts say of a match that was made by name alone. */
function settle(row: Matched, text: string | null, theirs: string | null): Partial<Matched> {
  if (!row.differs || text === null || theirs === null) return {};
  const [a, b] = [keysOf(text, sha256), keysOf(theirs, sha256)];
  return { differs: a.lines !== b.lines, isAkin: a.lines === b.lines || isAkin(text, theirs) };
}

const count = ({ layers }: ImportedDocument) => layers.reduce((sum, it) => sum + it.annotations.length, 0);

/** Where a document goes: its place in the project, `new`, or nowhere; the path of a new one is made by PATH. */
export function placeOf(
  { document, path, by, differs, isAkin: akin }: Matched,
  how: 'auto' | 'new' | 'existing',
  newPath: (document: ImportedDocument) => string,
): DocumentMatch {
  const row = { name: document.name, annotations: count(document) };
  const isThere = path !== null && (how === 'existing' || (how === 'auto' && akin));
  if (isThere) return { ...row, path, by, differs };
  const canBeNew = document.text !== null && document.text !== '' && how !== 'existing';
  if (canBeNew) return { ...row, path: newPath(document), by: 'new', differs: false };
  return { ...row, path: null, by: 'none', differs: false };
}

/** What the dialog shows of it. */
export function viewOf(
  { file, name, uses, unit, matched }: ReadImport,
  schema: Schema,
  newPath: (document: ImportedDocument) => string,
): ImportView {
  const layers = file.documents.flatMap((it) => it.layers);
  const all = layers.flatMap((it) => it.annotations);
  const people = new Map<string, number>();
  for (const { annotator, annotations } of layers)
    if (annotator) people.set(annotator.name, (people.get(annotator.name) ?? 0) + annotations.length);
  const ofTarget = (target: string) => schema.attributes.filter((it) => it.target === target);
  return {
    format: file.format,
    name,
    annotations: all.length,
    suggestions: all.filter((it) => it.isSuggestion).length,
    relations: layers.reduce((sum, it) => sum + it.relations.length, 0),
    unit,
    documents: matched.map((it) => placeOf(it, 'auto', newPath)),
    labels: nameMatches(schema.labels, uses.labels),
    attributes: nameMatches(ofTarget('annotation'), uses.attributes),
    relationAttributes: nameMatches(ofTarget('relation'), uses.relationAttributes),
    relationTypes: nameMatches(schema.relationTypes, uses.relationTypes),
    fields: nameMatches(schema.documentFields, uses.fields),
    annotators: [...people].map(([who, annotations]) => ({ name: who, annotations })),
    problems: file.problems,
  };
}
