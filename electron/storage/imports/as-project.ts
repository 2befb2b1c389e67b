/** A file of another tool as a project of its own, for turning it into a third format. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyLayer } from '../../../core/exchange/empty-layer';
import { newPath, take, takenBy } from '../../../core/exchange/names';
import { planning } from '../../../core/exchange/plan';
import { type ImportReport, usualOptions } from '../../../core/exchange/report';
import { fitSchema } from '../../../core/exchange/schema';
import { fail, ok, type Result } from '../../../core/failure';
import { layerText, manifestText } from '../../../core/file-text';
import type { Imported } from '../../../core/formats/imported';
import { t } from '../../../core/locale/t';
import { type Annotator, emptySchema, newDocument } from '../../../core/model';
import { applyToLayer, applyToSchema } from '../../../core/patch';
import { binaryReason } from '../../documents/binary';
import { sha256 } from '../../documents/read-document';
import { everything } from '../../documents/sources';
import { writeDurably } from '../durable-write';
import { layerName, layerPath, MANIFEST } from '../places';
import { importedBytes } from '../step';
import { assigner } from './people';
import { asWritten } from './plan-import';
import { compareImport, placeOf } from './read-import';
import type { Working } from './working';

const unknown: Annotator = { id: 'unknown', name: 'Unknown' };
const noProject = { documents: [], read: async () => fail('not-found', '') };

/**
 * Lays FILE (called NAME) out as a project in the empty folder ROOT. The same file and NOW give the same project, ids
 * and all. Codes: `empty` (nothing that can stand alone: the file holds no texts).
 */
export async function* layOut(
  root: string,
  file: Imported,
  name: string,
  now: string,
): AsyncGenerator<Working, Result<ImportReport>> {
  const read = yield* compareImport(file, name, noProject);
  if (!read.ok) return read;
  const { uses, unit, matched } = read.value;
  let n = 0;
  const plan = planning({
    file,
    name,
    unit,
    schema: emptySchema,
    fitted: fitSchema(file.schema, uses, emptySchema, usualOptions),
    target: 'each',
    now,
    newId: () => `made-${++n}`,
    keepsIds: true,
  });
  const people = assigner('each', null, [], () => `person-${++n}`);
  const taken = takenBy([]);
  const texts = new Map<string, { readonly text: string; readonly sha256: string }>();
  for (const [at, it] of matched.entries()) {
    yield { doing: t('import.doing.converting'), at, of: matched.length };
    const match = placeOf(it, 'new', ({ name: said }) => newPath('x', said, at + 1, taken).slice(2));
    const { text } = it.document;
    const bytes = importedBytes(text ?? '');
    const reason = match.path === null ? 'The file does not hold its text.' : binaryReason(bytes);
    if (match.path === null || text === null || reason !== null) {
      plan.leaveOut(it.document, { ...match, path: null, by: 'none' }, reason ?? '');
      continue;
    }
    take(taken, `x/${match.path}`);
    const there = asWritten(text);
    texts.set(match.path, { text: there, sha256: sha256(bytes) });
    await put(root, match.path, bytes);
    plan.add(
      { ...it.document, text: there },
      {
        match,
        path: match.path,
        text: there,
        brings: null,
        held: () => ({ ...newDocument, annotations: [], relations: [] }),
      },
      (layer) => people(layer) ?? unknown,
    );
  }
  const { parts, report } = plan.end();
  let schema = emptySchema;
  for (const { document, patch, annotator = unknown } of parts) {
    if (document === null) {
      const next = applyToSchema(schema, patch);
      if (!next.ok) return next;
      schema = next.value;
      continue;
    }
    const source = texts.get(document);
    if (!source) throw new Error(`no text of ${document}`);
    const layer = applyToLayer(emptyLayer(document, source, annotator), patch);
    if (!layer.ok) return layer;
    await put(root, layerPath(layerName(root, annotator), document), layerText(layer.value));
  }
  const bare = name.replace(/(.)\.[^.]{1,8}$/, '$1');
  const manifest = { id: 'converted', name: bare, memo: '', sources: everything, schema, settings: {} };
  await put(root, MANIFEST, manifestText(manifest));
  if (texts.size === 0 && file.documents.length > 0)
    return fail(
      'empty',
      'The file holds no texts, so it can’t stand alone: import it into a project that has them.',
    );
  return ok(report);
}

async function put(root: string, path: string, data: string | Uint8Array): Promise<void> {
  const full = join(root, ...path.split('/'));
  mkdirSync(dirname(full), { recursive: true });
  await writeDurably(full, data);
}
