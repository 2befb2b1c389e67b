/** What an import would do to the project as it is now. Writes nothing. */

import { randomFillSync } from 'node:crypto';
import { anchorReport } from '../../../core/anchor';
import type { Held } from '../../../core/exchange/desk';
import { importFolder, newPath, take, takenBy } from '../../../core/exchange/names';
import { type Plan, planning } from '../../../core/exchange/plan';
import type { DocumentMatch, ImportOptions } from '../../../core/exchange/report';
import { fitSchema } from '../../../core/exchange/schema';
import type { Result } from '../../../core/failure';
import type { ImportedDocument } from '../../../core/formats/imported';
import { newId } from '../../../core/ids';
import { t } from '../../../core/locale/t';
import { type Annotator, newDocument, type Schema } from '../../../core/model';
import type { DocumentView } from '../../../core/views';
import { binaryReason } from '../../documents/binary';
import { MOST_BYTES } from '../../documents/limits';
import { sha256 } from '../../documents/read-document';
import { annotatorsOf } from '../annotators';
import { layerName, layerPath } from '../places';
import { layerFolders, readLayerFile } from '../read-project';
import { importedBytes } from '../step';
import { assigner } from './people';
import { type Matched, placeOf, type ReadImport } from './read-import';
import type { Working } from './working';

export interface PlanProject {
  readonly root: string;
  readonly schema: Schema;
  readonly own: Annotator | null;
  /** Every path that a new document may not have. */
  readonly taken: Iterable<string>;
  readonly read: (path: string) => Promise<Result<DocumentView>>;
  /** What the own layer holds of a document that is there, or why it can't be written. */
  readonly held: (path: string) => Promise<Held | string>;
}

const freshId = () => newId(randomFillSync);
const nothing: Held = { ...newDocument, annotations: [], relations: [] };

/** Gives a path to each new document, the same one again when it is asked again. */
export function pathGiver(name: string, taken: Iterable<string>): (document: ImportedDocument) => string {
  const folder = importFolder(name);
  const names = takenBy(taken);
  const given = new Map<ImportedDocument, string>();
  return (document) => {
    const known = given.get(document);
    if (known !== undefined) return known;
    const path = newPath(folder, document.name, given.size + 1, names);
    take(names, path);
    given.set(document, path);
    return path;
  };
}

/** TEXT as it is read back: UTF-8 can't say halves of pairs. */
export const asWritten = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

/** A plan, and the bytes of the documents that it brings, by their hash. */
export interface PlannedImport extends Plan {
  readonly texts: ReadonlyMap<string, () => Uint8Array>;
}

export async function* planImport(
  { file, name, uses, unit, matched }: ReadImport,
  options: ImportOptions,
  project: PlanProject,
): AsyncGenerator<Working, PlannedImport> {
  const { root, schema } = project;
  const plan = planning({
    file,
    name,
    unit,
    schema,
    fitted: fitSchema(file.schema, uses, schema, options),
    target: options.target,
    now: new Date().toISOString(),
    newId: freshId,
  });
  const people = annotatorsOf({ root, layers: await layerFolders(root) });
  const who = assigner(options.target, project.own, people, freshId);
  const giver = pathGiver(name, project.taken);
  const texts = new Map<string, () => Uint8Array>();

  /** What the layers hold that DOCUMENT's go to. */
  async function heldBy(document: ImportedDocument, path: string, view: DocumentView) {
    const held = new Map<string | null, Held | string>();
    for (const annotator of document.layers.map(who)) {
      const key = annotator?.id ?? null;
      if (held.has(key)) continue;
      held.set(key, annotator === null ? await project.held(path) : await theirs(root, annotator, view));
    }
    return (annotator: Annotator | null) => held.get(annotator?.id ?? null) ?? nothing;
  }

  async function add(it: Matched, match: DocumentMatch): Promise<string | null> {
    const { document } = it;
    if (match.path === null)
      return document.text === null || document.text === ''
        ? t('storage.import.no-document-text')
        : t('storage.import.no-document');
    if (match.by === 'new') {
      const { text } = document;
      const bytes = importedBytes(text ?? '');
      const reason = bytes.length > MOST_BYTES ? t('storage.import.too-large') : binaryReason(bytes);
      if (text === null || reason !== null) return t('storage.import.no-new', { reason: reason ?? '' });
      const hash = sha256(bytes);
      texts.set(hash, () => importedBytes(text));
      const there = asWritten(text);
      const brings = { id: match.path, sha256: hash };
      const place = { match, path: match.path, text: there, brings, held: () => nothing };
      plan.add({ ...document, text: there }, place, who);
      return null;
    }
    const view = await project.read(match.path);
    if (!view.ok) return view.failure.message;
    const held = await heldBy(document, match.path, view.value);
    plan.add(document, { match, path: match.path, text: view.value.text, brings: null, held }, who);
    return null;
  }

  for (const [n, it] of matched.entries()) {
    yield { doing: t('import.doing.planning'), at: n, of: matched.length };
    const match = placeOf(it, options.documents, giver);
    const reason = await add(it, match);
    if (reason !== null) plan.leaveOut(it.document, { ...match, path: null, by: 'none' }, reason);
  }
  return { ...plan.end(), texts };
}

/** What another annotator's file holds, or why it can't be written. */
async function theirs(root: string, annotator: Annotator, view: DocumentView): Promise<Held | string> {
  const read = await readLayerFile(root, layerPath(layerName(root, annotator), view.path));
  if (!read.ok) return read.failure.code === 'not-found' ? nothing : read.failure.message;
  const { moved, gone } = anchorReport(view.text, read.value.annotations);
  if (moved + gone === 0) return read.value;
  return t('storage.import.changed', { annotator: annotator.name });
}
